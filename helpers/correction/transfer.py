"""Does the measure err alike on the articles that it is corrected by and on the others?"""

import numpy as np
import pandas as pd

from helpers.correction.differences import ADJUSTMENT, adjust_holm
from helpers.correction.influence import Influence, linearise, subtract
from helpers.correction.sums import sum_codes

COLUMNS = ["one", "other", "difference", "low", "high", "p", "p_adjusted", "adjusted_by"]


def compare_errors(
    gold: pd.DataFrame, measured: pd.DataFrame, column: str, parts: tuple, values: list
) -> pd.DataFrame:
    """Return the net error of the measured share of each value in two parts of the articles.

    Correction takes the error seen in the one part for that in the other; where both are coded that
    can be looked at. `gold` and `measured` have article_id and `column`, one row a unit; `parts`
    are the ids of the articles of the one part and of the other, all coded. Columns out: `column`;
    one and other, the net errors (measured share less gold's, -1 to 1); their difference with low
    and high (95 %, not adjusted) and p (see `influence.subtract`); p_adjusted for all rows by the
    method that `adjusted_by` names. Articles are the clusters.

    >>> gold = pd.DataFrame({"article_id": list("abcd"), "mode": list("xyxy")})
    >>> measured = gold.assign(mode=list("xxxy"))
    >>> table = compare_errors(gold, measured, "mode", (["a", "b"], ["c", "d"]), ["x"])
    >>> table[["one", "other", "difference"]].values.tolist()
    [[0.5, 0.0, 0.5]]
    """
    rows = []
    for value in values:
        found = [_net_error(sum_codes(gold, measured, column, value, ids, ids)) for ids in parts]
        rows.append((value, *(one.value for one in found), *subtract(*found), np.nan, ADJUSTMENT))
    table = pd.DataFrame(rows, columns=[column, *COLUMNS])
    return table.assign(p_adjusted=adjust_holm(table["p"]))


def _net_error(sums: pd.DataFrame) -> Influence:
    sums = sums[sums["gold_of"].gt(0) | sums["predicted_of"].gt(0)]
    truth, parts = linearise(sums["gold_hits"], sums["gold_of"])
    counted, echo = linearise(sums["predicted_hits"], sums["predicted_of"])
    n = len(sums)
    return Influence(counted - truth, (echo - parts) * np.sqrt(n / max(n - 1, 1)), n - 1)
