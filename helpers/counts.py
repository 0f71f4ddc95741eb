"""Plain counts from the tables of measures, without intervals: how many, how often, which ones."""

from collections import Counter
from itertools import combinations

import pandas as pd


def summarise_columns(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return one row a column of each of `tables` (name to table).

    Columns: table, column, rows, filled (cells that are not empty), distinct (values among
    them), commonest (up to three values with their counts, long ones cut).

    >>> table = pd.DataFrame({"genre": ["news", "news", "opinion", ""]})
    >>> summarise_columns({"articles": table}).values.tolist()
    [['articles', 'genre', 4, 3, 2, 'news 2']]
    """
    rows = []
    for name, table in tables.items():
        for column in table.columns:
            filled = table[column].astype(str)[lambda cells: cells.ne("")]
            top = filled.value_counts().sort_index().sort_values(ascending=False, kind="stable")
            common = "; ".join(f"{value[:40]} {n}" for value, n in top.head(3).items() if n > 1)
            rows.append((name, column, len(table), len(filled), filled.nunique(), common))
    columns = ["table", "column", "rows", "filled", "distinct", "commonest"]
    return pd.DataFrame(rows, columns=columns)


def article_presence(mentions: pd.DataFrame, column: str = "actor_id") -> pd.DataFrame:
    """Return in how many articles each value of `column` is mentioned, most first.

    `mentions` has article_id and `column`. Columns out: `column`, articles, mentions.

    >>> mentions = pd.DataFrame({"article_id": list("aab"), "actor_id": ["x", "x", "x"]})
    >>> article_presence(mentions).values.tolist()
    [['x', 2, 3]]
    """
    found = mentions.groupby(column).agg(
        articles=("article_id", "nunique"), mentions=("article_id", "size")
    )
    return found.reset_index().sort_values(
        ["articles", "mentions", column], ascending=[False, False, True], ignore_index=True
    )


def pair_counts(mentions: pd.DataFrame, actors: list[str]) -> pd.DataFrame:
    """Return in how many articles each two of `actors` are named together.

    `mentions` has article_id and actor. Columns out: actor_a, actor_b (in the order of `actors`),
    articles; pairs that never occur stand with 0.

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

    `articles` has arrangement and published; `events` event_id, date, arrangement and event.
    Columns out: event_id, date, arrangement, event, records (of the same arrangement, dated to the
    day, at most `days` days from the event), covered (whether there is one).

    >>> from helpers import load
    >>> coverage = event_coverage(load.articles(), load.events(), days=14)
    >>> list(coverage.columns), bool((coverage["records"].gt(0) == coverage["covered"]).all())
    (['event_id', 'date', 'arrangement', 'event', 'records', 'covered'], True)
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
    covered = dated[columns].assign(records=pd.Series(counts, dtype=int))
    return covered.assign(covered=covered["records"].gt(0))


def extreme_sentences(scores: pd.DataFrame, sentences: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the `n` lowest and the `n` highest sentences by polarity, with their known words.

    `scores` and `sentences` are tables of measures. Columns out: article_id, sentence, polarity,
    known_words, text; lowest first. Where there are fewer than 2 `n` scored sentences each stands
    once.

    >>> from helpers import load, measure
    >>> found = measure(load.as_articles("A good plan. They left. A bad plan."))
    >>> extreme_sentences(found.scores, found.sentences, 1)["text"].tolist()
    ['A bad plan.', 'A good plan.']
    """
    scored = scores[(scores["level"] == "sentence") & scores["polarity"].notna()]
    table = scored.merge(
        sentences[["article_id", "sentence", "text"]], on=["article_id", "sentence"]
    )
    table = table.sort_values(["polarity", "article_id", "sentence"], ignore_index=True)
    columns = ["article_id", "sentence", "polarity", "known_words", "text"]
    ends = table.head(n).index.union(table.tail(n).index)
    return table.loc[ends, columns].reset_index(drop=True)
