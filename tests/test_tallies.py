"""Tallies add up over partitions, and their intervals are near those of resampling."""

import numpy as np
import pandas as pd
import pytest

from helpers.runs.tallies import add_tallies, tally, tally_shares
from helpers.tables import shares_by

MODES = ["direct", "indirect", "mixed"]


@pytest.fixture(scope="module")
def said():
    """Return the attributions of 80 articles, alike within an article."""
    random = np.random.default_rng(4)
    rows = [
        (f"a{article}", MODES[0] if random.random() < taste else MODES[random.integers(1, 3)])
        for article, taste in enumerate(random.beta(1, 2, 80))
        for _ in range(random.integers(1, 12))
    ]
    return pd.DataFrame(rows, columns=["article_id", "mode"])


def test_shares_are_those_of_the_whole_table(said):
    whole = shares_by(said, "mode")
    shares = tally_shares(tally(said, "attributions", "mode"), "attributions", "mode")
    columns = ["mode", "value", "n", "of", "articles"]
    pd.testing.assert_frame_equal(shares[columns], whole[columns])


def test_intervals_are_near_those_of_resampled_articles(said):
    whole = shares_by(said, "mode")
    shares = tally_shares(tally(said, "attributions", "mode"), "attributions", "mode")
    assert (shares[["low", "high"]] - whole[["low", "high"]]).abs().max(axis=None) < 0.012
    alone = pd.DataFrame({"article_id": range(len(said)), "mode": said["mode"]})
    narrow = tally_shares(tally(alone, "attributions", "mode"), "attributions", "mode")
    width = (shares["high"] - shares["low"]) / (narrow["high"] - narrow["low"])
    assert width[0] > 1.3  # articles, not attributions, are what was drawn


def test_partitions_add_up(said):
    first = said["article_id"] < "a4"
    parts = [tally(part, "attributions", "mode") for part in (said[first], said[~first])]
    pd.testing.assert_frame_equal(
        add_tallies(parts), add_tallies([tally(said, "attributions", "mode")])
    )


def test_all_or_none_is_not_certain():
    said = pd.DataFrame({"article_id": ["a"] * 50 + ["b"], "mode": "direct"})
    shares = tally_shares(tally(said, "attributions", "mode"), "attributions", "mode")
    assert shares["value"].tolist() == [1.0]
    assert shares["low"][0] == pytest.approx(0.342, abs=0.001)  # Wilson's with 2 articles
