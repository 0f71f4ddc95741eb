"""The draw and the workbook: random, safe to fill in, and read back with every fault told."""

import re
import zipfile
from datetime import datetime

import numpy as np
import openpyxl
import pandas as pd
import pytest

from helpers.coding import cells, workbooks
from helpers.coding.choices import list_choices, list_definitions
from helpers.coding.draw import draw_articles, expect_half_width, suggest_size
from helpers.coding.returned import read_sheets
from helpers.coding.sheets import write_sheets
from helpers.faults import DataFault
from helpers.sentences import split_articles

SAID = (
    'Minister Ann Lee said it was "safe".', "The ministry declined to comment.",
    "Rights groups condemned the cruel plan.", "It rained.", "A lawyer warned of harm.",
)  # fmt: skip
TYPES = pd.DataFrame(
    [{"type": "think_tank", "who": "policy institutes", "example": "the Kivu Institute"}]
)
TEXT = 'She said it\'s  "wrong"... He left. =1+1 is what Bo said. The ministry declined to comment.'


def write_one(folder, text=TEXT, types=None):
    """Write the workbook of one article; return its path and its sentences."""
    articles = pd.DataFrame({"article_id": ["a/1"], "text": [text]})
    sentences = split_articles(articles)
    return write_sheets(folder / "coder-a.xlsx", articles, sentences, types), sentences


def code_one(path, *rows, stances=("0", "1", "-1", "0")):
    """Put rows (dicts) and stances into the workbook at `path`."""
    book = openpyxl.load_workbook(path)
    header = [cell.value for cell in book["attributions"][1]]
    for number, row in enumerate(rows, start=2):
        for name, value in row.items():
            book["attributions"].cell(number, header.index(name) + 1).value = value
    for number, stance in enumerate(stances, start=2):
        book["stance"].cell(number, 4).value = stance
    book.save(path)


ROW = {
    "article_id": "a/1", "sentence": 0, "source_text": "She", "cue_text": "said",
    "content_text": 'it\'s  "wrong"...', "mode": "mixed", "source_type": "public",
    "source_side": "none", "anonymity": "generic",
}  # fmt: skip


# --- the draw


def test_each_article_has_the_same_chance_with_and_without_strata():
    articles = pd.DataFrame({"article_id": list("abcdefg"), "outlet": list("xxxxyyz")})
    for by in (None, "outlet"):
        drawn = [draw_articles(articles, 3, seed, by)["article_id"] for seed in range(400)]
        chances = pd.concat(drawn).value_counts() / 400
        assert len(chances) == 7 and (chances - 3 / 7).abs().max() < 0.09  # 3.6 standard errors


def test_a_stratum_gets_its_share_to_within_one_article():
    outlets = ["x"] * 70 + ["y"] * 25 + ["z"] * 5
    articles = pd.DataFrame({"article_id": [f"{n:03}" for n in range(100)], "outlet": outlets})
    for seed in range(20):
        drawn = draw_articles(articles, 30, seed, "outlet")
        taken = drawn["stratum"].value_counts().reindex(list("xyz"), fill_value=0)
        assert (np.abs(taken.to_numpy() - np.array([21, 7.5, 1.5])) < 1).all()
        told = drawn.drop_duplicates("stratum").set_index("stratum")
        assert told["of"].to_dict().items() <= {"x": 70, "y": 25, "z": 5}.items()
        assert told["drawn"].to_dict() == {k: v for k, v in taken.items() if v}


def test_the_draw_follows_from_the_seed_alone_and_its_order_is_random():
    ids = [f"{n:03}" for n in range(200)]
    one, other = (draw_articles(pd.DataFrame({"article_id": k}), 50) for k in (ids, ids[::-1]))
    assert one.equals(other) and set(one["seed"]) == {20261123}
    assert one["article_id"].is_unique and not one["article_id"].is_monotonic_increasing
    assert not one.equals(draw_articles(pd.DataFrame({"article_id": ids}), 50, seed=1))
    some = pd.DataFrame({"article_id": ids[:8], "outlet": list("xxxxyyyy")})
    first = pd.concat([draw_articles(some, 4, seed, "outlet")[:1] for seed in range(200)])
    # whoever stops after one article has any of the eight, whatever its stratum
    assert first["article_id"].value_counts().between(10, 45).all()
    assert first["article_id"].nunique() == 8


def test_a_draw_that_cannot_be_made_is_one_clear_error():
    articles = pd.DataFrame({"article_id": ["a", "b"]})
    for n in (0, 3):
        with pytest.raises(DataFault, match=f"{n} articles cannot be drawn of 2"):
            draw_articles(articles, n)
    with pytest.raises(DataFault, match="no column 'outlet'; they have article_id"):
        draw_articles(articles, 1, by="outlet")


