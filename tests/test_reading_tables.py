"""Tables as people hold them: what is whole is read as it stands, what is broken is told.

The forms: CSV by RFC 4180 and as Excel writes it ('CSV UTF-8', 'Unicode Text', 'sep=;'), XLSX as
openpyxl writes it, JSON as NewsAPI and the Guardian answer, JSON Lines by jsonlines.org.
"""

import json
import logging
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from helpers.faults import DataFault
from helpers.reading import json_stream, spreadsheets
from helpers.reading.delimited import find_delimiter, read_csv
from helpers.reading.json_files import read_json, read_jsonl
from helpers.reading.parquet import read_parquet
from helpers.reading.rows import Row, Skip
from helpers.reading.spreadsheets import read_xlsx

TEXT = 'The minister said: "No; never, not\tnow."\n\nShe left.'


def write(tmp_path, content, name="a.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def rows_of(items):
    return [item for item in items if isinstance(item, Row)]


def skips_of(items):
    return [item for item in items if isinstance(item, Skip)]


def texts_of(items):
    return [item.fields["text"] for item in items]


def make_book(tmp_path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, records in sheets.items():
        sheet = book.create_sheet(title)
        for record in records:
            sheet.append(record)
    path = tmp_path / "a.xlsx"
    book.save(path)
    return path


READERS = {
    "csv": (read_csv, lambda table, path: table.to_csv(path, index=False)),
    "tsv": (read_csv, lambda table, path: table.to_csv(path, index=False, sep="\t")),
    "xlsx": (read_xlsx, lambda table, path: table.to_excel(path, index=False)),
    "json": (read_json, lambda table, path: table.to_json(path, orient="records")),
    "jsonl": (read_jsonl, lambda table, path: table.to_json(path, orient="records", lines=True)),
    "parquet": (read_parquet, lambda table, path: table.to_parquet(path)),
}


@pytest.mark.parametrize("form", READERS)
def test_every_form_gives_the_same_fields(tmp_path, form):
    read, store = READERS[form]
    table = pd.DataFrame(
        {
            "id": [1, 2],
            "body": [TEXT, "Naïve “quotes” – 日本"],
            "source": ["The Post", None],
            "publish_date": ["2024-05-03", ""],
            "page": [7, 8],
        }
    )
    path = tmp_path / f"a.{form}"
    store(table, path)
    first, second = read(path)
    assert first.fields == {
        "article_id": "1", "text": TEXT, "outlet": "The Post", "published": "2024-05-03",
    }  # fmt: skip
    assert second.fields["text"] == "Naïve “quotes” – 日本" and second.fields["outlet"] == ""
    assert first.file == f"a.{form}" and first.place.split()[-1].isdigit()


@pytest.mark.parametrize("form", READERS)
def test_every_form_takes_a_column_map(tmp_path, form):
    read, store = READERS[form]
    path = tmp_path / f"a.{form}"
    store(pd.DataFrame({"text": ["not this"], "abstract": ["One came."]}), path)
    assert texts_of(read(path, {"text": "abstract"})) == ["One came."]
    with pytest.raises(DataFault, match=rf"a.{form}: column 'words', asked for as 'text'"):
        list(read(path, {"text": "words"}))


@pytest.mark.parametrize("form", READERS)
def test_an_empty_file_of_every_form_is_told(tmp_path, form):
    path = write(tmp_path, b"", f"a.{form}")
    with pytest.raises(DataFault, match=rf"a\.{form}: (is empty|holds no|is damaged)"):
        list(READERS[form][0](path))


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_damage_is_told_and_never_a_library_error(tmp_path, form):
    read, store = READERS[form]
    path = tmp_path / f"a.{form}"
    store(pd.DataFrame({"id": range(500), "text": [f"Text {n}." for n in range(500)]}), path)
    content = bytearray(path.read_bytes())
    for start in range(0, len(content), max(1, len(content) // 40)):
        spoilt = content.copy()
        spoilt[start : start + 8] = b"\xff" * 8
        path.write_bytes(spoilt)
        try:
            assert len(list(read(path))) <= 500
        except DataFault as fault:
            assert str(fault).startswith(f"a.{form}: ")


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    lines = [f"id{delimiter}text\n", f"1{delimiter}One, two; three.\n", f"2{delimiter}Four.\n"]
    if delimiter in ",;":
        lines[1] = f'1{delimiter}"One, two; three."\n'
    assert find_delimiter(lines) == delimiter


def test_a_table_of_one_column_is_read(tmp_path):
    assert texts_of(read_csv(write(tmp_path, "text\nOne came.\n"))) == ["One came."]


def test_excels_own_forms_are_read(tmp_path):
    lines = 'id{0}text\r\n1{0}"One; two"\r\n'
    assert texts_of(read_csv(write(tmp_path, lines.format(";").encode("utf-8-sig")))) == [
        "One; two"
    ]
    assert texts_of(read_csv(write(tmp_path, lines.format("\t").encode("utf-16")))) == ["One; two"]
    (row,) = read_csv(write(tmp_path, "sep=;\r\n" + lines.format(";")))
    assert row.place == "row 3" and row.fields == {"article_id": "1", "text": "One; two"}


def test_cells_with_line_breaks_keep_the_count_of_rows(tmp_path):
    found = list(read_csv(write(tmp_path, 'id,text\n1,"a\nb\nc"\n\n3,d\n')))
    assert [item.place for item in found] == ["row 2", "row 4"]  # row 3 is blank
    assert texts_of(found) == ["a\nb\nc", "d"]


def test_a_row_that_does_not_fit_the_header_is_never_shifted(tmp_path):
    found = list(read_csv(write(tmp_path, "id,text,url\n1,a, b,u\n2,c\n3,d,u\n4,e,u,,\n")))
    assert [(skip.place, skip.reason) for skip in skips_of(found)] == [
        ("row 2", "cells"), ("row 3", "cells"),
    ]  # fmt: skip
    assert "4 cells, the header has 3" in found[0].detail
    assert texts_of(rows_of(found)) == ["d", "e"]


def test_a_broken_quotation_mark_costs_its_own_lines_alone(tmp_path):
    content = 'id,text\n1,"open\n2,plain\n3,"b"\n4,"said" no\n5,kept\n6,"never closed\n7,lost\n'
    found = list(read_csv(write(tmp_path, content)))
    assert texts_of(rows_of(found)) == ["kept"]
    assert [skip.place for skip in skips_of(found)] == ["row 2", "row 5", "row 7"]
    assert "lines 2 to 4" in found[0].detail and "lines 7 to 8" in found[-1].detail


def test_marks_within_a_cell_without_quotes_stand(tmp_path):
    assert texts_of(read_csv(write(tmp_path, 'id,text\n1,He said "no" twice\n'))) == [
        'He said "no" twice'
    ]


def test_nul_bytes_and_large_cells_are_read_as_they_stand(tmp_path):
    long = "word " * 2_000_000  # ten megabytes, and one line
    found = list(read_csv(write(tmp_path, f"id,text\n1,a\0b\n2,{long}\n")))
    assert texts_of(found) == ["a\0b", long]


def test_a_cell_over_the_limit_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.reading.delimited.LONGEST", 100)
    found = list(read_csv(write(tmp_path, f"id,text\n1,{'x' * 101}\n2,kept\n")))
    assert [type(item) for item in found] == [Skip, Row] and "limit" in found[0].detail


def test_a_csv_is_read_as_it_is_asked_for(tmp_path):
    path = write(tmp_path, "id,text\n" + "".join(f"{n},Text {n}.\n" for n in range(5_000)))
    before = path.read_bytes()
    reading = read_csv(path)
    next(reading)
    path.write_bytes(before[:40_000])  # what has not been read yet is not in memory
    assert len(list(reading)) < 4_000


def test_a_header_alone_has_no_articles_and_no_text_column_is_a_fault(tmp_path):
    assert list(read_csv(write(tmp_path, "id,text\n"))) == []
    with pytest.raises(DataFault, match=r"a.csv: no column of texts .*There are: 'id', 'words'"):
        list(read_csv(write(tmp_path, "id,words\n1,a\n")))


def test_what_was_taken_for_what_is_logged(tmp_path, caplog):
    with caplog.at_level(logging.INFO, "helpers.reading"):
        list(read_csv(write(tmp_path, "ID,Full Text,page\n1,a,7\n")))
    assert "a.csv: read as utf-8" in caplog.text
    assert "article_id from 'ID', text from 'Full Text'; left: 'page'" in caplog.text


# JSON


def test_bad_lines_are_listed_and_the_others_read(tmp_path):
    content = '{"id": 1, "text": "a"}\n\n{"id": 2, "te\n[1]\n"x"\n{"id": 3, "text": "b"}\n'
    found = list(read_jsonl(write(tmp_path, content, "a.jsonl")))
    assert texts_of(rows_of(found)) == ["a", "b"]
    assert [(skip.place, skip.reason) for skip in skips_of(found)] == [
        ("line 3", "bad JSON"), ("line 4", "bad JSON"), ("line 5", "bad JSON"),
    ]  # fmt: skip


def test_no_good_line_at_all_is_a_fault(tmp_path):
    with pytest.raises(DataFault, match=r"a.jsonl: holds no JSON object \(line 1: "):
        list(read_jsonl(write(tmp_path, "One came.\nTwo left.\n", "a.jsonl")))


def test_columns_are_told_from_all_of_the_first_objects(tmp_path):
    content = '{"id": 1}\n{"id": 2, "body": "b"}\n'
    found = list(read_jsonl(write(tmp_path, content, "a.jsonl")))
    assert texts_of(found) == ["", "b"]


def test_a_long_line_and_odd_values(tmp_path):
    long = "word " * 2_000_000
    record = {"id": 12.0, "text": long, "sending": ["GBR", "AUS"], "title": None, "lang": True}
    (row,) = read_jsonl(write(tmp_path, json.dumps(record), "a.jsonl"))
    assert row.fields["text"] == long
    assert row.fields["article_id"] == "12" and row.fields["sending"] == "GBR;AUS"
    assert row.fields["title"] == "" and row.fields["language"] == "true"


NEWSAPI = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": None, "name": "The Post"},
            "author": "A",
            "title": "Deal",
            "url": "https://a.example",
            "publishedAt": "2024-05-03T10:15:00Z",
            "content": "One came.",
        }
    ],
}
GUARDIAN = {
    "response": {
        "status": "ok",
        "results": [
            {
                "id": "a/b",
                "webTitle": "Deal",
                "webUrl": "https://a.example",
                "webPublicationDate": "2024-05-03T10:15:00Z",
                "fields": {"bodyText": "One came."},
            }
        ],
    }
}


def test_the_answer_of_newsapi(tmp_path):
    (row,) = read_json(write(tmp_path, json.dumps(NEWSAPI), "a.json"))
    assert row.fields == {
        "title": "Deal", "text": "One came.", "url": "https://a.example", "outlet": "The Post",
        "published": "2024-05-03T10:15:00Z",
    }  # fmt: skip


def test_the_answer_of_the_guardian(tmp_path):
    columns = {"text": "fields.bodyText", "published": "webPublicationDate"}
    (row,) = read_json(write(tmp_path, json.dumps(GUARDIAN), "a.json"), columns)
    assert row.fields["text"] == "One came." and row.fields["article_id"] == "a/b"
    assert row.fields["published"] == "2024-05-03T10:15:00Z"


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "a"}, {"text": "b"}]',
        '{"articles": [{"text": "a"}, {"text": "b"}], "n": 2}',
        '{"text": "a"}\n{"text": "b"}\n',
        '\ufeff [ {"text":\n"a"} ,\t{"text": "b"} ] \n',
    ],
)
def test_a_list_an_object_with_a_list_and_lines(tmp_path, content, monkeypatch):
    path = write(tmp_path, content, "a.json")
    for part in (1, 2, 7, 64 * 1024):  # however the file comes in parts
        monkeypatch.setattr(json_stream, "PART", part)
        assert texts_of(read_json(path)) == ["a", "b"]


