"""What holds for any text, in both schemes: places, parts apart, order, and cost."""

import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import measure
from helpers.attribution.attributions import find_attributions
from helpers.attribution.decisions import build_model
from helpers.attribution.weights import SCHEMES
from helpers.load import as_articles
from helpers.paths import ROOT
from helpers.sentences import split_text
from helpers.words.plain import plain_text

SPEECH = st.sampled_from(
    ["Ann Lee", "the minister", "she", "said", "told AFP", "that", "it was late", '"', "“", "”",
     "«", ",", ".", "and", "who", "according to", "was feared by", "'s", "\n\n", ":", "(", "in"]
)  # fmt: skip
TEXTS = st.lists(SPEECH | st.text(max_size=4), max_size=40).map(" ".join) | st.text(max_size=200)
OURS = str(ROOT / "helpers")
UNIT = (
    'the minister said that Ann, who was in Rome, told AFP "no" according to her and '  # 16 words
)


def apart(one, other):
    return one[1] <= other[0] or other[1] <= one[0]


@pytest.mark.parametrize("scheme", SCHEMES)
@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_place_is_in_the_text_and_source_and_cue_stand_apart(scheme, text):
    spans = split_text(text)
    found = find_attributions(text, spans, build_model(scheme=scheme))
    assert len(found) == len(spans)
    for sentence, attributions in zip(spans, found, strict=True):
        for each in attributions:
            assert sentence[0] <= each.cue[0] < each.cue[1] <= sentence[1]
            for span in filter(None, (each.source, each.content)):
                assert 0 <= span[0] < span[1] <= len(text) and text[slice(*span)].strip()
            assert each.source is None or apart(each.source, each.cue)
            assert 0 <= each.chance <= 1


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_words_in_the_table_are_those_at_their_place(text):
    found = measure(as_articles(text))
    for row in found.attributions.itertuples():
        for part in ("source", "cue", "content"):
            start, end = getattr(row, f"{part}_start"), getattr(row, f"{part}_end")
            words = getattr(row, f"{part}_text")
            assert pd.isna(start) == pd.isna(end) == (words == "")
            assert words == "" or words == plain_text(text)[start:end]


MADE_UP = as_articles(
    "Ann Lee said it was late. She told AFP that it failed.",
    "The agency was warned. He said no. It added that they knew.",
    'Critics said: "It is over."',
    "UNHCR criticised the plan. The agency said it was unlawful.",
    "",
    "The minister, Ann Lee, warned of it, according to Ms Lee.",
)


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(len(MADE_UP))))
def test_the_order_of_articles_changes_nothing(order):
    there, here = measure(MADE_UP), measure(MADE_UP.iloc[order])
    assert len(there.attributions) > 5
    for name, table in vars(there).items():
        other = getattr(here, name)
        assert not table.empty
        for key in MADE_UP["article_id"]:  # within an article the order of rows counts, too
            one, two = (t[t["article_id"] == key].reset_index(drop=True) for t in (table, other))
            pd.testing.assert_frame_equal(one, two)


def count_steps(text, scheme):
    """Return how many lines of the helpers run: counted, not timed."""
    model, steps = build_model(scheme=scheme), 0

    def tick(frame, event, argument):
        nonlocal steps
        steps += event == "line"
        return tick

    def enter(frame, event, argument):
        return tick if frame.f_code.co_filename.startswith(OURS) else None

    sys.settrace(enter)
    try:
        find_attributions(text, [(0, len(text))], model)
    finally:
        sys.settrace(None)
    return steps


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ('"', 10_000),
        ("“a” ", 5_000),
        ("he said ", 2_000),
        ("and warned ", 2_000),
        ("Ann, ", 2_000),
        ("the minister and ", 2_000),
        (UNIT, 50_000 // 16),
    ],
    ids=[
        "marks",
        "pairs of marks",
        "cues",
        "shared subjects",
        "names",
        "joint phrases",
        "fifty thousand words",
    ],
)
def test_one_long_sentence_costs_its_length(scheme, unit, times):
    """Ten times the text takes ten times the steps, give or take a fifth."""
    tenth = count_steps(unit * (times // 10), scheme)
    assert count_steps(unit * times, scheme) < 12 * tenth
