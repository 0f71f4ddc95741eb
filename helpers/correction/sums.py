"""What gold and measure count in each article: the table that corrections work on."""

import pandas as pd

COLUMNS = ["gold_hits", "gold_of", "predicted_hits", "predicted_of"]


def sum_units(labelled: pd.DataFrame, unlabelled: pd.DataFrame) -> pd.DataFrame:
    """Return the sums of each article from tables with one row a unit (a sentence, say).

    `labelled` has article_id, gold and predicted, `unlabelled` article_id and predicted; gold and
    predicted are true or false for a share, numbers for a mean, never missing. Out, indexed by
    article_id: gold_hits, gold_of (both missing where there is no gold), predicted_hits,
    predicted_of, as `ppi.correct_sums` takes them.

    Raises:
        ValueError: a value is missing, or an article stands in both tables.

    >>> labelled = pd.DataFrame({"article_id": ["a", "a"], "gold": [1, 0], "predicted": [1, 1]})
    >>> sum_units(labelled, pd.DataFrame({"article_id": ["b"], "predicted": [0]})).values.tolist()
    [[1.0, 2.0, 2.0, 2.0], [nan, nan, 0.0, 1.0]]
    """
    labelled, unlabelled = (
        labelled[["article_id", "gold", "predicted"]],
        unlabelled[["article_id", "predicted"]],
    )
    both = sorted(set(labelled["article_id"]) & set(unlabelled["article_id"]))
    if both:
        raise ValueError(f"labelled and unlabelled both have article {both[0]}: drop it from one")
    if labelled.isna().any(axis=None) or unlabelled.isna().any(axis=None):
        raise ValueError("a gold or predicted value is missing: drop the unit or code it")
    units = pd.concat([labelled, unlabelled.assign(gold=float("nan"))], ignore_index=True)
    grouped = units.astype({"gold": float, "predicted": float}).groupby("article_id")
    counted = grouped.agg(
        gold_hits=("gold", "sum"), gold_of=("gold", "count"),
        predicted_hits=("predicted", "sum"), predicted_of=("predicted", "size"),
    ).astype(float)  # fmt: skip
    without = ~counted.index.isin(labelled["article_id"])
    counted.loc[without, ["gold_hits", "gold_of"]] = float("nan")
    return counted


def sum_codes(
    gold: pd.DataFrame, measured: pd.DataFrame, column: str, value: str, coded, articles
) -> pd.DataFrame:
    """Return, article by article, how many units have code `value`, by gold and by the measure.

    `gold` and `measured` have article_id and `column`, one row a unit (an attribution, a sentence);
    the units of the one need not be those of the other. `coded` are the ids of the articles that
    were coded, also those in which nothing was found; `articles` the ids of all that are asked
    about: rows of others are left out. Columns and index as in `sum_units`.

    >>> gold = pd.DataFrame({"article_id": ["a"], "mode": ["direct"]})
    >>> measured = pd.DataFrame({"article_id": ["a", "b"], "mode": ["direct", "mixed"]})
    >>> sum_codes(gold, measured, "mode", "direct", ["a"], ["a", "b"]).values.tolist()
    [[1.0, 1.0, 1.0, 1.0], [nan, nan, 0.0, 1.0]]
    """
    index = pd.Index(sorted(set(articles)), name="article_id")
    numbers = []
    for table in (gold, measured):
        hits = table.loc[table[column] == value, "article_id"].value_counts()
        numbers += [hits.reindex(index), table["article_id"].value_counts().reindex(index)]
    sums = pd.concat(numbers, axis=1, keys=COLUMNS).fillna(0).astype(float)
    sums.loc[~index.isin(list(coded)), ["gold_hits", "gold_of"]] = float("nan")
    return sums
