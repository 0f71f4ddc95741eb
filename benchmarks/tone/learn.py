"""Fitting the votes of signs, and judging texts by votes that never saw their group."""

from collections import defaultdict

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB

from helpers.attribution.weights import BIAS
from helpers.tone.signs import Signs
from helpers.tone.votes import decide

CODES = (-1, 0, 1)
SEED = 20261123
SMOOTHING = 0.1  # of the counts, chosen by cross-validation


class Cases:
    """Signs of many cases as a sparse matrix, with the code and the group of each case."""

    def __init__(self, signs: list[Signs], codes, groups, at_least: dict[str, int]):
        """Keep a sign seen in enough groups: `at_least` by its kind, "" for any other kind."""
        self.codes, self.groups = np.asarray(codes), np.asarray(groups)
        seen = defaultdict(set)
        for each, group in zip(signs, groups, strict=True):
            for sign in each.strength:
                seen[sign].add(group)
        self.names = sorted(
            sign for sign, found in seen.items()
            if len(found) >= at_least.get(sign.split("=")[0], at_least[""])
        )  # fmt: skip
        place = {name: number for number, name in enumerate(self.names)}
        ends, columns, values = [0], [], []
        for each in signs:
            kept = sorted((place[sign], value) for sign, value in each.strength.items()
                          if sign in place)  # fmt: skip
            columns += [column for column, _ in kept]
            values += [value for _, value in kept]
            ends.append(len(columns))
        self.matrix = csr_matrix((values, columns, ends), shape=(len(signs), len(self.names)))


def fit(
    cases: Cases, strength: float, balanced: bool, counted: float = 0.0, rows=slice(None)
) -> np.ndarray:
    """Return weights against and for, one column a side, the start in row 0.

    A multinomial logistic regression (L2), and `counted` times the weights of `count_signs`; only
    differences to "neither" count, so that two columns hold all three.
    """
    model = LogisticRegression(
        C=strength, max_iter=500, tol=1e-4, class_weight="balanced" if balanced else None
    )
    model.fit(cases.matrix[rows], cases.codes[rows])
    whole = np.column_stack([model.intercept_, model.coef_])
    if counted:
        whole[:, 1:] += counted * count_signs(cases, rows)
    return np.column_stack([whole[0] - whole[1], whole[2] - whole[1]])


def count_signs(cases: Cases, rows=slice(None)) -> np.ndarray:
    """Return a weight for each code and sign by complement naive Bayes (Rennie and others 2003).

    It counts in how much of the other codes' cases a sign stands, one sign at a time, and so gives
    rare signs more than a regression that holds all weights down. Signs whose strength may be
    negative (balances) cannot be counted and get nought.
    """
    countable = np.flatnonzero(cases.matrix.min(axis=0).toarray()[0] >= 0)
    model = ComplementNB(alpha=SMOOTHING).fit(cases.matrix[rows][:, countable], cases.codes[rows])
    weights = np.zeros((len(CODES), len(cases.names)))
    weights[:, countable] = model.feature_log_prob_
    return weights


def judge(cases: Cases, weights: np.ndarray, rows=slice(None)) -> np.ndarray:
    """Return the chances of against, neither and for of each case, one row a case."""
    sums = cases.matrix[rows] @ weights[1:] + weights[0]
    odds = np.exp(np.column_stack([sums[:, 0], np.zeros(len(sums)), sums[:, 1]]))
    return odds / odds.sum(axis=1, keepdims=True)


def cross_judge(cases: Cases, folds, **how) -> np.ndarray:
    """Return the chances of each case by votes learned from the other folds; `how` as for fit."""
    folds = np.asarray(folds)
    chances = np.zeros((len(folds), len(CODES)))
    for fold in sorted(set(folds)):
        weights = fit(cases, **how, rows=folds != fold)
        chances[folds == fold] = judge(cases, weights, folds == fold)
    return chances


def decide_all(chances: np.ndarray) -> np.ndarray:
    """Return the code of each row of chances."""
    return np.array([decide(tuple(row)) for row in chances])


def as_table(cases: Cases, columns: dict[str, np.ndarray], smallest: float) -> pd.DataFrame:
    """Return the weights as they ship: sign, against_X and for_X for each column X, as text.

    In each column a sign of which neither weight reaches `smallest` weighs nothing: what a column
    holds follows from its own cases alone. Signs that weigh nothing anywhere are left out.
    """
    columns = {
        column: np.where(np.abs(weights).max(axis=1, keepdims=True) < smallest, 0.0, weights)
        for column, weights in columns.items()
    }
    kept = np.flatnonzero(np.any([weights.any(axis=1) for weights in columns.values()], axis=0))
    names = [BIAS, *cases.names]
    table = {"sign": [names[i] for i in kept]}
    for column, weights in columns.items():
        for number, side in enumerate(("against", "for")):
            table[f"{side}_{column}"] = [_text(weights[i, number]) for i in kept]
    return pd.DataFrame(table)


def _text(weight: float) -> str:
    rounded = f"{weight:.3f}".rstrip("0").rstrip(".")
    return "0" if rounded in ("-0", "") else rounded
