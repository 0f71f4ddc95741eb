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
        ('"It is safe," said Ann Lee, who added that it was new.',
         ("Ann Lee", "said", '"It is safe,"')),
        ('"It is safe," said the ministry\'s director, Ann Lee, on Monday.',
         ("the ministry's director, Ann Lee", "said", '"It is safe,"')),
        ('"It is," said Ann Lee, who runs the group, "very safe."',
         ("Ann Lee", "said", '"It is," said Ann Lee, who runs the group, "very safe."')),
        ('Ann Lee said it was "a stain," adding that talks went on.',
         ("Ann Lee", "said", 'it was "a stain,"')),
        ("Ann Lee said it was safe, while only Ben Ott said it was not.",
         ("Ann Lee", "said", "it was safe")),
        ("Ann Lee said she backed the deal, which she called fair.",
         ("Ann Lee", "said", "she backed the deal")),
        ('Ann Lee went so far as to say: "It is safe."',
         ("Ann Lee", "say", '"It is safe."')),
        ("According to a recently leaked report, talks went on.",
         ("a recently leaked report", "According to", "talks went on")),
        ("A Quinn/Post poll showed that voters were against it.",
         ("A Quinn/Post poll", "showed", "voters were against it")),
        ("Sens. Ann Lee and Ben Ott said it was safe.",
         ("Sens. Ann Lee and Ben Ott", "said", "it was safe")),
    ],
)  # fmt: skip
def test_the_first_attribution_of(text, expected):
    assert triples(text)[0] == expected


def test_who_stands_for_the_person_and_not_for_what_is_set_off_behind():
    text = '"It is safe," said Ann Lee, the head of the group, who also said that it was new.'
    assert [source for source, _, _ in triples(text)] == ["Ann Lee, the head of the group"] * 2


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
