"""Each file is read by its own form; lists of pages are for the command that fetches them.

Media Cloud: the columns that its search tool writes (mediacloud/web-search, all_content_csv:
sorted names of a story's fields). GDELT: blog.gdeltproject.org/gdelt-doc-2-0-api-debuts, ArtList.
"""

import json
import tracemalloc
import zipfile
from importlib import import_module
from itertools import islice

import pandas as pd
import pytest

from helpers.faults import DataFault
from helpers.reading.formats import find_format, read_rows
from helpers.reading.forms import FORMS, forms
from helpers.reading.rows import Row, Skip

MEDIACLOUD = (
    "id,indexed_date,language,media_name,media_url,publish_date,title,url\r\n"
    "0a1b,2024-05-04 02:11:09.123456,en,post.example,post.example,2024-05-03,"
    '"A deal, at last",https://post.example/deal\r\n'
)
GDELT_CSV = (
    "URL,MobileURL,Date,Title\n"
    'https://post.example/deal,https://m.post.example/deal,2024-05-03 10:15:00,"A deal , at last"\n'
)
GDELT_JSON = {
    "articles": [
        {
            "url": "https://post.example/deal",
            "url_mobile": "",
            "title": "A deal , at last",
            "seendate": "20240503T101500Z",
            "socialimage": "",
            "domain": "post.example",
            "language": "English",
            "sourcecountry": "United Kingdom",
        }
    ]
}
LONG = "word " * 400
LISTS = {
    "mc.csv": MEDIACLOUD,
    "gdelt.csv": "\ufeff" + GDELT_CSV,
    "gdelt.json": json.dumps(GDELT_JSON),
    "gdeltdoc.csv": pd.DataFrame(GDELT_JSON["articles"]).to_csv(),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_its_reader(form):
    module, _, name = FORMS[form].reader.partition(".")
    assert callable(getattr(import_module(f"helpers.reading.{module}"), name))


def test_the_table_of_forms_holds_them_all():
    table = forms()
    assert table["form"].tolist() == [*FORMS] and not table.isna().any(axis=None)
    assert {"csv", "xlsx", "parquet", "mediacloud", "gdelt", "nexis", "folder"} <= {*table["form"]}


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.csv", "id,text\n1,a\n", "csv"),
        ("a.TSV", "id\ttext\n1\ta\n", "csv"),
        ("a.json", '[{"text": "a"}]', "json"),
        ("a.jsonl", '{"text": "a"}\n', "jsonl"),
        ("mc.csv", MEDIACLOUD, "mediacloud"),
        ("gdelt.csv", "\ufeff" + GDELT_CSV, "gdelt"),
        ("gdelt.json", json.dumps(GDELT_JSON), "gdelt"),
        ("a.json", '{"title": "T", "hostname": null, "fingerprint": "3f"}', "trafilatura"),
        ("a.xml", "<doc><main/></doc>", "trafilatura"),
        ("a.ris", "TY  - NEWS\nER  - \n", "ris"),
        ("a.bib", "@article{a}", "bibtex"),
        ("a.txt", "One came.", "txt"),
        ("a.csv", "%PDF-1.4 ...", "pdf"),
        ("a.csv", "PAR1...", "parquet"),
    ],
)
def test_the_form_is_found(tmp_path, name, content, form):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert find_format(path) == form


def test_office_files_are_told_by_what_is_in_them(tmp_path):
    for entry, form in {"xl/workbook.xml": "xlsx", "word/document.xml": "docx", "a": "zip"}.items():
        path = tmp_path / "misnamed.csv"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(entry, "")
        assert find_format(path) == form


def test_what_is_of_no_form_is_told_what_there_is(tmp_path):
    (tmp_path / "a.xyz").write_text("x")
    with pytest.raises(DataFault, match=r"a.xyz: of no form that is read; .*\.parquet"):
        find_format(tmp_path / "a.xyz")
    with pytest.raises(DataFault, match=r"nothing.csv: is not there"):
        list(read_rows(tmp_path / "nothing.csv"))
    with pytest.raises(DataFault, match="form 'word' is not known; there are csv, "):
        list(read_rows(tmp_path / "a.xyz", form="word"))


