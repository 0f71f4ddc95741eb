"""A sentence as words of opinion: stems, names passed over, what is negated, valence and groups."""

from dataclasses import dataclass

from helpers.attribution.cue_evidence import stem
from helpers.tone.opinions import Opinions
from helpers.words.tokens import Sentence
from helpers.words.word_classes import NEGATIONS

NAME, NUMBER = "NAME", "0"
# Words that turn the words behind them. The stance and tone models were learned with these; the
# news analyzer has its own in data/tone_lexicon.csv, phrases among them ("failed to", "lack of").
NEGATORS = NEGATIONS | frozenset("without nor hardly neither cannot nobody nothing".split())
REACH = 4  # words that a negation may turn
TURNED = -0.6  # what is left of a word's value behind a negation: "not good" is no "terrible"
CLAUSE_ENDS = frozenset(
    ', ; : ( ) " -- but while although though whereas because after before since unless until when '
    "where who whom whose which that and or".split()
)


@dataclass(frozen=True)
class Reading:
    """A Sentence with one entry a word: stem, whether negated, valence, groups of opinion.

    Names stand as "NAME" and numbers as "0", so that no model learns who is spoken of.

    >>> from helpers.tone.opinions import read_opinions
    >>> from helpers.words.tokens import read_sentence
    >>> reading = read_opinion_words(read_sentence("Lee was not good.", (0, 17)), read_opinions())
    >>> reading.stems, reading.negated[3], reading.values[3] < 0
    (['NAME', 'was', 'not', 'good', '.'], True, True)
    """

    sentence: Sentence
    stems: list[str]
    negated: list[bool]
    values: list[float]
    groups: list[tuple[tuple[str, int], ...]]


def read_opinion_words(sentence: Sentence, opinions: Opinions) -> Reading:
    """Return the Reading of `sentence`: what `opinions` knows of its words, negation applied.

    >>> from helpers.tone.opinions import read_opinions
    >>> from helpers.words.tokens import read_sentence
    >>> read_opinion_words(read_sentence("They praised it.", (0, 16)), read_opinions()).groups[1]
    (('lifts', 1), ('praise', 1))
    """
    lower, names = sentence.lower, sentence.names
    stems = [
        NAME if name else NUMBER if word[0].isdigit() else stem(word)
        for word, name in zip(lower, names, strict=True)
    ]
    negated, left = [], 0
    for word in lower:
        if word in CLAUSE_ENDS or word in ".!?":
            left = 0
        negated.append(left > 0 and word not in NEGATORS)
        left = REACH if word in NEGATORS else max(0, left - 1)
    values = [
        0.0 if name else opinions.valences.get(word, 0.0) * (TURNED if turned else 1)
        for word, name, turned in zip(lower, names, negated, strict=True)
    ]
    groups = [() if name == NAME else opinions.groups.get(name, ()) for name in stems]
    return Reading(sentence, stems, negated, values, groups)


def opinion_values(reading: Reading, skip: frozenset[str]) -> tuple[dict[int, float], ...]:
    """Return the valence, and the pole by its groups (`skip` left out), of the words that have one.

    >>> from helpers.tone.opinions import read_opinions
    >>> from helpers.words.tokens import read_sentence
    >>> reading = read_opinion_words(read_sentence("He lied.", (0, 8)), read_opinions())
    >>> opinion_values(reading, frozenset())
    ({1: -1.6}, {1: -1.0})
    """
    valences = {i: value for i, value in enumerate(reading.values) if value}
    poles = {
        i: sum(pole * (TURNED if reading.negated[i] else 1.0)
               for group, pole in groups if group not in skip)
        for i, groups in enumerate(reading.groups) if groups
    }  # fmt: skip
    return valences, {i: pole for i, pole in poles.items() if pole}


def fold_names(stems: list[str], keep: tuple[int, int] | None = None) -> list[tuple[str, int]]:
    """Return (stem, place) of each word, a run of names as one; words keep[0]..keep[1] are "*".

    >>> fold_names(["NAME", "NAME", "said", "no"], keep=(0, 1))
    [('*', 0), ('said', 2), ('no', 3)]
    """
    folded: list[tuple[str, int]] = []
    for i, found in enumerate(stems):
        mark = "*" if keep and keep[0] <= i <= keep[1] else found
        if not (folded and mark in (NAME, "*") and folded[-1][0] == mark):
            folded.append((mark, i))
    return folded
