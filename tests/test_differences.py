"""Differences of two groups, adjusted p-values, and the tables that set estimates side by side."""

import numpy as np
import pandas as pd
import pytest

from helpers.correction.corrected import SHARE_COLUMNS, compare_shares
from helpers.correction.differences import adjust_holm, estimate_difference
from helpers.correction.influence import Influence, subtract
from helpers.correction.pairs import COLUMNS, compare_pairs
from helpers.correction.transfer import compare_errors
from helpers.correction.twice import Twice


def two_groups(hits, of, other_hits, other_of):
    said = [True] * hits + [False] * (of - hits) + [True] * other_hits
    said += [False] * (other_of - other_hits)
    table = pd.DataFrame({"article_id": range(of + other_of), "said": said})
    return table, table["said"], pd.Series(np.arange(of + other_of) < of)


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [((10, 10, 0, 20), 0.6791, 1.0), ((5, 56, 0, 29), -0.0381, 0.1926),
     ((0, 10, 0, 20), -0.1611, 0.2775)],
)  # fmt: skip
def test_all_hits_or_none_matches_the_published_cases(counts, low, high):
    # Newcombe 1998 (Statistics in Medicine 17:873-890), table II, method 10
    found = estimate_difference(*two_groups(*counts))
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_squares_and_adds_as_published():
    # the same table: 56 of 70 against 48 of 80; units that are independent
    counted = []
    for hits, of in ((56, 70), (48, 80)):
        part = np.sqrt(hits / of * (1 - hits / of) / of / of)
        # 10**9 degrees of freedom: Student's t is then the normal one
        parts = pd.Series(part, index=[f"{of}-{i}" for i in range(of)])
        counted.append(Influence(hits / of, parts, 10**9, hits / of))
    assert subtract(*counted)[:3] == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_the_bootstrap_agrees_with_theory_and_counts_articles_as_one():
    random = np.random.default_rng(1)
    table = pd.DataFrame({"article_id": range(400), "x": random.normal(0.1, 0.3, 400)})
    group = table["article_id"] < 150
    found = estimate_difference(table, table["x"], group)
    half = 1.96 * 0.3 * np.sqrt(1 / 150 + 1 / 250)
    assert (found.high - found.low) / 2 == pytest.approx(half, rel=0.12)
    assert (found.kind, found.n, found.of) == ("mean difference", 150, 250)
    copied = pd.concat([table] * 5, ignore_index=True)
    many = estimate_difference(copied, copied["x"], copied["article_id"] < 150)
    assert (many.low, many.high) == pytest.approx((found.low, found.high))


def test_an_article_may_have_units_in_both_groups():
    """In each article the one group has one hit more: the difference is the same in every draw."""
    table = pd.DataFrame({"article_id": np.repeat(range(20), 4), "said": [1, 1, 1, 0] * 20})
    group = pd.Series([True, True, False, False] * 20)
    found = estimate_difference(table, table["said"].astype(float), group)
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize("articles", ["aaaaaaaa", "aaaabbbb", "aaaabcde"])
def test_a_group_in_one_article_is_no_certainty(articles):
    table = pd.DataFrame({"article_id": list(articles), "said": [1, 1, 1, 0, 1, 0, 0, 0]})
    group = pd.Series([True] * 4 + [False] * 4)
    share = estimate_difference(table, table["said"].eq(1), group)
    assert share.low < 0 < share.value < share.high and share.high - share.low > 0.5
    mean = estimate_difference(table, table["said"].astype(float), group)
    assert (mean.value, mean.low, mean.high) == (0.5, -np.inf, np.inf)


def test_what_cannot_be_compared_is_refused():
    table, said, group = two_groups(2, 4, 1, 4)
    with pytest.raises(ValueError, match="different rows"):
        estimate_difference(table[:5], said, group)
    with pytest.raises(ValueError, match="no row"):
        estimate_difference(table, said, group | True)


def test_holm_as_in_its_example():
    p_values = pd.Series([0.01, 0.04, np.nan, 0.03, 0.005], index=list("abcde"))
    found = adjust_holm(p_values)
    assert found.dropna().to_dict() == pytest.approx({"a": 0.03, "b": 0.06, "d": 0.06, "e": 0.02})
    assert np.isnan(found["c"])