def test_one_article_in_a_file(tmp_path):
    content = '{"text": "a", "authors": [{"name": "A"}], "tags": ["x"]}'
    assert texts_of(read_json(write(tmp_path, content, "a.json"))) == ["a"]


def test_numbers_are_read_whole_however_the_file_comes_in_parts(tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "PART", 1)
    found = read_json(write(tmp_path, '[{"id": 12345, "text": "a"}, 678]', "a.json"))
    row, skip = found
    assert row.fields["article_id"] == "12345" and "'678' is no object" in skip.detail


@pytest.mark.parametrize(
    "tail", ["", ', {"text": "b', ', {"text": "b"} {"text": "c"}]', "] x", ", " + "[" * 100_000]
)
def test_a_list_that_breaks_off_keeps_what_came_before(tmp_path, tail):
    found = list(read_json(write(tmp_path, '[{"text": "a"}' + tail, "a.json")))
    assert found[0].fields["text"] == "a"
    assert found[-1].reason == "bad JSON" and found[-1].place.startswith("after article")


# XLSX


def test_dates_numbers_and_truths_as_cells_show_them(tmp_path):
    records = [
        ["id", "text", "date", "title"],
        [1.0, "a", datetime(2024, 5, 3), True],
        ["x", "b", date(2024, 5, 4), 0.5],
        ["y", "c", datetime(2024, 5, 3, 9, 30), "#N/A"],
    ]
    found = list(read_xlsx(make_book(tmp_path, {"s": records})))
    assert [row.fields["published"] for row in found] == [
        "2024-05-03", "2024-05-04", "2024-05-03T09:30:00",
    ]  # fmt: skip
    assert found[0].fields["article_id"] == "1" and found[0].fields["title"] == "true"


