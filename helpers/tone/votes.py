"""Signs weighed three ways: against, neither, for; which weights may judge which article."""

import math
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from helpers.attribution.weights import BIAS, FOLDER
from helpers.faults import read_table
from helpers.gold.folds import fold_of, learned_from
from helpers.tone import schemas
from helpers.tone.signs import Known, Signs

SCHEMAS = {"stance": schemas.STANCE_WEIGHTS, "tone": schemas.TONE_WEIGHTS}


@dataclass(frozen=True)
class Votes:
    """Weights of signs, (against, for) by sign: what each adds to the odds against "neither".

    >>> Votes({"(start)": (0.0, 0.0), "word=bad": (1.0, -1.0)}).weights["word=bad"]
    (1.0, -1.0)
    """

    weights: dict[str, tuple[float, float]]

    @cached_property
    def known(self) -> Known:
        """The signs that have a weight.

        >>> Votes({"word=bad": (1.0, -1.0)}).known.names
        frozenset({'word=bad'})
        """
        return Known(self.weights)

    def chances(self, signs: Signs) -> tuple[float, float, float]:
        """Return the probabilities of against, neither and for, which sum to 1.

        >>> signs = Signs()
        >>> signs.add("word=bad")
        >>> votes = Votes({"(start)": (0.0, 0.0), "word=bad": (1.0, -1.0)})
        >>> [round(chance, 2) for chance in votes.chances(signs)]
        [0.67, 0.24, 0.09]
        """
        against, favour = self.weights[BIAS]
        for sign, strength in signs.strength.items():
            pair = self.weights.get(sign)
            if pair:
                against += pair[0] * strength
                favour += pair[1] * strength
        top = max(against, 0.0, favour)
        odds = [math.exp(total - top) for total in (against, 0.0, favour)]
        return (odds[0] / sum(odds), odds[1] / sum(odds), odds[2] / sum(odds))

    def reasons(self, signs: Signs) -> list[tuple[str, float]]:
        """Return each sign with what it adds: above 0 for, below 0 against; the strongest first.

        >>> signs = Signs()
        >>> signs.add("word=bad", [3])
        >>> Votes({"word=bad": (1.0, -1.0)}).reasons(signs)
        [('word=bad', -2.0)]
        """
        told = [
            (sign, strength * (self.weights[sign][1] - self.weights[sign][0]))
            for sign, strength in signs.strength.items()
            if sign in self.weights
        ]
        return sorted(told, key=lambda pair: (-abs(pair[1]), pair[0]))


def decide(chances: tuple[float, float, float]) -> int:
    """Return -1, 0 or 1, the likeliest of against, neither and for; 0 where they tie.

    >>> decide((0.5, 0.3, 0.2)), decide((0.4, 0.4, 0.2))
    (-1, 0)
    """
    against, neither, favour = chances
    return 0 if neither >= max(against, favour) else 1 if favour > against else -1


def column_for(article_id: str) -> str:
    """Return which weights may judge an article: the fold that left it out, else "all".

    >>> column_for("an article of your own")
    'all'
    """
    return str(fold_of(article_id)) if article_id in learned_from() else "all"


def read_votes(name: str, folder: Path = FOLDER) -> dict[str, Votes]:
    """Return the Votes by column of "stance" ("1" to "5" and "all") or "tone" ("all" alone).

    Raises:
        DataFault: see `faults.read_table`.
        KeyError: there is no model of this name.

    >>> list(read_votes("stance"))
    ['1', '2', '3', '4', '5', 'all']
    """
    table = read_table(Path(folder) / f"{name}.csv", SCHEMAS[name])
    columns = [column.removeprefix("for_") for column in table if column.startswith("for_")]
    return {
        column: Votes(
            dict(zip(table["sign"],
                     zip(table[f"against_{column}"].astype(float).tolist(),
                         table[f"for_{column}"].astype(float).tolist(), strict=True),
                     strict=True))
        )
        for column in columns
    }  # fmt: skip
