"""Gold of one's own corpus: drawn at random, coded in workbooks, read back, used to correct."""

import re
import zipfile
from datetime import datetime, timezone
from functools import cache
from types import SimpleNamespace

import numpy as np
import openpyxl
import pandas as pd
import pytest

from helpers import codes, load, measure
from helpers.charts.sure import plot_corrected
from helpers.coding import kit
from helpers.coding.choices import list_choices
from helpers.coding.gold import read_gold
from helpers.coding.rounds import read_round
from helpers.coding.shares import correct_shares
from helpers.correction.corrected import compare_shares
from helpers.faults import DataFault
from helpers.gold.forms import ATTRIBUTION_SHEET
from helpers.source_types import check_types

SAID = (
    'Minister Ann Lee said it was "safe".', "The ministry declined to comment.",
    "Rights groups condemned the cruel plan.", "It rained.", "A lawyer warned of harm.",
)  # fmt: skip
TYPES = pd.DataFrame(
    [{"type": "think_tank", "who": "policy institutes", "example": "the Kivu Institute"}]
)
TEXT = 'She said it\'s  "wrong"... He left. =1+1 is what Bo said. The ministry declined to comment.'


@cache
def measured(n=40):
    """Return `n` made-up articles and their measures."""
    texts = [" ".join(SAID[(k + i) % len(SAID)] for i in range(1 + k % 3)) for k in range(n)]
    articles = pd.DataFrame(
        {"article_id": [f"https://x.example/{k}" for k in range(n)], "text": texts,
         "outlet": ["Kivu Post" if k % 4 else "Kivu Times" for k in range(n)], "published": ""}
    )  # fmt: skip
    return articles, measure(articles)


def make_results(folder, types=None):
    """Write what `run.py measure` leaves into `folder`; return articles and measures."""
    articles, found = measured()
    articles.to_parquet(folder / "articles.parquet")
    found.sentences.to_parquet(folder / "sentences.parquet")
    found.attributions.to_parquet(folder / "attributions.parquet")
    if types is not None:
        types.to_csv(folder / "source_types.csv", index=False)
    return articles, found


def fill(path, found, stance=lambda row: 0, change=None, ids=None):
    """Fill in a workbook as a coder would who codes as measured, but for what is to `change`."""
    book = openpyxl.load_workbook(path)
    sheet, said = book["stance"], found.attributions
    drawn = {row[0].value for row in book["articles"].iter_rows(min_row=2)} if ids is None else ids
    for row in sheet.iter_rows(min_row=2):
        if row[0].value in drawn:
            row[3].value = stance(row)
    columns = list(ATTRIBUTION_SHEET.columns)
    rows = said[said["article_id"].isin(drawn)].assign(cue_nth="")[columns].to_dict("records")
    for row in rows:
        row = row | (change(row) if change else {})
        if row["cue_text"]:
            book["attributions"].append([None if row[c] == "" else row[c] for c in columns])
    book.save(path)


def retype(source, kind):
    """Return what changes the type of one source, for `fill`."""
    return lambda row: {"source_type": kind} if row["source_text"] == source else {}


