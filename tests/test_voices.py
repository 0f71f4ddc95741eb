"""Attributions joined with stance and names, and corrected group by group: known answers."""

import numpy as np
import pandas as pd
import pytest

from helpers.correction.pairs import compare_pairs
from helpers.correction.ppi import correct_sums
from helpers.correction.twice import (
    ENOUGH,
    FEWEST_HITS,
    Twice,
    correct_groups,
    name_groups,
)
from helpers.voices import find_opposed, groups_of, join_stance, name_in_content, periods_of

ARTICLES = 200
CODED = [f"a{number:03}" for number in range(60)]
ALL = [f"a{number:03}" for number in range(ARTICLES)]


@pytest.fixture(scope="module")
def biased():
    """Five units an article and side; truth 30 % and 70 % against; the measure calls 40 % wrong."""
    random = np.random.default_rng(7)
    truth = pd.DataFrame(
        {"article_id": np.repeat(ALL, 10),
         "side": (["sending"] * 5 + ["receiving"] * 5) * ARTICLES}
    )  # fmt: skip
    against = random.random(len(truth)) < truth["side"].map({"sending": 0.3, "receiving": 0.7})
    truth["stance"] = np.where(against, "-1", "0")
    wrong = (random.random(len(truth)) < 0.4) & against
    measured = truth.assign(stance=np.where(wrong, "0", truth["stance"]))
    return Twice(truth[truth["article_id"].isin(CODED)], measured, CODED, ALL), truth


def test_the_correction_takes_the_bias_off_in_each_group(biased):
    twice, truth = biased
    table = correct_groups(twice, "side", "stance", ["-1"]).set_index("side")
    real = truth["stance"].eq("-1").groupby(truth["side"]).mean()
    for side in real.index:
        row = table.loc[side]
        assert row["naive"] < real[side] - 0.08
        assert row["naive_high"] < real[side]
        assert row["corrected_low"] < real[side] < row["corrected_high"]
        assert row["corrected"] == pytest.approx(real[side], abs=0.05)
        assert (row["coded"], row["articles"], row["of"]) == (60, 200, 1000)


def test_a_share_of_a_group_is_that_of_the_table(biased):
    twice, _ = biased
    table = correct_groups(twice, "side", "stance", ["-1"]).set_index("side")
    one = twice.group("side", "sending").share("stance", "-1")
    assert (one.value, one.low, one.high) == pytest.approx(
        tuple(table.loc["sending", ["corrected", "corrected_low", "corrected_high"]])
    )


def test_pairs_find_the_true_difference_and_none_where_none_is(biased):
    twice, truth = biased
    real = truth["stance"].eq("-1").groupby(truth["side"]).mean()
    pairs = [("sending", "receiving"), ("sending", "sending")]
    found = compare_pairs(twice, "side", pairs, "stance", ["-1"])
    assert found.loc[0, "low"] < real["sending"] - real["receiving"] < found.loc[0, "high"] < 0
    assert found.loc[0, "p_adjusted"] == pytest.approx(2 * found.loc[0, "p"])
    assert found.loc[1, ["difference", "low", "high"]].tolist() == pytest.approx(
        [0, 0, 0], abs=0.01
    )
    gap = twice.gap("side", pairs[0], "stance", "-1")
    assert (gap.value, gap.low, gap.high) == pytest.approx(
        tuple(found.loc[0, ["difference", "low", "high"]])
    )


def few(coded: int, hits: int) -> pd.Series:
    measured = pd.DataFrame({"article_id": ALL, "side": "x", "stance": ["-1", "0"] * 100})
    gold = measured.head(coded).assign(stance=["-1"] * hits + ["0"] * (coded - hits))
    twice = Twice(gold, measured, ALL[:coded], ALL)
    return correct_groups(twice, "side", "stance", ["-1"]).iloc[0]


@pytest.mark.parametrize(
    ("coded", "hits", "enough"),
    [(ENOUGH - 1, 5, False), (ENOUGH, 5, True), (ENOUGH, FEWEST_HITS - 1, False),
     (ENOUGH, FEWEST_HITS, True), (ENOUGH, 0, True)],
)  # fmt: skip
def test_too_little_gold_is_said_and_not_corrected(coded, hits, enough):
    row = few(coded, hits)
    assert row["enough"] == enough
    assert np.isnan(row["corrected"]) != enough
    assert row["naive"] == 0.5
    assert row["coded"] == coded


