"""In which encoding a file is written, found from its bytes; what could not be read is counted.

A byte order mark settles it; else UTF-16 where half of the bytes are NUL, UTF-8 where it is that,
wholly or but for a few bytes; else a file that is nearly ASCII is taken for Windows-1252 (curly
quotes, accents), because a few bytes are too little to tell by; else charset-normalizer decides.
Which was taken is logged, as a warning where characters were replaced by U+FFFD.
"""

import codecs
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

logger = logging.getLogger(__name__)

MARKS = {  # UTF-32 before UTF-16, whose mark it begins with
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LOST = "\ufffd"
SAMPLE = 64 * 1024
NEARLY_ASCII = 0.12  # share of other bytes; texts in other scripts have 0.3 and more


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding it was read by, and how many of its characters could not be read.

    >>> Decoded("né", "utf-8", 0).replaced
    0
    """

    text: str
    encoding: str
    replaced: int


def decode(content: bytes) -> Decoded:
    """Return the text that `content` holds; what cannot be read is U+FFFD, and counted.

    >>> decode("The café said “no”.".encode("cp1252"))
    Decoded(text='The café said “no”.', encoding='cp1252', replaced=0)
    """
    encoding = _encoding_of([content])
    text = content.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count(LOST))


def find_encoding(path: Path) -> str:
    """Return the encoding of the file at `path` by Python's name; it is read once, in parts.

    Raises:
        OSError: it cannot be read.

    >>> from helpers.paths import DATA
    >>> find_encoding(DATA / "cues.csv")
    'utf-8'
    """
    with Path(path).open("rb") as file:
        return _encoding_of(iter(lambda: file.read(SAMPLE), b""))


def read_lines(path: Path) -> Iterator[str]:
    """Yield the lines of the file at `path` with their ends, in memory one at a time.

    The encoding is logged, and at the end how many characters could not be read.

    Raises:
        OSError: it cannot be read.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = path.write_bytes("id,text\\r\\n1,né".encode("utf-16"))
    >>> list(read_lines(path))
    ['id,text\\r\\n', '1,né']
    """
    path = Path(path)
    encoding, lost = find_encoding(path), 0
    logger.info("%s: read as %s", path.name, encoding)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        for line in file:
            lost += line.count(LOST)
            yield line
    if lost:
        logger.warning("%s: %d characters could not be read as %s", path.name, lost, encoding)


def _encoding_of(parts: Iterable[bytes]) -> str:
    """Return the encoding of the content that comes in `parts`."""
    decoder, is_utf8 = codecs.getincrementaldecoder("utf-8")(), False
    for number, part in enumerate(parts):
        if number == 0 and (told := _told_by_beginning(part[:SAMPLE])):
            return told
        try:
            is_utf8 = not decoder.decode(part).isascii() or is_utf8
        except UnicodeDecodeError as error:
            around = part[max(0, error.start - SAMPLE // 2) : error.start + SAMPLE // 2]
            return "utf-8" if is_utf8 or _is_spoilt(around) else _legacy(around)
    return "utf-8"


def _told_by_beginning(beginning: bytes) -> str:
    for mark, encoding in MARKS.items():
        if beginning.startswith(mark):
            return encoding
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    if max(even, odd) > len(beginning) / 4 and min(even, odd) < len(beginning) / 20:
        return "utf-16-be" if even > odd else "utf-16-le"
    return ""


def _is_spoilt(sample: bytes) -> bool:
    """Say whether `sample` is UTF-8 with a few bytes that are not."""
    other = [char for char in sample.decode("utf-8", errors="replace") if not char.isascii()]
    return other.count(LOST) * 2 < len(other)


def _legacy(sample: bytes) -> str:
    other = sum(byte > 127 for byte in sample)
    if other < NEARLY_ASCII * len(sample):
        try:
            sample.decode("cp1252")
            return "cp1252"
        except UnicodeDecodeError:
            pass
    best = from_bytes(sample).best()
    if best is None or "cp1252" in best.could_be_from_charset:  # others may give the same text
        return "cp1252"
    return best.encoding
