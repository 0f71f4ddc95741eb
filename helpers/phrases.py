"""Noun phrases beside a verb: who stands before it, who stands behind it."""

from helpers.cues import AUXILIARIES, CONTRACTION
from helpers.tokens import Token

INNER_TAGS = frozenset("DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS VBN VBG".split())
JOINERS = frozenset("of for from at in with on to and & by under behind".split())
FINITE = frozenset("VBD VBZ VBP MD".split())
# Words that can be a whole subject by themselves.
BARE_HEADS = frozenset("he she they it we i others some many those".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# "Patel on Tuesday warned": months that are also names or verbs (May, March) are left out.
TIME_WORDS = WEEKDAYS | frozenset(
    "day week month year morning evening night yesterday today later january february april june "
    "july september october november december".split()
)
REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))
SKIPPED = AUXILIARIES | REFLEXIVES | CONTRACTION - {"'"}
PLACE_PREPOSITIONS = frozenset(("to", "into", "in", "at", "on", "from"))
JOINTS = frozenset(("'", "’", "s", "-", "/"))

Range = tuple[int, int]


def _is_inner(token: Token) -> bool:
    inner = token.tag in INNER_TAGS or token.text in JOINTS or token.is_name
    return inner and token.lower not in WEEKDAYS


def _is_time(token: Token) -> bool:
    """Say whether the word tells a time; "Today" with a capital may end an outlet's name."""
    return token.lower in TIME_WORDS and token.text != "Today"


def _is_head(token: Token) -> bool:
    return token.is_noun or token.is_name or token.tag in ("PRP", "CD") or token.lower in BARE_HEADS


def phrase_before(tokens: list[Token], end: int, first: int = 0) -> Range | None:
    """Return the token range of the noun phrase whose last word is token `end`, or None.

    "a spokesman for the ministry in Kigali" is one phrase; a phrase that opens the sentence with
    a preposition ("On Monday the minister") is cut behind it.
    """
    held = end > first and _is_participle(tokens, end)  # "those deported", "people held there"
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
            and _is_participle(tokens, left - 2)
        ):
            left -= 3
        else:
            break
    while left < end and tokens[left].text in JOINTS:
        left += 1
    return (left, end)


def _is_participle(tokens: list[Token], i: int) -> bool:
    """Say whether a participle at `i` follows its noun: "30 people chosen for the flight"."""
    return i > 0 and tokens[i].tag in ("VBN", "VBD") and _is_head(tokens[i - 1])


def phrase_after(tokens: list[Token], start: int) -> Range | None:
    """Return the token range of the noun phrase that begins at token `start`, or None."""
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


def skip_helpers(tokens: list[Token], i: int) -> int:
    """Return the place left of `i` that is neither an auxiliary nor an adverb."""
    while i >= 0 and (tokens[i].lower in SKIPPED or tokens[i].tag in ("RB", "MD", "EX")):
        if i > 0 and tokens[i].text.istitle() and tokens[i - 1].is_name:
            break  # "Theresa May"
        i -= 1
    return i


def subject_before(tokens: list[Token], verb: int, inside: list[bool]) -> Range | None:
    """Return the subject of the verb at `verb`, looked for to its left, or None.

    In order: behind "who"; past an inset between commas ("Patel, the home secretary, said"); the
    phrase right before it.
    """
    i = skip_helpers(tokens, verb - 1)
    if i < 0:
        return None
    if tokens[i].lower in ("who", "which") and not inside[i]:
        i -= 2 if i and tokens[i - 1].text == "," else 1
        return phrase_before(tokens, i)
    if _is_time(tokens[i]):  # "Patel on Tuesday warned"
        while i >= 0 and (_is_time(tokens[i]) or tokens[i].tag in ("CD", "JJ", "DT")):
            i -= 1
        preposition = i >= 0 and tokens[i].tag == "IN"
        return subject_before(tokens, i if preposition else i + 1, inside)
    if tokens[i].text == "," and not inside[i]:
        found = _past_inset(tokens, i, inside)
        if found:
            return found
    elif tokens[verb].tag != "VBG" and not inside[i]:
        return _past_relative(tokens, phrase_before(tokens, i))
    return None


def _past_relative(tokens: list[Token], found: Range | None) -> Range | None:
    """Return the subject before "who" or a participle, where the phrase found stands in its clause.

    "A woman who sought asylum said": not asylum. "People sent to El Salvador said": not the state.
    """
    if not found or found[0] < 2:
        return found
    before = found[0] - 1
    behind_preposition = tokens[before].lower in PLACE_PREPOSITIONS
    if tokens[before].tag not in FINITE and not behind_preposition:
        return found
    for i in range(before - 1, max(found[0] - 10, 0), -1):
        if tokens[i].lower in ("who", "which", "that"):
            return phrase_before(tokens, i - (2 if tokens[i - 1].text == "," else 1)) or found
    if behind_preposition and _is_participle(tokens, before - 1):
        return phrase_before(tokens, before - 2) or found
    return found


def _past_inset(tokens: list[Token], comma: int, inside: list[bool]) -> Range | None:
    for i in range(comma - 1, 0, -1):
        if inside[i]:
            return None
        if tokens[i].text == ",":
            found = phrase_before(tokens, i - 1)
            names = all(t.is_name for t in tokens[i + 1 : comma])
            return (found[0], comma - 1) if found and names else found
    return None


def main_subject(tokens: list[Token], before: int, inside: list[bool]) -> Range | None:
    """Return the subject of the first finite verb that stands before token `before`, or None."""
    for i in range(1, before):
        if tokens[i].tag in FINITE and not inside[i]:
            end = i - 1
            if tokens[end].text == ",":
                return _past_inset(tokens, end, inside)
            while end > 0 and tokens[end].tag == "RB":
                end -= 1
            return phrase_before(tokens, end)
    return None
