"""Folds of the coded records: what is learned from them never scores the records it saw."""

from zlib import crc32

import pandas as pd

from helpers.codes import FOLDS, UNSEEN
from helpers.gold.sample import read_sample


def fold_of(article_id: str) -> int:
    """Return the fold, one of FOLDS, that an id falls in: by its check sum, whoever else is there.

    >>> fold_of("gleaner-jamaican-repatriated") in FOLDS
    True
    """
    return crc32(article_id.encode()) % len(FOLDS) + 1


def find_folds(article_ids: pd.Series, sample: pd.DataFrame | None = None) -> pd.Series:
    """Return the fold of each article, row by row; UNSEEN where nothing was learned from it.

    Learned from are the records of the `sample` (default: data/gold/sample.csv) outside its testing
    part. Weights for a fold are learned without it (cross-fitting: Chernozhukov et al. 2018).

    >>> sample = pd.DataFrame({"article_id": ["a", "b"], "part": ["testing", "tuning"]})
    >>> (find_folds(pd.Series(["a", "b", "new"]), sample) > UNSEEN).tolist()
    [False, True, False]
    """
    sample = read_sample() if sample is None else sample
    learned = set(sample.loc[sample["part"] != "testing", "article_id"])
    return article_ids.map(lambda key: fold_of(key) if key in learned else UNSEEN)
