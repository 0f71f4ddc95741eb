"""How far a share moves when something is left out: an outlet, a family, copies of a story."""

import pandas as pd

COLUMNS = ["left_out", "value", "shift", "n", "of"]


def leave_one_out(table: pd.DataFrame, hits: pd.Series, by: str) -> pd.DataFrame:
    """Return the share of hits with each value of `by` left out, the one that moves it most first.

    `table` has one row a unit and `by`; `hits` is boolean, with its index. Rows whose `by` is empty
    are never left out. Columns out: left_out (the value), value (the share without it, 0 to 1),
    shift (that less the whole share), n (hits left), of (rows left). Where nothing is left the
    share is missing, and the row comes last. The range is that of `value`.

    The range tells how much rests on one value, not what chance does: it is no interval.

    Raises:
        ValueError: `hits` and `table` have different rows.

    >>> table = pd.DataFrame({"outlet": list("aabc"), "said": [True, True, False, False]})
    >>> found = leave_one_out(table, table["said"], "outlet")
    >>> found[["left_out", "shift"]].round(2).values.tolist()
    [['a', -0.5], ['b', 0.17], ['c', 0.17]]
    """
    if not hits.index.equals(table.index):
        raise ValueError("hits and table have different rows: give hits made from this table")
    hits = hits.astype(int)
    named = table[by].fillna("").ne("")
    inside = hits[named].groupby(table.loc[named, by]).agg(["sum", "size"])
    n, of = int(hits.sum()) - inside["sum"], len(table) - inside["size"]
    value = n / of.where(of > 0)
    found = pd.DataFrame(
        {"value": value, "shift": value - hits.mean(), "n": n, "of": of}, index=inside.index
    )
    found = found.rename_axis("left_out").reset_index()
    order = found["shift"].abs().sort_values(ascending=False, kind="stable").index
    return found.loc[order, COLUMNS].reset_index(drop=True)


def keep_one_copy(articles: pd.DataFrame) -> pd.Series:
    """Say of each article whether it is the first copy of its story, row by row.

    `articles` has article_id, story_id (empty where a story stands once) and published. The first
    copy is the earliest; one without a date comes after those with one, and the id decides ties.

    >>> articles = pd.DataFrame({"article_id": list("abcd"), "story_id": ["s", "s", "", ""],
    ...     "published": ["2025-02-02", "2025-02-01", "", ""]})
    >>> keep_one_copy(articles).tolist()
    [False, True, True, True]
    """
    dated = articles["published"].fillna("").replace("", "9999")
    ordered = articles.assign(dated=dated).sort_values(["dated", "article_id"])
    later = ordered["story_id"].fillna("").ne("") & ordered["story_id"].duplicated()
    return ~later.reindex(articles.index)
