"""Intervals on cases with known answers."""

import math

import numpy as np
import pandas as pd
import pytest

from helpers.ranks import estimate_rank_correlation
from helpers.uncertainty import estimate_mean, estimate_share, ratio_interval, wilson


def test_wilson_matches_the_published_case():
    # Newcombe 1998, table I: 81 of 263, Wilson without continuity correction
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_one_row_an_article_gives_wilson():
    table = pd.DataFrame(
        {"article_id": [str(i) for i in range(20)], "hit": [True] * 5 + [False] * 15}
    )
    found = estimate_share(table, table["hit"])
    assert (found.low, found.high) == wilson(5, 20)
    assert (found.n, found.of, found.articles) == (5, 20, 20)


def test_articles_not_rows_are_resampled():
    """Ten copies of each row make no new information: the interval must not shrink."""
    once = pd.DataFrame({"article_id": list("abcdefgh") * 2, "hit": [True] * 6 + [False] * 10})
    copied = pd.concat([once] * 10)
    few, many = estimate_share(once, once["hit"]), estimate_share(copied, copied["hit"])
    assert (few.low, few.high) == (many.low, many.high)


def test_no_hit_is_not_certainty():
    table = pd.DataFrame({"article_id": list("aabbccdd"), "hit": False})
    found = estimate_share(table, table["hit"])
    assert (found.low, found.high) == wilson(0, 4)
    every = estimate_share(table, ~table["hit"])
    assert (every.low, every.high) == wilson(4, 4)


def test_the_interval_is_the_same_every_time_and_holds_the_value():
    rng = np.random.default_rng(1)
    hits, sizes = rng.integers(0, 5, 60), rng.integers(5, 9, 60)
    low, high = ratio_interval(hits, sizes)
    assert (low, high) == ratio_interval(hits, sizes)
    assert low < hits.sum() / sizes.sum() < high


def test_the_bootstrap_agrees_with_theory_for_a_mean():
    rng = np.random.default_rng(2)
    table = pd.DataFrame(
        {"article_id": [str(i) for i in range(200)], "x": rng.normal(0.1, 0.3, 200)}
    )
    found = estimate_mean(table, "x")
    half = 1.96 * table["x"].std() / np.sqrt(200)
    assert found.high - found.low == pytest.approx(2 * half, rel=0.08)


def test_missing_values_are_left_out_and_counted():
    table = pd.DataFrame({"article_id": list("abc"), "x": [1.0, None, 3.0]})
    found = estimate_mean(table, "x")
    assert (found.value, found.n, found.of, found.articles) == (2.0, 2, 3, 2)


def test_one_article_tells_nothing_about_others():
    table = pd.DataFrame({"article_id": ["a"] * 4, "hit": [True, False] * 2, "x": [1.0] * 4})
    share = estimate_share(table, table["hit"])
    assert (share.value, share.low, share.high) == (0.5, 0.0, 1.0)
    assert estimate_mean(table, "x").high == float("inf")


def test_hits_of_another_table_are_refused():
    table = pd.DataFrame({"article_id": list("ab")})
    with pytest.raises(ValueError, match="different rows"):
        estimate_share(table, pd.Series([True, True], index=[5, 6]))


def test_an_empty_table_says_nothing():
    found = estimate_share(pd.DataFrame({"article_id": []}), pd.Series(dtype=bool))
    assert (found.n, found.of, found.low, found.high) == (0, 0, 0.0, 1.0)


def test_rank_correlation_is_spearmans_and_counts_articles():
    random = np.random.default_rng(3)
    table = pd.DataFrame({"article_id": np.arange(200), "x": random.normal(size=200)})
    table["y"] = (table["x"] + random.normal(size=200)).round(1)
    found = estimate_rank_correlation(table, "x", "y")
    assert found.value == pytest.approx(table["x"].corr(table["y"], method="spearman"))
    assert (found.high - found.low) / 2 == pytest.approx(
        1.96 * (1 - found.value**2) / 200**0.5, rel=0.2
    )
    copied = pd.concat([table] * 4, ignore_index=True)
    many = estimate_rank_correlation(copied, "x", "y")
    assert (many.low, many.high) == pytest.approx((found.low, found.high))
    assert math.isnan(estimate_rank_correlation(table.assign(y=1), "x", "y").value)
    assert math.isnan(estimate_rank_correlation(table.head(0), "x", "y").value)
