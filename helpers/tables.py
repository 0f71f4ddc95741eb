"""From the four tables of measures to the tables that are read and drawn."""

from collections import Counter
from itertools import combinations

import pandas as pd

from helpers.uncertainty import Estimate, estimate_mean, estimate_share

ESTIMATE_COLUMNS = ["value", "low", "high", "n", "of", "articles"]


def as_row(estimate: Estimate, **labels) -> dict:
    """Return an estimate as a row: the labels, then value, low, high, n, of, articles."""
    return labels | {
        "value": estimate.value, "low": estimate.low, "high": estimate.high,
        "n": estimate.n, "of": estimate.of, "articles": estimate.articles,
    }  # fmt: skip


def shares_by(table: pd.DataFrame, column: str, order: list[str] | None = None) -> pd.DataFrame:
    """Return the share of each value of `column` in `table`, with intervals.

    Columns: the value (named as `column`), value, low, high, n, of, articles; sorted by n, or by
    `order`, which also brings in values that never occur.

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
    return pd.Series([one != "" and one in many.split(";") for one, many in pairs], country.index)


def means_by(table: pd.DataFrame, column: str, by: str) -> pd.DataFrame:
    """Return the mean of `column` within each value of `by`, with intervals; sorted by the mean.

    >>> table = pd.DataFrame({"article_id": list("ab"), "by": ["x", "y"], "polarity": [0.2, 0.1]})
    >>> means_by(table, "polarity", "by")["by"].tolist()
    ['y', 'x']
    """
    rows = [
        as_row(estimate_mean(group, column), **{by: value}) for value, group in table.groupby(by)
    ]
    found = pd.DataFrame(rows, columns=[by, *ESTIMATE_COLUMNS])
    return found.sort_values(["value", by], ignore_index=True)


def article_presence(mentions: pd.DataFrame, column: str = "actor_id") -> pd.DataFrame:
    """Return in how many articles each value of `column` is mentioned, most first.

    Columns: `column`, articles, mentions.
    """
    found = mentions.groupby(column).agg(
        articles=("article_id", "nunique"), mentions=("article_id", "size")
    )
    return found.reset_index().sort_values(
        ["articles", "mentions", column], ascending=[False, False, True], ignore_index=True
    )


def presence_shares(
    articles: pd.DataFrame, mentions: pd.DataFrame, by: str, column: str
) -> pd.DataFrame:
    """Return, for each group of articles, the share that mentions each value of `column`.

    Columns: `by`, `column`, value, low, high, n, of, articles (Wilson's interval: an article
    counts once).
    """
    named = set(zip(mentions["article_id"], mentions[column], strict=True))
    rows = []
    for group, members in articles.groupby(by):
        for value in sorted(mentions[column].unique()):
            hits = members["article_id"].map(lambda key, value=value: (key, value) in named)
            rows.append(as_row(estimate_share(members, hits), **{by: group, column: value}))
    return pd.DataFrame(rows)


def pair_counts(mentions: pd.DataFrame, actors: list[str]) -> pd.DataFrame:
    """Return in how many articles each two of `actors` are named together.

    Columns: actor_a, actor_b (in the order of `actors`), articles.

    >>> mentions = pd.DataFrame({"article_id": list("aab"), "actor": ["UNHCR", "Rwanda", "Rwanda"]})
    >>> pair_counts(mentions, ["Rwanda", "UNHCR"]).values.tolist()
    [['Rwanda', 'UNHCR', 1]]
    """
    counts: Counter = Counter()
    for _, named in mentions.groupby("article_id")["actor"]:
        present = [actor for actor in actors if actor in set(named)]
        counts.update(combinations(present, 2))
    rows = [(a, b, counts[a, b]) for a, b in combinations(actors, 2)]
    return pd.DataFrame(rows, columns=["actor_a", "actor_b", "articles"])


def event_coverage(articles: pd.DataFrame, events: pd.DataFrame, days: int = 14) -> pd.DataFrame:
    """Return the events dated to the day, with the number of records near each.

    Columns: event_id, date, arrangement, event, records (of the same arrangement, dated to the
    day, at most `days` days from the event), covered (whether there is one).
    """
    dated = events[events["date"].str.len() == 10].reset_index(drop=True)
    known = articles[articles["published"].str.len() == 10]
    published = known.assign(day=pd.to_datetime(known["published"]))
    counts = [
        int(
            (
                (published["arrangement"] == event.arrangement)
                & ((published["day"] - pd.Timestamp(event.date)).abs().dt.days <= days)
            ).sum()
        )
        for event in dated.itertuples()
    ]
    columns = ["event_id", "date", "arrangement", "event"]
    return dated[columns].assign(records=counts, covered=[count > 0 for count in counts])


def known_words(scores: pd.DataFrame) -> pd.DataFrame:
    """Return what each word that TextBlob knew adds to the sum of all sentences' word polarities.

    Columns: word, polarity (the word's own), n (times assessed), pull (polarity x n); sorted by
    pull. A word that scores zero pulls nowhere, but dilutes the words beside it.
    """
    rows = []
    for joined in scores.loc[scores["level"] == "sentence", "known_words"]:
        for part in filter(None, joined.split("; ")):
            word, polarity = part.rsplit(" ", 1)
            rows.append((word, float(polarity)))
    words = pd.DataFrame(rows, columns=["word", "polarity"])
    found = words.groupby(["word", "polarity"]).size().rename("n").reset_index()
    found["pull"] = (found["polarity"] * found["n"]).round(6)
    return found.sort_values(["pull", "word"], ignore_index=True)


def extreme_sentences(scores: pd.DataFrame, sentences: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the `n` lowest and the `n` highest sentences by polarity, with their known words.

    Columns: article_id, sentence, polarity, known_words, text; lowest first. Where there are
    fewer than 2 `n` scored sentences each stands once.
    """
    scored = scores[(scores["level"] == "sentence") & scores["polarity"].notna()]
    table = scored.merge(
        sentences[["article_id", "sentence", "text"]], on=["article_id", "sentence"]
    )
    table = table.sort_values(["polarity", "article_id", "sentence"], ignore_index=True)
    columns = ["article_id", "sentence", "polarity", "known_words", "text"]
    ends = table.head(n).index.union(table.tail(n).index)
    return table.loc[ends, columns].reset_index(drop=True)


def cross_shares(table: pd.DataFrame, by: str, column: str, order: list[str]) -> pd.DataFrame:
    """Return the shares of `column` (values in `order`) within each value of `by`.

    Columns: `by`, `column`, value, low, high, n, of, articles; the largest group first.
    """
    groups = sorted(table.groupby(by), key=lambda pair: (-len(pair[1]), pair[0]))
    parts = [shares_by(group, column, order).assign(**{by: value}) for value, group in groups]
    columns = [by, column, *ESTIMATE_COLUMNS]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def voice_and_mention(
    articles: pd.DataFrame, mentions: pd.DataFrame, attributions: pd.DataFrame, kind: str
) -> pd.DataFrame:
    """Return, family by family, the share of articles that mention `kind` and that let it speak.

    `kind` is a source type. Columns: family, measure ("mentioned" or "speaks"), value, low, high,
    n, of, articles; the last family is "all".
    """
    named = set(mentions.loc[mentions["type"] == kind, "article_id"])
    heard = set(attributions.loc[attributions["source_type"] == kind, "article_id"])
    rows = []
    for family, members in [*articles.groupby("family"), ("all", articles)]:
        for measure, keys in (("mentioned", named | heard), ("speaks", heard)):
            hits = members["article_id"].isin(keys)
            rows.append(as_row(estimate_share(members, hits), family=family, measure=measure))
    return pd.DataFrame(rows)
