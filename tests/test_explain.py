"""Explanations tell what `measure` found, and what decided: signs that weigh, or a rule."""

import pytest

from helpers import measure
from helpers.attribution.attributions import find_in_sentence
from helpers.attribution.decisions import build_model, find_cues
from helpers.attribution.explain import explain
from helpers.attribution.weights import read_weights
from helpers.attribution.wording import CUES, SOURCES, word_sign
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
    told = explain("Critics said it failed.").rows["source_signs"].item()
    assert "before the cue, behind the sentence's edge (+" in told


@pytest.mark.parametrize(("name", "families"), [("cues", CUES), ("sources", SOURCES)])
def test_every_sign_that_weighs_is_told_in_words(name, families):
    signs = read_weights(name).signs
    assert {sign.split("=")[0] for sign in signs} == set(families)
    for sign in signs:
        told = word_sign(sign, families)
        assert told and not told.startswith(sign.split("=")[0] + "=") and "None" not in told, sign


@pytest.mark.parametrize(
    ("sign", "families", "told"),
    [
        ("stem+voice=say_modal-VB", CUES, '"say", after a modal verb, negated, a base form'),
        ("stem+quotes=say_011", CUES, '"say" before a quotation and behind a quotation'),
        ("left+next=nounperson_,", CUES, "between a noun (a noun of persons) and a comma"),
        ("between=L_012", SOURCES,
         "before the cue, no phrase, one verb, two or more commas between"),
        ("clause=R_01_VBD_and", SOURCES,
         'behind the cue, with a verb of its own, the cue a past tense behind "and"'),
        ("relative=L_1_0", SOURCES, 'before the cue, "who" behind it, no verb between'),
    ],
)  # fmt: skip
def test_a_sign_is_told_piece_by_piece(sign, families, told):
    assert word_sign(sign, families) == told


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
