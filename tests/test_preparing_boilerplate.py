"""Boilerplate: whole lines by the table's patterns, never a part of prose, each counted."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import load, schemas
from helpers.faults import read_table
from helpers.paths import DATA
from helpers.preparing.boilerplate import drop_boilerplate
from helpers.sentences import split_text

TABLE = read_table(DATA / "boilerplate.csv", schemas.BOILERPLATE)
ROWS = list(TABLE.itertuples())
PROSE = "The minister said that the plan was lawful, and that flights would leave in June."


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_each_example_is_dropped_and_counted_under_its_name(row):
    text = f"{PROSE}\n\n{row.example}\n\n{PROSE}\n{PROSE}\n{PROSE}"
    kept, dropped = drop_boilerplate(text)
    assert dropped == {row.name: 1}
    assert kept == f"{PROSE}\n\n{PROSE}\n{PROSE}\n{PROSE}"


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_in_a_paragraph_it_stays(row):
    inside = f"{PROSE} {row.example} {PROSE}"
    assert drop_boilerplate(f"{inside}\n{PROSE}") == (f"{inside}\n{PROSE}", {})
    assert drop_boilerplate(row.example) == (row.example, {}), "a text of one line stays"


def test_patterns_do_not_capture():
    assert [re.compile(pattern).groups for pattern in TABLE["pattern"]] == [0] * len(TABLE)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply", "LEAVE A COMMENT", "Back to top", "Related: Court hears the case",
        "Read more: Court hears the case", "Share this article", "All rights reserved.",
        "Sign up for our newsletter", "Subscribe to our daily briefing", "ADVERTISEMENT",
        "Article continues below advertisement", "This website uses cookies to serve you better.",
        "Follow us on Facebook", "Comments are closed.", "Skip to content", "Loading...",
    ],
)  # fmt: skip
def test_common_lines_are_known(line):
    assert drop_boilerplate(f"{PROSE}\n  {line} \n{PROSE}")[0] == f"{PROSE}\n{PROSE}"


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, he told the pupils.", "Follow the money: how the deal was paid for",
        "Copyright law was changed in 2019, the minister said.", "Related talks failed.",
        "(c) persons who were refused in 2023 shall be returned.", "Share of refusals: 40 per cent",
        "By continuing the deal on these terms, Rwanda gains.", "He left a reply.", "Cookies",
        "We use force only where we must, police said.", "Sign of the times", "Top",
        "Next week the court sits.", "Photo shows the hotel.", "The tags: who bears them",
        "Reporting by the Guardian has shown that the centre stood empty.", "Comment is free.",
        "The advertisement was withdrawn.", "5 minutes later he was flown out.",
    ],
)  # fmt: skip
def test_prose_that_begins_alike_stays(line):
    assert drop_boilerplate(f"{PROSE}\n{line}\n{PROSE}") == (f"{PROSE}\n{line}\n{PROSE}", {})


def test_no_sentence_of_the_corpus_is_taken_for_boilerplate():
    for text in load.articles()["text"].head(120):
        lines = "\n".join(text[a:b] for a, b in split_text(text))
        assert drop_boilerplate(lines) == (lines, {})
    titles = "\n".join(load.articles()["title"])
    assert drop_boilerplate(titles) == (titles, {})


def test_comments_go_with_their_heading_in_the_last_third_only():
    comments = "Leave a Reply\nI think it is wrong.\nSo do I."
    kept, dropped = drop_boilerplate("\n".join([PROSE] * 6) + "\n" + comments)
    assert kept == "\n".join([PROSE] * 6) and dropped == {"leave-a-reply": 3}
    kept, dropped = drop_boilerplate(f"{PROSE}\n{comments}\n" + "\n".join([PROSE] * 6))
    assert "I think it is wrong." in kept and dropped == {"leave-a-reply": 1}


def test_titles_go_with_their_heading_and_prose_below_stays():
    text = f"{PROSE}\n\nRelated articles\n\nCourt hears the case\n\nWho pays?\n\n{PROSE}"
    assert drop_boilerplate(text) == (
        f"{PROSE}\n\nWho pays?\n\n{PROSE}",
        {"related-list": 2},
    ), "a line that ends like a sentence ends the list"
    many = "\n".join(f"Title {number}" for number in range(15))
    kept, dropped = drop_boilerplate(f"{PROSE}\nRelated articles\n{many}")
    assert dropped == {"related-list": 11} and kept.splitlines()[1] == "Title 10"


def test_a_long_line_is_prose():
    line = "Facebook | Twitter"
    assert drop_boilerplate(f"{PROSE}\n{line}")[1] == {"share": 1}
    line = " | ".join([line] * 20)
    assert drop_boilerplate(f"{PROSE}\n{line}") == (f"{PROSE}\n{line}", {})


@given(st.lists(st.sampled_from([PROSE, "", "He left", *TABLE["example"]]), max_size=12))
def test_what_is_kept_is_lines_of_the_text_in_their_order(lines):
    kept, dropped = drop_boilerplate("\n".join(lines))
    left = [line for line in kept.split("\n") if line]
    filled = iter(line for line in lines if line)
    assert all(line in filled for line in left)
    assert sum(dropped.values()) == sum(map(bool, lines)) - len(left)
    assert pd.Index(dropped).isin(TABLE["name"]).all()