def test_the_same_draw_gives_the_same_bytes(tmp_path, monkeypatch):
    make_results(tmp_path)
    for name, year in (("one", 2030), ("other", 2031)):

        class Clock(datetime):
            @classmethod
            def now(cls, tz=None, year=year):
                return cls(year, 1, 1, tzinfo=tz)

        there = SimpleNamespace(datetime=Clock, timezone=timezone)
        monkeypatch.setattr("openpyxl.writer.excel.datetime", there)
        kit.draw_kit(tmp_path, 5, out=tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes(), path.name
    with zipfile.ZipFile(tmp_path / "one" / "coder-a.xlsx") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


# --- rounds, gold, shares


def test_one_coders_workbook_becomes_gold_that_corrects_the_shares(tmp_path):
    articles, found = make_results(tmp_path)
    told = kit.draw_kit(tmp_path, 20)
    assert told[0] == "drew 20 of 40 articles, seed 20261123" and "to within" in told[1]
    folder = tmp_path / "gold"
    with pytest.raises(DataFault, match="no sentence has a stance"):
        read_round(folder)
    fill(
        folder / "coder-a.xlsx", found, stance=lambda row: -1 if "cruel" in row[2].value else 0,
        change=retype("Rights groups", "public"),  # where the program sees civil society
    )  # fmt: skip
    told = read_round(folder)
    assert told[0].startswith("coder-a: 20 of 20 articles")
    gold = read_gold(folder)
    coded = gold.coding.coded
    assert sorted(gold.draw.sample["article_id"]) == coded and len(coded) == 20
    shares = correct_shares(gold, found)
    by_type = shares[shares["of"].eq("source_type")].set_index("code")
    assert by_type.loc["civil_society", "naive"] > 0.1
    assert by_type.loc["civil_society", ["gold", "corrected"]].tolist() == pytest.approx([0, 0])
    assert by_type.loc["public", "gold"] > 0.1 and by_type.loc["public", "naive"] == 0
    # the one call is the collection's own correction, field by field
    own = compare_shares(gold.coding.attributions, found.attributions, "source_type", coded,
                         articles["article_id"], list(by_type.index))  # fmt: skip
    assert np.allclose(own["corrected"], by_type["corrected"])
    assert (
        set(shares["of"]) == {*list_choices()}
        and (shares.query("of == 'mode'")["coded"] > 10).all()
    )
    chart = plot_corrected(
        shares[shares["of"].eq("stance")], "code", "sentences", "x", "x", "Mine."
    )
    assert " Mine. " in chart.caption


def test_two_coders_are_compared_and_what_differs_is_settled(tmp_path):
    _, found = make_results(tmp_path)
    kit.draw_kit(tmp_path, 12, out=tmp_path / "mine")
    folder = tmp_path / "mine"
    ids = pd.read_csv(folder / "sample.csv")["article_id"].tolist()
    fill(folder / "coder-a.xlsx", found)
    fill(
        folder / "coder-b.xlsx", found, ids=set(ids[:6]),
        stance=lambda row: -1 if "cruel" in row[2].value else 0,
        change=lambda row: {"cue_text": ""} if "declined" in row["cue_text"]
        else retype("A lawyer", "expert")(row),
    )  # fmt: skip
    told = "\n".join(read_round(folder))
    assert "coder-b: 6 of 12 articles" in told and "stance: alpha" in told
    assert not (folder / "attributions.csv").exists()
    book = openpyxl.load_workbook(folder / "differences.xlsx")
    sheet = book["differences"]
    header = [cell.value for cell in sheet[1]]
    rows = [
        dict(zip(header, (c.value for c in row), strict=True)) for row in sheet.iter_rows(min_row=2)
    ]
    kinds = {row["differs"] for row in rows}
    assert kinds == {"only in a", "source_type", "stance"}
    assert {row["article_id"] for row in rows} <= set(ids[:6])
    rules = {str(r.sqref): r.formula1 for r in sheet.data_validations.dataValidation}
    assert len(rules) == len(rows)
    with pytest.raises(DataFault, match="is there already"):
        kit.draw_kit(tmp_path, 12, out=folder)
    # settled: b is right about silences, neither about lawyers, a about stances but for the first
    answers = {"only in a": "B", "source_type": "civil society", "stance": "a"}
    for number, row in enumerate(rows, start=2):
        sheet.cell(number, header.index("settled") + 1).value = answers[row["differs"]]
    first = next(n for n, row in enumerate(rows, start=2) if row["differs"] == "stance")
    sheet.cell(first, header.index("settled") + 1).value = 1
    book.save(folder / "differences.xlsx")
    read_round(folder)
    gold = read_gold(folder)
    assert gold.coding.coded == sorted(ids)
    kept = gold.coding.attributions
    silent = kept[kept["mode"].eq("no_comment")]["article_id"]
    assert not set(silent) & set(ids[:6]) and len(silent)  # coder a alone coded the others
    lawyers = kept[kept["source_text"].eq("A lawyer")].set_index("article_id")["source_type"]
    assert set(lawyers[lawyers.index.isin(ids[:6])]) == {"civil_society"}
    assert set(lawyers[~lawyers.index.isin(ids[:6])]) == {"court_legal"}
    row = rows[first - 2]
    stance = gold.coding.stance.set_index(["article_id", "sentence"])["stance"]
    assert stance[row["article_id"], row["sentence"]] == "1" and set(stance) == {"0", "1"}
    assert len(pd.read_csv(folder / "settlements.csv")) == len(rows)


def test_settling_takes_only_what_can_settle_and_notices_a_changed_coding(tmp_path):
    _, found = make_results(tmp_path)
    kit.draw_kit(tmp_path, 6)
    folder = tmp_path / "gold"
    fill(folder / "coder-a.xlsx", found)
    fill(folder / "coder-b.xlsx", found, stance=lambda row: 1)
    read_round(folder)
    book = openpyxl.load_workbook(folder / "differences.xlsx")
    column = [cell.value for cell in book["differences"][1]].index("settled") + 1
    book["differences"].cell(2, column).value = "c"
    book.save(folder / "differences.xlsx")
    with pytest.raises(DataFault, match="row 2, column 'settled': 'c': use one of: a, b, -1, 0, 1"):
        read_round(folder)
    fill(folder / "coder-b.xlsx", found, stance=lambda row: -1)
    with pytest.raises(DataFault, match="no longer what the two coders differ in"):
        read_round(folder)


def test_coders_who_agree_in_all_need_no_settling(tmp_path):
    _, found = make_results(tmp_path)
    kit.draw_kit(tmp_path, 6)
    folder = tmp_path / "gold"
    for who in ("coder-a", "coder-b"):
        fill(folder / f"{who}.xlsx", found, stance=lambda row: 1 if "safe" in row[2].value else 0)
    told = read_round(folder)
    assert any("source_type: alpha 1.00" in line for line in told)
    assert not (folder / "differences.xlsx").exists() and len(read_gold(folder).coding.coded) == 6


def test_articles_passed_over_are_told_of(tmp_path):
    _, found = make_results(tmp_path)
    kit.draw_kit(tmp_path, 5)
    ids = pd.read_csv(tmp_path / "gold" / "sample.csv")["article_id"].tolist()
    fill(tmp_path / "gold" / "coder-a.xlsx", found, ids={ids[0], ids[2]})
    told = read_round(tmp_path / "gold")
    assert "passed over" in told[1] and ids[1] in told[1] and ids[3] not in told[1]


def test_gold_of_another_corpus_is_refused(tmp_path):
    _, found = make_results(tmp_path)
    kit.draw_kit(tmp_path, 5)
    fill(tmp_path / "gold" / "coder-a.xlsx", found)
    read_round(tmp_path / "gold")
    gold = read_gold(tmp_path / "gold")
    other = measure(load.as_articles("It rained."))
    with pytest.raises(DataFault, match="is not the one that was coded"):
        correct_shares(gold, other)


def test_a_corpus_without_an_attribution_is_corrected_in_stance_alone(tmp_path):
    articles = pd.DataFrame({"article_id": list("abcdef"), "text": "It rained. It was cold."})
    found = measure(articles)
    for name, table in (("articles", articles), ("sentences", found.sentences),
                        ("attributions", found.attributions)):  # fmt: skip
        table.to_parquet(tmp_path / f"{name}.parquet")
    assert "nothing was measured" in "\n".join(kit.draw_kit(tmp_path, 4))
    path = tmp_path / "gold" / "coder-a.xlsx"
    fill(path, found)
    for marked in (0, 1):  # also where the coder, alone, finds one
        if marked:
            book = openpyxl.load_workbook(path)
            key = [book["articles"]["A2"].value, 0]
            book["attributions"].append(
                [*key, None, None, "rained", None, None, "indirect", "public", "none", "generic"]
            )
            book.save(path)
        read_round(tmp_path / "gold")
        gold = read_gold(tmp_path / "gold")
        shares = correct_shares(gold, found)
        assert len(gold.coding.attributions) == marked
    assert shares[["of", "code", "corrected"]].to_numpy().tolist() == [["stance", "0", 1.0]]


# --- source types of one's own


def test_a_type_of_ones_own_is_taken_once_declared_and_refused_else():
    own = {"noun": "think-tank", "type": "think_tank", "anonymity": "generic", "kind": "body"}
    nouns = load.source_nouns().query("noun != 'think-tank'")
    nouns = pd.concat([nouns, pd.DataFrame([own])], ignore_index=True)
    articles = load.as_articles("The think-tank said it was wrong.")
    found = measure(articles, nouns=nouns, types=TYPES)
    assert found.attributions["source_type"].tolist() == ["think_tank"]
    for types in (None, TYPES.assign(type="thinktank")):
        with pytest.raises(DataFault, match="column 'type': 'think_tank': use one of") as caught:
            measure(articles, nouns=nouns, types=types)
        assert "1 fault(s) in source_nouns" in str(caught.value)
        assert "declared in source_types first" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"type": "Think tank"}, "use lowercase letters, digits and single underscores"),
        ({"type": "media"}, "the codebook has it already"),
        ({"who": ""}, "column 'who': '': fill it in"),
    ],
)
def test_a_declaration_that_will_not_do_is_told(change, words):
    with pytest.raises(DataFault, match=words):
        check_types(TYPES.assign(**change))
    with pytest.raises(DataFault, match="stands more than once"):
        check_types(pd.concat([TYPES, TYPES]))


