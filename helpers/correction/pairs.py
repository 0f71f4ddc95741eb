"""Corrected shares of pairs of groups, named beforehand, and their differences."""

import numpy as np
import pandas as pd

from helpers.correction.differences import ADJUSTMENT, adjust_holm
from helpers.correction.influence import subtract
from helpers.correction.ppi import prediction_powered
from helpers.correction.twice import Twice

NUMBERS = ["one_share", "other_share", "difference", "low", "high", "p"]
COLUMNS = [
    "value", "one", "other", *NUMBERS, "p_adjusted", "adjusted_by", "coded_one", "coded_other",
]  # fmt: skip


def compare_pairs(twice: Twice, by: str, pairs: list, column: str, values: list) -> pd.DataFrame:
    """Return the corrected differences of shares between pairs of groups.

    `pairs` are values of `by`, two each, named beforehand; `values` those of `column` whose shares
    are compared. The groups may be of different articles (a column joined by `Twice.join`, true for
    the one and false for the other, say) or units in the same articles (two sides heard in one):
    what they share is taken into account (see `influence.subtract`). Each group is corrected by its
    own gold. Columns out: value, one, other (the groups), one_share, other_share, difference with
    low and high (95 %, not adjusted), p, p_adjusted for all rows by the method that `adjusted_by`
    names, coded_one, coded_other (numbers of coded articles in which gold has a unit).

    Where a group has no coded article with a unit the numbers are missing.

    >>> units = pd.DataFrame({"article_id": list("abcdefgh"), "side": list("xxxxyyyy"),
    ...                       "stance": list("11101000")})
    >>> twice = Twice(units, units, list("abcdefgh"), list("abcdefgh"))
    >>> found = compare_pairs(twice, "side", [("x", "y")], "stance", ["1"])
    >>> found[["one", "one_share", "other_share", "difference", "coded_one"]].values.tolist()
    [['x', 0.75, 0.25, 0.5, 4]]
    """
    rows = []
    for value in values:
        for pair in pairs:
            groups = [twice.group(by, group) for group in pair]
            numbers, coded = [np.nan] * len(NUMBERS), [group.n_coded for group in groups]
            if all(coded):
                found = [prediction_powered(group.sums(column, value)) for group in groups]
                numbers = [*(one.value for one in found), *subtract(*found)]
            rows.append((value, *pair, *numbers, np.nan, ADJUSTMENT, *coded))
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(p_adjusted=adjust_holm(table["p"]))
