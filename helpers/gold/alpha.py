"""Krippendorff's alpha of one field with its interval, and who was taken for what."""

import numpy as np
import pandas as pd

from helpers.uncertainty import SEED

ALPHA_DRAWS = 1000
ALPHA_COLUMNS = ["field", "level", "units", "articles", "agree", "alpha", "low", "high"]


def estimate_alpha(units: pd.DataFrame, field: str, values: tuple, level: str) -> dict:
    """Return Krippendorff's alpha of one field with its 95 % interval, as a row of ALPHA_COLUMNS.

    Args:
        units: one row a unit both coded: article_id, `field`_a and `field`_b.
        field: its name. values: the allowed codes, in order.
        level: "nominal" or "ordinal".

    Alpha is Krippendorff's (2019, Content Analysis, 4th ed., chapter 12) for two coders without
    gaps; written here as the package of that name binds by the GPL. For the interval articles are
    drawn with replacement (seeded); a draw in which a single code occurs has no alpha and is
    left out. Where the units hold a single code, or there is none, alpha is missing.

    >>> units = pd.DataFrame({"article_id": list("abcd"), "x_a": list("yyny"), "x_b": list("yynn")})
    >>> row = estimate_alpha(units, "x", ("y", "n"), "nominal")
    >>> row["units"], row["agree"], round(row["alpha"], 3)
    (4, 0.75, 0.533)
    """
    place = {value: number for number, value in enumerate(values)}
    counts = np.zeros((len(units), len(values)), dtype=int)
    for column in (f"{field}_a", f"{field}_b"):
        counts[np.arange(len(units)), units[column].map(place)] += 1
    members = list(units.reset_index(drop=True).groupby("article_id").indices.values())
    random = np.random.default_rng(SEED)
    drawn = []
    for _ in range(ALPHA_DRAWS if members else 0):
        chosen = random.integers(0, len(members), len(members))
        drawn.append(_alpha(counts[np.concatenate([members[i] for i in chosen])], level))
    known = [alpha for alpha in drawn if not np.isnan(alpha)]
    low, high = np.quantile(known, [0.025, 0.975]) if known else (np.nan, np.nan)
    agree = float((units[f"{field}_a"] == units[f"{field}_b"]).mean())
    return dict(
        zip(
            ALPHA_COLUMNS,
            (field, level, len(units), len(members), agree, _alpha(counts, level), low, high),
            strict=True,
        )
    )


def _alpha(counts: np.ndarray, level: str) -> float:
    """Return alpha for how often each unit (row) was given each code; every unit is coded twice."""
    given = counts.sum(axis=0)
    if (given > 0).sum() < 2:
        return float("nan")
    pairs = counts.T @ counts - np.diag(given)  # coincidences, each in both orders
    rank = given.cumsum() - given / 2
    apart = (rank[:, None] - rank) ** 2 if level == "ordinal" else 1 - np.eye(len(given))
    return float(1 - (given.sum() - 1) * (pairs * apart).sum() / (given @ apart @ given))


def confusion(units: pd.DataFrame, field: str, values: tuple) -> pd.DataFrame:
    """Return how often coder a (rows) and coder b (columns) gave each code; counts of units.

    >>> units = pd.DataFrame({"x_a": ["y", "n"], "x_b": ["y", "y"]})
    >>> confusion(units, "x", ("y", "n")).values.tolist()
    [[1, 0], [1, 0]]
    """
    table = pd.crosstab(units[f"{field}_a"], units[f"{field}_b"])
    table = table.reindex(index=values, columns=values, fill_value=0)
    return table.rename_axis(index="coder a", columns="coder b")
