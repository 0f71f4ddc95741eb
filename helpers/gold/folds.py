"""Folds of the coded records: what is learned from them never scores the records it saw."""

import hashlib
from functools import lru_cache

import pandas as pd

from helpers.codes import FOLDS, UNSEEN
from helpers.gold.sample import read_sample


def fold_of(article_id: str) -> int:
    """Return the fold, one of FOLDS, that an id falls in: by its hash, whoever else is there.

    >>> fold_of("gleaner-jamaican-repatriated") in FOLDS
    True
    """
    return FOLDS[int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % len(FOLDS)]


@lru_cache(maxsize=1)
def learned_from() -> frozenset[str]:
    """Return the article_id of each record that something was learned from: all but testing.

    >>> len(learned_from())
    260
    """
    sample = read_sample()
    return frozenset(sample.loc[sample["part"] != "testing", "article_id"])


def find_folds(article_ids: pd.Series, learned: frozenset[str] | None = None) -> pd.Series:
    """Return the fold of each article, row by row; UNSEEN where nothing was learned from it.

    `learned` are the ids that something was learned from (default: `learned_from`). Weights for a
    fold are learned without it (cross-fitting: Chernozhukov et al. 2018).

    >>> (find_folds(pd.Series(["a", "b"]), frozenset(["b"])) > UNSEEN).tolist()
    [False, True]
    """
    learned = learned_from() if learned is None else learned
    return article_ids.map(lambda key: fold_of(key) if key in learned else UNSEEN)
