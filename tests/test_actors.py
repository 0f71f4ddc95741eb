"""Mentions of actors: the rules of data/README.md on made-up sentences."""

import pandas as pd
import pytest

from helpers import measure
from helpers.actors import build_registry, find_mentions
from helpers.load import as_articles

REGISTRY = build_registry()


def named(text):
    return [(text[a:b], form.actor_id) for a, b, form in find_mentions(text, REGISTRY)]


def test_the_longest_form_wins():
    assert named("The UN refugee agency asked the UN.") == [
        ("UN refugee agency", "unhcr"),
        ("UN", "united-nations"),
    ]


def test_a_surname_counts_only_after_the_full_name():
    assert [actor for _, actor in named("Kagame came. Paul Kagame spoke. Kagame left.")] == [
        "paul-kagame",
        "paul-kagame",
    ]


def test_the_full_name_must_stand_in_the_same_article():
    found = measure(as_articles("Paul Kagame spoke.", "Kagame spoke."))
    assert found.mentions["article_id"].tolist() == ["example-1"]


def test_of_two_with_one_surname_the_last_named_is_meant():
    table = pd.DataFrame(
        {"actor_id": ["ann-lee", "bob-lee"], "name": ["Ann Lee", "Bob Lee"], "kind": "person",
         "type": "expert", "country": "", "aliases": "", "short_forms": "Lee", "note": ""}
    )  # fmt: skip
    none = pd.DataFrame(columns=["form", "actor_id", "not_after", "not_before", "rule"])
    registry = build_registry(table, none)
    text = "Ann Lee met Bob Lee. Lee spoke. Ann Lee left. Lee slept."
    found = [form.actor_id for _, _, form in find_mentions(text, registry)]
    assert found == ["ann-lee", "bob-lee", "bob-lee", "ann-lee", "ann-lee"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Talks with Washington went on.", ["government-usa"]),
        ("They flew to Washington.", []),
        ("In Washington nobody spoke.", []),
        ("The Washington Post reported it.", ["washington-post"]),
        ("Kigali denied this.", ["government-rwanda"]),
        ("Planes landed in Kigali.", []),
        ("Jordan agreed.", ["state-jordan"]),
        ("Jordan Bardella agreed.", []),
        ("Michael Jordan agreed.", []),
    ],
)
def test_ambiguous_forms_follow_their_rule(text, actors):
    assert [actor for _, actor in named(text)] == actors


def test_case_and_word_boundaries_matter():
    assert named("They told us. Rwandans cheered.") == []


def test_a_group_counts_at_the_start_of_a_sentence_too():
    assert named("Asylum seekers waited.") == [("Asylum seekers", "group-asylum-seekers")]


def test_possessives_and_full_stops_do_not_hide_a_name():
    assert named("Rwanda's plan pleased the U.S.")[0] == ("Rwanda", "state-rwanda")
    assert named("Rwanda's plan pleased the U.S.")[1][1] == "state-united-states"


def test_offsets_point_to_the_words():
    articles = as_articles("Priti Patel flew out. UNHCR objected to Patel.")
    found = measure(articles)
    text = articles["text"].item()
    for row in found.mentions.itertuples():
        assert text[row.start : row.end] == row.mention
        sentence = found.sentences.loc[found.sentences["sentence"] == row.sentence].iloc[0]
        assert sentence["start"] <= row.start < row.end <= sentence["end"]
