"""From the tables of measures to estimates: shares and means with n and interval, as tables."""

import pandas as pd

from helpers.uncertainty import Estimate, estimate_mean, estimate_share

ESTIMATE_COLUMNS = ["value", "low", "high", "n", "of", "articles"]


def as_row(estimate: Estimate, **labels) -> dict:
    """Return an estimate as a row: the labels, then value, low, high, n, of, articles.

    >>> as_row(Estimate(0.5, 0.1, 0.9, n=1, of=2, articles=2, kind="share"), family="Israel")
    {'family': 'Israel', 'value': 0.5, 'low': 0.1, 'high': 0.9, 'n': 1, 'of': 2, 'articles': 2}
    """
    return labels | {
        "value": estimate.value, "low": estimate.low, "high": estimate.high,
        "n": estimate.n, "of": estimate.of, "articles": estimate.articles,
    }  # fmt: skip


def shares_by(table: pd.DataFrame, column: str, order: list[str] | None = None) -> pd.DataFrame:
    """Return the share of each value of `column` in `table`, with intervals.

    `table` has article_id and `column`. Columns out: the value (named as `column`), value (a
    share, 0 to 1), low, high, n, of, articles; sorted by n, or by `order`, which also brings in
    values that never occur.

    >>> table = pd.DataFrame({"article_id": list("abc"), "mode": ["direct", "mixed", "direct"]})
    >>> shares_by(table, "mode")[["mode", "n", "of"]].values.tolist()
    [['direct', 2, 3], ['mixed', 1, 3]]
    """
    values = order or sorted(table[column].unique())
    rows = [
        as_row(estimate_share(table, table[column] == value), **{column: value}) for value in values
    ]
    found = pd.DataFrame(rows, columns=[column, *ESTIMATE_COLUMNS])
    return (
        found
        if order
        else found.sort_values(["n", column], ascending=[False, True], ignore_index=True)
    )


def stands_in(country: pd.Series, codes: pd.Series) -> pd.Series:
    """Say row by row whether `country` is one of `codes` (joined by ';'); an empty one never is.

    >>> stands_in(pd.Series(["RWA", ""]), pd.Series(["RWA;UGA", "RWA"])).tolist()
    [True, False]
    """
    pairs = zip(country, codes, strict=True)
    hits = [one != "" and one in many.split(";") for one, many in pairs]
    return pd.Series(hits, country.index, dtype=bool)


def means_by(table: pd.DataFrame, column: str, by: str) -> pd.DataFrame:
    """Return the mean of `column` within each value of `by`, with intervals; sorted by the mean.

    `table` has article_id, `column` and `by`. Columns out: `by`, value, low, high (in the unit of
    `column`), n, of, articles.

    >>> table = pd.DataFrame({"article_id": list("ab"), "by": ["x", "y"], "polarity": [0.2, 0.1]})
    >>> means_by(table, "polarity", "by")["by"].tolist()
    ['y', 'x']
    """
    rows = [
        as_row(estimate_mean(group, column), **{by: value}) for value, group in table.groupby(by)
    ]
    found = pd.DataFrame(rows, columns=[by, *ESTIMATE_COLUMNS])
    return found.sort_values(["value", by], ignore_index=True)


def presence_shares(
    articles: pd.DataFrame, mentions: pd.DataFrame, by: str, column: str
) -> pd.DataFrame:
    """Return, for each group of articles, the share that mentions each value of `column`.

    `articles` has article_id and `by`, `mentions` article_id and `column`. Columns out: `by`,
    `column`, value, low, high, n, of, articles (Wilson's interval: an article counts once).

    >>> articles = pd.DataFrame({"article_id": list("ab"), "family": ["Israel", "Israel"]})
    >>> mentions = pd.DataFrame({"article_id": ["a"], "type": ["media"]})
    >>> presence_shares(articles, mentions, "family", "type")[["type", "n", "of"]].values.tolist()
    [['media', 1, 2]]
    """
    named = set(zip(mentions["article_id"], mentions[column], strict=True))
    rows = []
    for group, members in articles.groupby(by):
        for value in sorted(mentions[column].unique()):
            hits = members["article_id"].map(lambda key, value=value: (key, value) in named)
            rows.append(as_row(estimate_share(members, hits), **{by: group, column: value}))
    return pd.DataFrame(rows, columns=[by, column, *ESTIMATE_COLUMNS])


def cross_shares(table: pd.DataFrame, by: str, column: str, order: list[str]) -> pd.DataFrame:
    """Return the shares of `column` (values in `order`) within each value of `by`.

    `table` has article_id, `by` and `column`. Columns out: `by`, `column`, value, low, high, n, of,
    articles; the largest group first.

    >>> table = pd.DataFrame({"article_id": list("abc"), "side": list("xyy"), "mode": list("ddm")})
    >>> cross_shares(table, "side", "mode", ["d", "m"])[["side", "mode", "n"]].values.tolist()
    [['y', 'd', 1], ['y', 'm', 1], ['x', 'd', 1], ['x', 'm', 0]]
    """
    groups = sorted(table.groupby(by), key=lambda pair: (-len(pair[1]), pair[0]))
    parts = [shares_by(group, column, order).assign(**{by: value}) for value, group in groups]
    columns = [by, column, *ESTIMATE_COLUMNS]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def voice_and_mention(
    articles: pd.DataFrame, mentions: pd.DataFrame, attributions: pd.DataFrame, kind: str
) -> pd.DataFrame:
    """Return, family by family, the share of articles that mention `kind` and that let it speak.

    `kind` is a source type; `articles` has article_id and family, `mentions` article_id and type,
    `attributions` article_id and source_type. Columns out: family, measure ("mentioned" or
    "speaks"), value, low, high, n, of, articles; the last family is "all".

    >>> articles = pd.DataFrame({"article_id": list("ab"), "family": ["Israel", "Israel"]})
    >>> mentions = pd.DataFrame({"article_id": ["a"], "type": ["media"]})
    >>> heard = pd.DataFrame({"article_id": ["b"], "source_type": ["media"]})
    >>> voice_and_mention(articles, mentions, heard, "media")["n"].tolist()
    [2, 1, 2, 1]
    """
    named = set(mentions.loc[mentions["type"] == kind, "article_id"])
    heard = set(attributions.loc[attributions["source_type"] == kind, "article_id"])
    rows = []
    for family, members in [*articles.groupby("family"), ("all", articles)]:
        for measure, keys in (("mentioned", named | heard), ("speaks", heard)):
            hits = members["article_id"].isin(keys)
            rows.append(as_row(estimate_share(members, hits), family=family, measure=measure))
    return pd.DataFrame(rows)
