"""The learned weights: what each sign of a cue or a source counts for, and the sum of them."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path

import pandas as pd

from helpers import schemas
from helpers.codes import FOLDS, UNSEEN
from helpers.faults import read_table
from helpers.paths import DATA

FOLDER = DATA / "weights"
BIAS = "(start)"
# Whose rules for what counts as an attribution: PolNeAR's, or this project's codebook; and the
# codebook's as learned without one fold of our own records.
SCHEMES = ("polnear", "codebook", *(f"without_{fold}" for fold in FOLDS))


def scheme_of(fold: int) -> str:
    """Return the scheme for articles of a fold: the codebook's, learned without that fold.

    >>> scheme_of(3), scheme_of(UNSEEN)
    ('without_3', 'codebook')
    """
    return "codebook" if fold == UNSEEN else f"without_{fold}"


@dataclass(frozen=True)
class Weights:
    """The weights of signs by name; `bias` is what one starts from.

    >>> Weights(-1.0, {"stem=say": 3.0}).bias
    -1.0
    """

    bias: float
    signs: dict[str, float]

    def chance(self, signs: list[str]) -> float:
        """Return the probability, 0 to 1, that the signs speak for: the logistic of their sum.

        >>> round(Weights(-1.0, {"stem=say": 3.0}).chance(["stem=say", "unknown"]), 3)
        0.881
        """
        total = self.add_up(signs)
        return 1 / (1 + math.exp(-total)) if total > -30 else 0.0

    def choose(self, options: list[list[str]]) -> tuple[int, float]:
        """Return which of the options is likeliest by its signs, and its chance, 0 to 1.

        At most one is right: the chance of each is its share, none of them counting 1 (a
        conditional logit: McFadden 1974).

        >>> number, chance = Weights(-1.0, {"near=1": 3.0}).choose([["near=0"], ["near=1"]])
        >>> number, round(chance, 3)
        (1, 0.844)
        """
        totals = [self.add_up(signs) for signs in options]
        top = max(totals)
        floor = max(top, 0.0)
        share = sum(math.exp(total - floor) for total in totals) + math.exp(-floor)
        return totals.index(top), math.exp(top - floor) / share

    def add_up(self, signs: list[str]) -> float:
        """Return the bias with the weights of the signs.

        >>> Weights(-1.0, {"stem=say": 3.0}).add_up(["stem=say", "unknown"])
        2.0
        """
        return self.bias + sum(map(self.signs.get, signs, repeat(0.0)))

    def reasons(self, signs: list[str]) -> list[tuple[str, float]]:
        """Return the signs that count, with their weights, the strongest first.

        >>> Weights(0.0, {"a": 0.5, "b": -2.0}).reasons(["a", "b", "c"])
        [('b', -2.0), ('a', 0.5)]
        """
        known = [(sign, self.signs[sign]) for sign in dict.fromkeys(signs) if sign in self.signs]
        return sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))


def read_weights(name: str, scheme: str = "codebook", folder: Path = FOLDER) -> Weights:
    """Return the weights of `name` ("cues" or "sources") for a scheme of SCHEMES.

    The file has the columns sign and one for each scheme.

    Raises:
        DataFault: see `faults.read_table`.
        KeyError: the scheme is not one of SCHEMES.

    >>> read_weights("sources").bias < 0
    True
    """
    table = _read(Path(folder) / f"{name}.csv")
    signs = dict(zip(table["sign"], table[scheme].astype(float).tolist(), strict=True))
    return Weights(signs.pop(BIAS), {sign: weight for sign, weight in signs.items() if weight})


@lru_cache
def _read(path: Path) -> pd.DataFrame:
    return read_table(path, schemas.WEIGHTS)
