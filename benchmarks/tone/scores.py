"""Macro-F1, accuracy and the ranking of actors, with intervals over resampled articles."""

import numpy as np
import pandas as pd
from scipy.stats import rankdata

CODES = (-1, 0, 1)
DRAWS, SEED = 1000, 20261123


def _macro_f1(counts: np.ndarray) -> np.ndarray:
    """Return macro-F1 of confusion counts with the shape (..., gold, said)."""
    right = np.diagonal(counts, axis1=-2, axis2=-1)
    both = counts.sum(axis=-1) + counts.sum(axis=-2)
    return np.divide(2 * right, both, out=np.zeros(right.shape), where=both > 0).mean(axis=-1)


def _draws(articles: int):
    """Yield how often each article is drawn, with replacement, in each of DRAWS resamples."""
    random = np.random.default_rng(SEED)
    for _ in range(DRAWS):
        yield np.bincount(random.integers(0, articles, articles), minlength=articles)


def _interval(values: list[float]) -> tuple[float, float]:
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def score_codes(said, gold, articles) -> dict:
    """Return f1 and accuracy, each as (value, low, high)."""
    group, names = pd.factorize(np.asarray(articles))
    counts = np.zeros((len(names), 3, 3))
    np.add.at(counts, (group, np.asarray(gold) + 1, np.asarray(said) + 1), 1)
    flat, f1, accuracy = counts.reshape(len(names), 9), [], []
    for times in _draws(len(names)):
        drawn = (times @ flat).reshape(3, 3)
        f1.append(float(_macro_f1(drawn)))
        accuracy.append(float(np.trace(drawn) / drawn.sum()))
    whole = counts.sum(axis=0)
    return {
        "f1": (float(_macro_f1(whole)), *_interval(f1)),
        "accuracy": (float(np.trace(whole) / whole.sum()), *_interval(accuracy)),
    }


def _spearman(one: np.ndarray, other: np.ndarray) -> float:
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0  # one rank for all: no ranking at all
    return float(np.corrcoef(rankdata(one), rankdata(other))[0, 1])


def score_ranking(score, gold, articles, persons, at_least: int) -> tuple:
    """Return Spearman's rho of persons' mean score and mean label, low, high, and their number.

    Persons ("" is nobody) with fewer than `at_least` targets are left out.
    """
    table = pd.DataFrame({"article": articles, "person": persons, "score": score, "gold": gold})
    sizes = table["person"].value_counts()
    table = table[table["person"].isin([p for p in sizes.index if p and sizes[p] >= at_least])]
    article, names = pd.factorize(table["article"])
    person, people = pd.factorize(table["person"])
    sums = np.zeros((3, len(names), len(people)))
    for number, values in enumerate((np.ones(len(table)), table["score"], table["gold"])):
        np.add.at(sums[number], (article, person), np.asarray(values, float))
    drawn = []
    for times in _draws(len(names)):
        n, said, told = (times @ each for each in sums)
        drawn.append(_spearman(said[n > 0] / n[n > 0], told[n > 0] / n[n > 0]))
    n, said, told = sums.sum(axis=1)
    return (_spearman(said / n, told / n), *_interval(drawn), len(people))
