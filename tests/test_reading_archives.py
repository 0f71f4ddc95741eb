"""Archives that would do harm are told before they are unpacked."""

import io
import zipfile

import pytest

from helpers.faults import DataFault
from helpers.reading.archives import OLE_MARK, check_archive


def pack(path, entries, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def fault_of(path, **limits):
    with pytest.raises(DataFault, match=path.name) as caught:
        check_archive(path, **limits)
    return str(caught.value)


def test_a_sound_archive_passes(tmp_path):
    assert check_archive(pack(tmp_path / "a.xlsx", {"xl/sheet.xml": "<a/>" * 10_000})) is None


def test_a_bomb_is_told_by_its_ratio_and_only_where_it_is_large(tmp_path):
    bomb = pack(tmp_path / "a.xlsx", {"xl/sheet.xml": bytes(2_000_000)})
    assert "times its size" in fault_of(bomb, small=1_000_000)
    assert check_archive(bomb) is None  # two megabytes do no harm


def test_a_real_bomb_is_told_by_the_stated_limits(tmp_path):
    path = tmp_path / "a.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as entry,
    ):
        for _ in range(80):
            entry.write(bytes(1024**2))
    assert "more than 100 times" in fault_of(path)


def test_the_total_size_counts_whatever_the_ratio(tmp_path):
    path = pack(tmp_path / "a.xlsx", {"a": "x" * 600, "b": "y" * 600}, zipfile.ZIP_STORED)
    assert "unpacks to 1,200 bytes, more than 1,000" in fault_of(path, most_bytes=1_000)


def test_too_many_entries(tmp_path):
    path = pack(tmp_path / "a.xlsx", {str(number): "" for number in range(11)})
    assert "holds 11 files, more than 10" in fault_of(path, most_entries=10)


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/../../evil", "..\\evil", "C:\\evil"])
def test_a_path_that_climbs(tmp_path, name):
    assert "leaves its folder" in fault_of(pack(tmp_path / "a.docx", {name: "x"}))


def test_what_is_no_archive(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"article_id,text\n")
    assert "damaged or of another form" in fault_of(path)
    path.write_bytes(b"")
    assert "damaged or of another form" in fault_of(path)


def test_a_cut_archive(tmp_path):
    buffer = io.BytesIO()
    pack(buffer, {"a.xml": "x" * 5_000})
    path = tmp_path / "a.xlsx"
    path.write_bytes(buffer.getvalue()[:-30])
    assert "damaged or of another form" in fault_of(path)


def test_a_file_with_a_password(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(OLE_MARK + bytes(512))
    assert "has a password or is of the old Office form" in fault_of(path)
    packed = bytearray(pack(tmp_path / "b.docx", {"a.xml": "x"}).read_bytes())
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1  # the flag in the list of contents
    (tmp_path / "b.docx").write_bytes(packed)
    assert "has a password" in fault_of(tmp_path / "b.docx")
