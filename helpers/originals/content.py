"""What a page is made of: its type, its characters, its text and what it says of itself."""

import codecs
import io
import re
from collections.abc import Mapping

from helpers.originals.outcomes import Missed
from helpers.reading.encodings import MARKS, decode
from helpers.reading.pdf import read_pdf
from helpers.reading.rows import Unread
from helpers.reading.web_page import read_page

# ending of the stored file by content type
TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "text/plain": "txt",
    "": "",  # not told: the first bytes tell
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
# Browsers read these as the Windows code page, and so do those who write pages.
_AS_WINDOWS = ("iso8859-1", "ascii")


def check_type(headers: Mapping[str, str]) -> str:
    """Return the ending (html, pdf, txt) for what the headers say it is; "" where they say nothing.

    Raises:
        Missed: "type": it is something else.

    >>> check_type({"Content-Type": "text/html; charset=utf-8"})
    'html'
    >>> check_type({"Content-Type": "video/mp4"})
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: type: video/mp4
    """
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in TYPES:
        raise Missed("type", kind[:80])
    return TYPES[kind]


def find_ending(headers: Mapping[str, str], body: bytes) -> str:
    """Return html, pdf or txt: by the first bytes where they tell, else by the headers.

    Raises:
        Missed: "type": neither the headers nor the first bytes tell, or it is something else.

    >>> find_ending({"Content-Type": "text/html"}, b"%PDF-1.7 ...")
    'pdf'
    """
    told = check_type(headers)
    if body[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if told == "pdf":
        raise Missed("type", "called a PDF, but it is none")
    if not told and not _HTML.match(body[:4096]):
        raise Missed("type", "not told")
    return told or "html"


def find_text(headers: Mapping[str, str], body: bytes) -> str | None:
    """Return the characters of a page by the charset that its headers tell, if they do and it fits.

    UTF-8 and a byte order mark are not for the headers to deny: None, as where nothing is told.

    >>> find_text({"Content-Type": "text/plain; charset=latin-1"}, b"caf\\xe9")
    'café'
    """
    told = _CHARSET.search(headers.get("Content-Type", ""))
    if told is None or body.startswith(tuple(MARKS)) or _is_utf8(body):
        return None
    try:
        plain = codecs.lookup(told[1]).name
        return body.decode("cp1252" if plain in _AS_WINDOWS else plain)
    except (LookupError, UnicodeError):
        return None


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read_text(ending: str, headers: Mapping[str, str], body: bytes) -> dict[str, str]:
    """Return the text of a page and what it says of itself, by names of rows.COLUMNS.

    Raises:
        Missed: "no text": there is none, or the file is broken or locked.

    >>> read_text("txt", {}, b"One came.")
    {'text': 'One came.'}
    """
    told = None if ending == "pdf" else find_text(headers, body)
    try:
        if ending == "pdf":
            title, text = read_pdf(io.BytesIO(body))
            fields = {"title": title, "text": text}
        elif ending == "txt":
            fields = {"text": decode(body).text if told is None else told}
        else:
            fields = read_page(body if told is None else told.encode("utf-8", "replace"))
    except Unread as fault:
        raise Missed("no text", f"{fault.reason}: {fault.detail}") from None
    except Exception as error:  # a hostile page may break a parser anywhere
        raise Missed("no text", f"cannot be read ({type(error).__name__}: {error})") from None
    if not fields["text"].strip():
        raise Missed("no text", "it is empty")
    return fields
