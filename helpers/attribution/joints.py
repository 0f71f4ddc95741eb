"""Where the next speaker of a sentence begins: what joins one attribution to another."""

from bisect import bisect_left

from helpers.attribution.content_edges import CONNECTORS
from helpers.attribution.cues import Cue
from helpers.words.phrases import Range
from helpers.words.tokens import Sentence
from helpers.words.word_classes import CLOSING

RELATIVES = frozenset(("which", "whom"))  # objects of the cue that follows


def next_speaker(
    sentence: Sentence, begin: int, cues: list[Cue], sources: list[Range | None]
) -> int:
    """Return the word at which what word `begin` opens ends: the next speaker's, or the end.

    >>> from helpers.words.tokens import read_sentence
    >>> next_speaker(read_sentence("He said it failed.", (0, 18)), 2, [], [])
    5
    """
    stop = len(sentence.words)
    for cue, source in zip(cues, sources, strict=True):
        first = min(cue.first, source[0]) if source and begin < source[0] else cue.first
        joined = _is_joined(sentence, first) or cue.entry.kind == "phrase"
        empty = all(word == "," for word in sentence.lower[begin:first])
        if first > begin and joined and not empty:
            stop = first
            break
    missed = bisect_left(sentence.stops, begin)
    return min([stop, *sentence.stops[missed : missed + 1]])


def before_joint(sentence: Sentence, begin: int, stop: int) -> int:
    """Return `stop` less what joins the next speaker to content that begins at word `begin`.

    >>> from helpers.words.tokens import read_sentence
    >>> before_joint(read_sentence("It failed, but only he left.", (0, 28)), 0, 5)
    2
    """
    lower, tags = sentence.lower, sentence.tags
    while stop > begin:
        inside = lower[stop - 1] in RELATIVES or tags[stop - 1] == "RB"
        if lower[stop - 1] in CONNECTORS:
            stop -= 1
        elif inside and stop < len(lower) and lower[stop - 2] in CONNECTORS:
            stop -= 2
        else:
            break
    return stop


def _is_joined(sentence: Sentence, first: int) -> bool:
    """Say whether a comma, "and" and the like join word `first` to what stands before it.

    A closing mark, adverbs and "which" may stand between: '"A," adding', "A, but only he said".
    """
    at = first - 1
    while at > 0 and sentence.tags[at] == "RB":
        at -= 1
    if sentence.words[at] in CLOSING and at and sentence.quoted[at]:
        at -= 1
    if sentence.lower[at] in RELATIVES and at:
        at -= 1  # ", which he called"
    return sentence.lower[at] in CONNECTORS
