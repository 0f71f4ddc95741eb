"""Prediction-powered inference: the measure's error, seen on coded articles, taken off.

The coded (labelled) articles must be a random draw from all, and no article, coded or not, may be
measured by a model that was fitted to it (cross-fitting does it): else the measure errs less in the
one part than in the other. Then the corrected value is right however bad the measure is; a good
measure makes the interval shorter than that of the coded articles alone.
"""

import numpy as np
import pandas as pd

from helpers.correction.influence import Influence, linearise, subtract
from helpers.correction.sums import sum_units
from helpers.uncertainty import Estimate

NO_GOLD = "no coded article has a unit here: code articles of this group or join it with another"


def correct_share(labelled: pd.DataFrame, unlabelled: pd.DataFrame) -> Estimate:
    """Return the share of units that are hits, corrected by gold; articles are the clusters.

    `labelled` has article_id, gold and predicted (true or false), one row a unit; `unlabelled`
    article_id and predicted. Method, raised errors and what happens with few articles: see
    `correct_sums`; the tables are checked by `sums.sum_units`.

    >>> units = pd.DataFrame({"article_id": list("aabbccddeeff"), "gold": [1, 0, 1, 1, 0, 0] * 2})
    >>> rest = pd.DataFrame({"article_id": list("ghij"), "predicted": [1, 1, 1, 0]})
    >>> print(correct_share(units.assign(predicted=[1, 1, 1, 1, 0, 1] * 2), rest))
    48 % (95 % interval 13-85 %; corrected by 6 coded articles of 10)
    """
    return correct_sums(sum_units(labelled, unlabelled))


def correct_mean(labelled: pd.DataFrame, unlabelled: pd.DataFrame) -> Estimate:
    """Return the mean over units, corrected by gold; as `correct_share`, with numbers.

    >>> units = pd.DataFrame({"article_id": list("abcd"), "gold": [0.1, -0.2, 0.3, 0.2]})
    >>> rest = pd.DataFrame({"article_id": list("efg"), "predicted": [0.5, 0.1, 0.3]})
    >>> print(correct_mean(units.assign(predicted=[0.3, 0.1, 0.3, 0.5]), rest))
    +0.100 (95 % interval -0.399 to +0.599; corrected by 4 coded articles of 7)
    """
    return correct_sums(sum_units(labelled, unlabelled), kind="mean")


def correct_sums(sums: pd.DataFrame, kind: str = "share") -> Estimate:
    """Return sum(hits) / sum(of) over articles, corrected by gold, from the sums of each article.

    `sums` is a table of `sums.sum_units` or `sums.sum_codes`: gold_hits, gold_of (missing where an
    article was not coded), predicted_hits, predicted_of. `kind` is "share" or "mean".

    Raises:
        ValueError: no coded article has a unit.

    >>> sums = pd.DataFrame({"gold_hits": [1, 2, 0, None, None], "gold_of": [2, 2, 2, None, None],
    ...     "predicted_hits": [1, 2, 1, 1, 0], "predicted_of": [2, 3, 2, 2, 2]})
    >>> print(correct_sums(sums))
    43 % (95 % interval 0-100 %; corrected by 3 coded articles of 5)
    """
    found = prediction_powered(sums, kind)
    low, high = found.interval()
    coded, articles = _count_articles(sums)
    return Estimate(found.value, low, high, coded, articles, articles, f"corrected {kind}")


def correct_difference(one: pd.DataFrame, other: pd.DataFrame, kind: str = "share") -> Estimate:
    """Return the corrected value of `one` less that of `other`: two groups, each a table of sums.

    Each group is corrected by its own gold (see `correct_sums`), because a measure may err more in
    one than in the other. The groups may be of different articles (outlets of the sending state
    and others) or of different units in the same ones. Interval: see `influence.subtract`.

    Raises:
        ValueError: a group has no coded article with a unit.

    >>> sums = pd.DataFrame({"gold_hits": [1, 2, 0, 1], "gold_of": 2,
    ...     "predicted_hits": [1, 2, 1, 1], "predicted_of": 2}, index=list("abcd"))
    >>> print(correct_difference(sums.iloc[:2], sums.iloc[2:]))
    +50 points (95 % interval -55 to +85; corrected by 4 coded articles of 4)
    """
    left, right = prediction_powered(one, kind), prediction_powered(other, kind)
    value, low, high, _ = subtract(left, right)
    coded, articles = _count_articles(one, other)
    name = "difference" if kind == "share" else "mean difference"
    return Estimate(value, low, high, coded, articles, articles, f"corrected {name}")


