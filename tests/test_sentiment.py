"""TextBlob's scores: one pass, missing where nothing is known, never across a full stop."""

import pandas as pd
import pytest
from textblob import TextBlob
from textblob.en import sentiment as assess

import helpers.tone.sentiment
from helpers import measure
from helpers.load import as_articles
from helpers.tone.sentiment import score_text


@pytest.mark.parametrize("text", ["A good plan.", "Very bad, not safe.", "An illegal, cruel act!"])
def test_the_score_is_textblobs_own(text):
    assert score_text(text)["polarity"] == pytest.approx(TextBlob(text).sentiment.polarity)
    assert score_text(text)["subjectivity"] == pytest.approx(TextBlob(text).sentiment.subjectivity)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The plan isn't good.", 0.7),
        ("A safe third country.", 0.25),
        ("A fine was imposed.", 0.416667),
        ("A controversial deal.", 0.55),
    ],
)
def test_quirks_told_in_the_notebook_still_hold(text, polarity):
    assert score_text(text)["polarity"] == pytest.approx(polarity, abs=1e-6)


def test_no_known_word_is_missing_and_not_zero():
    assert score_text("They were deported.")["polarity"] is None
    assert score_text("They were deported.")["n_words"] == 3


def levels(text):
    return measure(as_articles(text)).scores


def test_negation_stays_within_its_sentence():
    article = levels("They said no. Great news.").set_index("level").loc["article"]
    assert article["polarity"] == pytest.approx(0.8)


def test_article_is_the_mean_of_its_scored_sentences():
    table = levels("A good plan. They were deported. A bad plan.")
    article = table[table["level"] == "article"].iloc[0]
    assert article["polarity"] == pytest.approx((0.7 - 0.7) / 2, abs=0.01)
    assert (article["n_sentences"], article["n_known"]) == (3, 2)


def test_actor_rows_take_only_sentences_that_name_the_actor():
    table = levels("UNHCR gave good advice. The plan was bad.")
    actor = table[table["level"] == "actor"].iloc[0]
    assert (actor["actor_id"], actor["n_sentences"]) == ("unhcr", 1)
    assert actor["polarity"] == pytest.approx(0.7)


def test_each_sentence_is_analysed_once(monkeypatch):
    seen = []

    def counting(text):
        seen.append(text)
        return assess(text)

    monkeypatch.setattr(helpers.tone.sentiment, "assess", counting)
    levels("UNHCR came. UNHCR left.")
    assert seen == ["UNHCR came.", "UNHCR left."]


def test_actor_and_article_are_missing_where_nothing_is_known():
    assert pd.isna(levels("UNHCR deported them.")["polarity"]).all()
