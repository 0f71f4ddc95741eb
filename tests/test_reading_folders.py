"""Folders and archives of documents: what is read, in which order, and what never is."""

import os
import zipfile

import pytest

from helpers.faults import DataFault
from helpers.reading.documents import read_document
from helpers.reading.folders import read_folder
from helpers.reading.rows import Row, Skip


def write(path, text="One came."):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def read_all(folder, read=read_document):
    items = list(read_folder(folder, read))
    rows = [item.file for item in items if isinstance(item, Row)]
    skips = {item.file: (item.reason, item.detail) for item in items if isinstance(item, Skip)}
    return rows, skips


def test_files_come_in_the_order_of_their_names_however_deep(tmp_path):
    for name in ("b/2.txt", "a.txt", "c.md", "b/1/deep.txt", "b.txt", "b/10.txt"):
        write(tmp_path / name)
    rows, skips = read_all(tmp_path)
    assert rows == ["a.txt", "b/1/deep.txt", "b/10.txt", "b/2.txt", "b.txt", "c.md"]
    assert skips == {}


def test_each_file_goes_to_the_function_given_and_keeps_its_place(tmp_path):
    write(tmp_path / "b" / "list.csv")

    def read(path):
        yield Row({"text": path.name}, path.name, "row 2")
        yield Row({"text": path.name}, path.name, "row 3")

    assert list(read_folder(tmp_path, read)) == [
        Row({"text": "list.csv"}, "b/list.csv", "row 2"),
        Row({"text": "list.csv"}, "b/list.csv", "row 3"),
    ]


def test_a_faulty_file_does_not_end_the_reading(tmp_path):
    write(tmp_path / "a.csv")
    write(tmp_path / "b.csv")

    def read(path):
        if path.name == "a.csv":
            raise DataFault("a.csv: not a table")
        yield Row({"text": "One came."})

    rows, skips = read_all(tmp_path, read)
    assert rows == ["b.csv"] and skips == {"a.csv": ("not read", "not a table")}


def test_hidden_files_and_programs_own_are_skipped_and_counted(tmp_path):
    debris = [".git", ".DS_Store", "Thumbs.db", "~$a.docx", "__MACOSX", "b.txt.part"]
    for name in debris:
        write(tmp_path / name / "x.txt" if name in (".git", "__MACOSX") else tmp_path / name)
    write(tmp_path / "a.txt")
    rows, skips = read_all(tmp_path)
    assert rows == ["a.txt"]
    assert set(skips) == set(debris) and {reason for reason, _ in skips.values()} == {"hidden"}


def test_links_are_not_followed_out_of_the_folder_nor_round_in_it(tmp_path):
    secret, folder = write(tmp_path / "secret.txt"), tmp_path / "corpus"
    write(folder / "a.txt")
    write(folder / ".annex" / "b.txt", "Two left.")
    links = {
        "out.txt": secret,
        "out": tmp_path,
        "up.txt": "../secret.txt",
        "round": folder,
        "circle": "circle",
        "nowhere.txt": "gone.txt",
        "twice.txt": "a.txt",
        "b.txt": ".annex/b.txt",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    rows, skips = read_all(folder)
    assert rows == ["a.txt", "b.txt"]
    assert {name: detail for name, (reason, detail) in skips.items() if reason == "link"} == {
        "out.txt": "leads out of the folder",
        "out": "leads out of the folder",
        "up.txt": "leads out of the folder",
        "round": "leads to .; that is read where it is",
        "circle": "leads nowhere",
        "nowhere.txt": "leads nowhere",
        "twice.txt": "leads to a.txt; that is read where it is",
    }


def test_pipes_are_no_files(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert read_all(tmp_path)[1] == {"a.txt": ("no file", "only ordinary files are read")}


def test_a_folder_that_may_not_be_listed_is_a_skip(tmp_path, monkeypatch):
    write(tmp_path / "a" / "a.txt")
    write(tmp_path / "b.txt")
    list_all = os.scandir

    def refuse(path):
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return list_all(path)

    monkeypatch.setattr("os.scandir", refuse)
    rows, skips = read_all(tmp_path)
    assert rows == ["b.txt"] and skips == {"a": ("cannot be opened", "Permission denied")}


def test_names_that_are_no_utf8_are_told(tmp_path):
    write(tmp_path / os.fsdecode(b"caf\xe9") / os.fsdecode(b"\xff.txt"))
    rows, _ = read_all(tmp_path)
    assert rows == ["caf\\udce9/\\udcff.txt"]


def test_an_archive_of_documents_is_read_file_by_file(tmp_path):
    with zipfile.ZipFile(tmp_path / "files.zip", "w") as archive:
        for name in ("b/2.txt", "a.txt", "__MACOSX/a.txt", "c.zip", "d.odd"):
            archive.writestr(name, f"Text of {name}.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "files.zip").rename(tmp_path / "sub" / "files.zip")
    items = list(read_folder(tmp_path, read_document))
    assert [(item.file, item.fields["text"]) for item in items if isinstance(item, Row)] == [
        ("sub/files.zip/a.txt", "Text of a.txt."),
        ("sub/files.zip/b/2.txt", "Text of b/2.txt."),
    ]
    assert {(item.file, item.reason) for item in items if isinstance(item, Skip)} == {
        ("sub/files.zip/__MACOSX/a.txt", "hidden"),
        ("sub/files.zip/c.zip", "other form"),
        ("sub/files.zip/d.odd", "other form"),
    }


def test_an_archive_is_named_below_the_root(tmp_path):
    (tmp_path / "sub").mkdir()
    with zipfile.ZipFile(tmp_path / "sub" / "a.zip", "w") as archive:
        archive.writestr("b.txt", "One came.")
    (item,) = read_document(tmp_path / "sub" / "a.zip", tmp_path)
    assert item.file == "sub/a.zip/b.txt"


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt"])
def test_an_archive_that_climbs_is_not_opened(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, "One came.")
    (item,) = read_document(tmp_path / "a.zip")
    assert item.reason == "not read" and "leaves its folder" in item.detail
