"""Refusals to speak: "did not say", "refused to answer", "yet to respond", "gave no details"."""

from helpers.attribution.cue_evidence import look_left
from helpers.attribution.cues import Cue, Lexicon, find_phrase_cues
from helpers.words.word_classes import HAVE, NEGATIONS

# Verbs of giving information, base form and participle, by the entry of data/cues.csv they make.
_ENTRIES = {
    "decline to say": "say said specify specified disclose disclosed elaborate elaborated reveal "
    "revealed clarify clarified explain explained detail detailed mention mentioned name named "
    "identify identified share shared divulge divulged discuss address",
    "not respond": "respond responded reply replied answer answered",
    "not comment": "comment commented confirm confirmed",
}
INFORMING = {word: entry for entry, words in _ENTRIES.items() for word in words.split()}
# Not to do these is silence only where one refuses to: "declined to discuss it".
REFUSED_ONLY = frozenset(("discuss", "address", "share", "shared"))
REFUSING = frozenset(
    "refuse refuses refused refusing decline declines declined declining unable unwilling".split()
)
GIVING = frozenset(
    "give gives gave given giving offer offered offering provide provided providing release "
    "released releasing make made making issue issued supply supplied".split()
)
GIVEN = frozenset(
    "detail details comment comments answer answers response reply explanation reason reasons "
    "information reaction figures names specifics timeline timetable indication".split()
)
TOLD = GIVEN | INFORMING.keys()
# What one says nothing by having none of: "had no comment", but not "had no reason".
REACTIONS = frozenset("comment comments response reaction reply".split())
_INSIDE = frozenset(("no", "any", "further", "more", "other", "the", "immediate", "additional"))
QUESTIONS = [[word] for word in "whether if how why what who when where which".split()]
WORDS_BETWEEN = 4


def find_listed_cues(sentence, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of several words in the Sentence: listed phrases, and refusals to speak.

    >>> from helpers.attribution.cues import build_lexicon
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("The ministry has yet to reply.", (0, 30))
    >>> [(cue.entry.cue, cue.first) for cue in find_listed_cues(sentence, build_lexicon())]
    [('not respond', 2)]
    """
    found = find_phrase_cues(sentence, lexicon)
    taken = {i for cue in found for i in range(cue.first, cue.last + 1)}
    for i in [i for i, word in enumerate(sentence.lower) if word in TOLD]:
        word = sentence.lower[i]
        if sentence.quoted[i] or i in taken:
            continue
        first = _refusal(sentence, i) if word in INFORMING else None
        name = INFORMING.get(word, "decline to say")
        if first is None and word in GIVEN:
            first = _nothing_given(sentence, i)
        entry = lexicon.silences.get(name)
        if first is not None and entry and taken.isdisjoint(range(first, i + 1)):
            found.append(Cue(entry, first, i, look_left(sentence, first)))
            taken.update(range(first, i + 1))
    return found


def _refusal(sentence, i: int) -> int | None:
    """Return the first word of a refusal to do what the verb `i` tells, if it is one."""
    lower = sentence.lower
    _, j, voice = look_left(sentence, i)
    before = lower[j + 1 : i]
    if "to" in before:
        if j >= 0 and lower[j] in REFUSING:
            return j
        return j + 1 if "yet" in before else None
    negated = voice in ("modal-", "have-") and "never" not in before and "no" not in before
    unsure = lower[i].startswith("confirm") and ("could" in before or "ca" in before)
    if not negated or unsure or lower[i] in REFUSED_ONLY:
        return None
    if lower[i] in ("say", "said") and lower[i + 1 : i + 2] not in QUESTIONS:
        return None  # "did not say it was over": he may have said much else
    return j + 1


def _nothing_given(sentence, i: int) -> int | None:
    """Return the first word of "gave no details", "did not release details", if it is that."""
    lower, k = sentence.lower, i - 1
    while k >= max(0, i - WORDS_BETWEEN) and lower[k] in _INSIDE:
        k -= 1
    had = lower[k] in HAVE and lower[i] in REACTIONS
    if k < 0 or not (had or lower[k] in GIVING):
        return None
    _, j, voice = look_left(sentence, k)
    if lower[k + 1 : k + 2] == ["no"] and "passive" not in voice:
        return k
    if "to" in lower[j + 1 : k] and j >= 0 and lower[j] in REFUSING:
        return j
    negated = voice.endswith("-") and not NEGATIONS.isdisjoint(lower[j + 1 : k])
    return j + 1 if negated and voice in ("modal-", "have-") else None