def test_a_group_without_any_gold_keeps_its_naive_share():
    measured = pd.DataFrame({"article_id": ALL, "side": "x", "stance": "-1"})
    row = correct_groups(
        Twice(measured.head(0), measured, CODED, ALL), "side", "stance", ["-1"]
    ).iloc[0]
    assert row["naive"] == 1 and row["coded"] == 0 and np.isnan(row["corrected"])


def test_join_keeps_to_the_sentence():
    said = pd.DataFrame({"article_id": ["a", "a", "b"], "sentence": [0, 1, 0]})
    stance = said.assign(stance=[-1, 0, 1])
    assert join_stance(said.iloc[[2, 0]], stance)["stance"].tolist() == ["1", "-1"]
    with pytest.raises(ValueError, match="no stance"):
        join_stance(said, stance.head(2))
    with pytest.raises(ValueError, match="two stances"):
        join_stance(said, pd.concat([stance, stance.head(1)]))


def test_a_government_is_on_its_side_and_a_state_apart():
    mentions = pd.DataFrame(
        {"article_id": "a", "type": ["government"] * 4 + ["court_legal"],
         "kind": ["body", "person", "body", "state", "body"],
         "country": ["GBR", "UGA", "FRA", "GBR", "GBR"]}
    )  # fmt: skip
    articles = pd.DataFrame({"article_id": ["a"], "sending": ["GBR"], "receiving": ["RWA;UGA"]})
    assert groups_of(mentions, articles).tolist() == [
        "government, sending", "government, receiving", "government, other", "state by name",
        "court_legal",
    ]  # fmt: skip


def test_names_count_inside_the_credited_words_alone():
    said = pd.DataFrame(
        {"article_id": ["a", "a", "b"], "content_start": pd.array([10, 50, None], dtype="Int64"),
         "content_end": pd.array([40, 90, None], dtype="Int64")}
    )  # fmt: skip
    mentions = pd.DataFrame(
        {"article_id": ["a"] * 5 + ["b"], "start": [0, 12, 20, 38, 60, 3],
         "end": [8, 18, 30, 44, 70, 9], "group": ["media", "x", "x", "y", "y", "x"]}
    )  # fmt: skip
    named = name_in_content(said, mentions)
    assert list(zip(named["row"], named["group"], strict=True)) == [(0, "x"), (1, "y")]
    twice = name_groups(Twice(said.head(1), said, ["a"], ["a", "b"]), mentions, ["x", "y"])
    assert twice.measured["x"].tolist() == [True, False, False]
    assert twice.measured["y"].tolist() == [False, True, False]
    assert twice.gold["y"].tolist() == [False]


def test_periods_end_with_their_last_year():
    years = pd.Series([2001, 2020, 2021, 2024, 2025, None], dtype="Int64")
    assert periods_of(years).tolist() == [
        "to 2020", "to 2020", "2021-2024", "2021-2024", "from 2025", "no date",
    ]  # fmt: skip


def test_opposed_are_those_of_other_sign_the_widest_first_one_an_article():
    keys = {"article_id": list("aabcd"), "sentence": [0, 1, 0, 0, 0]}
    sentences = pd.DataFrame(keys | {"text": list("vwxyz")})
    scores = pd.DataFrame(keys | {"level": "sentence", "known_words": "",
                                  "polarity": [0.5, 0.9, -0.2, 0.8, None]})  # fmt: skip
    stance = pd.DataFrame(keys | {"stance": [-1, -1, 1, 1, -1]})
    stance["chance_against"] = [0.9, 0.9, 0.1, 0.0, 0.9]
    stance["chance_for"] = [0.1, 0.1, 0.8, 1.0, 0.1]
    opposed = find_opposed(sentences, scores, stance, n=5)
    assert opposed["text"].tolist() == ["w", "x"]  # y agrees, z has no known word, v is a's second
    assert opposed["gap"].tolist() == pytest.approx([1.7, 0.9])


def test_the_corrected_share_is_that_of_the_sums(biased):
    twice, _ = biased
    assert twice.share("stance", "-1") == correct_sums(twice.sums("stance", "-1"))
