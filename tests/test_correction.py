"""Corrected estimates on cases with known answers, and against the ppi-python package."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import stdtrit

from helpers.correction.influence import Influence, subtract
from helpers.correction.ppi import (
    correct_difference,
    correct_mean,
    correct_share,
    correct_sums,
    prediction_powered,
)
from helpers.correction.rogan_gladen import rogan_gladen
from helpers.correction.sums import sum_codes, sum_units
from helpers.paths import ROOT
from helpers.uncertainty import Z95, estimate_share, wilson

# tests/data/ppi_python.csv was drawn once by numpy's default_rng(0): `truth` uniform for 520 units,
# gold a coin of that chance (kept for the first 120), predicted truth + .08 + normal(0, .1), cut to
# 0-1 and rounded to four decimals. The package itself (ppi-python 0.2.3, numpy 2.4.6) gave for it
# ppi_mean_pointestimate(Y, Yhat, Yhat_unlabeled, lam=WEIGHT) and ppi_mean_ci(..., alpha=0.05):
WEIGHT = 0.753256009131197
POINT, LOW, HIGH = 0.527205846784, 0.451393353426, 0.603018340143
TUNED_BY_THE_PACKAGE = 0.45081139, 0.60262701  # the interval with the weight it chooses itself


@pytest.fixture
def case():
    return pd.read_csv(ROOT / "tests" / "data" / "ppi_python.csv")


def as_sums(case, times=1):
    return pd.DataFrame(
        {"gold_hits": case["gold"] * times, "gold_of": case["gold"] * 0 + times,
         "predicted_hits": case["predicted"] * times, "predicted_of": float(times)}
    )  # fmt: skip


def large_sample_interval(found, coded):
    """Return the interval without the small-sample correction, the only thing that differs."""
    n, m = coded.sum(), (~coded).sum()
    parts = found.parts.loc[coded.index]
    variance = (parts[coded] ** 2).sum() * (n - 2) / n + (parts[~coded] ** 2).sum() * (m - 1) / m
    return found.value - Z95 * np.sqrt(variance), found.value + Z95 * np.sqrt(variance)


@pytest.mark.parametrize("times", [1, 10])  # ten equal units in each article tell no more than one
def test_the_mean_is_that_of_the_ppi_python_package(case, times):
    found = prediction_powered(as_sums(case, times), "mean")
    assert found.value == pytest.approx(POINT, abs=1e-11)
    interval = large_sample_interval(found, case["gold"].notna())
    assert interval == pytest.approx((LOW, HIGH), abs=1e-7)
    assert found.degrees == 118
    assert interval == pytest.approx(TUNED_BY_THE_PACKAGE, abs=1e-3)
    assert np.diff(TUNED_BY_THE_PACKAGE) > HIGH - LOW


def test_the_package_itself_where_it_is_installed(case):
    package = pytest.importorskip("ppi_py", exc_type=ImportError)
    here, there = case[case["gold"].notna()], case[case["gold"].isna()]
    columns = (here["gold"], here["predicted"], there["predicted"])
    arrays = [column.to_numpy(dtype=float) for column in columns]
    low, high = package.ppi_mean_ci(*arrays, alpha=0.05, lam=WEIGHT)
    interval = large_sample_interval(
        prediction_powered(as_sums(case), "mean"), case["gold"].notna()
    )
    assert interval == pytest.approx((low.item(), high.item()), abs=1e-7)


def test_the_packages_own_test_of_a_constant_error():
    # ppi_py/tests/test_mean.py: predictions are gold + 2, and 2 in all unlabelled units: exactly 0
    gold = np.random.default_rng(1).normal(0, 1, 100)
    labelled = pd.DataFrame({"article_id": range(100), "gold": gold, "predicted": gold + 2})
    rest = pd.DataFrame({"article_id": range(100, 1100), "predicted": 2.0})
    assert correct_mean(labelled, rest).value == pytest.approx(0, abs=1e-12)


def test_a_rare_code_in_bursts_is_not_corrected_downward():
    """Half of its hits stand in few articles: a weight that grows with the draw leans low."""
    random, errors = np.random.default_rng(10), []
    for _ in range(400):
        chance = np.where(random.random(360) < 0.06, 0.6, 0.02)
        of = np.full(360, 7.0)
        hits = random.binomial(7, chance) * 1.0
        sums = pd.DataFrame(
            {"gold_hits": hits, "gold_of": of, "predicted_hits": random.binomial(hits.astype(int),
             0.9) + random.binomial(1, 0.05, 360) * 1.0, "predicted_of": of}
        )  # fmt: skip
        sums.loc[100:, ["gold_hits", "gold_of"]] = np.nan
        errors.append(prediction_powered(sums).value - (0.06 * 0.6 + 0.94 * 0.02))
    assert abs(np.mean(errors)) < 3 * np.std(errors) / 400**0.5


def draw_units(random, articles=200, accuracy=0.9):
    ids = np.repeat(np.arange(articles), 6)
    gold = random.random(len(ids)) < random.beta(2, 3, articles)[ids]
    right = random.random(len(ids)) < accuracy
    return pd.DataFrame({"article_id": ids, "gold": gold, "predicted": gold == right})


def split(units, coded):
    rest = units.loc[units["article_id"] >= coded, ["article_id", "predicted"]]
    return units[units["article_id"] < coded], rest


def test_a_good_measure_makes_the_interval_shorter_and_a_blind_one_does_not_hurt():
    random = np.random.default_rng(3)
    for accuracy, shorter in ((0.95, True), (0.5, False)):
        labelled, rest = split(draw_units(random, accuracy=accuracy), 60)
        corrected, alone = correct_share(labelled, rest), estimate_share(labelled, labelled["gold"])
        ratio = (corrected.high - corrected.low) / (alone.high - alone.low)
        assert ratio < 0.75 if shorter else 0.9 < ratio < 1.15
    assert abs(corrected.value - alone.value) < 0.02


def test_the_error_of_a_ratio_is_that_of_drawing_articles_anew():
    """Both sums are measured, and some articles have none by the one and some by the other."""
    random = np.random.default_rng(4)
    of = random.poisson(3, 300)
    hits = random.binomial(of, random.beta(2, 3, 300))
    found = random.binomial(hits, 0.8)
    sums = pd.DataFrame(
        {"gold_hits": hits, "gold_of": of, "predicted_hits": found,
         "predicted_of": found + random.binomial(of - hits, 0.6) + random.poisson(0.5, 300)}
    ).astype(float)  # fmt: skip
    sums.loc[120:, ["gold_hits", "gold_of"]] = np.nan
    here, there = sums[:120], sums[120:]
    drawn = [
        prediction_powered(
            pd.concat(
                [part.iloc[random.integers(0, len(part), len(part))] for part in (here, there)],
                ignore_index=True,
            )
        ).value
        for _ in range(400)
    ]
    assert np.std(drawn) == pytest.approx(prediction_powered(sums).error, rel=0.12)


def test_copies_of_units_make_the_interval_no_shorter():
    labelled, rest = split(draw_units(np.random.default_rng(5)), 60)
    once = correct_share(labelled, rest)
    many = correct_share(pd.concat([labelled] * 10), pd.concat([rest] * 10))
    assert (many.low, many.high) == pytest.approx((once.low, once.high))


def test_without_gold_it_says_what_to_do():
    sums = pd.DataFrame({"gold_hits": [np.nan], "gold_of": [np.nan], "predicted_hits": [1.0],
                         "predicted_of": [2.0]})  # fmt: skip
    for ask in (correct_sums, lambda none: correct_difference(sums.fillna(1.0), none)):
        with pytest.raises(ValueError, match="code articles of this group or join it"):
            ask(sums)


def test_one_coded_article_tells_nothing_about_others():
    sums = pd.DataFrame({"gold_hits": [1.0, np.nan, np.nan], "gold_of": [2.0, np.nan, np.nan],
                         "predicted_hits": 1.0, "predicted_of": 2.0})  # fmt: skip
    share, mean = correct_sums(sums), correct_sums(sums, "mean")
    assert (share.value, share.low, share.high, share.n, share.of) == (0.5, 0.0, 1.0, 1, 3)
    assert (mean.low, mean.high) == (-np.inf, np.inf)
    assert subtract(prediction_powered(sums), prediction_powered(sums * 0 + 1))[3] == 1.0


@pytest.mark.parametrize("hits", [0.0, 2.0])
def test_all_hits_or_none_is_no_certainty(hits):
    random = np.random.default_rng(6)
    predicted = random.integers(0, 3, 30) * 1.0
    sums = pd.DataFrame({"gold_hits": hits, "gold_of": 2.0, "predicted_hits": predicted,
                         "predicted_of": 2.0})  # fmt: skip
    sums.loc[20:, ["gold_hits", "gold_of"]] = np.nan
    found = correct_sums(sums)
    assert found.value == hits / 2
    assert (found.low, found.high) == wilson(10 * hits, 20, float(stdtrit(19, 0.975)))


@pytest.mark.parametrize("hits", [1.0, 2.0, 20.0])
def test_the_same_share_in_every_article_is_no_certainty(hits):
    sums = pd.DataFrame({"gold_hits": hits, "gold_of": 49 * (hits if hits < 20 else 1.0),
                         "predicted_hits": 0.0, "predicted_of": 0.0}, index=range(39))  # fmt: skip
    found, size = correct_sums(sums), 39
    bounds = wilson(found.value * size, size, float(stdtrit(size - 1, 0.975)))
    assert (found.low, found.high) == pytest.approx(bounds)


def test_predictions_that_say_nothing_leave_gold_alone():
    labelled, rest = split(draw_units(np.random.default_rng(7)), 60)
    constant = correct_share(labelled.assign(predicted=True), rest.assign(predicted=True))
    none = sum_units(labelled, rest).assign(predicted_hits=0.0, predicted_of=0.0)
    alone = correct_sums(none)
    assert constant.value == alone.value == labelled["gold"].mean()
    assert (constant.low, constant.high) == (alone.low, alone.high)
    assert (constant.n, constant.of, alone.n, alone.of) == (60, 200, 60, 60)


def test_a_share_stays_a_share():
    """By the predictions uncoded articles would have less than no hits: 1/10 - 4/10 and more."""
    sums = pd.DataFrame({"gold_hits": [2.0, 0, 0, 0] * 5, "gold_of": 5.0,
                         "predicted_hits": [5.0, 1, 1, 1] * 5, "predicted_of": 5.0})  # fmt: skip
    rest = pd.DataFrame({"predicted_hits": [0.0, 0, 0, 1] * 10, "predicted_of": 5.0})
    found = correct_sums(pd.concat([sums, rest], ignore_index=True))
    assert (found.value, found.low) == (0.0, 0.0) and 0 < found.high < 0.2


def test_units_are_checked():
    labelled = pd.DataFrame({"article_id": ["a"], "gold": [1.0], "predicted": [1.0]})
    rest = pd.DataFrame({"article_id": ["a"], "predicted": [1.0]})
    with pytest.raises(ValueError, match="both have article a"):
        correct_share(labelled, rest)
    with pytest.raises(ValueError, match="missing"):
        correct_share(labelled.assign(gold=np.nan), rest.assign(article_id="b"))


def test_sums_of_codes_keep_coded_articles_without_any():
    gold = pd.DataFrame({"article_id": ["a", "a", "z"], "type": ["x", "y", "x"]})
    measured = pd.DataFrame({"article_id": ["a", "c"], "type": ["x", "x"]})
    sums = sum_codes(gold, measured, "type", "x", ["a", "b"], ["c", "b", "a"])
    assert sums.index.tolist() == ["a", "b", "c"]
    assert sums.loc[["a", "b"]].to_numpy().tolist() == [[1, 2, 1, 1], [0, 0, 0, 0]]
    assert sums.loc["c"].isna().tolist() == [True, True, False, False]


def test_differences_of_groups_apart_and_in_the_same_articles():
    random = np.random.default_rng(8)
    sums = sum_units(*split(draw_units(random), 60))
    one, other = sums[sums.index % 2 == 0], sums[sums.index % 2 == 1]
    apart = correct_difference(one, other)
    assert apart.value == pytest.approx(correct_sums(one).value - correct_sums(other).value)
    assert (apart.n, apart.of, apart.kind) == (60, 200, "corrected difference")
    variance = prediction_powered(one).error ** 2 + prediction_powered(other).error ** 2
    assert (apart.high - apart.low) / 2 == pytest.approx(2.05 * np.sqrt(variance), rel=0.05)
    same = correct_difference(sums, sums)
    assert (same.value, same.low, same.high) == pytest.approx((0, 0, 0), abs=0.005)


def test_p_is_five_per_cent_where_a_bound_is_zero():
    other = Influence(0.2, pd.Series({"c": 0.03, "d": -0.03}), 30)
    one = Influence(0.3, pd.Series({"a": 0.04, "b": -0.01}), 40)
    value, low, _, _ = subtract(one, other)
    moved = Influence(one.value - low, one.parts, 40)
    at_zero = subtract(moved, other)
    assert at_zero[0] == pytest.approx(value - low) and at_zero[1] == pytest.approx(0, abs=1e-12)
    assert at_zero[3] == pytest.approx(0.05)
    assert subtract(other, moved)[3] == pytest.approx(0.05)
    for share in np.linspace(0.02, 0.5, 100):  # rare shares, whose intervals lean to one side
        rare = Influence(share, pd.Series({"a": 0.1, "b": 0.05}), 20, share)
        for pair in ((rare, other), (other, rare)):
            _, low, high, p = subtract(*pair)
            assert (p < 0.05) == (low > 0 or high < 0)


def test_rogan_gladen_by_hand():
    """Sensitivity 9/10, specificity 16/20, measured (13 + 25) of 100: (.38 + .8 - 1) / .7."""
    gold = [True] * 10 + [False] * 20
    predicted = [True] * 9 + [False] * 17 + [True] * 4
    labelled = pd.DataFrame({"article_id": range(30), "gold": gold, "predicted": predicted})
    rest = pd.DataFrame({"article_id": range(30, 100), "predicted": [True] * 25 + [False] * 45})
    found = rogan_gladen(labelled, rest)
    assert found.value == pytest.approx(0.18 / 0.7)
    assert found.low < found.value < found.high and (found.n, found.of) == (30, 100)
    assert rogan_gladen(labelled, rest[:0]).value == pytest.approx(1 / 3)


def test_rogan_gladen_refuses_what_it_cannot_know():
    labelled = pd.DataFrame({"article_id": range(4), "gold": [True, True, False, False]})
    rest = pd.DataFrame({"article_id": [9], "predicted": [True]})
    with pytest.raises(ValueError, match="no better than chance"):
        rogan_gladen(labelled.assign(predicted=[True, False, True, False]), rest)
    with pytest.raises(ValueError, match="one code alone"):
        rogan_gladen(labelled.assign(predicted=True, gold=True), rest)
