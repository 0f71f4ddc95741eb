"""Weights of a choice: which of the phrases of a sentence is the source, or none of them."""

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

# When the search ends: rounds at most, and the least gain of one.
SEARCH = {"maxiter": 1000, "ftol": 1e-9}


def fit_choice(
    matrix: csr_matrix, hit: np.ndarray, choice: np.ndarray, sparse: float, ridge: float
) -> tuple[np.ndarray, float]:
    """Return a weight for each column and the bias of a conditional logit (McFadden 1974).

    A row is a phrase; rows with the same number in `choice` are those of one cue, at most one of
    them a `hit`. The chance of a phrase is its share: exp(bias + sum of weights) against 1 for none
    of them. `sparse` and `ridge` are the penalties on absolute and squared (halved) weights; the
    bias takes the second only.

    >>> rows = csr_matrix(np.array([[1.0, 0.0], [0.0, 1.0]] * 9))
    >>> weights, _ = fit_choice(rows, np.array([True, False] * 9), np.repeat(range(9), 2), 0.0, 1.0)
    >>> bool(weights[0] > 0 > weights[1])
    True
    """
    _, group = np.unique(choice, return_inverse=True)
    size, columns, turned = group.max() + 1, matrix.shape[1], matrix.T.tocsr()

    def lose(values: np.ndarray) -> tuple[float, np.ndarray]:
        """Return the penalised loss a cue, and its slope; above and below nought stand apart."""
        weights, bias = values[:columns] - values[columns:-1], values[-1]
        score = matrix @ weights + bias
        top = np.zeros(size)
        np.maximum.at(top, group, score)
        odds = np.exp(score - top[group])
        whole = np.bincount(group, odds, size) + np.exp(-top)
        likely = score[hit].sum() - (top + np.log(whole)).sum()
        penalty = sparse * values[:-1].sum() + ridge * (weights @ weights + bias**2) / 2
        over = odds / whole[group] - hit
        slope = turned @ over + ridge * weights
        slopes = [slope + sparse, sparse - slope, [over.sum() + ridge * bias]]
        return (penalty - likely) / size, np.concatenate(slopes) / size

    bounds = [(0, None)] * (2 * columns) + [(None, None)]
    start = np.zeros(2 * columns + 1)
    found = minimize(lose, start, jac=True, method="L-BFGS-B", bounds=bounds, options=SEARCH)
    return found.x[:columns] - found.x[columns:-1], float(found.x[-1])
