"""The news analyzer: TextBlob's form, negation, masks, its lexicon, and what holds for any text."""

import time
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textblob import TextBlob
from textblob.base import CONTINUOUS

from helpers import load
from helpers.gold.stance import coded_sentences, count_sides, is_one_sided
from helpers.sentences import split_articles, split_text
from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.words import default_tone_words, read_tone_lexicon, split_form

ANALYZER = NewsAnalyzer()
SAYINGS = (
    "The plan isn't good!", "He said no.", "Great Britain praised a safe third country.",
    "They were beaten, and nobody apologised.", "It was “unlawful”, she said.", "(Article 8)",
    "A fine was imposed without a fair hearing.", "Rwanda’s offer was generous :)",
)  # fmt: skip


def polarity(text):
    return TextBlob(text, analyzer=ANALYZER).sentiment.polarity


def words(text):
    return [" ".join(found) for found, *_ in ANALYZER.analyze(text, keep_assessments=True)[2]]


def test_textblob_takes_it_as_its_own():
    blob = TextBlob("The plan was cruel but effective.", analyzer=NewsAnalyzer())
    assert blob.sentiment._fields == ("polarity", "subjectivity")
    assert blob.sentiment_assessments._fields == ("polarity", "subjectivity", "assessments")
    assert blob.sentiment == blob.sentiment_assessments[:2]
    assert blob.polarity != blob.sentiment.polarity, "TextBlob's shortcut asks its own analyzer"
    assert NewsAnalyzer.kind == CONTINUOUS and NewsAnalyzer.RETURN_TYPE._fields == (
        "polarity", "subjectivity",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The plan isn't good.", -1), ("The plan isn’t good.", -1), ("It cannot be good.", -1),
        ("It was hardly humane.", -1), ("He was held without a fair hearing.", -1),
        ("It is no longer safe.", -1), ("They were never cruel.", 1), ("It was not only fair.", 1),
        ("They said no. Praise followed.", 1), ("It was not new, but it was fair.", 1),
        ("The deal was unlawful.", -1), ("The bishops condemned it.", -1),
        ("The deal is controversial.", -1), ("They feared torture.", -1),
    ],
)  # fmt: skip
def test_what_a_reader_would_say(text, sign):
    assert polarity(text) * sign > 0, ANALYZER.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda is a safe third country.",
        "A fine was imposed.",
        "Great Britain signed.",
        "He lives in New Zealand.",
        "The Home Secretary met Free Movement.",
        "They were deported.",
        "First reception is a right to shelterless people.",
        "The deal was signed.",
        "More people went to their own country first.",
        "The lawyers of Human Rights Watch came.",
        "It was just enough.",
        "(Article 8) The terms were set :)",
        "He met Hope and Joy Love.",
        "Illegal immigrants arrived.",
        "The special court sat.",
    ],
)
def test_terms_names_and_counts_say_nothing(text):
    assert words(text) == []


def test_an_exclamation_mark_changes_nothing():
    assert ANALYZER.analyze("A good plan. They came!") == ANALYZER.analyze(
        "A good plan. They came."
    )


def test_a_negation_ends_with_its_clause_and_after_five_words():
    assert words("He did not go, good plan.") == ["good"]
    assert words("It was not in any way that anybody knew good.") == ["good"]
    assert words("It was not in any way good.") == ["not good"]


def test_a_headline_is_not_all_names():
    assert words("Court Finds Deal Unlawful") == ["unlawful"]
    assert words("The Cruel Sea sailed from the harbour.") == []


def test_names_given_are_passed_over_in_any_case():
    assert words("We met safe passage.") == ["safe"]
    named = NewsAnalyzer(names=["Safe Passage"])
    assert named.analyze("We met safe passage.", keep_assessments=True).assessments == []
    assert words("We met safe passage.") == ["safe"], "the default words stay as they were"


@given(st.text(max_size=200))
def test_any_text_is_read_and_the_scores_stay_in_bounds(text):
    polarity, subjectivity, assessments = ANALYZER.analyze(text, keep_assessments=True)
    assert -1 <= polarity <= 1 and 0 <= subjectivity <= 1
    assert all(-1 <= p <= 1 and 0 <= s <= 1 for _, p, s, _ in assessments)


@given(st.lists(st.sampled_from(SAYINGS), max_size=5))
def test_a_sentence_counts_the_same_in_any_company(sayings):
    text = " ".join(sayings)
    apart = [words(text[start:end]) for start, end in split_text(text)]
    assert words(text) == list(chain(*apart)) == list(chain(*map(words, sayings)))


@given(st.lists(st.sampled_from((*SAYINGS, "\n", "“", "’s", "çüß 🙂", "not")), max_size=8))
@settings(max_examples=200)
def test_what_is_listed_stands_where_it_is_said_to(pieces):
    text, before = " ".join(pieces), 0
    for one in ANALYZER.find(text):
        assert before <= one.start < one.end
        before = one.end
        there = split_form(text[one.start : one.end])
        assert one.words[-len(there) :] == there


@pytest.mark.parametrize("name", ["Good", "Cruel", "Safe Haven"])
def test_masking_moves_nothing(name):
    text = f"{name} gave them a good life, said {name}."
    plain, masked = (
        [(one.start, one.end) for one in NewsAnalyzer(names).find(text)] for names in ([], [name])
    )
    start = text.index("good life")
    assert masked == [(start, start + 4)] or name == "Good"
    assert set(masked) <= set(plain)


def test_it_is_not_slower_than_twice_textblob():
    text = " ".join(load.articles()["text"].head(20))
    ANALYZER.analyze(text), TextBlob(text).sentiment
    times = []
    for analyzer in (None, ANALYZER):
        begun = time.perf_counter()
        for _ in range(3):
            _ = TextBlob(text, analyzer=analyzer).sentiment
        times.append(time.perf_counter() - begun)
    assert times[1] < 2 * times[0]


def test_the_lexicon_has_each_form_once_and_scores_where_they_belong():
    lexicon = read_tone_lexicon()
    forms = lexicon["forms"].str.split("|").explode().map(split_form)
    assert forms[forms.duplicated()].tolist() == []
    assert (lexicon["forms"].str.split("|").str[0] == lexicon["word"]).all()
    tone = lexicon["kind"].eq("tone")
    for column in ("polarity", "subjectivity"):
        assert lexicon.loc[tone, column].ne("").all() and lexicon.loc[~tone, column].eq("").all()
    assert lexicon.loc[tone, "polarity"].astype(float).abs().between(0.2, 1).all()
    assert lexicon.loc[tone, "subjectivity"].astype(float).between(0, 1).all()
    assert 150 <= tone.sum() <= 300


def test_every_form_of_the_lexicon_is_found_as_one():
    known = default_tone_words()
    for row in read_tone_lexicon().itertuples():
        for form in map(split_form, row.forms.split("|")):
            assert known.match(list(form), 0) == (len(form), known.entries[form])
            assert known.entries[form].kind == row.kind


def test_learned_entries_are_one_sided_in_the_learning_records():
    coded = coded_sentences(split_articles(load.articles()))
    coded = coded[coded["part"] == "learning"]
    lexicon = read_tone_lexicon()
    learned = lexicon[lexicon["source"] == "learning"]
    assert len(learned) >= 20
    for row in learned.itertuples():
        counts = count_sides(row.forms.split("|"), coded)
        assert is_one_sided(counts, float(row.polarity)), (row.word, counts)
