"""Shares as the measure counts them, as gold has them, and corrected: side by side, as tables."""

import numpy as np
import pandas as pd

from helpers.correction.differences import ADJUSTMENT, adjust_holm
from helpers.correction.influence import Influence, linearise, subtract
from helpers.correction.ppi import correct_sums, prediction_powered
from helpers.correction.sums import sum_codes
from helpers.uncertainty import estimate_share

SHARE_COLUMNS = [
    "naive", "naive_low", "naive_high", "gold", "gold_low", "gold_high",
    "corrected", "corrected_low", "corrected_high", "difference", "difference_low",
    "difference_high", "p", "p_adjusted", "adjusted_by", "coded", "articles",
]  # fmt: skip


def compare_shares(
    gold: pd.DataFrame, measured: pd.DataFrame, column: str, coded, articles, order=None
) -> pd.DataFrame:
    """Return the share of each value of `column`: naive, gold alone, corrected; one row a value.

    `gold` and `measured` have article_id and `column`, one row a unit; `coded` and `articles` are
    the ids of the coded and of all articles (see `sums.sum_codes`; give those of one group, and
    the table is of that group). `coded` must be a random draw from `articles`. Columns out:
    `column`; naive, gold, corrected, each a share with its _low and _high; `difference`, naive less
    corrected, with its bounds and p; p_adjusted for all rows by the method that `adjusted_by`
    names; coded, articles (numbers of articles with a unit). Rows are in `order`, else in that of
    gold's and the measure's values. Naive and gold shares are those of
    `uncertainty.estimate_share`, the corrected ones those of `ppi.correct_sums`. Intervals
    are 95 % each, not adjusted.

    Raises:
        ValueError: no coded article has a unit, or the measure has none in any.

    >>> gold = pd.DataFrame({"article_id": list("abc"), "mode": ["direct", "mixed", "direct"]})
    >>> measured = pd.DataFrame({"article_id": list("abcd"), "mode": ["direct"] * 4})
    >>> table = compare_shares(gold, measured, "mode", list("abc"), list("abcd"))
    >>> table[["mode", "naive", "gold", "corrected", "adjusted_by"]].round(2).values.tolist()
    [['direct', 1.0, 0.67, 0.67, 'Holm'], ['mixed', 0.0, 0.33, 0.33, 'Holm']]
    """
    coded = sorted(set(coded) & set(articles))
    gold = gold[gold["article_id"].isin(coded)]
    measured = measured[measured["article_id"].isin(list(articles))]
    rows = []
    for value in order or sorted({*gold[column], *measured[column]}):
        sums = sum_codes(gold, measured, column, value, coded, articles)
        corrected = correct_sums(sums)
        naive = estimate_share(measured, measured[column] == value)
        alone = estimate_share(gold, gold[column] == value)
        shares = [x for it in (naive, alone, corrected) for x in (it.value, it.low, it.high)]
        apart = subtract(_naive(sums), prediction_powered(sums))
        rows.append((value, *shares, *apart, np.nan, ADJUSTMENT, corrected.n, corrected.of))
    table = pd.DataFrame(rows, columns=[column, *SHARE_COLUMNS])
    return table.assign(p_adjusted=adjust_holm(table["p"]))


def _naive(sums: pd.DataFrame) -> Influence:
    sums = sums[sums["predicted_of"].gt(0)]
    if sums.empty:
        raise ValueError("the measure has no unit in these articles: there is no share to correct")
    value, parts = linearise(sums["predicted_hits"], sums["predicted_of"])
    n = len(sums)
    return Influence(value, parts * np.sqrt(n / max(n - 1, 1)), n - 1, value)
