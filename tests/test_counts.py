"""Plain counts made from the measures, on cases small enough to count by hand."""

import pandas as pd

from helpers import counts, measure
from helpers.load import as_articles


def test_presence_counts_articles_not_mentions():
    mentions = pd.DataFrame({"article_id": list("aab"), "actor_id": ["x", "x", "y"]})
    found = counts.article_presence(mentions)
    assert found.to_dict("list") == {"actor_id": ["x", "y"], "articles": [1, 1], "mentions": [2, 1]}


def test_pairs_count_an_article_once():
    mentions = pd.DataFrame({"article_id": list("aaabbc"), "actor": ["x", "y", "y", "x", "y", "x"]})
    assert counts.pair_counts(mentions, ["x", "y"])["articles"].tolist() == [2]


def test_extremes_leave_out_sentences_without_a_score():
    found = measure(as_articles("They were deported. A good plan. A bad plan."))
    table = counts.extreme_sentences(found.scores, found.sentences, 1)
    assert table["text"].tolist() == ["A bad plan.", "A good plan."]


def test_one_sentence_stands_once_among_the_extremes():
    found = measure(as_articles("A good plan."))
    assert len(counts.extreme_sentences(found.scores, found.sentences, 5)) == 1


def test_an_event_is_covered_by_its_own_arrangement_within_days():
    articles = pd.DataFrame(
        {"arrangement": ["x", "x", "y"], "published": ["2020-01-10", "2020-01", "2020-01-01"]}
    )
    events = pd.DataFrame(
        {"event_id": ["1", "2", "3"], "date": ["2020-01-01", "2020-02-01", "2020"],
         "arrangement": ["x", "x", "y"], "event": ["a", "b", "c"]}
    )  # fmt: skip
    found = counts.event_coverage(articles, events, days=14)
    assert found["records"].tolist() == [1, 0]
    assert found["covered"].tolist() == [True, False]
