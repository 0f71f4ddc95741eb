"""The made-up corpus of notebook 07: it holds what it is to teach, and its draw was coded."""

import shutil

import pandas as pd
import pytest

from helpers import load
from helpers.coding.gold import read_gold
from helpers.coding.kit import draw_kit
from helpers.coding.rounds import read_round
from helpers.coding.shares import correct_shares
from helpers.corpus import Corpus
from helpers.files import write_csv
from helpers.paths import DATA
from helpers.preparing.gather import gather
from helpers.reading.formats import read_rows
from helpers.reading.rows import Skip
from helpers.runs.options import Options
from helpers.runs.run import run

EXAMPLE = DATA / "example"
COLUMNS = {"article_id": "Ref", "text": "Story text"}


@pytest.fixture(scope="module")
def prepared():
    return gather(read_rows(EXAMPLE / "corpus", columns=COLUMNS))


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The corpus measured by the command, with the actors and the type of its own."""
    folder = tmp_path_factory.mktemp("example")
    tables = EXAMPLE / "tables"
    own = pd.read_csv(tables / "actors.csv", dtype=str, keep_default_na=False)
    actors = write_csv(folder / "actors.csv", pd.concat([load.actors(), own]))
    lexicons = {"actors": actors, "types": tables / "source_types.csv"}
    corpus = EXAMPLE / "corpus"
    return run(Options(corpus, folder / "results", columns=COLUMNS, lexicons=lexicons))


def test_without_a_column_map_the_table_is_told_of_not_read():
    left = [item for item in read_rows(EXAMPLE / "corpus") if isinstance(item, Skip)]
    assert [(item.file, item.reason) for item in left] == [("northland-papers.csv", "not read")]
    assert "'Story text'" in left[0].detail


def test_each_form_is_read_and_each_oddity_is_told(prepared):
    articles = prepared.articles
    assert articles["file"].str.split("/").str[0].value_counts().to_dict() == {
        "northland-papers.csv": 16, "agency-and-radio.docx": 9, "palmera-daily": 6, "lantern": 5,
    }  # fmt: skip
    assert articles["text"].str.split().str.len().between(60, 140).all()
    assert prepared.skipped["reason"].tolist() == ["language: fr", "no text"]
    assert prepared.doubtful[["article_id", "found"]].to_dict("list") == {
        "article_id": ["HP-202"], "found": ["31/06/2019"],
    }  # fmt: skip
    assert articles.loc[articles["story_id"].ne(""), "outlet"].tolist() == [
        "Harbour Wire", "Northland Courier",
    ]  # fmt: skip
    cut = prepared.changed[prepared.changed["step"] == "boilerplate"]
    assert len(set(cut["article_id"])) == 1 and cut["n"].sum() == 5


def test_every_article_has_its_title_outlet_and_date(prepared):
    told = prepared.articles.set_index("article_id").drop(index="HP-202")
    assert told[["title", "outlet", "published"]].ne("").all(axis=None)
    assert told["published"].str.fullmatch(r"(2019|2020)-\d\d-\d\d").all()


def test_the_data_version_and_the_tables_of_data_know_nothing_of_it():
    tables = [*DATA.glob("*.csv"), *DATA.glob("*/*.csv")]
    assert tables and not [path for path in tables if path.is_relative_to(EXAMPLE)]


def test_own_actors_and_the_own_type_change_whom_it_finds(prepared, results):
    corpus = Corpus(prepared.articles, None, "", folder=results)
    found = corpus.measure()
    own = pd.read_csv(EXAMPLE / "tables" / "actors.csv")["actor_id"]
    unnamed = set(own) - set(found.mentions["actor_id"])
    assert not unnamed
    assert found.attributions["source_type"].eq("union").sum() >= 10


def test_what_was_coded_is_what_is_drawn_and_can_be_read_back(prepared, results):
    draw_kit(results, 15)
    gold_folder = results / "gold"
    empty = pd.read_excel(gold_folder / "coder-a.xlsx", "articles")["article_id"].tolist()
    shutil.copy(EXAMPLE / "gold" / "coder-a.xlsx", gold_folder)
    read_round(gold_folder)
    gold = read_gold(gold_folder)
    assert pd.read_excel(gold_folder / "coder-a.xlsx", "articles")["article_id"].tolist() == empty
    assert sorted(gold.coding.coded) == sorted(empty)
    found = Corpus(prepared.articles, None, "", folder=results).measure()
    shares = correct_shares(gold, found).set_index(["of", "code"])
    assert shares.loc[("source_type", "union"), "gold"] > 0.1
    assert shares.loc[("source_type", "unspecified"), "corrected_high"] < 0.15
