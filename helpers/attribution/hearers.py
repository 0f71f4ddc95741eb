"""Who is told: the hearer that belongs to a cue, and on which side of it the source stands."""

from helpers.attribution.cues import Cue
from helpers.words.phrases import Range
from helpers.words.reach import phrase_from
from helpers.words.tokens import Sentence

# Behind a hearer content follows; before these words what looks like one is content itself.
NO_HEARER = frozenset(("and", "or", "for", "in", "from", "with", "against"))


def hearer_end(sentence: Sentence, cue: Cue, source: Range | None) -> int:
    """Return the last word of the cue with the hearer it names: "told the BBC".

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Patel told the BBC that it is safe.", (0, 35))
    >>> hearer_end(sentence, Cue(Entry("tell", "verb", "say", frozenset(["hearer"])), 1, 1), (0, 0))
    3
    """
    if "hearer" not in cue.entry.traits or is_behind(source, cue):
        return cue.last
    if sentence.lower[cue.last + 1 : cue.last + 2] == ["that"]:
        return cue.last  # "warned that time was short"
    base = sentence.begins.get(cue.last + 1, cue.last)
    if cue.entry.cue_class != "say" and sentence.lower[base + 1 : base + 2] == ["for"]:
        return cue.last  # "asked the court for a block"
    hearer = phrase_from(sentence, cue.last + 1)
    if cue.last > cue.first or not hearer or sentence.quoted[hearer[0]]:
        return cue.last  # "warned of an attack"
    behind = sentence.lower[hearer[1] + 1 : hearer[1] + 3]
    asked = cue.entry.cue_class != "say" and behind[:1] in (["to"], ["not"])
    return cue.last if asked or NO_HEARER.intersection(behind[:1]) else hearer[1]


def is_behind(source: Range | None, cue: Cue) -> bool:
    """Say whether the source stands behind its cue.

    >>> from helpers.attribution.cues import Entry
    >>> is_behind((2, 3), Cue(Entry("say", "verb", "say", frozenset()), 1, 1))
    True
    """
    return source is not None and source[0] > cue.last
