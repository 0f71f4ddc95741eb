"""Subjects that do not stand right before their verb: shared, set apart, or behind "who"."""

from helpers.cues import Cue
from helpers.phrases import Range
from helpers.reach import subject_end
from helpers.word_classes import FINITE

ANTECEDENT_JOINTS = frozenset(("of", "in", "at", "on", "for"))
JOINTS = frozenset(("and", "but", "or", ","))


def find_antecedent_phrase(sentence, relative: int) -> Range | None:
    """Return the base phrase that "who" or "which" at word `relative` stands for, or None.

    It is the phrase right before; behind a comma the one on which that hangs, as clauses set off
    tell of the whole ("a lawyer for the men, who said").

    >>> from helpers.tokens import read_sentence
    >>> find_antecedent_phrase(read_sentence("It is Ann Lee of Oxfam, who said so.", (0, 36)), 7)
    (2, 3)
    """
    comma = relative > 0 and sentence.words[relative - 1] == ","
    last = relative - 1 - comma
    first = sentence.finishes.get(last)
    if first is None:
        return None
    while comma and first > 1 and sentence.lower[first - 1] in ANTECEDENT_JOINTS:
        before = sentence.finishes.get(first - 2)
        if before is None:
            break
        first, last = before, first - 2
    return (first, last)


def find_subject(sentence, cue: Cue, earlier: list[Range | None]) -> Range | None:
    """Return the subject of a verb that no phrase near it seems to be, or None.

    The phrase that ends right before it; else, of a participle or a verb joined by "and", the last
    of the `earlier` sources of the sentence, or the sentence's subject; of a participle that opens
    the sentence what stands behind its comma ("Citing a report, the group warned").

    >>> from helpers.cues import Entry
    >>> from helpers.tokens import read_sentence
    >>> sentence = read_sentence("The court closed it, saying it was illegal.", (0, 43))
    >>> cue = Cue(Entry("say", "verb", "say", frozenset()), 5, 5, ("comma", 4, ""))
    >>> find_subject(sentence, cue, [])
    (0, 1)
    """
    tag = sentence.tags[cue.first]
    active = cue.entry.kind == "verb" and cue.before[2].rstrip("-") in ("", "have", "modal")
    if not active or tag not in (*FINITE, "VBG", "VBN", "VB") or sentence.quoted[cue.first]:
        return None
    if tag == "VBG" and cue.first == 0:
        comma = next((i for i, word in enumerate(sentence.words) if word == ","), -2)
        return _phrase_at(sentence, comma + 1)
    stop = subject_end(sentence, cue.first)
    if tag != "VBG" and stop - 1 in sentence.finishes:
        return (sentence.finishes[stop - 1], stop - 1)
    if sentence.lower[stop : stop + 1] == [","] or sentence.lower[stop - 1] in JOINTS:
        shared = next((source for source in reversed(earlier) if source), None)
        if shared and shared[1] < cue.first:
            return shared
        if sentence.subject is not None and sentence.phrases[sentence.subject][1] < cue.first:
            return sentence.phrases[sentence.subject]
    return None


def _phrase_at(sentence, first: int) -> Range | None:
    last = sentence.begins.get(first)
    return None if last is None else (first, last)