def test_blank_rows_and_an_indented_table(tmp_path):
    records = [[], [None, "id", "text"], [None, 1, "a"], [], [None, 2, "b"]]
    found = list(read_xlsx(make_book(tmp_path, {"s": records})))
    assert [(row.place, row.fields["text"]) for row in found] == [("row 3", "a"), ("row 5", "b")]


def test_a_formula_without_a_result_is_told_and_never_read_as_text(tmp_path, caplog):
    records = [["id", "text", "title"], [1, "=A1&B1", "t"], [2, "b", "=UPPER(B3)"], [3, "c", "t"]]
    found = list(read_xlsx(make_book(tmp_path, {"s": records})))
    assert (found[0].place, found[0].reason) == ("row 2", "formula")
    assert found[1].fields["title"] == "" and found[2].fields == {
        "article_id": "3", "title": "t", "text": "c",
    }  # fmt: skip
    assert "1 cells are formulas without a result" in caplog.text


def test_a_formula_with_a_result_gives_it(tmp_path):
    path = make_book(tmp_path, {"s": [["id", "text"], [1, "=A1"]]})
    solve(path, "A1", "One came.")
    assert texts_of(read_xlsx(path)) == ["One came."]


def solve(path, formula, result):
    """Store a result with a formula, as a spreadsheet program does."""
    rewrite(
        path,
        f'<c r="B2"><f>{formula}</f><v></v></c>',
        f'<c r="B2" t="str"><f>{formula}</f><v>{result}</v></c>',
    )


