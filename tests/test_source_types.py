"""What type a source is told by: what it is made of, whom it speaks for, whom it takes up again."""

import pytest

from helpers import measure
from helpers.load import as_articles


def types(text):
    return measure(as_articles(text)).attributions["source_type"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Church leaders said that it was wrong.", "civil_society"),
        ("Leaders said that it was right.", "government"),
        ("Some congressional aides said that it was wrong.", "parliament_party"),
        ("A panel of three judges said that it was wrong.", "court_legal"),
        ("The panel said that it was wrong.", "expert"),
        ("The Ombudsman's Office of Ruritania said that it was wrong.", "expert"),
        ("A suit by Amnesty International said that it was wrong.", "court_legal"),
        ("A report by Amnesty International said that it was wrong.", "civil_society"),
        ("The Hotline for Migrant Workers said that it was wrong.", "civil_society"),
        ("It failed, according to the London Sun, which was there.", "media"),
    ],
)
def test_the_type_is_of_whom_the_source_is_or_speaks_for(text, expected):
    assert types(text) == [expected]


def test_a_document_speaks_for_those_who_open_a_sentence_before_it_where_nobody_spoke():
    assert types("Amnesty International looked at it. The report said it failed.") == [
        "civil_society"
    ]
    assert types("They met Amnesty International. The report said it failed.") == ["unspecified"]


def test_many_and_others_stand_for_people_named_before():
    told = "Asylum seekers were there. Many said that it was cold. Others said it was dark."
    assert types(told) == ["relocated_people"] * 2
    assert types("It was there. Many said that it was cold.") == ["unspecified"]


def test_a_title_is_taken_up_by_whoever_is_known_by_it():
    told = (
        "Surangel Whipps Jr. arrived. Senate President Hokkons Baules said that it was cold. "
        "The president said that it was not."
    )
    assert types(told) == ["parliament_party", "government"]


def test_a_spokesman_may_be_a_woman():
    found = measure(as_articles("Government spokesman Ann Lee said no. She added more."))
    assert found.attributions["source_name"].nunique() == 1
