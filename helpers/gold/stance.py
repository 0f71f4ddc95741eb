"""Sentences with their coded stance: those to learn from, F1 against it, one-sided words."""

import re

import numpy as np
import pandas as pd

from helpers.gold.codings import SETTLED, TRAINING, read_stance
from helpers.gold.sample import GOLD, read_sample
from helpers.uncertainty import DRAWS, SEED, Estimate

STANCES = (-1, 0, 1)
# When the coded records speak for an entry of the tone lexicon.
LEAST_ARTICLES = 4


def coded_sentences(sentences: pd.DataFrame, folder=GOLD) -> pd.DataFrame:
    """Return every coded sentence: article_id, sentence, text, stance (-1, 0, 1), part.

    `sentences` are those of the corpus (see `sentences.split_articles`). `part` is "learning" (the
    tuning and training records, to learn from) or "testing" (only to be scored).

    Raises:
        DataFault: see `codings.read_stance`.

    >>> from helpers import load
    >>> from helpers.sentences import split_articles
    >>> coded_sentences(split_articles(load.articles())).groupby("part")["article_id"].nunique()
    part
    learning    260
    testing     100
    Name: article_id, dtype: int64
    """
    parts = read_sample(folder / "sample.csv").set_index("article_id")["part"]
    coded = pd.concat(
        [read_stance(who, sentences, folder) for who in (SETTLED, TRAINING)], ignore_index=True
    )
    table = coded.merge(
        sentences[["article_id", "sentence", "text"]], on=["article_id", "sentence"], how="left"
    )
    testing = table["article_id"].map(parts).eq("testing")
    return table.assign(
        stance=table["stance"].astype(int), part=np.where(testing, "testing", "learning")
    )


def macro_f1(measured, gold, articles) -> tuple[float, float, float]:
    """Return the macro-F1 of `measured` against `gold` (-1, 0, 1 each) with its 95 % interval.

    The mean of the three classes' F1, so that the commonest class does not decide. `articles` tells
    the article of each; whole articles are resampled (see `uncertainty.ratio_interval`).

    >>> macro_f1([-1, 0, 1, 1], [-1, 0, 1, 0], list("aabb"))[0].__round__(3)
    0.778
    """
    measured, gold = np.asarray(measured, int) + 1, np.asarray(gold, int) + 1
    number = np.unique(np.asarray(articles), return_inverse=True)[1]
    counts = np.zeros((number.max() + 1, 3, 3))
    np.add.at(counts, (number, gold, measured), 1)
    chosen = np.random.default_rng(SEED).integers(0, len(counts), (DRAWS, len(counts)))
    drawn = np.stack([_macro(counts[draw].sum(axis=0)) for draw in chosen])
    low, high = np.quantile(drawn, [0.025, 0.975])
    return (float(_macro(counts.sum(axis=0))), float(low), float(high))


def estimate_f1(table: pd.DataFrame, measured: pd.Series) -> Estimate:
    """Return the macro-F1 of `measured` (-1, 0, 1; same index) against the stance of `table`.

    `table` has article_id and stance, one row a sentence; without a row the F1 is not known. See
    `macro_f1`.

    >>> coded = pd.DataFrame({"article_id": list("aabb"), "stance": [-1, 0, 1, 0]})
    >>> print(estimate_f1(coded, pd.Series([-1, 0, 1, 1])))
    0.778 (95 % interval 0.222 to 0.778; n = 4)
    """
    if table.empty:
        return Estimate.unknown("score")
    numbers = macro_f1(measured, table["stance"], table["article_id"])
    n = len(table)
    return Estimate(*numbers, n=n, of=n, articles=table["article_id"].nunique(), kind="score")


def _macro(table: np.ndarray) -> float:
    sizes = table.sum(axis=0) + table.sum(axis=1)
    return float(np.mean(2 * np.diag(table) / np.maximum(sizes, 1)))


def count_sides(forms: list[str], coded: pd.DataFrame) -> dict[str, int]:
    """Return in how many sentences of each stance one of `forms` stands, and in how many articles.

    `coded` is as `coded_sentences` returns it. Keys: against, neither, favouring, articles.

    >>> coded = pd.DataFrame({"article_id": ["a", "b"], "stance": [-1, 0],
    ...                       "text": ["A crackdown.", "Two crackdowns came."]})
    >>> count_sides(["crackdown", "crackdowns"], coded)
    {'against': 1, 'neither': 1, 'favouring': 0, 'articles': 2}
    """
    words = "|".join(map(re.escape, forms))
    hits = coded[coded["text"].str.contains(rf"(?<![\w-])(?:{words})(?![\w-])", case=False)]
    sides = [int(hits["stance"].eq(stance).sum()) for stance in STANCES]
    names = ("against", "neither", "favouring")
    return dict(zip(names, sides, strict=True)) | {"articles": hits["article_id"].nunique()}


def is_one_sided(counts: dict[str, int], sign: float) -> bool:
    """Say whether `counts` (see `count_sides`) speak for a word of this sign.

    They do if it stands in at least `LEAST_ARTICLES` articles, at least half of its sentences have
    its sign, and at least twice as many as have the other.

    >>> counts = {"against": 6, "neither": 3, "favouring": 1, "articles": 9}
    >>> is_one_sided(counts, -0.4), is_one_sided(counts, 0.4)
    (True, False)
    """
    own, other = counts["against"], counts["favouring"]
    if sign > 0:
        own, other = other, own
    enough = counts["articles"] >= LEAST_ARTICLES
    return enough and 2 * own >= own + other + counts["neither"] and own >= 2 * other
