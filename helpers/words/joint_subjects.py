"""Where a subject begins that is joined of several phrases."""

from helpers.words.phrases import OPENING_WORDS, PRONOUNS
from helpers.words.word_classes import ATTACHING, CLOSING, STOPS, TIMES

# Words after which a clause begins.
OPENERS = frozenset(
    "that ; : but as both while though although because whereas when whether if said says".split()
)
EARLIER = 8  # how many phrases a joint subject may hold before the one that was weighed


def joint_start(sentence, first: int, stop: int, cue: int) -> int:
    """Return where the subject begins of which the phrase at `first` is the last part.

    It opens its clause, and only prepositions, "and" and the commas of a list stand between.
    The subject ends before word `stop`, its verb is `cue`.

    >>> from helpers.words.tokens import read_sentence
    >>> joint_start(read_sentence("A friend of Lee and a cousin said no.", (0, 37)), 5, 7, 7)
    0
    """
    lower, tags = sentence.lower, sentence.tags
    behind = lower[cue + 1 : cue + 2]
    closed = sentence.words[stop : stop + 1] == [","]
    commas = closed or not (not behind or behind[0] in STOPS)
    start, at, joined = first, first, "and" in lower[first:stop]
    listed = True  # of "A, B, and C", not "..., and C"
    for _ in range(EARLIER):
        left = at - 1
        if left < 1:
            break
        if lower[left] in ("and", "&"):
            joined = True
        elif lower[left] == ",":
            if not (commas and (joined or closed)):
                break
            listed = True
        elif lower[left] not in ATTACHING:
            break
        signed = lower[left] == "by" and tags[left - 1] in ("VBN", "VBD")
        series = lower[left - 1] == "," and lower[left] == "and"
        listed = listed and not series
        if signed or series:
            left -= 1
        at = sentence.finishes.get(left - 1, -1)
        if at < 0 or lower[left - 1] in TIMES or lower[at] in PRONOUNS or tags[at] == "VBG":
            break
        if listed and _opens(sentence, at):
            start = at
    return start


def _opens(sentence, first: int) -> bool:
    """Say whether a clause may begin with word `first`."""
    if first == 0:
        return True
    if sentence.tags[0] == "IN" and first <= OPENING_WORDS and first - 1 in sentence.finishes:
        return True  # "In a joint statement the groups"
    before = sentence.lower[first - 1]
    earlier = sentence.words[first - 2] if first > 1 else ""
    ended = before in CLOSING and earlier in STOPS
    joined = before == "and" and earlier == ","
    return ended or joined or before in OPENERS
