"""Documents of one article or a few: .txt .md .html .docx .pdf, Nexis downloads, a .zip of them."""

import logging
import re
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

from helpers.reading.archives import OLE_MARK
from helpers.reading.encodings import decode
from helpers.reading.front_matter import split_front_matter
from helpers.reading.guard import skip_faults
from helpers.reading.markdown import strip_markup
from helpers.reading.nexis import has_marks, split_bundle
from helpers.reading.paragraphs import join_paragraphs
from helpers.reading.pdf import read_pdf
from helpers.reading.places import name_of
from helpers.reading.rows import Reading, Row, Unread
from helpers.reading.web_page import read_page
from helpers.reading.word import read_word
from helpers.reading.zips import read_zip

logger = logging.getLogger(__name__)

MOST_BYTES = 100 * 1024**2
ENDINGS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html",
    ".htm": "html", ".xhtml": "html", ".docx": "docx", ".pdf": "pdf", ".zip": "zip",
}  # fmt: skip
TOLD_BY_BYTES = ("docx", "pdf", "zip")
BEGINNING = 4096
PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
MOST_CONTROL = 20  # in the beginning of a text; programs and pictures have hundreds


def read_document(path: Path, root: Path | None = None, most_bytes: int = MOST_BYTES) -> Reading:
    """Yield the articles of the document at `path`, or a Skip that says why there is none.

    The form is told by the first bytes where they tell it (PDF, Word, HTML), else by the ending.

    Args:
        path: the file; .txt and .md may begin with front matter (`split_front_matter`), a .docx
            may be a download from Nexis (`read_nexis`), a .zip holds files of these forms.
        root: the folder below which rows and skips tell the file's name; the file's own if none.
        most_bytes: a larger file is skipped.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.txt"
    >>> _ = path.write_text("One came.")
    >>> list(read_document(path))
    [Row(fields={'text': 'One came.'}, file='a.txt', place='')]
    """
    path = Path(path)
    name = name_of(path, root)
    yield from skip_faults(_read(path, name, most_bytes), name)


def _read(path: Path, name: str, most_bytes: int) -> Reading:
    for item in READERS[_find_form(path, most_bytes)](path):
        yield replace(item, file=f"{name}/{item.file}" if item.file else name)


def _find_form(path: Path, most_bytes: int) -> str:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unread("no file", "only ordinary files are read")
    if status.st_size == 0:
        raise Unread("empty", "it has no content")
    if status.st_size > most_bytes:
        detail = f"{status.st_size:,} bytes, more than {most_bytes:,}; split it, or raise the limit"
        raise Unread("too large", detail)
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    by_ending = ENDINGS.get(path.suffix.lower(), "")
    by_bytes = _told_by_bytes(path, beginning, by_ending)
    if by_ending in TOLD_BY_BYTES and not by_bytes:
        raise Unread("wrong ending", f"it is no {by_ending} inside; give it the ending that it is")
    if not (by_bytes or by_ending):
        raise Unread("other form", f"read are {' '.join(ENDINGS)}")
    return by_bytes or by_ending


def _told_by_bytes(path: Path, beginning: bytes, by_ending: str) -> str:
    """Return the form that a file's first bytes tell, or "" where they tell none of ours."""
    if b"%PDF-" in beginning[:1024]:
        return "pdf"
    if beginning.startswith(OLE_MARK):
        return "docx"  # an old or locked one: read_word says so
    if beginning.startswith(b"{\\rtf"):
        raise Unread("other form", "rich text (RTF); save it as .docx")
    if beginning.startswith(b"PK\x03\x04"):
        return _told_by_contents(path, by_ending)
    return "html" if PAGE.match(beginning) else ""


def _told_by_contents(path: Path, by_ending: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            is_word = "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Unread("damaged", f"copy or download it again ({error})") from None
    if not is_word and by_ending != "zip":
        raise Unread("other form", "an archive, but not of a Word document")
    return "docx" if is_word else "zip"


def _read_text(path: Path) -> Reading:
    fields, body = split_front_matter(_decode(path), path.name)
    yield _row(fields, body)


def _read_markdown(path: Path) -> Reading:
    fields, body = split_front_matter(_decode(path), path.name)
    heading, paragraphs = strip_markup(body)
    title = fields.get("title") or heading
    yield _row(fields | {"title": title}, join_paragraphs([heading, *paragraphs], title))


def _decode(path: Path) -> str:
    content = path.read_bytes()
    decoded = decode(content)
    wide = decoded.encoding.startswith(("utf-16", "utf-32"))
    if not wide and len(CONTROL.findall(content[:BEGINNING])) > MOST_CONTROL:
        raise Unread("no text", "it holds something else than text; give it its own ending")
    logger.info("%s: read as %s", path.name, decoded.encoding)
    if decoded.replaced:
        message = "%s: %d characters could not be read as %s"
        logger.warning(message, path.name, decoded.replaced, decoded.encoding)
    return decoded.text


def _read_page(path: Path) -> Reading:
    yield Row(read_page(path.read_bytes()))


def _read_pdf(path: Path) -> Reading:
    title, text = read_pdf(path)
    yield _row({"title": title}, text)


def _read_word(path: Path) -> Reading:
    word = read_word(path)
    if has_marks(word.paragraphs):
        yield from split_bundle(word.paragraphs, "")
    else:
        yield _row({"title": word.title}, join_paragraphs(word.paragraphs, word.title))


def _read_zip(path: Path) -> Reading:
    yield from read_zip(path, read_document)


def _row(fields: dict[str, str], text: str) -> Row:
    if not text.strip():
        raise Unread("no text", "nothing but white space, or pictures")
    return Row(fields | {"text": text})


READERS = {
    "txt": _read_text,
    "md": _read_markdown,
    "html": _read_page,
    "docx": _read_word,
    "pdf": _read_pdf,
    "zip": _read_zip,
}
