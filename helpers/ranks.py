"""Rank correlation of two measures of the same units, with its interval."""

import numpy as np
import pandas as pd

from helpers.uncertainty import DRAWS, SEED, Estimate


def estimate_rank_correlation(
    table: pd.DataFrame, one: str, other: str, cluster: str = "article_id"
) -> Estimate:
    """Return Spearman's rank correlation of the columns `one` and `other`; articles are resampled.

    Ranks are those in the whole table, in each draw, too (percentile interval). Draws in which a
    column does not vary are left out. It is not known without a row, or where a column is all one.

    >>> table = pd.DataFrame({"article_id": list("abcd"), "x": [1, 2, 3, 4], "y": [1, 2, 3, 9]})
    >>> print(estimate_rank_correlation(table, "x", "y"))
    +1.000 (95 % interval +1.000 to +1.000; n = 4)
    """
    if min(table[one].nunique(), table[other].nunique()) < 2:
        return Estimate.unknown("mean")
    x, y = (table[column].rank().to_numpy() - (len(table) + 1) / 2 for column in (one, other))
    terms = pd.DataFrame({"n": 1.0, "x": x, "y": y, "xx": x * x, "yy": y * y, "xy": x * y})
    sums = terms.groupby(table[cluster].to_numpy()).sum().to_numpy()
    chosen = np.random.default_rng(SEED).integers(0, len(sums), (DRAWS, len(sums)))
    drawn = _correlate(sums[chosen].sum(axis=1))
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    value = float(_correlate(sums.sum(axis=0, keepdims=True))[0])
    return Estimate(value, float(low), float(high), len(x), len(x), len(sums), "mean")


def _correlate(sums: np.ndarray) -> np.ndarray:
    n, x, y, xx, yy, xy = sums.T
    spreads = np.round((n * xx - x**2) * (n * yy - y**2), 6)
    return (n * xy - x * y) / np.sqrt(np.where(spreads > 0, spreads, np.nan))
