"""Counts that add up over partitions: what the summary page tells, without holding the corpus.

A tally has a row for each value of a column: table, column, value, n (units), articles (with any),
squares and products (sums over articles of the value's units squared, and times all units).
"""

import pandas as pd

from helpers.tables import ESTIMATE_COLUMNS
from helpers.uncertainty import wilson

ALL = "(all)"
KEYS = ["table", "column", "value"]
SUMS = ["n", "articles", "squares", "products"]
TALLIED = {
    "articles": [
        "year", "outlet_country", "outlet_type", "genre", "language", "sending", "receiving",
    ],
    "mentions": ["actor_id"],
    "scores": ["sign"],
    "attributions": ["source_type", "source_side", "mode"],
    "stance": ["stance"],
}  # fmt: skip


def tally(units: pd.DataFrame, table: str, column: str) -> pd.DataFrame:
    """Return the tally of `column` in `units` (article_id and `column`); the row ALL has the total.

    >>> said = pd.DataFrame({"article_id": list("aab"), "mode": ["direct", "mixed", "mixed"]})
    >>> tally(said, "attributions", "mode")[["value", *SUMS]].values.tolist()
    [['(all)', 3, 2, 5, 5], ['direct', 1, 1, 1, 2], ['mixed', 2, 2, 2, 3]]
    """
    both = pd.DataFrame({"key": units["article_id"], "value": units[column].astype(str)})
    counts = both.groupby(["key", "value"], sort=False).size().rename("n").reset_index()
    totals = counts.groupby("key", sort=False)["n"].sum()
    everything = pd.DataFrame({"key": totals.index, "value": ALL, "n": totals.to_numpy()})
    rows = pd.concat([counts, everything], ignore_index=True)
    rows = rows.assign(
        squares=rows["n"] ** 2, products=rows["n"] * rows["key"].map(totals), articles=1
    )
    summed = rows.groupby("value")[SUMS].sum().reset_index()
    return summed.assign(table=table, column=column)[KEYS + SUMS]


def tally_tables(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the tallies of TALLIED; `tables` has those of a results folder by name.

    `year` is taken from `published`, `sign` (negative, none, positive) from the polarity of
    sentences.

    >>> from helpers.runs.tables import TABLES
    >>> tally_tables({name: pd.DataFrame(columns=TABLES[name]) for name in TABLES}).empty
    True
    """
    articles, scores = tables["articles"], tables["scores"]
    scores = scores[scores["level"] == "sentence"]
    polarity = scores["polarity"].astype(float).fillna(0.0)
    sign = polarity.gt(0).map({True: "positive", False: "none"}).mask(polarity < 0, "negative")
    given = tables | {
        "articles": articles.assign(year=articles["published"].astype("str").str[:4]),
        "scores": scores.assign(sign=sign),
    }
    return pd.concat(
        [
            tally(given[table], table, column)
            for table, columns in TALLIED.items()
            for column in columns
        ],
        ignore_index=True,
    )


def add_tallies(tallies: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the sum of tallies, in the order of table, column and value.

    >>> said = pd.DataFrame({"article_id": ["a"], "mode": ["direct"]})
    >>> one = tally(said, "attributions", "mode")
    >>> add_tallies([one, one])["n"].tolist()
    [2, 2]
    """
    return pd.concat(tallies).groupby(KEYS)[SUMS].sum().reset_index()


def tally_shares(tallies: pd.DataFrame, table: str, column: str) -> pd.DataFrame:
    """Return the share of each value of `column`, with intervals, the largest first.

    Columns: `column`, value (a share), low, high, n, of, articles, as of `tables.shares_by`; no row
    where nothing was counted. The 95 % interval is Wilson's for the effective number of units: what
    an article says in ten sentences is not ten independent observations, so the variance is that of
    a ratio of sums over articles (linearised), which needs no resampling of a million articles.
    Where all units or none have a value it is Wilson's with the number of articles.

    >>> said = pd.DataFrame({"article_id": list("aab"), "mode": ["direct", "mixed", "mixed"]})
    >>> tally_shares(tally(said, "attributions", "mode"), "attributions", "mode")["n"].tolist()
    [2, 1]
    """
    rows = tallies[tallies["table"].eq(table) & tallies["column"].eq(column)].set_index("value")
    if rows.empty:
        return pd.DataFrame(columns=[column, *ESTIMATE_COLUMNS])
    total = rows.loc[ALL]
    of, articles = int(total["n"]), int(total["articles"])
    found = []
    for value, row in rows.drop(index=ALL).iterrows():
        share = row["n"] / of
        spread = row["squares"] - 2 * share * row["products"] + share**2 * total["squares"]
        variance = spread * articles / max(articles - 1, 1) / of**2
        units = share * (1 - share) / variance if variance > 1e-12 else articles
        low, high = wilson(share * units, units)
        found.append((value, share, low, high, int(row["n"]), of, articles))
    table = pd.DataFrame(found, columns=[column, *ESTIMATE_COLUMNS])
    return table.sort_values(["n", column], ascending=[False, True], ignore_index=True)