@pytest.fixture
def coded():
    """200 articles of five units; the measure takes a third of type z for type x."""
    random = np.random.default_rng(2)
    gold = pd.DataFrame({"article_id": np.repeat(range(200), 5)})
    chance = np.where(gold["article_id"] % 2 == 0, 0.3, 0.5)
    gold["type"] = np.where(random.random(1000) < chance, "x", random.choice(["y", "z"], 1000))
    mistaken = (gold["type"] == "z") & (random.random(1000) < 1 / 3)
    measured = gold.assign(type=gold["type"].mask(mistaken, "x"))
    return gold, measured


def test_shares_side_by_side_find_the_measures_error(coded):
    gold, measured = coded
    seen = range(0, 200, 3)
    table = compare_shares(gold, measured, "type", seen, range(200), ["x", "y", "z", "never"])
    assert table.columns.tolist() == ["type", *SHARE_COLUMNS]
    table = table.set_index("type")
    truth = gold["type"].value_counts(normalize=True)
    for value in "xyz":
        assert table.loc[value, "naive"] == (measured["type"] == value).mean()
        in_seen = gold.loc[gold["article_id"].isin(seen), "type"]
        assert table.loc[value, "gold"] == (in_seen == value).mean()
        assert table.loc[value, "corrected_low"] < truth[value] < table.loc[value, "corrected_high"]
    assert (table["p_adjusted"] < 0.05).to_dict() == {"x": True, "y": False, "z": True,
                                                      "never": False}  # fmt: skip
    assert table.loc["x", "difference"] > 0 > table.loc["z", "difference"]
    assert table["p_adjusted"].min() == pytest.approx(4 * table["p"].min())
    assert set(table["adjusted_by"]) == {"Holm"}
    assert set(table["coded"]) == {67} and set(table["articles"]) == {200}
    never = table.loc["never", ["naive", "gold", "corrected", "p"]]
    assert never.tolist() == [0, 0, 0, 1] and 0 < table.loc["never", "corrected_high"] < 0.1


def test_a_measure_without_error_differs_from_nothing(coded):
    gold, _ = coded
    table = compare_shares(gold, gold, "type", range(0, 200, 3), range(200))
    assert table["type"].tolist() == ["x", "y", "z"]
    assert (table["corrected"] - table["naive"]).abs().max() < 0.01
    assert (table["p_adjusted"] > 0.05).all()


def test_groups_of_articles_are_corrected_each_by_its_own_gold(coded):
    gold, measured = coded
    odd = pd.DataFrame({"article_id": range(200), "odd": np.arange(200) % 2 == 1})

    def compare(seen):
        in_gold = gold[gold["article_id"].isin(seen)]
        twice = Twice(in_gold, measured, list(seen), list(range(200))).join(odd)
        return compare_pairs(twice, "odd", [(True, False)], "type", ["x", "y", "z"])

    table = compare(range(0, 200, 3))
    assert table.columns.tolist() == COLUMNS
    assert table["p_adjusted"].min() == pytest.approx(3 * table["p"].min())
    row = table.set_index("value").loc["x"]
    assert row["one_share"] - row["other_share"] == pytest.approx(row["difference"])
    assert row["low"] < 0.2 < row["high"] and row["p_adjusted"] < 0.05
    assert (row["coded_one"], row["coded_other"]) == (33, 34)
    uncoded = compare(range(0, 200, 2))
    assert uncoded["difference"].isna().all()
    assert set(zip(uncoded["coded_one"], uncoded["coded_other"], strict=True)) == {(0, 100)}


def test_a_measure_that_finds_nothing_is_told(coded):
    gold, measured = coded
    with pytest.raises(ValueError, match="no unit in these articles"):
        compare_shares(gold, measured[:0], "type", range(9), range(200))


def test_errors_are_compared_between_two_parts(coded):
    """In the one part z is taken for x, in the other nothing is."""
    gold, measured = coded
    one, other = list(range(100)), list(range(100, 200))
    measured = pd.concat([measured[measured["article_id"] < 100], gold[gold["article_id"] >= 100]])
    table = compare_errors(gold, measured, "type", (one, other), ["x", "y", "z"])
    table = table.set_index("type")
    assert (table["other"] == 0).all() and table.loc["y", "one"] == 0
    assert table.loc["x", "one"] == -table.loc["z", "one"] > 0.05
    assert table.loc["x", "low"] > 0 and table.loc["x", "p_adjusted"] < 0.05
    assert table.loc["y", "p_adjusted"] == 1
    alike = compare_errors(gold, gold, "type", (one, other), ["x"])
    assert alike.loc[0, ["difference", "low", "high", "p"]].tolist() == [0, 0, 0, 1]
