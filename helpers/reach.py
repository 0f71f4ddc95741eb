"""How far a source's words reach: what belongs to a base noun phrase."""

from helpers.phrases import PRONOUNS, Range
from helpers.word_classes import is_helper

ATTACHING = frozenset("of for from in at with on to & by under behind against near".split())
_CLAUSE = frozenset(("VBD", "VBZ", "VBP", "MD", "CC", ",", ".", ":"))


def whole_phrase(sentence, place: Range, cue: int) -> Range:
    """Return the base phrase `place` with what belongs to it, stopping short of word `cue`.

    Prepositional phrases behind it ("a spokesman for the ministry in Kigali"), names set off by
    commas ("its foreign minister, Olivier Nduhungirehe"), and what is joined by "and" belong to it.

    >>> from helpers.tokens import read_sentence
    >>> sentence = read_sentence("A lawyer for the group, Ann Lee, said no.", (0, 41))
    >>> whole_phrase(sentence, (0, 1), 9)
    (0, 7)
    """
    first, last = place
    if first == last and (sentence.lower[first] in PRONOUNS or sentence.tags[first] == "PRP$"):
        return place
    limit = cue if cue > last else len(sentence.words)
    begins = sentence.begins
    grown = True
    while grown:
        grown = False
        after = last + 1
        if after >= limit:
            break
        word = sentence.lower[after]
        joined = word in ATTACHING or (word == "and" and cue > last)
        if joined and after + 1 < limit and after + 1 in begins and begins[after + 1] < limit:
            if word != "and" or _ends_before(sentence, begins[after + 1], cue):
                last, grown = begins[after + 1], True
        elif word == "," and after + 1 in begins and sentence.names[after + 1]:
            end = begins[after + 1]
            closed = end + 1 >= limit or sentence.words[end + 1] in (",", ".")
            if closed and end < limit and all(sentence.names[after + 1 : end + 1]):
                last, grown = end, True
        elif sentence.tags[after] in ("VBN", "VBD") and last < cue:
            end = _before_helpers(sentence, cue) - 1
            clause = range(after + 1, end + 1)
            if end > after and not any(sentence.tags[i] in _CLAUSE for i in clause):
                last = end  # "a man deported to Rwanda"
            elif end == after:
                last = end  # "those deported"
    return (first, last)


def phrase_from(sentence, first: int) -> Range | None:
    """Return the whole noun phrase that begins at word `first`, or None.

    >>> from helpers.tokens import read_sentence
    >>> phrase_from(read_sentence("told a lawyer for the group that", (0, 32)), 1)
    (1, 5)
    """
    last = sentence.begins.get(first)
    return None if last is None else whole_phrase(sentence, (first, last), -1)


def _before_helpers(sentence, cue: int) -> int:
    """Return the first of the auxiliaries and adverbs right before the cue, or the cue."""
    while cue and is_helper(sentence, cue - 1):
        cue -= 1
    return cue


def _ends_before(sentence, end: int, cue: int) -> bool:
    """Say whether nothing but auxiliaries and adverbs stand between `end` and the cue."""
    return cue < end or _before_helpers(sentence, cue) == end + 1
