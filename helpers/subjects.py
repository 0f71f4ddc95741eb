"""The subject of a verb: looked for to its left, past insets and relative clauses."""

from helpers.cues import AUXILIARIES, CONTRACTION
from helpers.phrases import WEEKDAYS, Range, is_participle, phrase_before
from helpers.tokens import Token

FINITE = frozenset("VBD VBZ VBP MD".split())
# "Patel on Tuesday warned": months that are also names or verbs (May, March) are left out.
TIME_WORDS = WEEKDAYS | frozenset(
    "day week month year morning evening night yesterday today later january february april june "
    "july september october november december".split()
)
REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))
SKIPPED = AUXILIARIES | REFLEXIVES | CONTRACTION - {"'"}
PLACE_PREPOSITIONS = frozenset(("to", "into", "in", "at", "on", "from"))


def _is_time(token: Token) -> bool:
    """Say whether the word tells a time; "Today" with a capital may end an outlet's name."""
    return token.lower in TIME_WORDS and token.text != "Today"


def skip_helpers(tokens: list[Token], i: int) -> int:
    """Return the place at or left of `i` that is neither an auxiliary nor an adverb; or -1.

    >>> from helpers.tokens import tag_words
    >>> skip_helpers(tag_words("Patel had already said no."), 2)
    0
    """
    while i >= 0 and (tokens[i].lower in SKIPPED or tokens[i].tag in ("RB", "MD", "EX")):
        if i > 0 and tokens[i].text.istitle() and tokens[i - 1].is_name:
            break  # "Theresa May"
        i -= 1
    return i


def subject_before(tokens: list[Token], verb: int, inside: list[bool]) -> Range | None:
    """Return the subject of the verb at token `verb`, looked for to its left, or None.

    In order: behind "who"; past an inset between commas ("Patel, the home secretary, said"); the
    phrase right before it. The range is (first, last) in tokens; `inside` says of each
    token whether it is quoted.

    >>> from helpers.tokens import tag_words
    >>> subject_before(tag_words("Patel, the home secretary, said no."), 6, [False] * 9)
    (0, 0)
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
    if behind_preposition and is_participle(tokens, before - 1):
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
    """Return the subject of the first finite verb that stands before token `before`, or None.

    >>> from helpers.tokens import tag_words
    >>> main_subject(tag_words("The minister spoke, warning of delays."), 4, [False] * 8)
    (0, 1)
    """
    for i in range(1, before):
        if tokens[i].tag in FINITE and not inside[i]:
            end = i - 1
            if tokens[end].text == ",":
                return _past_inset(tokens, end, inside)
            while end > 0 and tokens[end].tag == "RB":
                end -= 1
            return phrase_before(tokens, end)
    return None
