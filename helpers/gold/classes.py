"""One code at a time against gold: how many of those given are right, how many are found."""

import pandas as pd

from helpers.uncertainty import estimate_share

COLUMNS = [
    "code", "gold", "measured", "right",
    "precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high",
]  # fmt: skip


def score_codes(units: pd.DataFrame, field: str, values: tuple) -> pd.DataFrame:
    """Return precision and recall of each code, with 95 % intervals; columns COLUMNS.

    `units` has article_id, `field`_a (gold) and `field`_b (measured), one row a unit that both have
    (see `agreement.join_fields`, gold given first). `gold`, `measured` and `right` are numbers of
    units. Precision is right / measured, recall right / gold; missing, with bounds 0 and 1, where
    the code was never given. Intervals: see `uncertainty.estimate_share`.

    >>> units = pd.DataFrame({"article_id": list("abc"), "x_a": list("yyn"), "x_b": list("ynn")})
    >>> score_codes(units, "x", ("y", "n"))[["precision", "recall"]].values.tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    """
    same = units[f"{field}_a"].eq(units[f"{field}_b"])
    rows = []
    for value in values:
        given, true = units[f"{field}_b"].eq(value), units[f"{field}_a"].eq(value)
        shares = [estimate_share(units[part], same[part]) for part in (given, true)]
        told = [number for it in shares for number in (it.value, it.low, it.high)]
        rows.append((value, true.sum(), given.sum(), (true & given).sum(), *told))
    return pd.DataFrame(rows, columns=COLUMNS)
