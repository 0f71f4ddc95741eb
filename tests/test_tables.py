"""Estimates made from the measures, on cases small enough to count by hand."""

import pandas as pd

from helpers import measure, tables
from helpers.load import as_articles


def test_small_tables_do_not_break():
    empty = pd.DataFrame({"article_id": [], "mode": [], "x": []})
    assert tables.shares_by(empty, "mode").empty
    assert tables.means_by(empty, "x", "mode").empty
    assert tables.cross_shares(empty, "mode", "x", ["a"]).empty


def test_shares_keep_values_that_never_occur_when_ordered():
    table = pd.DataFrame({"article_id": list("ab"), "mode": ["direct", "direct"]})
    found = tables.shares_by(table, "mode", ["direct", "mixed"])
    assert found["n"].tolist() == [2, 0]


def test_voice_needs_an_attribution_and_mention_does_not():
    articles = as_articles("Migrants waited.", "A deportee said he was afraid.", "Rwanda signed.")
    found = measure(articles)
    table = tables.voice_and_mention(
        articles.assign(family="f"), found.mentions, found.attributions, "relocated_people"
    )
    named = table[table["family"] == "all"].set_index("measure")["n"]
    assert named.to_dict() == {"mentioned": 2, "speaks": 1}
