"""Tables of tone: scores as distributions over sentences, and the words that drive them."""

import numpy as np
import pandas as pd

from helpers.uncertainty import estimate_share

SIGNS = ("negative", "none", "positive")
SPREAD_COLUMNS = [
    "sentences", "unknown", *SIGNS, "low_quarter", "median", "high_quarter",
]  # fmt: skip
DRIVER_COLUMNS = ["word", "polarity", "n", "sentences", "pull", "share"]


def sign_of(polarity: pd.Series) -> pd.Series:
    """Return the sign of each polarity as a word of SIGNS; "none" where it is 0 or missing.

    >>> sign_of(pd.Series([-0.1, 0.0, None, 0.2])).tolist()
    ['negative', 'none', 'none', 'positive']
    """
    words = np.array(SIGNS)[np.sign(polarity.fillna(0)).astype(int) + 1]
    return pd.Series(words, index=polarity.index, dtype=object)


def spread(scores: pd.DataFrame, by: str | list[str]) -> pd.DataFrame:
    """Return how the sentences of each group are spread over the scale, never a single sign.

    `scores` has one row a sentence: `by`, polarity, n_known. Columns out: `by`; sentences (n);
    unknown (share of sentences without a known word), negative, none, positive (shares, 0 to 1;
    "none" is unknown or zero); low_quarter, median, high_quarter (quantiles of polarity, -1 to 1,
    over the sentences with a known word; missing where there is none).

    >>> scores = pd.DataFrame({"article_id": list("aaaa"), "n_known": [1, 2, 1, 0],
    ...                        "polarity": [-0.4, 0.2, 0.6, None]})
    >>> spread(scores, "article_id").values.tolist()
    [['a', 4, 0.25, 0.25, 0.25, 0.5, -0.1, 0.2, 0.4]]
    """
    marked = scores.assign(sign=sign_of(scores["polarity"]), unknown=scores["n_known"].eq(0))
    groups = marked.groupby(by, sort=True)
    table = groups.agg(sentences=("sign", "size"), unknown=("unknown", "mean"))
    for sign in SIGNS:
        table[sign] = marked["sign"].eq(sign).groupby([marked[key] for key in _keys(by)]).mean()
    for name, share in (("low_quarter", 0.25), ("median", 0.5), ("high_quarter", 0.75)):
        table[name] = groups["polarity"].quantile(share).round(6)
    return table[SPREAD_COLUMNS].reset_index()


def _keys(by: str | list[str]) -> list[str]:
    return [by] if isinstance(by, str) else list(by)


def add_intervals(table: pd.DataFrame, scores: pd.DataFrame, by: str | list[str]) -> pd.DataFrame:
    """Return `spread`'s table with 95 % intervals of its shares of sentences, articles resampled.

    `scores` is what the table was made from, with article_id. Columns added: unknown, negative,
    none and positive, each with _low and _high (0 to 1; see `uncertainty.estimate_share`).

    >>> scores = pd.DataFrame({"article_id": list("abcd"), "family": "Israel", "n_known": 1,
    ...                        "polarity": [-0.4, 0.2, 0.6, 0.1]})
    >>> table = add_intervals(spread(scores, "family"), scores, "family")
    >>> table[["positive_low", "positive_high"]].round(2).values.tolist()
    [[0.3, 0.95]]
    """
    marked = scores.assign(sign=sign_of(scores["polarity"]))
    rows = []
    for _, group in marked.groupby(by, sort=True):
        row = {}
        for name in ("unknown", *SIGNS):
            hits = group["n_known"].eq(0) if name == "unknown" else group["sign"].eq(name)
            estimate = estimate_share(group, hits)
            row |= {f"{name}_low": estimate.low, f"{name}_high": estimate.high}
        rows.append(row)
    return table.join(pd.DataFrame(rows, index=table.index))


def drivers(scores: pd.DataFrame, by: str | None = None) -> pd.DataFrame:
    """Return the words that drive the scores: how often each stands, how far it pulls.

    `scores` has one row a sentence: polarity, n_known, known_words, and `by` where a result is
    asked for each of its values (an actor, an arrangement). A sentence's polarity is the mean over
    its known words, so that each adds its own polarity divided by their number: its pull. All pulls
    add up to the sum of the sentences' polarities. Columns out: `by` (if given), word, polarity
    (the word's own), n (times assessed), sentences, pull, share (of all pull, signs left out, 0 to
    1; within each value of `by`); in order of `by`, then pull. A word of no pull still dilutes.

    >>> scores = pd.DataFrame({"polarity": [0.0, 0.7], "n_known": [2, 1],
    ...                        "known_words": ["bad -0.7; good +0.7", "good +0.7"]})
    >>> drivers(scores).values.tolist()
    [['bad', -0.7, 1, 1, -0.35, 0.25], ['good', 0.7, 2, 2, 1.05, 0.75]]
    """
    keys = _keys(by) if by else []
    rows = [
        (*(getattr(row, key) for key in keys), *part.rsplit(" ", 1), row.Index, row.n_known)
        for row in scores.reset_index(drop=True).itertuples()
        for part in filter(None, row.known_words.split("; "))
    ]
    words = pd.DataFrame(rows, columns=[*keys, "word", "polarity", "sentence", "known"])
    words["polarity"] = words["polarity"].astype(float)
    words["pull"] = words["polarity"] / words["known"].astype(float)
    table = (
        words.groupby([*keys, "word", "polarity"])
        .agg(n=("pull", "size"), sentences=("sentence", "nunique"), pull=("pull", "sum"))
        .reset_index()
    )
    strength = table["pull"].abs()
    whole = (
        strength.groupby([table[key] for key in keys]).transform("sum")
        if keys
        else (strength.sum())
    )
    table["share"] = (strength / whole).round(6)
    table["pull"] = table["pull"].round(6)
    return table.sort_values([*keys, "pull", "word"], ignore_index=True)[[*keys, *DRIVER_COLUMNS]]