def test_the_half_width_to_expect_is_the_textbooks_where_each_article_has_one_unit():
    said = pd.DataFrame({"article_id": [f"{n}" for n in range(100)], "source_type": "media"})
    said.loc[:29, "source_type"] = "public"
    ids = said["article_id"].tolist()
    assert expect_half_width(said, ids, 49) == pytest.approx(1.959964 * np.sqrt(0.7 * 0.3 / 49))
    assert suggest_size(said, ids) == 81  # the first n with 1.96 sqrt(.21 / n) <= .1
    assert expect_half_width(said, ids, 81) <= 0.1 < expect_half_width(said, ids, 80)
    assert np.isnan(expect_half_width(said.head(0), ids, 49)) and suggest_size(said[:0], ids) == 36


# --- the workbook


def test_the_workbook_offers_the_codebooks_codes_and_ones_own(tmp_path):
    path, _ = write_one(tmp_path, types=TYPES)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["read me", "articles", "texts", "attributions", "stance", "choices"]
    offered = {}
    for title in ("attributions", "stance"):
        for rule in book[title].data_validations.dataValidation:
            assert rule.showErrorMessage and rule.errorStyle == "stop" and rule.error
            header = book[title][f"{str(rule.sqref)[0]}1"].value
            if rule.type == "list":
                sheet, cells_ = rule.formula1.replace("$", "").split("!")
                offered[header] = [c.value for (c,) in book[sheet.strip("'")][cells_]]
            else:
                offered[header] = rule.type
    wanted = {name: list(values) for name, values in list_choices(TYPES).items()}
    assert offered == wanted | {
        "stance": [-1, 0, 1], "article_id": ["a/1"], "sentence": "whole", "cue_nth": "whole",
    }  # fmt: skip
    assert offered["source_type"][-1] == "think_tank"
    meanings = [row[2].value for row in book["read me"].iter_rows(min_row=2)]
    assert "policy institutes" in meanings and all(meanings)


def test_every_code_is_explained_in_the_read_me():
    told = list_definitions(TYPES)
    for field, values in list_choices(TYPES).items():
        known = {code for cell in told.loc[told["field"].eq(field), "code"]
                 for code in re.split("[,;] ", cell.replace("+", ""))}  # fmt: skip
        assert set(values) <= known, field


def test_sheets_are_frozen_wrapped_and_kept_from_being_typed_over(tmp_path):
    path, sentences = write_one(tmp_path)
    book = openpyxl.load_workbook(path)
    for title in ("read me", "articles", "texts", "stance"):
        assert book[title].protection.sheet and book[title].freeze_panes == "A2"
        assert book[title]["A2"].protection.locked and book[title]["A2"].alignment.wrap_text
    assert not book["attributions"].protection.sheet
    assert [cell.protection.locked for cell in book["stance"][2]] == [True, True, True, False]
    texts = [row[2].value for row in book["texts"].iter_rows(min_row=2)]
    assert texts == sentences["text"].tolist()
    # typed words stay words, typed numbers numbers
    formats = [book["attributions"].column_dimensions[c].number_format for c in "ABC"]
    assert formats == ["@", "0", "@"]


def test_nothing_in_a_workbook_is_a_formula(tmp_path):
    text = '=HYPERLINK("x") said no.\n\n+1 came.\n\n@sum left.\n\n#N/A'
    path, _ = write_one(tmp_path, text)
    for sheet in openpyxl.load_workbook(path):
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type in "sn", cell.coordinate
            if str(cell.value).startswith(("=", "+", "@")):
                assert cell.quotePrefix
    with zipfile.ZipFile(path) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_hard_characters_and_endless_sentences_go_into_a_cell(tmp_path):
    text = f"A\x00b {'word ' * 10_000}end."
    path, sentences = write_one(tmp_path, text)
    shown = openpyxl.load_workbook(path)["texts"]["C2"].value
    assert len(shown) <= 32_767 and shown.startswith("A\ufffdb word")
    assert shown.endswith(f"[... {len(sentences['text'][0]) - 32_000} characters more]")


def test_a_cell_holds_what_was_put_there():
    sheet = openpyxl.Workbook().active
    for value in ("-1", "said", "=x", 3):
        workbooks.put(sheet, 1, 1, value)
        assert sheet["A1"].value == value


# --- and back


