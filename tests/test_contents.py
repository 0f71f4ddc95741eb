"""Where content begins and ends, and whose it is, on made-up sentences."""

import pytest

from helpers import measure
from helpers.load import as_articles


def triples(text):
    found = measure(as_articles(text)).attributions
    return list(zip(found["source_text"], found["cue_text"], found["content_text"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee defended the deal: it was good.", ("Ann Lee", "defended", "the deal")),
        ("UNHCR urged both states to wait, warning that the deal would not help.",
         ("UNHCR", "urged", "both states to wait")),
        ("Ann Lee said many had gone: it was cold.",
         ("Ann Lee", "said", "many had gone: it was cold")),
        ("Ann Lee promised them help and that they could stay.",
         ("Ann Lee", "promised", "them help and that they could stay")),
        ("Meanwhile, according to Reuters, a judge left the country.",
         ("Reuters", "according to", "a judge left the country")),
        ("According to the ministry this week, talks went on.",
         ("the ministry", "According to", "talks went on")),
        ("The Kivu Post quoted Ann Lee as saying that talks went on.",
         ("Ann Lee", "saying", "talks went on")),
    ],
)  # fmt: skip
def test_the_first_attribution_of(text, expected):
    assert triples(text)[0] == expected


def test_who_is_told_in_the_passive_is_no_source():
    [(source, _, content)] = triples("Ann Lee left on Monday; she was told that talks went on.")
    assert (source, content) == ("", "talks went on")


def test_what_is_called_in_the_passive_by_nobody_is_content_with_what_it_is_called():
    [(source, _, content)] = triples("The deal was called a gamble.")
    assert (source, content) == ("", "The deal was called a gamble")


def test_a_verb_behind_an_object_takes_the_subject_of_its_own_clause():
    found = triples("Ann Lee warned of it, but Bob Ray denied this and accused Lee of lies.")
    assert [source for source, _, _ in found] == ["Ann Lee", "Bob Ray", "Bob Ray"]


def test_a_verb_behind_a_comma_does_not_take_the_object_before_it():
    found = triples('On Monday Ann Lee justified the ruling, called the men "bad" and urged talks.')
    assert {source for source, _, _ in found} == {"Ann Lee"}
