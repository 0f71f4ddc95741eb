"""Tables of tone: distributions, drivers and F1, on sentences whose numbers can be worked out."""

import pandas as pd
import pytest

from helpers import measure
from helpers.gold.stance import count_sides, is_one_sided, macro_f1
from helpers.load import as_articles
from helpers.tone.tables import drivers, sign_of, spread


def scored(*texts):
    scores = measure(as_articles(*texts)).scores
    return scores[scores["level"] == "sentence"]


def test_no_known_word_and_a_score_of_zero_are_neither_negative_nor_positive():
    table = scored("They came. A good plan. A bad plan. It was political.")
    assert sign_of(table["polarity"]).tolist() == ["none", "positive", "negative", "none"]
    row = spread(table, "article_id").iloc[0]
    assert row[["sentences", "unknown", "negative", "none", "positive"]].tolist() == [
        4, 0.25, 0.25, 0.5, 0.25,
    ]  # fmt: skip


def test_quantiles_are_over_sentences_with_a_known_word():
    table = pd.DataFrame(
        {"who": list("aaab"), "polarity": [0.0, 0.4, None, None], "n_known": [1, 1, 0, 0]}
    )
    found = spread(table, "who").set_index("who")
    assert found.loc["a", ["low_quarter", "median", "high_quarter"]].tolist() == [0.1, 0.2, 0.3]
    assert found.loc["b", ["low_quarter", "median"]].isna().all()
    assert found.loc["b", "unknown"] == 1


def test_pulls_add_up_to_the_sum_of_the_sentences():
    table = scored("A good, good plan. A cruel but effective plan.", "A good and bad plan.")
    found = drivers(table)
    assert found["pull"].sum() == pytest.approx(table["polarity"].sum(), abs=0.01)
    good = found.set_index("word").loc["good"]
    assert (good["n"], good["sentences"]) == (3, 2)
    assert good["pull"] == pytest.approx(0.35 + 0.35 + 0.35)
    assert found["share"].sum() == pytest.approx(1, abs=1e-5)


def test_drivers_of_a_group_are_its_own():
    table = scored("A good plan.", "A bad plan.")
    found = drivers(table, "article_id").set_index("article_id")
    assert found["word"].to_dict() == {"example-1": "good", "example-2": "bad"}
    assert found["share"].tolist() == [1, 1]


def test_drivers_of_sentences_without_a_known_word_are_none():
    assert drivers(scored("They came.")).empty


def test_macro_f1_by_hand():
    measured, gold = [-1, -1, 0, 1], [-1, 0, 0, 1]
    value, low, high = macro_f1(measured, gold, list("abcd"))
    assert value == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert 0 <= low <= value <= high <= 1


def test_macro_f1_resamples_articles():
    measured, gold = [-1, 0, 1, 0] * 10, [-1, 0, 1, 1] * 10
    one_article = macro_f1(measured, gold, ["a"] * 40)
    assert one_article[0] == one_article[1] == one_article[2]
    assert macro_f1(measured, gold, range(40))[1] < one_article[0]


def test_sides_are_counted_by_whole_words_in_any_case():
    coded = pd.DataFrame(
        {"article_id": list("abcd"), "stance": [-1, -1, 1, 0],
         "text": ["Abuse grew.", "It was abused.", "An abuse.", "Non-abuse came."]}
    )  # fmt: skip
    assert count_sides(["abuse"], coded) == {
        "against": 1, "neither": 0, "favouring": 1, "articles": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("against", "neither", "favouring", "articles", "sided"),
    [(4, 2, 1, 7, True), (4, 2, 1, 3, False), (6, 0, 4, 9, False), (4, 5, 0, 9, False)],
)
def test_what_counts_as_one_sided(against, neither, favouring, articles, sided):
    counts = {
        "against": against, "neither": neither, "favouring": favouring, "articles": articles,
    }  # fmt: skip
    assert is_one_sided(counts, -1) is sided
    assert not is_one_sided(counts, +1)
