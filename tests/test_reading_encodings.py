"""Encodings are told from the bytes; what cannot be read is counted and logged."""

import logging

import pytest

from helpers.reading.encodings import LOST, SAMPLE, decode, find_encoding, read_lines

ENGLISH = "article_id,text\na,“We won’t sign – not now,” a café owner said; it cost £3.\n"
SHORT = "article_id,text\na,El País said so.\n"
FRENCH = "Le ministre a déclaré que l’accord était signé à Kigali. Où ça ?\n"
POLISH = "Minister powiedział, że umowa została podpisana. Żółć gęślą jaźń.\n"
RUSSIAN = "Министр сказал, что соглашение подписано.\n"
ARABIC = "قال الوزير إن الاتفاق قد وقع بين البلدين أمس في العاصمة\n"
CHINESE = "部长说协议已经签署了，双方都表示满意。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(ENGLISH, name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252")],
        *[(ENGLISH, name) for name in ("utf-16-le", "utf-16-be")],  # no mark
        (SHORT, "latin-1"),
        (FRENCH, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-8"),
        (ARABIC, "cp1256"),
        (CHINESE, "gb18030"),
        ("plain", "ascii"),
        ("", "ascii"),
    ],
)
def test_texts_come_back_as_they_were(text, encoding):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text and decoded.replaced == 0


def test_a_few_bad_bytes_do_not_spoil_a_text_in_utf_8():
    content = FRENCH.encode("utf-8") * 20 + b"bad \xff here\n" + FRENCH.encode("utf-8")
    decoded = decode(content)
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)
    assert decoded.text.count(FRENCH) == 21 and LOST in decoded.text


def test_a_cut_last_character_is_counted():
    assert decode("né".encode()[:-1]).replaced == 1


def test_the_first_other_byte_may_stand_far_behind(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"plain words\n" * 20_000 + "né\n".encode("cp1252"))
    assert path.stat().st_size > 3 * SAMPLE and find_encoding(path) == "cp1252"
    assert list(read_lines(path))[-1] == "né\n"


def test_a_bad_byte_far_behind_leaves_utf_8_as_it_is(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("né\n".encode() + b"plain words\n" * 20_000 + b"\xe9\n")
    assert find_encoding(path) == "utf-8"


def test_a_character_on_the_seam_of_two_parts_is_whole(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (SAMPLE - 1) + "é".encode())
    assert find_encoding(path) == "utf-8"


def test_what_was_taken_and_what_was_lost_is_logged(tmp_path, caplog):
    path = tmp_path / "a.csv"
    path.write_bytes(FRENCH.encode() * 5 + b"\xff\xfe bad\n")
    with caplog.at_level(logging.INFO, "helpers.reading"):
        list(read_lines(path))
    told = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert told == [
        ("INFO", "a.csv: read as utf-8"),
        ("WARNING", "a.csv: 2 characters could not be read as utf-8"),
    ]
