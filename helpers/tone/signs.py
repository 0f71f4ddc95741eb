"""What a sentence shows of tone: its words, word pairs, word pieces and words of opinion, as signs.

A sign is a short text such as "word=torture" with a strength; the weights of the signs that a
sentence shows are added up (see `votes`). `stance_signs` and `tone_signs` list each model's signs.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

PIECES = (4, 5)  # lengths of word pieces


class Known:
    """The signs that weigh anything in a model, and the word pieces among them by word.

    >>> known = Known(["piece=deal", "word=deal"])
    >>> "word=deal" in known.names, known.pieces("ideal")
    (True, ('piece=deal',))
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Keep the names; the pieces of a word are looked up once."""
        self.names = frozenset(names)
        self.pieces = lru_cache(maxsize=100_000)(
            lambda word: tuple(filter(self.names.__contains__, word_pieces(word)))
        )


@dataclass
class Signs:
    """The signs of a sentence: `strength` by sign, and each time one was `seen` with its words.

    Words are told by their numbers. Of signs that are not `known` nothing is kept; None keeps all.

    >>> signs = Signs()
    >>> signs.add("word=good", [2])
    >>> signs.strength, signs.seen
    ({'word=good': 1.0}, [('word=good', [2])])
    """

    known: Known | None = None
    strength: dict[str, float] = field(default_factory=dict)
    seen: list[tuple[str, Iterable[int]]] = field(default_factory=list)

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
        if self.known is None or name in self.known.names:
            self.strength[name] = min(self.strength.get(name, 0.0) + strength, most)
            self.seen.append((name, places))

    def add_pieces(self, word: str, place: int, strength: float) -> None:
        """Add the pieces of the word at `place`; they do not grow when seen again.

        >>> signs = Signs()
        >>> signs.add_pieces("deal", 1, 0.5), signs.add_pieces("deal", 3, 0.5)
        (None, None)
        >>> signs.strength["piece=deal"]
        0.5
        """
        for name in self.known.pieces(word) if self.known else word_pieces(word):
            self.strength[name] = strength
            self.seen.append((name, [place]))

    def places(self, name: str) -> set[int]:
        """Return the numbers of the words that a sign stands on.

        >>> signs = Signs()
        >>> signs.add("word=good", [2]), signs.add("word=good", [4])
        (None, None)
        >>> signs.places("word=good")
        {2, 4}
        """
        return {place for seen, places in self.seen if seen == name for place in places}

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
