"""The older correction, for contrast: by the measure's sensitivity and specificity."""

import numpy as np
import pandas as pd

from helpers.correction.sums import sum_units
from helpers.uncertainty import DRAWS, SEED, Estimate

BLIND = "the measure does no better than chance on the coded units: its share cannot be corrected"


def rogan_gladen(
    labelled: pd.DataFrame, unlabelled: pd.DataFrame, draws: int = DRAWS, seed: int = SEED
) -> Estimate:
    """Return the share of hits, corrected by sensitivity and specificity; articles are resampled.

    `labelled` has article_id, gold and predicted (true or false), one row a unit; `unlabelled`
    article_id and predicted: every unit must be one that gold and measure both have, a sentence,
    say. The share is (measured share + specificity - 1) / (sensitivity + specificity - 1), kept
    within 0 to 1 (Rogan and Gladen 1978); the measured share is that of all units. For the
    interval coded and uncoded articles are drawn apart, with replacement (percentile interval);
    draws in which the measure does no better than chance are left out.

    Raises:
        ValueError: see `sums.sum_units`; or no unit, or every unit, is a hit in gold; or the
            measure does no better than chance.

    >>> units = pd.DataFrame({"article_id": list("abcdefgh"), "gold": [1, 1, 1, 1, 0, 0, 0, 0]})
    >>> rest = pd.DataFrame({"article_id": list("ijkl"), "predicted": [1, 0, 0, 0]})
    >>> print(rogan_gladen(units.assign(predicted=[1, 1, 1, 0, 0, 0, 0, 1]), rest))
    33 % (95 % interval 0-83 %; corrected by 8 coded articles of 12)
    """
    sums = sum_units(labelled, unlabelled)
    right = labelled.assign(both=labelled["gold"].astype(bool) & labelled["predicted"].astype(bool))
    sums["both"] = right.groupby("article_id")["both"].sum()
    coded = sums["gold_of"].notna()
    here = sums.loc[coded, ["both", *sums.columns[:4]]].to_numpy(dtype=float)
    there = sums.loc[~coded, ["predicted_hits", "predicted_of"]].to_numpy(dtype=float)
    if not here[:, 1].sum() or here[:, 1].sum() == here[:, 2].sum():
        raise ValueError("gold has one code alone: code articles in which the other stands, too")
    value = _correct(here.sum(axis=0), there.sum(axis=0))
    if np.isnan(value):
        raise ValueError(BLIND)
    random = np.random.default_rng(seed)
    drawn = _correct(_draw(here, draws, random), _draw(there, draws, random))
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    return Estimate(
        float(value), float(low), float(high), len(here), len(sums), len(sums), "corrected share"
    )


def _draw(sums: np.ndarray, draws: int, random: np.random.Generator) -> np.ndarray:
    # summed column by column, as the articles drawn would be by draws x articles x columns at once
    if not len(sums):
        return np.zeros((sums.shape[1], draws))
    chosen = random.integers(0, len(sums), (draws, len(sums)))
    return np.array([column[chosen].sum(axis=1) for column in sums.T])


def _correct(here: np.ndarray, there: np.ndarray) -> np.ndarray:
    both, hits, of, measured, units = here
    more, others = there
    with np.errstate(divide="ignore", invalid="ignore"):
        sensitivity = both / hits
        specificity = 1 - (measured - both) / (of - hits)
        better = sensitivity + specificity - 1
        share = ((measured + more) / (units + others) + specificity - 1) / better
    return np.where(better > 0, np.clip(share, 0, 1), np.nan)
