"""What a measure is worth beside gold: how much narrower it makes the corrected interval."""

import pandas as pd

from helpers.correction.ppi import correct_sums
from helpers.correction.sums import sum_units

COLUMNS = [
    "measure", "naive", "corrected", "low", "high", "width", "gold", "gold_width", "narrower",
    "worth_articles",
]  # fmt: skip


def compare_measures(
    gold: pd.DataFrame, measures: dict[str, pd.DataFrame], kind: str = "share"
) -> pd.DataFrame:
    """Return one row a measure: what it says alone, and what gold says with its help.

    `gold` has article_id, sentence and gold (true or false for a "share", numbers for a "mean") for
    the coded articles, a random draw; each table of `measures` has article_id, sentence and
    predicted for all articles, never missing. Columns out: measure; naive (over all units);
    corrected, low, high (see `ppi.correct_sums`) and their width; gold and gold_width, of
    the coded articles alone, by the same formula with nothing predicted; narrower (share of
    gold_width that the measure takes off); worth_articles (so many coded articles alone would give
    this width, the coded ones included: n x (gold_width / width) squared).

    Raises:
        ValueError: see `sums.sum_units`, and where a gold unit was not measured.

    >>> gold = pd.DataFrame({"article_id": list("abcdef"), "sentence": 0,
    ...                      "gold": [1.0, 0.0, 1.0, 0.0, 1.0, 0.0]})
    >>> same = pd.DataFrame({"article_id": list("abcdefghijkl"), "sentence": 0,
    ...                      "predicted": [1.0, 0.0] * 6})
    >>> table = compare_measures(gold, {"right": same, "blind": same.assign(predicted=0.0)})
    >>> table[["measure", "gold"]].values.tolist(), (table["narrower"] > 0).tolist()
    ([['right', 0.5], ['blind', 0.5]], [True, False])
    """
    rows = []
    for name, table in measures.items():
        labelled = gold.merge(table, on=["article_id", "sentence"])
        if len(labelled) < len(gold):
            raise ValueError(f"{name}: a gold unit was not measured; give all sentences")
        rest = table[~table["article_id"].isin(gold["article_id"])]
        found = correct_sums(sum_units(labelled, rest), kind)
        blind = (part.assign(predicted=0.0) for part in (labelled, rest))
        alone = correct_sums(sum_units(*blind), kind)
        width, gold_width = found.high - found.low, alone.high - alone.low
        rows.append(
            (name, float(table["predicted"].astype(float).mean()), found.value, found.low,
             found.high, width, alone.value, gold_width, 1 - width / gold_width,
             found.n * (gold_width / width) ** 2)
        )  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)
