"""Subjects that do not stand right before their verb: shared, set apart, or behind "who"."""

from bisect import bisect_left

from helpers.attribution.cues import Cue
from helpers.attribution.told_by import find_told_by
from helpers.words.phrases import Range
from helpers.words.reach import clause_start, subject_end, whole_phrase
from helpers.words.word_classes import FINITE

PLACES = frozenset(("in", "at", "on"))
ANTECEDENT_JOINTS = PLACES | {"of", "for"}
JOINTS = frozenset(("and", "but", "or", ","))
# Why a phrase is the source where no weights chose it.
BEHIND = "it stands right behind the phrase"
ANTECEDENT = '"who" or "which" stands for it'
BESIDE = "words beside the cue point to it"
SHARED = "the verb shares it as its subject"
SUBJECT = "it is the subject of the verb"


def settle_source(
    sentence, cue: Cue, place: Range | None, earlier: list[Range | None], nested: bool
) -> tuple[Range | None, str]:
    """Return the whole source of `cue`, and the rule that chose it: "" where the weights did.

    `place` is the base phrase that the weights chose, or None; `earlier` are the sources of the
    last cues before. Rules choose the subject where no phrase is likely, and where the verb shares
    it with another, and what "who" stands for; without `nested` (see `Model`) they do not.

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Ann Lee, who said no, left.", (0, 27))
    >>> cue = Cue(Entry("say", "verb", "say", frozenset()), 4, 4)
    >>> settle_source(sentence, cue, (3, 3), [], nested=True)
    ((0, 1), '"who" or "which" stands for it')
    """
    if nested and place and cue.passive and cue.entry.kind == "verb" and place[1] < cue.first:
        return None, ""  # "he was told": the hearer, not who tells
    told_by = find_told_by(sentence, cue) if nested else None
    if told_by:
        return whole_phrase(sentence, told_by, cue.first), BESIDE
    rule = BEHIND if place and cue.entry.kind == "phrase" else ""
    if nested and (place is None or is_shared(sentence, cue, place)):
        subject = find_subject(sentence, cue, earlier)
        if subject is not None and subject in earlier:
            return subject, SHARED
        if place is None and subject is not None:
            place, rule = subject, SUBJECT
    if nested and place and sentence.lower[place[1]] in ("who", "which"):
        antecedent = find_antecedent_phrase(sentence, place[1])
        if antecedent:
            return whole_phrase(sentence, antecedent, place[1]), ANTECEDENT
    if place is None:
        return None, ""
    head = find_head(sentence, cue, place) if nested else place
    return whole_phrase(sentence, head, cue.first), rule if head == place else ANTECEDENT


def find_antecedent_phrase(sentence, relative: int) -> Range | None:
    """Return the base phrase that "who" or "which" at word `relative` stands for, or None.

    It is the phrase right before; behind a comma the one on which that hangs, as clauses set off
    tell of the whole ("a lawyer for the men, who said").

    >>> from helpers.words.tokens import read_sentence
    >>> find_antecedent_phrase(read_sentence("It is Ann Lee of Oxfam, who said so.", (0, 36)), 7)
    (2, 3)
    """
    comma = relative > 0 and sentence.words[relative - 1] == ","
    last = relative - 1 - comma
    first = sentence.finishes.get(last)
    if first is None:
        return None
    joints = ANTECEDENT_JOINTS if sentence.lower[relative] == "who" else PLACES
    while comma and first > 1 and sentence.lower[first - 1] in joints:
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

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
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
    near = sentence.finishes.get(stop - 1)
    set_off = sentence.words[stop] == ","
    if tag != "VBG" and near is not None:
        head = _on_which_it_hangs(sentence, (near, stop - 1))[0]
        if not (set_off and _is_object(sentence, head)):
            return (near, stop - 1)
    if sentence.lower[stop : stop + 1] == [","] or sentence.lower[stop - 1] in JOINTS:
        start = clause_start(sentence, cue.first)
        told = [source for source in earlier if source and start <= source[0] < cue.first]
        main = _first_subject(sentence, start, cue.first)
        leading = [each for each in told if main and each[0] <= main[0] and main[1] <= each[1]]
        if told:
            return (leading or told)[-1]
        if main:
            return main
        return (0, sentence.begins[0]) if sentence.begins.get(0, cue.first) < cue.first else None
    return None


def find_head(sentence, cue: Cue, place: Range) -> Range:
    """Return `place`, or whom the clause with "who" tells of that ends in it right before the cue.

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("The men who were sent to Kigali said no.", (0, 40))
    >>> find_head(sentence, Cue(Entry("say", "verb", "say", frozenset()), 7, 7), (6, 6))
    (0, 1)
    """
    first, last = place
    if not first or sentence.tags[first - 1] not in ("IN", "TO") or last + 1 != cue.first:
        return place
    for i in range(first - 1, 0, -1):
        if sentence.words[i] == ",":
            break
        if sentence.lower[i] in ("who", "which"):
            return find_antecedent_phrase(sentence, i) or place
    return place


def is_shared(sentence, cue: Cue, place: Range) -> bool:
    """Say whether a verb joined by "and" cannot have its subject at `place`.

    A phrase that rules no verb, or stands in a clause before the verb's own, is none.

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("It praised the deal and urged talks.", (0, 36))
    >>> cue = Cue(Entry("urge", "verb", "say", frozenset()), 5, 5, ("and", 4, ""))
    >>> is_shared(sentence, cue, (2, 3)), is_shared(sentence, cue, (0, 0))
    (True, False)
    """
    left = place[1] < cue.first
    free = cue.before[0] == "and" or (cue.before[0] == "comma" and _is_object(sentence, place[0]))
    if not (free and left):
        return False
    return not sentence.is_subject(place[1]) or place[0] < clause_start(sentence, cue.first)


def _is_object(sentence, first: int) -> bool:
    """Say whether a verb or a preposition stands right before the phrase at word `first`."""
    return first > 0 and sentence.tags[first - 1][:2] in ("VB", "IN", "TO")


def _first_subject(sentence, start: int, stop: int) -> Range | None:
    """Return the first phrase from word `start` to `stop` that a finite verb follows, or None."""
    for place in sentence.phrases[bisect_left(sentence.phrases, (start, 0)) :]:
        if place[0] >= stop:
            break
        if place[1] < stop and sentence.is_subject(place[1]):
            return _on_which_it_hangs(sentence, place)
    return None


def _on_which_it_hangs(sentence, place: Range) -> Range:
    """Return the phrase on which `place` hangs by a preposition, or `place`: "a group in Ghana"."""
    first = place[0]
    while first > 1 and sentence.lower[first - 1] in ANTECEDENT_JOINTS:
        before = sentence.finishes.get(first - 2)
        if before is None:
            break
        first, place = before, (before, first - 2)
    return place


def _phrase_at(sentence, first: int) -> Range | None:
    last = sentence.begins.get(first)
    return None if last is None else (first, last)
