"""TextBlob's quirks: each example shows its quirk, holds it, and is mended as a reader would."""

import numpy as np
import pandas as pd
import pytest

from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.quirks import judge_quirks, mend, read_quirks
from helpers.tone.sentiment import score_text

QUIRKS = read_quirks().set_index("quirk", drop=False)
SIGN = {"negative": -1, "neither": 0, "positive": 1}
# What TextBlob 0.20 makes of the examples the project's purpose names.
TOLD = {
    "negation-contracted": 0.7, "negation-next-sentence": -0.4, "term-safe-third-country": 0.25,
    "term-fine": 0.416667, "word-controversial": 0.55, "name-great-britain": 0.8,
    "exclamation-other-sentence": 0.875, "unknown-unlawful": None, "unknown-torture": None,
    "unknown-deported": None, "unknown-deal": None, "emoticon-number": 0.5,
}  # fmt: skip


@pytest.mark.parametrize(("quirk", "polarity"), TOLD.items())
def test_textblob_still_does_it(quirk, polarity):
    assert score_text(QUIRKS.loc[quirk, "example"])["polarity"] == polarity


@pytest.mark.parametrize("quirk", QUIRKS.index)
def test_each_example_holds_its_quirk_and_mending_changes_it(quirk):
    row = QUIRKS.loc[quirk]
    table = judge_quirks(pd.Series([row["example"]]), QUIRKS.loc[[quirk]])
    assert table["texts"].item() == 1
    before, after = score_text(row["example"])["polarity"], mend(row["example"], row)
    assert before != after
    assert np.sign(after or 0) == SIGN[row["reader"]]


@pytest.mark.parametrize("quirk", QUIRKS.index)
def test_the_news_analyzer_reads_each_example_as_a_reader_would(quirk):
    row = QUIRKS.loc[quirk]
    polarity = NewsAnalyzer().analyze(row["example"]).polarity
    if quirk == "term-fine":
        assert polarity == 0  # it says nothing of a penalty
    else:
        assert np.sign(polarity) == SIGN[row["reader"]]


def test_the_shift_is_that_of_the_mean_over_texts_with_a_known_word():
    texts = pd.Series(["More came.", "A good plan.", "They came by bus."])
    table = judge_quirks(texts, QUIRKS.loc[["word-more", "unknown-deal"]]).set_index("quirk")
    assert table["before"].tolist() == pytest.approx([0.6, 0.6])
    assert table.loc["word-more", ["texts", "shift"]].tolist() == [1, pytest.approx(0.1)]
    assert table.loc["unknown-deal", ["texts", "shift"]].tolist() == [0, 0]


def test_a_count_of_nothing_is_not_an_error():
    assert judge_quirks(pd.Series(["They came."]))["texts"].sum() == 0