def rewrite(path, old, new):
    """Replace `old` in the first sheet's XML."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    sheet = entries["xl/worksheets/sheet1.xml"].replace(b"<v />", b"<v></v>")
    assert old.encode() in sheet, sheet
    entries["xl/worksheets/sheet1.xml"] = sheet.replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def test_sheets_with_texts_are_read_and_others_told(tmp_path):
    book = {
        "Notes": [["Made by"], ["A"]],
        "May": [["id", "text"], [1, "a"]],
        "June": [["id", "text"], [2, "b"]],
        "Empty": [],
    }
    found = list(read_xlsx(make_book(tmp_path, book)))
    assert [row.place for row in rows_of(found)] == ["sheet 'May', row 2", "sheet 'June', row 2"]
    assert [skip.place for skip in skips_of(found)] == ["sheet 'Notes'", "sheet 'Empty'"]
    with pytest.raises(DataFault, match="no column of texts"):
        list(read_xlsx(make_book(tmp_path, {"Notes": [["Made by"], ["A"]]})))


def test_a_text_that_fills_a_cell_is_told_to_be_cut(tmp_path, caplog):
    longest = spreadsheets.MOST_CHARACTERS
    list(read_xlsx(make_book(tmp_path, {"s": [["text"], ["x" * longest], ["y" * 9]]})))
    assert "1 texts fill a cell to its limit" in caplog.text


def test_a_wrong_size_stated_in_the_file_costs_no_row(tmp_path):
    path = make_book(tmp_path, {"s": [["id", "text"], [1, "a"], [2, "b"]]})
    rewrite(path, '<dimension ref="A1:B3"', '<dimension ref="A1"')
    assert texts_of(read_xlsx(path)) == ["a", "b"]


def test_a_row_number_beyond_the_format_ends_the_reading(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 1_000)
    path = make_book(tmp_path, {"s": [["id", "text"], [1, "a"]]})
    rewrite(path, '<row r="2"><c r="A2"', '<row r="900000000"><c r="A900000000"')
    with pytest.raises(DataFault, match="more than 1,000 rows"):
        list(read_xlsx(path))


def test_an_entity_bomb_in_a_sheet_is_refused(tmp_path):
    path = make_book(tmp_path, {"s": [["id", "text"], [1, "a"]]})
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet '
    rewrite(path, "<worksheet ", bomb)
    with pytest.raises(DataFault, match="is damaged or no workbook"):
        list(read_xlsx(path))


def test_a_zip_bomb_is_not_opened(tmp_path, monkeypatch):
    path = make_book(tmp_path, {"s": [["id", "text"], [1, "a"]]})
    monkeypatch.setattr("helpers.reading.archives.check_archive.__defaults__", (20_000, 10, 1, 0))
    with pytest.raises(DataFault, match="it is not opened"):
        list(read_xlsx(path))


# Parquet


def test_parquet_with_types_and_structures(tmp_path):
    path = tmp_path / "a.parquet"
    table = pd.DataFrame(
        {
            "id": pd.Series([1, None], dtype="Int64"),
            "text": pd.Series(["a", None], dtype="category"),
            "date": [pd.Timestamp("2024-05-03"), pd.NaT],
            "source": [{"name": "The Post", "id": 1}, None],
            "receiving": [["RWA", "UGA"], []],
        }
    )
    table.to_parquet(path)
    first, second = read_parquet(path)
    assert first.fields == {
        "article_id": "1", "text": "a", "outlet": "The Post", "published": "2024-05-03",
        "receiving": "RWA;UGA",
    }  # fmt: skip
    assert set(second.fields.values()) == {""}


def test_parquet_is_read_in_parts_and_numbered_through(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.reading.parquet.BATCH", 2)
    path = tmp_path / "a.parquet"
    pd.DataFrame({"text": list("abcde")}).to_parquet(path, row_group_size=3)
    assert [row.place for row in read_parquet(path)] == [f"row {n}" for n in range(1, 6)]
