"""Sources that words right beside a cue point to: "promises by X", "quoted X as saying"."""

from helpers.attribution.cues import Cue
from helpers.words.phrases import Range

QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
REACH = 24  # how many words before "as saying" the verb that quotes is looked for


def find_told_by(sentence, cue: Cue) -> Range | None:
    """Return the base phrase that words beside the cue name as its source, or None.

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("The Post quoted Ann Lee as saying no.", (0, 37))
    >>> find_told_by(sentence, Cue(Entry("say", "verb", "say", frozenset()), 6, 6))
    (3, 4)
    """
    lower = sentence.lower
    if cue.entry.kind == "noun" and lower[cue.last + 1 : cue.last + 2] == ["by"]:
        return _phrase_at(sentence, cue.last + 2)
    if sentence.tags[cue.first] == "VBG" and lower[max(0, cue.first - 1)] == "as":
        for i in range(cue.first - 2, max(-1, cue.first - REACH), -1):
            if lower[i] in QUOTING:
                return _phrase_at(sentence, i + 1)
    return None


def is_quoting(sentence, cue: Cue) -> bool:
    """Say whether the cue only leads to another: "quoted X as saying".

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("The Post quoted Ann Lee as saying no.", (0, 37))
    >>> is_quoting(sentence, Cue(Entry("quote", "verb", "say", frozenset()), 2, 2))
    True
    """
    if sentence.lower[cue.first] not in QUOTING:
        return False
    behind = sentence.lower[cue.last + 1 : cue.last + REACH]
    return "as" in behind[:-1] and sentence.tags[cue.last + 2 + behind.index("as")] == "VBG"


def _phrase_at(sentence, first: int) -> Range | None:
    """Return the phrase that begins at word `first`, be a participle read into it or not."""
    last = sentence.begins.get(first, sentence.begins.get(first - 1))
    return None if last is None or last < first else (first, last)
