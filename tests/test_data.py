"""Data contracts: what the corpus and its tables promise to whoever uses them."""

import re

import pandas as pd
import pytest

from helpers import codes, load, measure
from helpers.files import write_csv
from helpers.paths import DATA, DERIVED
from helpers.project.datapackage import TABLES, heading_of
from helpers.tone.stance import score_stance
from helpers.words.quotations import find_quotations

# Read as plain text here: a fault in the table is then told by the tests, not by their collection.
ROWS = pd.read_csv(DATA / "articles.csv", dtype=str, keep_default_na=False).to_dict("records")


@pytest.fixture(scope="module")
def articles():
    """The corpus."""
    return load.articles()


@pytest.fixture(scope="module")
def actors():
    """The registry of actors."""
    return load.actors()


@pytest.fixture(scope="module")
def measures(articles):
    """The four tables of measures of the corpus."""
    return measure(articles)


def test_the_spread_that_was_promised(articles):
    assert len(articles) >= 300
    assert articles["arrangement"].nunique() >= 25
    assert articles["outlet"].nunique() >= 150
    assert articles["outlet_country"].nunique() >= 50
    assert articles["outlet"].value_counts(normalize=True).max() <= 0.05
    assert articles["outlet_country"].value_counts(normalize=True).max() <= 0.25
    assert articles["year"].min() == 2001 and articles["year"].max() == 2026
    assert {"news", "press_release", "opinion"} <= set(articles["genre"])


def test_the_rwanda_us_talks_from_several_countries(articles):
    talks = articles[
        (articles["arrangement"] == "us-rwanda") & articles["published"].str.startswith("2025-05")
    ]
    assert talks["outlet"].nunique() >= 3 and talks["outlet_country"].nunique() >= 3


@pytest.mark.parametrize("row", ROWS, ids=[row["article_id"] for row in ROWS])
def test_each_abstract_keeps_the_rules(row):
    text = row["abstract"]
    assert 90 <= len(text.split()) <= 180
    assert not re.search("[“”‘’«»—…]", text), "straight marks only"
    assert text.count('"') % 2 == 0, "a quotation mark is left open"
    quotations = [text[a + 1 : b - 1] for a, b in find_quotations(text)]
    assert all(len(quotation.split()) <= 12 for quotation in quotations)
    assert row["outlet_country"] and row["seen"] >= "2026-11-01"


def test_urls_and_titles_are_not_doubled(articles):
    assert articles["url"].is_unique and articles["title"].is_unique


def test_no_page_is_both_in_the_corpus_and_left_out(articles):
    assert not set(load.excluded()["article_id"]) & set(articles["article_id"])


def test_every_record_was_read_a_second_time(articles):
    readings = load.readings()
    assert readings["article_id"].tolist() == articles["article_id"].tolist()
    assert readings["read_again"].eq("yes").all()


def test_nothing_speaks_of_how_the_pages_were_come_by():
    pattern = re.compile(r"\b(?:search tool|stored copy|crawl|helper|candidate list)\b", re.I)
    for name in ("articles", "events", "arrangements", "excluded", "actors"):
        table = getattr(load, name)()
        hits = table.apply(lambda column: column.astype(str).str.contains(pattern)).any(axis=1)
        assert table[hits].empty, table[hits].iloc[:, 0].tolist()


def test_events_are_checked_facts_with_a_page():
    events = load.events()
    assert len(events) >= 100
    assert set(events["checked"]) <= set(codes.EVENT_CHECKS)


def test_the_registry_is_large_and_no_form_has_two_owners(actors):
    assert len(actors) >= 150
    ruled = set(load.ambiguous_forms()["form"])
    owners = {}
    for row in actors.itertuples():
        for form in {row.name, *filter(None, row.aliases.split("|"))} - ruled:
            assert owners.setdefault(form, row.actor_id) == row.actor_id, form
    aliases = {form for joined in actors["aliases"] for form in joined.split("|")}
    assert not aliases & ruled, "an ambiguous form counts by its rule alone"


def test_every_person_has_a_surname_form(actors):
    persons = actors[actors["kind"] == "person"]
    always_in_full = {"Hun Sen", "Lord German", "Mason Whipps"}
    assert set(persons.loc[persons["short_forms"] == "", "name"]) == always_in_full


def test_rules_of_ambiguous_forms_are_regular_expressions():
    for row in load.ambiguous_forms().itertuples():
        re.compile(row.not_after), re.compile(row.not_before)


def test_no_form_of_a_cue_stands_twice():
    cues = load.cues()
    cues["forms"] = cues["forms"].str.split("|")
    forms = cues.explode("forms")
    assert forms.loc[forms.duplicated(["kind", "forms"]), "forms"].tolist() == []
    several = forms[forms["kind"].isin(("phrase", "no_comment"))]["forms"]
    assert several[several.duplicated()].tolist() == []


def test_the_readme_of_the_data_names_every_column():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for name, schema in TABLES.items():
        section = text.split(f"## {heading_of(name)}")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)`", section, re.M) == list(schema.columns), name


@pytest.mark.parametrize(
    ("values", "where"),
    [
        (codes.SOURCE_TYPES, "CODEBOOK.md"), (codes.SIDES, "CODEBOOK.md"),
        (codes.MODES, "CODEBOOK.md"), (codes.ANONYMITY, "CODEBOOK.md"),
        (codes.OUTLET_TYPES, "README.md"), (codes.GENRES, "README.md"),
        (codes.KINDS, "README.md"), (codes.FAMILIES, "README.md"),
        (codes.CUE_STANCES, "README.md"), (codes.CUE_TRAITS, "README.md"),
        (codes.TONE_KINDS, "README.md"), (codes.TONE_SOURCES, "README.md"),
    ],
)  # fmt: skip
def test_the_documents_name_every_allowed_value(values, where):
    text = (DATA / where).read_text(encoding="utf-8")
    assert [value for value in values if f"`{value}`" not in text] == []


@pytest.mark.parametrize("name", ["sentences", "mentions", "scores", "attributions"])
def test_the_derived_tables_are_what_the_corpus_gives(name, tmp_path, measures):
    fresh = write_csv(tmp_path / "fresh.csv", getattr(measures, name))
    assert fresh.read_bytes() == (DERIVED / f"{name}.csv").read_bytes(), (
        f"data/derived/{name}.csv is not what data/articles.csv gives; "
        "run: python run.py reproduce --update"
    )


def test_the_derived_stance_is_what_the_sentences_give(tmp_path, measures):
    fresh = write_csv(tmp_path / "fresh.csv", score_stance(measures.sentences))
    assert fresh.read_bytes() == (DERIVED / "stance.csv").read_bytes()


def test_every_row_of_the_measures_points_to_its_words(articles, measures):
    texts = articles.set_index("article_id")["text"]
    found = measures
    for row in found.mentions.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.mention
    for part in ("source", "cue", "content"):
        for row in found.attributions.to_dict("records"):
            if pd.notna(row[f"{part}_start"]):
                span = slice(row[f"{part}_start"], row[f"{part}_end"])
                assert texts[row["article_id"]][span] == row[f"{part}_text"]
    allowed = {
        "mode": codes.MODES, "source_type": codes.SOURCE_TYPES,
        "source_side": codes.SIDES, "anonymity": codes.ANONYMITY,
    }  # fmt: skip
    for column, values in allowed.items():
        assert set(found.attributions[column]) <= set(values)