def test_what_a_spreadsheet_made_of_the_words_is_taken_back(tmp_path):
    path, sentences = write_one(tmp_path)
    typed = {"content_text": " It’s “wrong”… ", "cue_text": "Said", "mode": "Mixed ",
             "sentence": 0.0, "cue_nth": "1"}  # fmt: skip
    silent = {"sentence": "3", "source_text": "the MINISTRY", "cue_text": "declined to  comment",
              "content_text": None, "mode": "No comment"}  # fmt: skip
    code_one(path, ROW | typed, {}, {}, ROW | silent, stances=(0, "+1", "−1", 0.0))
    coding = read_sheets(path, sentences)
    whole = coding.attributions.to_dict("records")
    assert [row["content_text"] for row in whole] == ['it\'s  "wrong"...', ""]
    assert [row["source_text"] for row in whole] == ["She", "The ministry"]
    for row in whole:
        assert TEXT[row["cue_start"] : row["cue_end"]] == row["cue_text"]
    assert [row["mode"] for row in whole] == ["mixed", "no_comment"]
    assert coding.stance["stance"].tolist() == ["0", "1", "-1", "0"]


def test_words_that_may_be_two_things_are_not_guessed():
    assert cells.mend_words("IT", "It and it") == "IT"
    assert cells.mend_words("“a”", 'an "a" and «a»') == "“a”"
    assert cells.mend_words("it", "with It") == "It"


def test_a_content_may_run_on_into_the_next_sentence(tmp_path):
    text = '"It works", he said. "It always did." They left.'
    path, sentences = write_one(tmp_path, text)
    run_on = {"source_text": "he", "content_text": "“It works”, he said. “It always did.”"}
    code_one(path, ROW | run_on | {"mode": "direct"}, stances=(0,) * len(sentences))
    (row,) = read_sheets(path, sentences).attributions.to_dict("records")
    assert (row["content_start"], row["content_end"]) == (0, text.index(" They"))


def test_every_fault_is_told_at_once_with_sheet_row_column_and_remedy(tmp_path):
    path, sentences = write_one(tmp_path)
    code_one(
        path, ROW | {"mode": "mixt"}, {}, ROW | {"content_text": "it was right"},
        ROW | {"sentence": 9}, ROW | {"article_id": "b"}, ROW | {"cue_text": None},
        ROW | {"source_type": "think_tank"}, stances=("0", "2", "", "0"),
    )  # fmt: skip
    with pytest.raises(DataFault) as caught:
        read_sheets(path, sentences)
    told, place = str(caught.value), "coder-a.xlsx, sheet 'attributions': row"
    for fault in (
        f"{place} 2, column 'mode': 'mixt': use one of: direct, mixed",
        f"{place} 4, column 'content_text': 'it was right': does not stand in its sentence",
        f"{place} 5, column 'sentence': '9': no such sentence",
        f"{place} 6, column 'article_id': 'b': not among the articles drawn",
        f"{place} 7, column 'cue_text': '': fill it in",
        f"{place} 8, column 'source_type': 'think_tank': use one of: government",
        "sheet 'stance': row 3, column 'stance': '2': use one of: -1, 0, 1",
        "sheet 'stance': row 4, column 'stance': '': use one of: -1, 0, 1",
    ):
        assert fault in told
    assert "declared in source_types first" in told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("=1+1", "is a formula; write the words with an apostrophe"),
        ("#NAME?", "is an error of the spreadsheet"),
        (datetime(2024, 5, 3), "was made a date by the spreadsheet; format the cell as text"),
    ],
)
def test_what_a_spreadsheet_spoilt_is_told(tmp_path, value, words):
    path, sentences = write_one(tmp_path)
    code_one(path, ROW | {"content_text": value})
    with pytest.raises(DataFault, match=r"row 2, column 'content_text'") as caught:
        read_sheets(path, sentences)
    assert words in str(caught.value) and "1 fault(s)" in str(caught.value)


def test_a_workbook_that_is_none_or_lost_a_sheet_or_column_is_one_clear_error(tmp_path):
    path, sentences = write_one(tmp_path)
    book = openpyxl.load_workbook(path)
    book["stance"]["D1"].value = "light"
    book.save(tmp_path / "column.xlsx")
    del book["stance"]
    book.save(tmp_path / "sheet.xlsx")
    (tmp_path / "text.xlsx").write_text("article_id,sentence\n")
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    for name, words in (
        ("column.xlsx", "column 'stance' does not stand once in row 1"),
        ("sheet.xlsx", "sheet 'stance' is missing"),
        ("text.xlsx", "text.xlsx: is damaged or of another form"),
        ("other.xlsx", "other.xlsx: is no workbook; save it as .xlsx"),
        ("none.xlsx", "none.xlsx: cannot be read"),
    ):
        with pytest.raises(DataFault, match=re.escape(words)):
            read_sheets(tmp_path / name, sentences)


def test_attributions_of_an_article_without_a_stance_are_a_fault(tmp_path):
    path, sentences = write_one(tmp_path)
    code_one(path, ROW, stances=())
    with pytest.raises(DataFault, match="'a/1': is not coded in sheet 'stance'"):
        read_sheets(path, sentences)
