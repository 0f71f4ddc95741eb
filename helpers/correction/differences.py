"""Differences between two groups as counted, and the adjustment for asking many questions."""

import numpy as np
import pandas as pd

from helpers.uncertainty import DRAWS, SEED, Estimate, estimate_share

ADJUSTMENT = "Holm"


def estimate_difference(
    table: pd.DataFrame, values: pd.Series, group: pd.Series, cluster: str = "article_id"
) -> Estimate:
    """Return the share (or mean) of `values` in `group` less that in the rest of `table`.

    `values` is boolean (a difference of shares) or numeric (of means, missing ones left out),
    `group` boolean: true for the one, false for the other; both have the index of `table`, which
    has the column named by `cluster`. Articles are resampled as wholes (cluster bootstrap,
    percentile interval, as `uncertainty.ratio_interval`), so an article may have rows in both
    groups. Where a group is all hits or none, or stands in one article, resampling sees no
    variation in it: the distances to the bounds of the two shares (`uncertainty.estimate_share`)
    are squared and added instead (Newcombe 1998); a difference of means then has no bounds. Draws
    in which a group is empty are left out.

    Raises:
        ValueError: the rows differ, or a group has no row.

    >>> table = pd.DataFrame({"article_id": list("abcdefgh"), "said": [1, 1, 1, 0, 1, 0, 0, 0]})
    >>> sending = pd.Series([True] * 4 + [False] * 4)
    >>> print(estimate_difference(table, table["said"].eq(1), sending))
    +50 points (95 % interval -29 to +100; 4 against 4)
    """
    if not (values.index.equals(table.index) and group.index.equals(table.index)):
        raise ValueError("values, group and table have different rows: make them from this table")
    known, shares = values.notna(), values.dtype == bool
    table, values, group = table[known], values[known].astype(float), group[known].astype(bool)
    if group.all() or not group.any():
        raise ValueError("one of the two groups has no row: there is nothing to compare")
    units = pd.DataFrame({"hits": values, "of": 1.0, "group": group, "article": table[cluster]})
    sums = units.groupby(["article", "group"])[["hits", "of"]].sum().unstack(fill_value=0.0)
    parts = [sums[name, side].to_numpy() for side in (True, False) for name in ("hits", "of")]
    value = float(values[group].mean() - values[~group].mean())
    alone = any(np.count_nonzero(sizes) == 1 for sizes in (parts[1], parts[3]))  # articles
    if alone and not shares:
        low, high = -np.inf, np.inf
    elif alone or (shares and any(values[side].mean() in (0, 1) for side in (group, ~group))):
        low, high = _square_and_add(table, values, group, cluster, value)
    else:
        chosen = np.random.default_rng(SEED).integers(0, len(sums), (DRAWS, len(sums)))
        one_hits, one_of, hits, of = (part[chosen].sum(axis=1) for part in parts)
        kept = (one_of > 0) & (of > 0)
        drawn = one_hits[kept] / one_of[kept] - hits[kept] / of[kept]
        low, high = np.quantile(drawn, [0.025, 0.975])
    kind = "difference" if shares else "mean difference"
    return Estimate(
        value, float(low), float(high), int(group.sum()), int((~group).sum()), len(sums), kind
    )


def _square_and_add(table, values, group, cluster, value) -> tuple[float, float]:
    one, other = (
        estimate_share(table[side], values[side].astype(bool), cluster) for side in (group, ~group)
    )
    down = np.hypot(one.value - one.low, other.high - other.value)
    up = np.hypot(one.high - one.value, other.value - other.low)
    return value - down, value + up


def adjust_holm(p_values: pd.Series) -> pd.Series:
    """Return p-values adjusted for their number, so that one false finding has a chance of .05.

    Method: Holm 1979, step down; missing ones stay missing and are not counted.

    >>> adjust_holm(pd.Series([0.01, 0.04, 0.03])).tolist()
    [0.03, 0.06, 0.06]
    """
    ordered = p_values.dropna().sort_values()
    steps = np.arange(len(ordered), 0, -1)
    return (ordered * steps).cummax().clip(upper=1.0).reindex(p_values.index)
