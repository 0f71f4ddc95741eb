"""Explanations tell what `measure` found, and what decided: signs that weigh, or a rule."""

import pytest

from helpers import measure
from helpers.attribution.attributions import find_in_sentence
from helpers.attribution.decisions import build_model, find_cues
from helpers.attribution.explain import explain
from helpers.load import as_articles
from helpers.words.tokens import read_sentence


def test_what_is_explained_is_what_is_measured():
    text = (
        "Peter O’Neill\nsaid the plan ‘wasn’t’ over. According\nto UNHCR’s envoy, it “failed”.\n\n"
        "She\u00a0warned of delays.\r\nHe didn’t say so."
    )
    explained, measured = explain(text).rows, measure(as_articles(text)).attributions
    assert len(explained) == 3
    for part in ("source", "cue", "content"):
        assert explained[part].tolist() == measured[f"{part}_text"].tolist()
        assert explained[f"{part}_start"].tolist() == measured[f"{part}_start"].tolist()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("According to Kigali, 50 had come.", "it stands right behind the phrase"),
        ("He blamed the mayor, who said it was over.", '"who" or "which" stands for it'),
        ("Ann Lee, who said no, warned of it and added more.", "the verb shares it as its subject"),
    ],
)  # fmt: skip
def test_a_source_that_a_rule_chose_is_told_by_its_rule(text, told):
    assert explain(text).rows["source_signs"].iloc[-1] == told


def test_the_subject_is_the_source_where_no_phrase_is_likely():
    model = build_model(source_floor=1.0)
    rows = explain("A lawyer for the men said no.", model).rows
    assert rows["source"].item() == "A lawyer for the men"
    assert rows["source_signs"].item() == "it is the subject of the verb"


def test_a_source_that_weights_chose_is_told_by_its_signs():
    assert "before=L_^ (+" in explain("Critics said it failed.").rows["source_signs"].item()


@pytest.mark.parametrize(
    "text", ["He blamed the mayor, who said it was over.", "It was feared that many would die."]
)
def test_the_chance_is_the_cues_alone_where_weights_chose_no_source(text):
    sentence, model = read_sentence(text, (0, len(text))), build_model()
    cue, found = find_cues(sentence, model)[-1], find_in_sentence(sentence, model)[-1]
    assert found.chance == cue.chance


def test_the_chance_is_that_of_cue_and_source_where_weights_chose_both():
    sentence, model = read_sentence("Critics said it failed.", (0, 23)), build_model()
    [cue], [found] = find_cues(sentence, model), find_in_sentence(sentence, model)
    assert found.chance < cue.chance
