"""An estimate as a value and what each article adds to its error; intervals and differences."""

import math
from dataclasses import dataclass

import pandas as pd
from scipy.special import stdtr, stdtrit

from helpers.uncertainty import wilson

NO_ERROR = 1e-9  # of a share: below it there is rounding alone, and no variation was seen


@dataclass(frozen=True)
class Influence:
    """An estimate whose squared standard error is the sum of squares of `parts`.

    `parts` holds what each article adds to the error (indexed by article_id, unit of `value`);
    `degrees` are the degrees of freedom; `share` is the share in the coded articles alone, None
    where the estimate is a mean.

    Source: linearisation of a ratio (Woodruff 1971), its residuals summed by cluster. Two estimates
    on the same articles are correlated as their parts are.

    >>> one = Influence(2.0, pd.Series({"a": 0.3, "b": -0.4}), degrees=1)
    >>> one.error
    0.5
    """

    value: float
    parts: pd.Series
    degrees: int
    share: float | None = None

    @property
    def error(self) -> float:
        """The standard error, in the unit of the value.

        >>> Influence(2.0, pd.Series([3.0, 4.0]), degrees=1).error
        5.0
        """
        return math.sqrt(float((self.parts**2).sum()))

    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval: Student's t for a mean, Wilson's with t for a share.

        For a share the n of Wilson's formula is the effective one, share x (1 - share) / error²
        (Franco et al. 2019); where the error is zero (all hits or none) it is the number of
        articles, degrees + 1. One coded article tells nothing about others: the interval is 0 to
        1, or without bounds.

        >>> [round(x, 3) for x in Influence(0.5, pd.Series([0.1, -0.1]), 29, 0.5).interval()]
        [0.25, 0.75]
        """
        if self.degrees < 1:
            return (-math.inf, math.inf) if self.share is None else (0.0, 1.0)
        t = float(stdtrit(self.degrees, 0.975))
        if self.share is None:
            return (self.value - t * self.error, self.value + t * self.error)
        spread = self.share * (1 - self.share)
        if self.error < NO_ERROR or not spread:
            return wilson(self.value * (self.degrees + 1), self.degrees + 1, t)
        size = spread / self.error**2
        return wilson(self.value * size, size, t)


def linearise(hits: pd.Series, of: pd.Series) -> tuple[float, pd.Series]:
    """Return sum(hits) / sum(of) and what each article adds to its error.

    Both are indexed by article; the parts are (hits - ratio x of) / sum(of) and add up to zero.

    >>> ratio, parts = linearise(pd.Series([1, 3]), pd.Series([4, 4]))
    >>> ratio, parts.tolist()
    (0.5, [-0.125, 0.125])
    """
    total = float(of.sum())
    ratio = float(hits.sum()) / total
    return ratio, (hits - ratio * of) / total


def subtract(one: Influence, other: Influence) -> tuple[float, float, float, float]:
    """Return the difference of two estimates, its 95 % interval (low, high), and its p-value.

    The interval squares and adds the distances from each value to its own bounds, less what the
    two share (Newcombe 1998; Zou 2007 where they rest on the same articles), so that it takes over
    what `Influence.interval` does with rare shares. The p-value (two-sided, of no difference) is
    the interval's: it is .05 where a bound is 0. It is 1 where one coded article is all there is.

    >>> one = Influence(0.6, pd.Series({"a": 0.03, "b": -0.04}), degrees=49)
    >>> other = Influence(0.5, pd.Series({"c": 0.03, "d": -0.04}), degrees=49)
    >>> [round(x, 3) for x in subtract(one, other)]
    [0.1, -0.042, 0.242, 0.164]
    """
    difference = one.value - other.value
    shared = float(one.parts.mul(other.parts, fill_value=0).sum())
    together = shared / (one.error * other.error) if one.error and other.error else 0.0
    (low, high), (other_low, other_high) = one.interval(), other.interval()
    down = _add_up(one.value - low, other_high - other.value, together)
    up = _add_up(high - one.value, other.value - other_low, together)
    degrees, margin = min(one.degrees, other.degrees), down if difference > 0 else up
    if degrees < 1 or difference == 0:
        p = 1.0
    elif margin == 0:
        p = 0.0
    else:
        t = float(stdtrit(degrees, 0.975))
        p = 2 * float(stdtr(degrees, -t * abs(difference) / margin))
    return (difference, difference - down, difference + up, p)


def _add_up(one: float, other: float, together: float) -> float:
    if math.isinf(one) or math.isinf(other):
        return math.inf
    return math.sqrt(max(0.0, one**2 + other**2 - 2 * together * one * other))