def test_an_old_spreadsheet_is_told(tmp_path):
    (tmp_path / "a.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    with pytest.raises(DataFault, match=r"a.xls: has a password or is of the old Office form"):
        list(read_rows(tmp_path / "a.xls"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_pages_gives_addresses_to_fetch(tmp_path, name):
    (tmp_path / name).write_text(LISTS[name], encoding="utf-8", newline="")
    (row,) = read_rows(tmp_path / name, need_text=False)
    assert row.fields["url"] == "https://post.example/deal"
    assert row.fields["title"].replace(" ,", ",") == "A deal, at last"
    assert row.fields["published"].replace("-", "").startswith("20240503")
    assert name == "gdelt.csv" or row.fields["outlet"] == "post.example"
    assert "gdelt" not in name or name == "gdelt.csv" or row.fields["language"] == "English"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_pages_is_not_measured(tmp_path, name):
    (tmp_path / name).write_text(LISTS[name], encoding="utf-8", newline="")
    (skip,) = read_rows(tmp_path / name)
    assert (skip.file, skip.reason) == (name, "no text") and "run.py fetch" in skip.detail


def test_media_clouds_list_with_texts_is_measured(tmp_path):
    table = pd.DataFrame({"id": ["0a"], "indexed_date": ["2024-05-04"], "language": ["en"]})
    table = table.assign(media_name="post.example", media_url="", publish_date="2024-05-03")
    table.assign(text="One came.", title="A", url="https://a.example").to_csv(tmp_path / "mc.csv")
    (row,) = read_rows(tmp_path / "mc.csv")
    assert find_format(tmp_path / "mc.csv") == "mediacloud" and row.fields["text"] == "One came."


def test_an_empty_text_is_told_with_its_row(tmp_path):
    (tmp_path / "a.csv").write_text("id,text,url\n1,a,u\n2, ,u\n3,,\n")
    row, second, third = read_rows(tmp_path / "a.csv")
    assert isinstance(row, Row) and (second.place, third.place) == ("row 3", "row 4")
    assert "fetch the page" in second.detail and "no address" in third.detail
    assert all(isinstance(item, Row) for item in read_rows(tmp_path / "a.csv", need_text=False))


def test_the_form_that_is_asked_for_is_taken(tmp_path):
    (tmp_path / "articles.dat").write_text('{"text": "a"}\n')
    (row,) = read_rows(tmp_path / "articles.dat", form="jsonl")
    assert row.fields["text"] == "a"


@pytest.fixture
def folder(tmp_path):
    """A folder as people have them: tables and documents, some of no use."""
    files = {
        "2024/a.txt": "One came.",
        "2024/b.csv": "id,body\n1,Two left.\n2,\n",
        "c.jsonl": '{"text": "Three stayed."}\nnonsense\n',
        "d.csv": "id,words\n1,x\n",
        "e.xyz": "?",
        "f.csv": "",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    pd.DataFrame({"text": ["Four slept."]}).to_parquet(tmp_path / "g.parquet")
    with zipfile.ZipFile(tmp_path / "h.zip", "w") as archive:
        archive.writestr("in/mc.csv", MEDIACLOUD)
        archive.writestr("in/k.csv", "text\nFive ran.\n")
        archive.writestr("in/l.csv", "words\nx\n")
    return tmp_path


def test_a_folder_is_read_file_by_file_each_by_its_form(folder):
    found = list(read_rows(folder))
    assert [(row.file, row.fields["text"]) for row in found if isinstance(row, Row)] == [
        ("2024/a.txt", "One came."),
        ("2024/b.csv", "Two left."),
        ("c.jsonl", "Three stayed."),
        ("g.parquet", "Four slept."),
        ("h.zip/in/k.csv", "Five ran."),
    ]
    told = {(skip.file, skip.place): skip for skip in found if isinstance(skip, Skip)}
    assert {place: skip.reason for place, skip in told.items()} == {
        ("2024/b.csv", "row 3"): "no text",
        ("c.jsonl", "line 2"): "bad JSON",
        ("d.csv", ""): "not read",
        ("e.xyz", ""): "not read",
        ("f.csv", ""): "not read",
        ("h.zip/in/l.csv", ""): "not read",
        ("h.zip/in/mc.csv", "row 2"): "no text",
    }
    assert told["d.csv", ""].detail.startswith("no column of texts is known")
    assert found == list(read_rows(folder))


def test_a_form_for_each_file_of_a_folder(folder):
    found = [item for item in read_rows(folder, form="csv") if isinstance(item, Row)]
    assert [row.file for row in found] == ["2024/b.csv"]


@pytest.mark.parametrize("form", ["csv", "jsonl", "json", "parquet"])
def test_memory_does_not_grow_with_the_file(tmp_path, form):
    def peak(size):
        path = tmp_path / f"{size}.{form}"
        table = pd.DataFrame(
            {"id": range(size), "text": [f"{n} " + "word " * 400 for n in range(size)]}
        )
        if form == "parquet":
            table.to_parquet(path, row_group_size=200)
        elif form == "csv":
            table.to_csv(path, index=False)
        else:
            table.to_json(path, orient="records", lines=form == "jsonl")
        del table
        list(islice(read_rows(path), 3))  # imports are not counted
        tracemalloc.start()
        assert sum(1 for _ in read_rows(path)) == size
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(8_000) < peak(2_000) * 1.5
