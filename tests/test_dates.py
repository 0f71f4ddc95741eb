"""Dates in the usual forms; what is doubtful is told."""

from datetime import date

import pytest

from helpers.preparing import dates
from helpers.preparing.dates import find_order, read_date

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T23:30:00-05:00", "2024-05-03"),  # the day where it was written
        ("2024-05-03T10:15:00.123Z", "2024-05-03"),
        ("2024-05-03 10:15:00", "2024-05-03"),
        ("2024-05-03+02:00", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("2024.05.03", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("20240503T101500Z", "2024-05-03"),  # GDELT
        ("20240503101500", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-05-00", "2024-05"),  # MySQL
        ("2024/05/03/", "2024-05-03"),  # RIS
        ("2024/05//", "2024-05"),
        ("2024///", "2024"),
        ("Fri, 03 May 2024 23:30:00 -0500", "2024-05-03"),  # RFC 822
        ("Fri, 3 May 2024 06:01:00 GMT", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("3rd of May 2024", "2024-05-03"),
        ("May 3, 2024", "2024-05-03"),
        ("May 3, 2024 Friday", "2024-05-03"),  # Nexis
        ("May 3, 2024 Friday 10:15 AM GMT", "2024-05-03"),
        ("Friday 3 May 2024 06.01 BST", "2024-05-03"),
        ("Sept. 12, 2023", "2023-09-12"),
        ("03-May-2024", "2024-05-03"),
        ("May 2024", "2024-05"),
        ("vendredi 3 mai 2024 à 12:30", "2024-05-03"),
        ("1er août 2023", "2023-08-01"),
        ("Montag, 6. Mai 2024", "2024-05-06"),
        ("3. März 2024", "2024-03-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("enero de 2024", "2024-01"),
        ("13/05/2024", "2024-05-13"),  # only one reading
        ("05/13/2024 12:30 PM", "2024-05-13"),
        ("05/05/2024", "2024-05-05"),  # both readings agree
        ("03.05.2024", "2024-05-03"),  # dots: the day first
        ("  3   May 2024 ", "2024-05-03"),
        ("", ""),
    ],
)
def test_usual_forms_are_read_without_a_doubt(text, published):
    assert read_date(text, today=TODAY) == (published, "")


@pytest.mark.parametrize(
    ("text", "published", "doubt"),
    [
        ("03/05/2024", "", "day or month first"),
        ("3-5-2024", "", "day or month first"),
        ("03.05.24", "2024-05-03", "two digits"),
        ("25/05/99", "1999-05-25", "two digits"),
        ("13/05/24", "", "day or month first"),  # the year may come first
        ("3 May 24", "2024-05-03", "two digits"),
        ("45415", "2024-05-03", "spreadsheet"),
        ("45415.427", "2024-05-03", "spreadsheet"),
        ("1714694400", "2024-05-03", "since 1970"),
        ("1714694400000", "2024-05-03", "since 1970"),
        ("3 May 2042", "2042-05-03", "in the future"),
        ("2042", "2042", "in the future"),
        ("1824-05-03", "1824-05-03", "before 1900"),
        ("2024-02-30", "", "no such day"),
        ("31/02/2024", "", "no such day"),
        ("2024-13-01", "", "no such day"),
        ("0000-00-00", "", "no such day"),
        ("February 30, 2024", "", "not understood"),
        ("yesterday", "", "not understood"),
        ("3 days ago", "", "not understood"),
        ("Friday", "", "not understood"),
        ("May 5", "", "not understood"),
        ("Spring 2024", "", "not understood"),
        ("3-5 May 2024", "", "not understood"),
        ("2024-2025", "", "not understood"),
        ("2024 10", "", "not understood"),
        ("A 2024", "", "not understood"),
        ("202405", "", "not understood"),
        ("n/a", "", "not understood"),
        ("=DATE(2024,5,3)", "", "not understood"),
        ("May 3, 2024 " * 50, "", "not understood"),
        ("\0\ud800", "", "not understood"),
    ],
)
def test_what_is_doubtful_is_told(text, published, doubt):
    found, told = read_date(text, today=TODAY)
    assert found == published and doubt in told


def test_the_order_settles_what_may_be_either():
    assert read_date("03/05/2024", "dmy") == ("2024-05-03", "")
    assert read_date("03/05/2024", "mdy") == ("2024-03-05", "")
    assert read_date("24/05/03", "ymd")[0] == "2024-05-03"
    assert read_date("13/05/24", "dmy") == ("2024-05-13", "the year has two digits")


def test_a_date_against_the_order_is_taken_as_it_can_be_and_told():
    assert read_date("05/13/2024", "dmy") == ("2024-05-13", "not in the order dmy")


def test_an_order_that_is_none_is_refused():
    with pytest.raises(ValueError, match="none of dmy, mdy, ymd"):
        read_date("03/05/2024", "british")


def test_a_column_settles_its_order_where_it_does_not_contradict_itself():
    assert find_order(["03/05/2024", "25/12/2023 10:00", "", "x"]) == "dmy"
    assert find_order(["03/05/2024", "12/25/2023"]) == "mdy"
    assert find_order(["25/12/2023", "12/25/2023"]) is None
    assert find_order(["03/05/2024", "04/06/2024"]) is None
    assert find_order(["13.05.2024", "03/05/2024"]) is None  # dots have an order of their own


def test_tomorrow_is_no_future_in_every_zone():
    assert read_date("2026-01-02", today=TODAY) == ("2026-01-02", "")
    assert read_date("2026-01-03", today=TODAY)[1] == "in the future"
    assert read_date("2026", today=TODAY) == ("2026", "")


def test_usual_forms_do_not_need_the_slow_parser(monkeypatch):
    def refuse():
        raise AssertionError("dateparser was asked")

    dates._read.cache_clear()
    monkeypatch.setattr(dates, "_word_parser", refuse)
    for text in ("2024-05-03T10:15:00Z", "Fri, 03 May 2024 10:15:00 GMT", "13/05/2024", "45415"):
        assert read_date(text)[0] in ("2024-05-03", "2024-05-13")
    with pytest.raises(AssertionError, match="was asked"):
        read_date("3. Mai 2024")
