"""Noun phrases beside a verb: the one that ends before it, the one that begins behind it."""

from helpers.tokens import Token

INNER_TAGS = frozenset("DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS VBN VBG".split())
JOINERS = frozenset("of for from at in with on to and & by under behind".split())
# Words that can be a whole subject by themselves.
BARE_HEADS = frozenset("he she they it we i others some many those".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
JOINTS = frozenset(("'", "’", "s", "-", "/"))

Range = tuple[int, int]


def _is_inner(token: Token) -> bool:
    inner = token.tag in INNER_TAGS or token.text in JOINTS or token.is_name
    return inner and token.lower not in WEEKDAYS


def _is_head(token: Token) -> bool:
    return token.is_noun or token.is_name or token.tag in ("PRP", "CD") or token.lower in BARE_HEADS


def phrase_before(tokens: list[Token], end: int, first: int = 0) -> Range | None:
    """Return the token range (first, last) of the noun phrase that ends at token `end`, or None.

    "a spokesman for the ministry in Kigali" is one phrase; a phrase that opens the sentence with
    a preposition ("On Monday the minister") is cut behind it. It begins at token `first` or later.

    >>> from helpers.tokens import tag_words
    >>> phrase_before(tag_words("On Monday the minister said no."), 3)
    (2, 3)
    """
    held = end > first and is_participle(tokens, end)  # "those deported", "people held there"
    if end < first or not (_is_head(tokens[end]) or held):
        return None
    left = end
    if tokens[end].tag == "PRP":
        return (end, end)
    while left > first:
        token = tokens[left - 1]
        title = tokens[left].text == "The" and left > first  # "the newspaper The Patriot"
        closed = tokens[left].tag in ("DT", "PRP$") and not title
        if _is_inner(token) and not (closed and not token.lower.endswith("all")):
            left -= 1
        elif token.lower in JOINERS and left - 2 >= first and _is_head(tokens[left - 2]):
            left -= 2
        elif (
            token.lower in JOINERS
            and left - 3 >= first
            and tokens[left - 2].tag == "VBN"
            and is_participle(tokens, left - 2)
        ):
            left -= 3
        else:
            break
    while left < end and tokens[left].text in JOINTS:
        left += 1
    return (left, end)


def is_participle(tokens: list[Token], i: int) -> bool:
    """Say whether a participle at `i` follows its noun: "30 people chosen for the flight".

    >>> from helpers.tokens import tag_words
    >>> is_participle(tag_words("30 people chosen for the flight left."), 2)
    True
    """
    return i > 0 and tokens[i].tag in ("VBN", "VBD") and _is_head(tokens[i - 1])


def phrase_after(tokens: list[Token], start: int) -> Range | None:
    """Return the token range (first, last) of the noun phrase that begins at `start`, or None.

    A name set off by commas behind it is part of it.

    >>> from helpers.tokens import tag_words
    >>> phrase_after(tag_words("according to a lawyer for the group."), 2)
    (2, 6)
    """
    if start >= len(tokens):
        return None
    if tokens[start].tag == "PRP":
        return (start, start)
    right = start
    while right < len(tokens):
        token = tokens[right]
        if (
            _is_inner(token)
            and not (token.tag in ("VBG", "VBN") and right > start and tokens[right - 1].is_noun)
        ) or (
            token.lower in JOINERS - {"to", "in", "on"} and right > start and _joins(tokens, right)
        ):
            right += 1
        else:
            break
    while right > start and not _is_head(tokens[right - 1]):
        right -= 1
    return (start, _with_name(tokens, right)) if right > start else None


def _with_name(tokens: list[Token], stop: int) -> int:
    """Return the last token of a phrase that ends before `stop`, a name set off by commas included.

    "its foreign minister, Olivier Nduhungirehe, ..." is one source.
    """
    end = stop + 1
    while end < len(tokens) and tokens[end].is_name:
        end += 1
    named = end > stop + 1 and (end == len(tokens) or tokens[end].text in (",", "."))
    return end - 1 if named and tokens[stop].text == "," else stop - 1


def _joins(tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and _is_inner(tokens[i + 1])
