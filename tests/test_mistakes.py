"""Wrong decisions drawn to be read: of every kind, the same with the same seed, never testing."""

import pandas as pd
import pytest

from helpers import load, measure
from helpers.gold.codings import SETTLED, read_attributions
from helpers.gold.mistakes import KINDS, draw_mistakes, list_mistakes
from helpers.gold.sample import read_sample
from helpers.load import as_articles

RIGHT = "The minister said that talks went on."
TEXTS = (
    RIGHT,
    "Ann Lee said it failed. Critics warned of it.",
    "UNHCR criticised the plan.",
    RIGHT,
)
SAMPLE = pd.DataFrame(
    {
        "article_id": [f"example-{n}" for n in range(1, 5)],
        "part": ["tuning", "none", "none", "tuning"],
    }
)


@pytest.fixture(scope="module")
def found():
    return measure(as_articles(*TEXTS))


@pytest.fixture
def gold(found):
    """Return what was measured with one fault of each kind planted."""
    table = found.attributions.copy()
    no, warned, unhcr = (table.index[table["source_text"] == s].item()
                         for s in ("Ann Lee", "Critics", "UNHCR"))  # fmt: skip
    extra = table.loc[[unhcr]].assign(
        cue_start=0, cue_end=5, content_start=0, content_end=5, cue_text="UNHCR",
        content_text="UNHCR", source_start=pd.NA, source_end=pd.NA, source_text="",
    )  # fmt: skip
    table.loc[unhcr, "source_type"] = "public"
    table.loc[warned, ["source_start", "source_end"]] = (
        TEXTS[1].index(" it.") + 1,
        len(TEXTS[1]) - 1,
    )
    table.loc[warned, "source_text"] = "it"
    return pd.concat([table.drop(index=no), extra], ignore_index=True)


def test_a_mistake_of_each_kind_is_told(found, gold):
    table = list_mistakes(found, gold, SAMPLE).set_index("kind")
    assert sorted(table.index) == sorted(KINDS)
    assert table.loc["false", ["text", "gold", "measured"]].tolist() == [
        "Ann Lee said it failed.", "", "Ann Lee | said | it failed"
    ]  # fmt: skip
    assert table.loc["missed", "gold"] == "nobody | UNHCR | UNHCR"
    assert table.loc["missed", "measured"] == ""
    assert table.loc["wrong source", "gold"].startswith("it | ")
    assert table.loc["wrong source", "measured"].startswith("Critics | ")
    assert table.loc["wrong type", "gold"].startswith("UNHCR (public) | ")
    assert table.loc["wrong type", "measured"].startswith("UNHCR (intergovernmental) | ")


def test_what_is_right_is_no_mistake(found):
    assert list_mistakes(found, found.attributions, SAMPLE).empty


def test_the_draw_depends_on_the_seed_alone(found, gold):
    one = draw_mistakes(found, gold, 2, seed=1, sample=SAMPLE)
    again = draw_mistakes(found, gold[::-1].reset_index(drop=True), 2, seed=1, sample=SAMPLE)
    pd.testing.assert_frame_equal(one, again)
    drawn = [draw_mistakes(found, gold, 2, seed, SAMPLE)["kind"].tolist() for seed in range(9)]
    assert {len(kinds) for kinds in drawn} == {2} and len(set(map(tuple, drawn))) > 1
    assert len(draw_mistakes(found, gold, 99, seed=1, sample=SAMPLE)) == len(KINDS)


@pytest.mark.parametrize("part", ["sentences", "attributions", "gold"])
def test_the_testing_part_is_refused_wherever_it_stands(found, gold, part):
    sample = SAMPLE.assign(part=["tuning", "none", "none", "testing"])
    clean = {
        "sentences": found.sentences, "attributions": found.attributions, "gold": gold
    }  # fmt: skip
    given = {k: t if k == part else t[t["article_id"] != "example-4"] for k, t in clean.items()}
    tables = measure(as_articles("x"))
    tables = type(tables)(given["sentences"], tables.mentions, tables.scores, given["attributions"])
    with pytest.raises(ValueError, match="kept for testing, 'example-4' among them"):
        draw_mistakes(tables, given["gold"], 2, seed=1, sample=sample)


def test_the_corpus_as_a_whole_is_refused():
    articles = load.articles()
    testing = read_sample().query("part == 'testing'")["article_id"].head(1)
    mine = articles[articles["article_id"].isin(testing)]
    with pytest.raises(ValueError, match="kept for testing"):
        draw_mistakes(measure(mine), read_attributions(SETTLED, articles).head(0), 10, seed=1)


def test_articles_without_gold_are_refused(found, gold):
    with pytest.raises(ValueError, match="'example-1' is not in the sample"):
        draw_mistakes(found, gold, 2, seed=1)