def test_a_type_of_ones_own_goes_through_the_whole_round(tmp_path):
    _, found = make_results(tmp_path, types=TYPES)
    kit.draw_kit(tmp_path, 10)
    folder = tmp_path / "gold"
    for who, kind in (("coder-a", "think_tank"), ("coder-b", "public")):
        fill(folder / f"{who}.xlsx", found, change=retype("A lawyer", kind))
    read_round(folder)
    book = openpyxl.load_workbook(folder / "differences.xlsx")
    sheet = book["differences"]
    column = [cell.value for cell in sheet[1]].index("settled") + 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = "think_tank"
    book.save(folder / "differences.xlsx")
    read_round(folder)
    shares = correct_shares(read_gold(folder), found).query("of == 'source_type'")
    assert shares["code"].iloc[-1] == "think_tank" and shares["gold"].iloc[-1] > 0
    assert set(codes.SOURCE_TYPES).isdisjoint(["think_tank"])


# --- the command


def test_the_command_draws_reads_and_tells_faults_in_one_line(tmp_path, capsys):
    _, found = make_results(tmp_path)
    kit.main(["draw", str(tmp_path), "--articles", "5", "--by", "outlet", "--seed", "7"])
    told = capsys.readouterr().out
    assert "drew 5 of 40 articles, seed 7" in told and re.search(
        r"Kivu Post: 4 of 30|: 3 of 30", told
    )
    fill(tmp_path / "gold" / "coder-b.xlsx", found)
    kit.main(["read", str(tmp_path / "gold")])
    assert "attributions.csv" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="is there already"):
        kit.main(["draw", str(tmp_path), "--articles", "5"])
    with pytest.raises(SystemExit, match="no column 'family'"):
        kit.main(["draw", str(tmp_path), "--by", "family", "--out", str(tmp_path / "x")])
