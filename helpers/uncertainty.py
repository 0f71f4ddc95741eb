"""Estimates with their n and a 95 % interval; articles, not sentences, are what is resampled."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

DRAWS = 2000
SEED = 20250504
Z95 = 1.959964


@dataclass(frozen=True)
class Estimate:
    """A share, a mean or a difference, with its 95 % interval.

    `kind` is "share", "mean" (told with its sign), "score" (a mean or F1 from 0 to 1, which has no
    sign), "difference" (of two shares) or "mean difference", with "corrected " before it where the
    error of the measure is taken off (see `correction`). `n` is what was counted (for a mean or
    score: the units) and `of` what it is counted in; for a difference the units of the one group
    and of the other; for a corrected estimate the coded articles and all articles.
    `articles` is the number of articles the interval rests on.

    >>> print(Estimate(0.25, 0.1, 0.4, n=5, of=20, articles=8, kind="share"))
    25 % (95 % interval 10-40 %; 5 of 20)
    >>> print(Estimate(0.25, 0.1, 0.4, n=60, of=360, articles=360, kind="corrected share"))
    25 % (95 % interval 10-40 %; corrected by 60 coded articles of 360)
    >>> print(Estimate(0.12, 0.03, 0.21, n=80, of=90, articles=30, kind="difference"))
    +12 points (95 % interval +3 to +21; 80 against 90)
    >>> print(Estimate(0.12, 0.03, 0.21, n=80, of=80, articles=30, kind="score"))
    0.120 (95 % interval 0.030 to 0.210; n = 80)
    """

    value: float
    low: float
    high: float
    n: int
    of: int
    articles: int
    kind: str

    @classmethod
    def unknown(cls, kind: str, articles: int = 0) -> "Estimate":
        """Return the estimate of what cannot be told: nothing to count, or nothing coded.

        >>> print(Estimate.unknown("share"))
        not known (nothing to count)
        >>> print(Estimate.unknown("corrected share", 12))
        not known (no coded article)
        """
        return cls(float("nan"), float("nan"), float("nan"), 0, articles, articles, kind)

    @property
    def plain(self) -> str:
        """The share as counted, without an interval: for facts about the corpus itself.

        >>> Estimate(0.25, 0.1, 0.4, n=5, of=20, articles=8, kind="share").plain
        '5 of 20 (25 %)'
        """
        share = f" ({100 * self.value:.0f} %)" if self.of else ""
        return f"{self.n} of {self.of}{share}"

    def __str__(self) -> str:
        """Return the reading: value, interval and n."""
        corrected, kind = "corrected" in self.kind, self.kind.removeprefix("corrected ")
        if np.isnan(self.value):
            return f"not known ({'no coded article' if corrected else 'nothing to count'})"
        if kind == "share":
            value = f"{100 * self.value:.0f} %"
            spread, counted = f"{100 * self.low:.0f}-{100 * self.high:.0f} %", "{n} of {of}"
        elif kind == "difference":
            value = f"{100 * self.value:+.0f} points"
            spread = f"{100 * self.low:+.0f} to {100 * self.high:+.0f}"
            counted = "{n} against {of}"
        else:
            form = ".3f" if kind == "score" else "+.3f"
            value, spread = f"{self.value:{form}}", f"{self.low:{form}} to {self.high:{form}}"
            spread = spread if np.isfinite(self.low) else "without bounds, from one article"
            counted = "{n} against {of}" if kind == "mean difference" else "n = {n}"
        if corrected:
            counted = "corrected by {n} coded articles of {of}"
        return f"{value} (95 % interval {spread}; {counted.format(n=self.n, of=self.of)})"


def wilson(n: float, of: float, z: float = Z95) -> tuple[float, float]:
    """Return Wilson's 95 % interval for a share of independent units (Wilson 1927).

    `n` and `of` may be effective numbers, of units that are not independent, and `z` then a
    quantile of Student's t (Kott and Carr 1997; Franco et al. 2019).

    >>> [round(edge, 3) for edge in wilson(5, 20)]
    [0.112, 0.469]
    """
    if of == 0:
        return (0.0, 1.0)
    share, z2 = n / of, z**2
    centre = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = z * np.sqrt(share * (1 - share) / of + z2 / (4 * of**2)) / (1 + z2 / of)
    return (float(max(0.0, centre - half)), float(min(1.0, centre + half)))


def ratio_interval(
    numerators: np.ndarray, denominators: np.ndarray, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """Return the 95 % interval of sum(numerators) / sum(denominators), one pair an article.

    Articles are drawn with replacement (cluster bootstrap, percentile interval: Field and Welsh
    2007), because what one article says in ten sentences is not ten independent observations.
    Draws without any unit are left out.

    Raises:
        IndexError: there is no article, or no unit in any.

    >>> ratio_interval(np.array([1, 1, 0, 0]), np.array([1, 1, 1, 1]))
    (0.0, 1.0)
    """
    numerators, denominators = np.asarray(numerators, float), np.asarray(denominators, float)
    chosen = np.random.default_rng(seed).integers(0, len(numerators), (draws, len(numerators)))
    top, bottom = numerators[chosen].sum(axis=1), denominators[chosen].sum(axis=1)
    ratios = top[bottom > 0] / bottom[bottom > 0]
    low, high = np.quantile(ratios, [0.025, 0.975])
    return (float(low), float(high))


def estimate_share(table: pd.DataFrame, hits: pd.Series, cluster: str = "article_id") -> Estimate:
    """Return the share of rows of `table` where `hits` (boolean, same index) is true.

    `table` has the column named by `cluster`. Where every article has one row the interval is
    Wilson's; else articles are resampled. Where no row or every row is a hit resampling sees no
    variation and would claim certainty; the interval is then Wilson's with the number of articles
    as n.

    Raises:
        ValueError: `hits` and `table` have different rows.

    >>> table = pd.DataFrame({"article_id": list("aabb"), "said": [True, True, False, False]})
    >>> print(estimate_share(table, table["said"]))
    50 % (95 % interval 0-100 %; 2 of 4)
    """
    if not hits.index.equals(table.index):
        raise ValueError("hits and table have different rows: give hits made from this table")
    if table.empty:
        return Estimate(float("nan"), 0.0, 1.0, 0, 0, 0, "share")
    counted = hits.astype(int).groupby(table[cluster]).agg(["sum", "size"])
    n, of = int(counted["sum"].sum()), len(table)
    if (counted["size"] == 1).all():
        low, high = wilson(n, of)
    elif n in (0, of):
        low, high = wilson(len(counted) if n else 0, len(counted))
    elif len(counted) == 1:
        low, high = 0.0, 1.0  # one article tells nothing about other articles
    else:
        low, high = ratio_interval(counted["sum"].to_numpy(), counted["size"].to_numpy())
    return Estimate(n / of, low, high, n, of, len(counted), "share")


def estimate_mean(
    table: pd.DataFrame, column: str, cluster: str = "article_id", kind: str = "mean"
) -> Estimate:
    """Return the mean of `column`, missing values left out; articles are resampled.

    The estimate is in the unit of `column`; one article alone has an interval without bounds.
    `kind` is "score" where `column` goes from 0 to 1.

    >>> table = pd.DataFrame({"article_id": list("ab"), "polarity": [0.5, 0.5]})
    >>> print(estimate_mean(table, "polarity"))
    +0.500 (95 % interval +0.500 to +0.500; n = 2)
    """
    known = table.dropna(subset=[column])
    if known.empty:
        return Estimate.unknown(kind)
    sums = known.groupby(cluster)[column].agg(["sum", "size"])
    low, high = float("-inf"), float("inf")  # one article tells nothing about other articles
    if len(sums) > 1:
        low, high = ratio_interval(sums["sum"].to_numpy(), sums["size"].to_numpy())
    return Estimate(float(known[column].mean()), low, high, len(known), len(table), len(sums), kind)
