"""Shared runs of words: found whole, wherever they stand, and only in different articles."""

from helpers import load
from helpers.load import as_articles
from helpers.overlap import list_words, longest_run, shared_runs
from helpers.words.quotations import find_quotations


def test_the_whole_run_is_found_and_not_a_part_of_it():
    one = "In May the minister told the house that nobody would be flown out before June"
    two = "He noted that nobody would be flown out before June, and nobody was"
    found = shared_runs(as_articles(one, two), at_least=4)
    assert found["run"].tolist() == ["that nobody would be flown out before june"]


def test_marks_and_capitals_do_not_hide_a_run():
    assert longest_run(list_words('It is "very" safe.'), list_words("IT IS VERY safe")) == [
        "it", "is", "very", "safe",
    ]  # fmt: skip


def test_short_runs_and_runs_within_one_article_are_left_out():
    assert shared_runs(as_articles("a b c d", "a b x"), at_least=3).empty
    assert shared_runs(as_articles("a b c a b c"), at_least=3).empty


def test_long_shared_runs_are_quotations_of_one_statement():
    """Two records may share a quotation and a word or two beside it; nothing else is copied."""
    articles = load.articles()
    quoted = {
        row.article_id: list_words(" . ".join(row.text[a:b] for a, b in find_quotations(row.text)))
        for row in articles.itertuples()
    }
    runs = shared_runs(articles, at_least=12)
    assert runs["words"].max() <= 15
    for row in runs.itertuples():
        for key in (row.article_a, row.article_b):
            inside = longest_run(row.run.split(), quoted[key])
            assert len(inside) >= row.words - 3, (key, row.run)
