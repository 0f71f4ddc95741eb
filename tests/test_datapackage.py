"""datapackage.json: as generated, valid, and a fault planted in any table is caught by it."""

import json
import shutil

import frictionless
import pandas as pd
import pytest

from helpers.paths import DATA
from helpers.project.datapackage import TABLES, describe_data, path_of

# A value that breaks each table, and the kind of fault that the validator must tell.
FAULTS = {
    "articles": ("genre", "gossip", "constraint-error"),
    "excluded": ("reason", "", "constraint-error"),
    "readings": ("mends_fields", "many", "type-error"),
    "arrangements": ("kind", "holiday", "constraint-error"),
    "events": ("arrangement", "uk-mars", "foreign-key"),
    "actors": ("type", "chef", "constraint-error"),
    "ambiguous_forms": ("actor_id", "nobody-at-all", "foreign-key"),
    "cues": ("stance", "angry", "constraint-error"),
    "source_nouns": ("anonymity", "masked", "constraint-error"),
    "demonyms": ("country", "", "constraint-error"),
    "valences": ("valence", "good", "type-error"),
    "opinion_words": ("pole", "0", "constraint-error"),
    "stance_frames": ("turns", "maybe", "constraint-error"),
    "boilerplate": ("kind", "paragraph", "constraint-error"),
    "questions": ("question", "", "constraint-error"),
    "gold-sample": ("part", "spare", "constraint-error"),
    "gold-settlements": ("reason", "", "constraint-error"),
    "gold-attributions-coder-a": ("mode", "shouted", "constraint-error"),
    "gold-attributions-coder-b": ("cue_start", "early", "type-error"),
    "gold-attributions-settled": ("article_id", "no-such-article", "foreign-key"),
    "gold-stance-coder-a": ("stance", "2", "constraint-error"),
    "gold-stance-coder-b": ("sentence", "first", "type-error"),
    "gold-attributions-training": ("anonymity", "secret", "constraint-error"),
    "gold-stance-training": ("stance", "good", "constraint-error"),
    "tone_lexicon": ("polarity", "bad", "type-error"),
    "quirks": ("reader", "angry", "constraint-error"),
    "made_up": ("sentence", "first", "type-error"),
    "weights-cues": ("codebook", "heavy", "type-error"),
    "weights-sources": ("sign", "", "constraint-error"),
    "weights-stance": ("for_all", "heavy", "type-error"),
    "weights-tone": ("sign", "", "constraint-error"),
    "gold-stance-settled": ("article_id", "no-such-article", "foreign-key"),
}


def faults_of(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    return report.flatten(["type", "rowNumber", "fieldName", "message"])


def test_the_descriptor_is_as_generated():
    kept = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    assert kept == describe_data(), "run: python run.py reproduce --update"
    assert set(FAULTS) == set(TABLES)


def test_every_table_and_column_is_described():
    tables = [*DATA.glob("*.csv"), *DATA.glob("*/*.csv")]
    files = {path.relative_to(DATA).as_posix() for path in tables if path.parent.name != "derived"}
    assert files == {resource["path"] for resource in describe_data()["resources"]}
    for resource in describe_data()["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"], (resource["name"], field["name"])


def test_the_data_are_valid():
    assert faults_of(DATA) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_caught(name, tmp_path):
    for folder in ("gold", "weights", "derived"):
        (tmp_path / folder).mkdir()
    for path in [*DATA.glob("*.csv"), *DATA.glob("*/*.csv"), DATA / "datapackage.json"]:
        shutil.copy(path, tmp_path / path.relative_to(DATA))
    column, value, kind = FAULTS[name]
    table = pd.read_csv(tmp_path / path_of(name), dtype=str, keep_default_na=False)
    table.loc[1, column] = value
    table.to_csv(tmp_path / path_of(name), index=False)
    found = [fault for fault in faults_of(tmp_path) if fault[0] == kind]
    assert [fault[1] for fault in found] == [3], found
