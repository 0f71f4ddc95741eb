"""The checks of the exercises name the mistake that was made."""

import math

import pandas as pd
import pytest

from helpers import counts, load, measure
from helpers.coding.draw import expect_half_width
from helpers.teaching import (
    actors,
    how_sure,
    own_corpus,
    sentiment,
    source_attribution,
    start_here,
    the_corpus,
    who_says_what,
)
from helpers.teaching.blanks import blank_cell
from helpers.teaching.checks import NOT_ANSWERED, check_number, check_pick, check_share
from helpers.teaching.committed import read_measures

FOUND = read_measures()
GOVERNMENT = FOUND.attributions["source_type"].eq("government")
WITHIN_TWO_WEEKS = counts.event_coverage(load.articles(), load.events())["covered"].mean()
CHECKS = [
    getattr(module, name)
    for module in (
        actors, how_sure, own_corpus, sentiment, source_attribution, start_here, the_corpus,
        who_says_what,
    )
    for name in sorted(vars(module))
    if name.startswith("check_") and getattr(module, name).__module__ == module.__name__
]  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.__module__}.{check.__name__}")
def test_a_blank_is_told_from_a_wrong_answer_and_no_answer_breaks_a_check(check):
    assert len(CHECKS) == 32
    assert check(...) == NOT_ANSWERED
    for odd in (None, "", "x", -7.5, math.nan, True, [], {"a": 1}, pd.Series([1, 2])):
        told = check(odd)
        assert told.startswith("Not yet") and len(told) > 20, told


def test_the_committed_measures_are_those_of_a_run():
    run = measure(load.articles())
    for name, table in vars(FOUND).items():
        made = getattr(run, name)  # committed with six decimals
        pd.testing.assert_frame_equal(table, made, check_dtype=False, rtol=0, atol=1e-6)


@pytest.mark.parametrize(
    ("check", "answer", "words"),
    [
        (start_here.check_sources, 5, "counted attributions"),
        (start_here.check_most_sources, start_here.RECORD, "Sort the whole table"),
        (start_here.check_direct_quotation, "The minister waved to us.", "nothing found"),
        (start_here.check_direct_quotation, '"No," ministers said again.', "not the critics"),
        (start_here.check_unheard, "It was cold and it rained.", "Right"),
        (the_corpus.check_uncovered, "a", "it was chosen"),
        (the_corpus.check_covered, WITHIN_TWO_WEEKS, "within two weeks"),
        (the_corpus.check_wire_doubt, "c", "Zero lies outside"),
        (the_corpus.check_wire_gap, 0, "`notna()`"),
        (start_here.check_most_sources, 11, "Of which row"),
        (sentiment.check_agreement, 0.0, "no number equals a text"),
        (actors.check_mentions, 4, "not before"),
        (actors.check_unnamed, "The United Nations refugee agency was against it.", "on the list"),
        (sentiment.check_known_words, ["more"], "2 of 3 are missing"),
        (sentiment.check_harsh, "It was a nice and good day.", "not harsh"),
        (source_attribution.check_by_words, GOVERNMENT.mean(), "as many words"),
        (source_attribution.check_alone, GOVERNMENT.mean(), "share of attributions"),
        (how_sure.check_by_hand, GOVERNMENT.mean(), "Nothing is taken off"),
        (how_sure.check_rests_on, 100, "all coded articles"),
        (own_corpus.check_quiet, "The minister said no. Lawyers warned of harm.", "two voices"),
        (who_says_what.check_two_voices, "UNHCR said no. The minister said yes.", "2 sentences"),
    ],
)
def test_a_mistake_is_named(check, answer, words):
    assert words in check(answer)


def test_mistakes_that_are_computed_are_named():
    sentences = sentiment.read_sentences()
    assert "nothing was left out" in sentiment.check_without_safe(sentences["polarity"].mean())
    gold, measured, testing = how_sure.read_both()
    truth = gold["source_type"].eq("government").mean()
    here = GOVERNMENT[measured["article_id"].isin(testing)].mean()
    assert "was added" in how_sure.check_by_hand(GOVERNMENT.mean() + here - truth)
    assert how_sure.check_by_hand(GOVERNMENT.mean() - here + truth).startswith("Right")
    said = who_says_what.read_said()
    bad = said["stance"].eq("-1").groupby(said["source_type"]).mean()
    told = who_says_what.check_quoted_gap(bad["civil_society"] - bad["government"])
    assert "quoted or not" in told
    articles = own_corpus.read_example()
    said, ids = measure(articles).attributions, articles["article_id"].tolist()
    half = expect_half_width(said, ids, 15)
    told = own_corpus.check_size(math.ceil(15 * half / own_corpus.WANTED))
    assert "not with the number" in told
    shown = actors.rank_shown()
    assert "first by mentions" in actors.check_riser(shown.set_index("actor")["mentions"].idxmax())


def test_a_registry_is_judged_by_what_it_finds():
    registry = load.actors()
    one = {"actor_id": "ann-example", "name": "Ann Example", "kind": "person", "type": "expert"}
    more = pd.concat([registry, pd.DataFrame([one])], ignore_index=True)
    assert "Example Alliance is not found" in actors.check_registry(more)
    other = one | {"actor_id": "example-alliance", "name": "Example Alliance"}
    both = pd.concat([more, pd.DataFrame([other])], ignore_index=True)
    assert "Which kind" in actors.check_registry(both)
    both.loc[both["actor_id"].eq("example-alliance"), "kind"] = "body"
    assert actors.check_registry(both).startswith("Right")
    assert "are gone" in actors.check_registry(both.tail(2))
    assert "does not hold" in actors.check_registry(both.assign(kind="what"))


def test_right_goes_before_a_slip_with_the_same_number():
    assert check_number(0.5, 0.5, "Half.", {"No.": 0.5}) == "Right. Half."
    assert check_share(0.5, 1, 2, "Half.") == "Right. Half."


def test_the_nearest_of_right_and_slips_is_meant():
    assert check_number(0.3640, 0.3649, "", {"It is naive.": 0.3640}) == "Not yet. It is naive."


def test_an_unnamed_source_is_no_source():
    said = FOUND.attributions[FOUND.attributions["source_name"].ne("")]
    most = said.groupby("article_id")["source_name"].nunique().max()
    first = said.groupby("article_id")["source_name"].nunique().idxmax()
    assert f"hears {most} different" in start_here.check_most_sources(first)


def test_rounded_answers_are_right_and_coarse_or_near_ones_are_not():
    assert check_number(0.333, 1 / 3, "").startswith("Right")
    assert "rounded" in check_number(0.33, 1 / 3, "")
    assert "too high" in check_number(0.34, 1 / 3, "")
    assert "too low" in check_number(3, 4, "", places=0)


def test_any_of_several_that_are_level_is_right():
    assert check_pick("b", ["a", "b"], ["a", "b", "c"], "").startswith("Right")


def test_an_answer_that_names_nothing_cannot_be_blanked():
    with pytest.raises(ValueError, match="gives one name a value"):
        blank_cell("print(1)")
