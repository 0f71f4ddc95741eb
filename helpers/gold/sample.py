"""The gold sample: which records are coded by hand, drawn before any of them is coded."""

from pathlib import Path

import numpy as np
import pandas as pd

from helpers.faults import read_table
from helpers.gold import forms
from helpers.paths import DATA

GOLD = DATA / "gold"
SEED = 20261123  # written down before the draw; never changed after it
TUNING, TESTING = 40, 100


def draw_sample(article_ids: list[str]) -> pd.DataFrame:
    """Draw the sample from `article_ids` at random, each record with the same chance.

    Returns one row a record of the frame in order of id: article_id, part ("tuning", "testing", or
    "none" where the record was not drawn). The order in which ids are given makes no difference.

    Raises:
        ValueError: fewer records than are to be drawn, or an id stands twice.

    >>> draw_sample([f"a{n:03}" for n in range(300)])["part"].value_counts().to_dict()
    {'none': 160, 'testing': 100, 'tuning': 40}
    """
    frame = sorted(article_ids)
    if len(set(frame)) < len(frame) or len(frame) < TUNING + TESTING:
        raise ValueError(f"the draw needs {TUNING + TESTING} different ids; {len(frame)} are given")
    order = np.random.default_rng(SEED).permutation(len(frame))
    parts = np.full(len(frame), "none", dtype=object)
    parts[order[:TUNING]] = "tuning"
    parts[order[TUNING : TUNING + TESTING]] = "testing"
    return pd.DataFrame({"article_id": frame, "part": parts})


def read_sample(path: Path = GOLD / "sample.csv") -> pd.DataFrame:
    """Return the frame of the draw, one row a record: article_id, part.

    Raises:
        DataFault: see `faults.read_table`.

    >>> sorted(set(read_sample()["part"]))
    ['none', 'testing', 'tuning']
    """
    return read_table(path, forms.SAMPLE)
