"""Which column is taken for what: as asked for, by well-known names, or one clear error."""

import pytest

from helpers.faults import DataFault
from helpers.reading.columns import KNOWN, match_columns, parse_columns
from helpers.reading.rows import COLUMNS


def fault_of(found, columns=None):
    with pytest.raises(DataFault) as caught:
        match_columns(found, columns, "mine.csv")
    return str(caught.value)


@pytest.mark.parametrize(
    ("found", "ours"),
    [
        (["Full Text"], "text"),
        (["full-text"], "text"),
        (["fullText"], "text"),
        ([" BODY "], "text"),
        (["\ufefftext"], "text"),
        (["text", "publishedAt"], "published"),
        (["text", "Publication Date"], "published"),
        (["text", "source.name"], "outlet"),
        (["text", "Media Name"], "outlet"),
        (["text", "sourcecountry"], "outlet_country"),
        (["text", "Web URL"], "url"),
        (["text", "stories_id"], "article_id"),
        (["text", "Outlet Country"], "outlet_country"),
    ],
)
def test_well_known_names_are_recognised_however_they_are_written(found, ours):
    assert match_columns(found).taken[ours] == found[-1]


def test_every_name_of_ours_is_recognised():
    assert set(match_columns([*COLUMNS]).taken) == set(COLUMNS)


def test_no_well_known_name_stands_for_two_things():
    names = [name.replace("_", "") for ours in KNOWN for name in KNOWN[ours].split()]
    names += [name.replace("_", "") for name in COLUMNS]
    assert len(names) == len(set(names)) and set(KNOWN) <= set(COLUMNS)


def test_our_own_name_goes_before_a_well_known_one():
    match = match_columns(["content", "text", "published", "date"])
    assert match.taken == {"text": "text", "published": "published"}
    assert match.left == ("content", "date")


def test_two_well_known_names_are_asked_about():
    message = fault_of(["id", "text", "date", "Publish Date"])
    assert "mine.csv: 'published' may be any of 'date', 'Publish Date'" in message
    assert "such as published=date" in message
    match = match_columns(["id", "text", "date", "Publish Date"], {"published": "Publish Date"})
    assert match.taken["published"] == "Publish Date" and match.left == ("date",)


def test_a_column_that_is_asked_for_serves_once():
    match = match_columns(["content", "link"], {"title": "content"})
    assert match.taken == {"title": "content", "url": "link"}  # no text: 'content' is the title


def test_a_column_that_is_not_there_is_named_with_those_that_are():
    message = fault_of(["id", "words"], {"text": "body"})
    assert message == (
        "mine.csv: column 'body', asked for as 'text', is not there; there are: 'id', 'words'"
    )


def test_an_exact_name_goes_before_one_that_differs_by_case():
    assert match_columns(["Body", "body"], {"text": "body"}).taken == {"text": "body"}
    assert "may be any of 'Body', 'BODY'" in fault_of(["Body", "BODY"], {"text": "body"})


def test_two_columns_of_one_name():
    assert "two columns are called 'text'" in fault_of(["text", "text"])
    assert match_columns(["text", "x", "x"]).left == ("x", "x")


def test_a_name_that_is_none_of_ours():
    assert "'body' is none of: article_id, title" in fault_of(["body"], {"body": "text"})


def test_a_file_without_a_header_is_shown_in_short():
    message = fault_of(["17", "The minister said that " * 50])
    assert (
        "no column of texts" in message and "The minister s...'" in message and len(message) < 200
    )


def test_an_address_alone_is_enough():
    assert match_columns(["link"]).taken == {"url": "link"}


def test_pairs_of_the_command_line():
    assert parse_columns([]) == {}
    assert parse_columns([" text = Full Text "]) == {"text": "Full Text"}
    assert parse_columns(["text=a=b"]) == {"text": "a=b"}
    for pairs in (["text"], ["text="], ["=body"], ["body=text"], ["text=a", "text=b"]):
        with pytest.raises(DataFault, match="columns: "):
            parse_columns(pairs)
