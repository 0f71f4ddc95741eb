"""What a sentence shows of tone: its words, word pairs, word pieces and words of opinion, as signs.

A sign is a short text such as "word=torture" with a strength; the weights of the signs that a
sentence shows are added up (see `votes`). `stance_signs` and `tone_signs` list each model's signs.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

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
PIECES = (4, 5)  # lengths of word pieces


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


@dataclass
class Signs:
    """The signs of a sentence: `strength` by sign, and the words (numbers) each one stands on.

    With `known`, such as the weights of `votes.Votes`, signs that are not in it are passed over.

    >>> signs = Signs()
    >>> signs.add("word=good", [2])
    >>> signs.strength, signs.places
    ({'word=good': 1.0}, {'word=good': {2}})
    """

    known: Container[str] | None = None
    strength: dict[str, float] = field(default_factory=dict)
    places: dict[str, set[int]] = field(default_factory=dict)

    def add(
        self, name: str, places: Iterable[int] = (), strength: float = 1.0, most: float = 1.0
    ) -> None:
        """Add a sign; seen again, its strength grows up to `most`.

        >>> signs = Signs()
        >>> signs.add("group=lie", [1], most=2), signs.add("group=lie", [4], most=2)
        (None, None)
        >>> signs.strength
        {'group=lie': 2.0}
        """
        if self.known is not None and name not in self.known:
            return
        self.strength[name] = min(self.strength.get(name, 0.0) + strength, most)
        self.places.setdefault(name, set()).update(places)

    def mark(self, names: Iterable[str], place: int, strength: float) -> None:
        """Add signs that do not grow when seen again, each on one word.

        >>> signs = Signs()
        >>> signs.mark(["piece=deal"], 1, 0.5), signs.mark(["piece=deal"], 3, 0.5)
        (None, None)
        >>> signs.strength, signs.places
        ({'piece=deal': 0.5}, {'piece=deal': {1, 3}})
        """
        for name in names if self.known is None else filter(self.known.__contains__, names):
            if name in self.strength:
                self.places[name].add(place)
            else:
                self.strength[name], self.places[name] = strength, {place}

    def add_balance(self, name: str, values: dict[int, float], unit: float) -> None:
        """Add what words speak for and against, in `unit`s, and which prevails (-1 to 1).

        `values` are those of the words that speak for (above 0) or against (below).

        >>> signs = Signs()
        >>> signs.add_balance("valence", {0: 2.0}, 4)
        >>> signs.strength
        {'valence+': 0.5, 'valence~': 1.0}
        """
        good = sum(value for value in values.values() if value > 0)
        bad = -sum(value for value in values.values() if value < 0)
        for mark, total in (("+", good), ("-", bad)):
            if total:
                places = [i for i, value in values.items() if (value > 0) == (mark == "+")]
                self.add(f"{name}{mark}", places, total / unit, most=2)
        if good + bad:
            self.add(f"{name}~", values, (good - bad) / (good + bad))


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


@lru_cache(maxsize=100_000)
def word_pieces(word: str) -> tuple[str, ...]:
    """Return the signs of the pieces of `word`, its edges marked: runs of PIECES characters.

    >>> word_pieces("deal")
    ('piece=<dea', 'piece=<deal', 'piece=deal', 'piece=deal>', 'piece=eal>')
    """
    if len(word) < 4 or not word.isalpha():
        return ()
    marked = f"<{word}>"
    pieces = {marked[i : i + n] for n in PIECES for i in range(len(marked) - n + 1)}
    return tuple(f"piece={piece}" for piece in sorted(pieces))


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
