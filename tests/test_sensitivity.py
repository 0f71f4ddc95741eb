"""What moves a share: parts left out, windows, measures; on cases small enough to do by hand."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.pyplot import close

from helpers.charts import sure
from helpers.correction.sensitivity import keep_one_copy, leave_one_out
from helpers.correction.worth import compare_measures
from helpers.gold.classes import score_codes
from helpers.tone.windows import cut_window, rank_agreement, score_windows

UNITS = pd.DataFrame({"outlet": ["x", "x", "y", "z", ""], "said": [True, True, False, True, False]})


def test_leaving_one_out_is_the_share_of_the_others():
    found = leave_one_out(UNITS, UNITS["said"], "outlet").set_index("left_out")
    assert found.index.tolist() == ["x", "y", "z"]
    for name, row in found.iterrows():
        others = UNITS[UNITS["outlet"] != name]
        assert row["value"] == pytest.approx(others["said"].mean())
        assert row["shift"] == pytest.approx(others["said"].mean() - UNITS["said"].mean())
        assert (row["n"], row["of"]) == (others["said"].sum(), len(others))


def test_the_one_that_moves_it_most_comes_first_whichever_way():
    table = pd.DataFrame({"by": list("aabbbc"), "hit": [True, True, False, False, False, True]})
    assert leave_one_out(table, table["hit"], "by")["left_out"].tolist() == ["b", "a", "c"]


def test_rows_without_a_value_are_never_left_out():
    assert "" not in set(leave_one_out(UNITS, UNITS["said"], "outlet")["left_out"])


def test_a_single_value_leaves_nothing_and_no_share():
    table = pd.DataFrame({"by": ["a"], "hit": [True]})
    assert np.isnan(leave_one_out(table, table["hit"], "by").loc[0, "value"])


def test_hits_of_another_table_are_refused():
    with pytest.raises(ValueError, match="different rows"):
        leave_one_out(UNITS, UNITS["said"].head(2), "outlet")


def test_one_copy_of_each_story_is_kept_the_earliest():
    articles = pd.DataFrame(
        {"article_id": list("edcba"), "story_id": ["s", "s", "t", "t", ""],
         "published": ["2025-03-01", "2025-02-01", "2025-01-01", "", "2025-01-01"]},
        index=[9, 8, 7, 6, 5],
    )  # fmt: skip
    kept = keep_one_copy(articles)
    assert kept.index.tolist() == [9, 8, 7, 6, 5]
    assert kept.tolist() == [False, True, True, False, True]


def test_a_window_ends_with_the_text_and_counts_words_on_either_side():
    text = "One two. Kagame left the room today."
    start, end = text.index("Kagame"), text.index("Kagame") + len("Kagame")
    assert cut_window(text, start, end, 1) == "two. Kagame left"
    assert cut_window(text, start, end, 2) == "One two. Kagame left the"
    assert cut_window(text, start, end, 50) == text.rstrip(".")
    assert cut_window(text, start, end, 0) == "Kagame"


def test_a_wider_window_sees_words_that_a_narrow_one_does_not():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Kagame came to the good town."]})
    mentions = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [6]})
    near, far = (score_windows(articles, mentions, size)["polarity"] for size in (3, 4))
    assert np.isnan(near[0]) and far[0] == pytest.approx(0.7)


def test_rank_agreement_is_that_of_means_over_groups_both_have():
    one = pd.DataFrame(
        {"article_id": list("abcdde"), "actor_id": list("xyzwxv"),
         "polarity": [0.1, 0.2, 0.3, 0.4, 0.1, None]}
    )  # fmt: skip
    other = one.assign(polarity=[0.1, 0.3, 0.2, 0.4, 0.1, 0.9])
    found = rank_agreement(one, other)
    assert found.n == 4  # v has no polarity in the one
    assert found.value == pytest.approx(0.8)  # one pair of neighbours changed places of four
    assert found.low <= found.value <= found.high
    assert rank_agreement(one, one).value == 1.0


def test_two_groups_are_no_ranking():
    one = pd.DataFrame({"article_id": ["a", "b"], "actor_id": ["x", "y"], "polarity": [0.1, 0.2]})
    with pytest.raises(ValueError, match="fewer than three"):
        rank_agreement(one, one)


def test_precision_looks_at_what_was_given_recall_at_what_is_true():
    units = pd.DataFrame(
        {"article_id": list("abcdef"), "x_a": list("yyyynn"), "x_b": list("yynnny")}
    )
    rows = score_codes(units, "x", ("y", "n", "never")).set_index("code")
    assert rows.loc["y", ["gold", "measured", "right"]].tolist() == [4, 3, 2]
    assert rows.loc["y", "precision"] == pytest.approx(2 / 3)
    assert rows.loc["y", "recall"] == pytest.approx(1 / 2)
    assert rows.loc["n", ["precision", "recall"]].tolist() == [pytest.approx(1 / 3), 0.5]
    assert np.isnan(rows.loc["never", "precision"]) and rows.loc["never", "precision_high"] == 1


def made_up(seed: int):
    random = np.random.default_rng(seed)
    names = [f"a{number:03d}" for number in range(200)]
    truth = pd.DataFrame({"article_id": names, "sentence": 0, "gold": random.random(200) < 0.4})
    noise = random.random(200)
    good = truth["gold"] ^ (noise < 0.1)
    bad = pd.Series(random.random(200) < 0.8)
    tables = {
        name: truth.assign(predicted=said).drop(columns="gold")
        for name, said in (("good", good), ("bad", bad))
    }
    return truth, tables


def test_a_good_measure_narrows_and_a_bad_one_is_corrected_all_the_same():
    truth, tables = made_up(3)
    rows = compare_measures(truth.head(60), tables).set_index("measure")
    assert rows.loc["good", "narrower"] > 0.2 > rows.loc["bad", "narrower"]
    assert rows.loc["good", "worth_articles"] > 90
    assert rows.loc["bad", "naive"] > 0.7  # far from the truth of about .4
    for name in ("good", "bad"):
        assert rows.loc[name, "low"] < truth["gold"].mean() < rows.loc[name, "high"]
    assert rows["gold"].tolist() == [pytest.approx(truth["gold"].head(60).mean())] * 2


def test_a_gold_unit_that_was_not_measured_is_told():
    truth, tables = made_up(3)
    with pytest.raises(ValueError, match="good: a gold unit was not measured"):
        compare_measures(truth.head(60), {"good": tables["good"].iloc[1:]})


def test_the_chart_of_changes_tells_the_range_over_all_of_them():
    rows = [
        ("floor", "as counted", "estimate", 0.50, 0.40, 0.60, 90),
        ("floor", "whole pages", "estimate", 0.70, 0.50, 0.90, 90),
        ("floor", "without one outlet", "range", None, 0.45, 0.52, 90),
    ]
    names = ["headline", "change", "kind", "value", "low", "high", "of"]
    chart = sure.plot_changes(pd.DataFrame(rows, columns=names))
    close(chart.figure)
    assert "floor: 50 % as counted, 45 to 70 % over all changes" in chart.alt
