"""The words around an actor instead of its sentence: how far a score rests on that choice."""

import numpy as np
import pandas as pd

from helpers.tone.sentiment import WORD, score_text
from helpers.uncertainty import DRAWS, SEED, Estimate


def cut_window(text: str, start: int, end: int, words: int) -> str:
    """Return the stretch of `text` from `words` words before `start` to as many after `end`.

    Sentences are not heeded: that is what windows of a number of words do.

    >>> cut_window("It rained. The minister of justice said no.", 15, 34, 1)
    'The minister of justice said'
    """
    before = [match.start() for match in WORD.finditer(text, 0, start)]
    after = [match.end() for match in WORD.finditer(text, end)]
    left = before[-words:][0] if before and words else start
    right = after[:words][-1] if after and words else end
    return text[left:right]


def score_windows(articles: pd.DataFrame, mentions: pd.DataFrame, words: int) -> pd.DataFrame:
    """Return `mentions` with the polarity of the `words` words on either side, by TextBlob.

    `articles` has article_id and text, `mentions` article_id, start and end (characters of the
    article). Column added: polarity (-1 to 1; missing where no word of the window is known).

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["So it began. Kagame came. Good."]})
    >>> mentions = pd.DataFrame({"article_id": ["a"], "start": [13], "end": [19]})
    >>> score_windows(articles, mentions, 1)["polarity"].isna().tolist()
    [True]
    >>> score_windows(articles, mentions, 2)["polarity"].round(2).tolist()
    [0.7]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    polarity = [
        score_text(cut_window(texts[row.article_id], row.start, row.end, words))["polarity"]
        for row in mentions.itertuples()
    ]
    return mentions.assign(polarity=np.array(polarity, dtype=float))


def rank_agreement(one: pd.DataFrame, other: pd.DataFrame, by: str = "actor_id") -> Estimate:
    """Return Spearman's rank correlation of the groups' means of polarity in two tables.

    Both have article_id, `by` and polarity; groups without a polarity in either are left out, and
    `n` is the number of groups. For the interval articles are drawn with replacement, the same ones
    in both tables. Each draw adds noise to the means, so that the interval leans low.

    Raises:
        ValueError: fewer than three groups have a polarity in both tables.

    >>> one = pd.DataFrame({"article_id": list("abc"), "actor_id": list("xyz"),
    ...                     "polarity": [0.1, 0.2, 0.3]})
    >>> rank_agreement(one, one.assign(polarity=[0.3, 0.2, 0.1])).value
    -1.0
    """
    sides = [table.dropna(subset=["polarity"]) for table in (one, other)]
    groups = sorted(set(sides[0][by]) & set(sides[1][by]))
    if len(groups) < 3:
        raise ValueError("fewer than three groups have a polarity in both tables: nothing to rank")
    articles = sorted(set(sides[0]["article_id"]) | set(sides[1]["article_id"]))
    sums = [
        [side.pivot_table("polarity", "article_id", by, how).reindex(articles)[groups]
         .fillna(0).to_numpy(float) for how in ("sum", "count")]
        for side in sides
    ]  # fmt: skip
    random = np.random.default_rng(SEED)
    times = random.multinomial(len(articles), np.full(len(articles), 1 / len(articles)), DRAWS)
    drawn = [_means(times @ top, times @ of) for top, of in sums]
    whole = [_means(*(part.sum(axis=0, keepdims=True) for part in side)) for side in sums]
    low, high = np.nanquantile(_spearman(*drawn), [0.025, 0.975])
    value, n = float(_spearman(*whole)[0]), len(groups)
    return Estimate(value, float(low), float(high), n, n, len(articles), "mean")


def _means(top: np.ndarray, of: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(top / np.where(of > 0, of, np.nan)).round(12)


def _spearman(one: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    # row by row, over the groups that both rows have
    ranks = [side.where(one.notna() & other.notna()).rank(axis=1) for side in (one, other)]
    return ranks[0].corrwith(ranks[1], axis=1).to_numpy()