def prediction_powered(sums: pd.DataFrame, kind: str = "share") -> Influence:
    """Return the corrected ratio of `sums` (see `correct_sums`) with what each article adds.

    Method: PPI++ with power tuning (Angelopoulos, Duchi and Zrnic 2023), the article being the
    unit. A share is a ratio of two sums, and both are measured (where gold has an attribution the
    measure may find none), so each ratio is linearised: an article adds (hits - ratio x of) /
    sum(of) to its error. The estimate is gold's ratio plus w times (the measure's ratio in uncoded
    articles - its ratio in coded ones), which tends to gold's ratio whatever the measure's tends to
    (Chen and Chen 2000). w is tuned for the smallest variance of this estimate and kept within 0 to
    1. With one unit an article this is the mean of PPI++ as the ppi-python package gives it for the
    same w, but for the small-sample correction: n - 2 (one for the ratio, one for w) instead of n,
    and Student's t with as many degrees of freedom, which coverage with few articles asked for
    (benchmarks/uncertainty).

    The package tunes w by one variance of the predictions, pooled over all articles. Here coded and
    uncoded articles each keep their own: where the coded ones happen to hold more of a rare code
    than the others, and so vary more, a pooled variance makes w too large just when the coded share
    is too high, and the corrected shares of rare codes lean low.

    w is 0, and the estimate gold's alone, where there are fewer than three coded or two uncoded
    articles, or the predictions do not vary. Articles without a unit in either coding are left out.

    Raises:
        ValueError: no coded article has a unit.

    >>> sums = pd.DataFrame({"gold_hits": [1.0, 0.0], "gold_of": 1.0, "predicted_hits": [1.0, 0.0],
    ...     "predicted_of": 1.0})
    >>> prediction_powered(sums).value
    0.5
    """
    sums = sums[_has_units(sums)]
    coded = sums["gold_of"].notna()
    here, there = sums[coded], sums[~coded]
    if not here["gold_of"].sum():
        raise ValueError(NO_GOLD)
    gold, parts = linearise(here["gold_hits"], here["gold_of"])
    weight, rest, value, n, m = 0.0, there["predicted_of"] * 0.0, gold, len(here), len(there)
    if n > 2 and m > 1 and here["predicted_of"].sum() and there["predicted_of"].sum():
        measured, echo = linearise(here["predicted_hits"], here["predicted_of"])
        elsewhere, rest = linearise(there["predicted_hits"], there["predicted_of"])
        weight = _tune(parts, echo, rest)
        parts, rest = parts - weight * echo, weight * rest
        value = gold + weight * (elsewhere - measured)
    degrees = n - 1 - (weight > 0)
    parts, rest = parts * np.sqrt(n / max(degrees, 1)), rest * np.sqrt(m / max(m - 1, 1))
    share = gold if kind == "share" else None
    value = value if share is None else min(1.0, max(0.0, value))
    return Influence(value, pd.concat([parts, rest]), degrees, share)


def _has_units(sums: pd.DataFrame) -> pd.Series:
    return sums["gold_of"].gt(0) | sums["predicted_of"].gt(0)


def _count_articles(*groups: pd.DataFrame) -> tuple[int, int]:
    used = pd.concat([sums.loc[_has_units(sums), "gold_of"].notna() for sums in groups])
    coded = used.groupby(level=0).any()
    return int(coded.sum()), len(coded)


def _tune(gold: pd.Series, echo: pd.Series, rest: pd.Series) -> float:
    # the weight that makes the variance of the corrected value smallest: gold - weight x echo in
    # the coded articles, weight x rest in the others
    n, m = len(gold), len(rest)
    here, there = (float((parts**2).sum()) * k / (k - 1) for parts, k in ((echo, n), (rest, m)))
    if not here + there:
        return 0.0
    weight = float((gold * echo).sum()) * n / (n - 1) / (here + there)
    return min(1.0, max(0.0, weight))
