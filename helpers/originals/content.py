"""What a page is made of: its type, its characters, its text and what it says of itself."""

import codecs
import io
import re
from collections.abc import Mapping
from typing import NamedTuple

from charset_normalizer import from_bytes

from helpers.originals.outcomes import Missed

# ending of the stored file by content type
TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "text/plain": "txt",
    "": "",  # not told: the first bytes tell
}
MOST_PAGES = 500
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_HTML = re.compile(rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
_BEYOND_ASCII = 0.25  # of a French page a tenth, of a Russian one half
# Browsers read these as the Windows code page, and so do those who write pages.
_AS_WINDOWS = ("iso8859-1", "ascii")


class Reading(NamedTuple):
    """The text of a page, and the title, outlet and date (ISO) it gives itself, "" if none.

    >>> Reading("One came.").title
    ''
    """

    text: str
    title: str = ""
    outlet: str = ""
    published: str = ""


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


def decode_page(headers: Mapping[str, str], body: bytes) -> str:
    """Return the characters of an HTML or text page.

    In this order, the first that fits without a fault: byte order mark, the headers' charset, the
    page's own (in its first 4096 bytes), UTF-8, then, as browsers do, Windows-1252 unless so many
    bytes are beyond ASCII that it cannot be a Latin script, else what charset-normalizer takes it
    for.

    >>> decode_page({"Content-Type": "text/plain; charset=latin-1"}, b"caf\\xe9")
    'café'
    """
    marked = [name for mark, name in _MARKS.items() if body.startswith(mark)]
    told = _CHARSET.findall(headers.get("Content-Type", ""))
    own = _CHARSET.findall(body[:4096].decode("ascii", "replace"))
    latin = sum(byte > 127 for byte in body) < _BEYOND_ASCII * len(body)
    for name in (*marked, *told, *own[:1], "utf-8", *(["cp1252"] if latin else [])):
        try:
            plain = codecs.lookup(name).name
            return body.decode("cp1252" if plain in _AS_WINDOWS else plain)
        except (LookupError, UnicodeError):
            continue
    best = from_bytes(body).best()
    return str(best) if best else body.decode("utf-8", "replace")


def read_page(ending: str, headers: Mapping[str, str], body: bytes, url: str) -> Reading:
    """Return the text of a page and what it says of itself; paragraphs stand apart by blank lines.

    Raises:
        Missed: "no text": there is none, or the file is broken or locked.

    >>> read_page("txt", {}, b"One came.", "http://example.com/a.txt").text
    'One came.'
    """
    try:
        if ending == "pdf":
            found = _read_pdf(body)
        elif ending == "txt":
            found = Reading(decode_page(headers, body))
        else:
            found = _read_html(decode_page(headers, body), url)
    except Exception as error:  # a hostile file may break a parser anywhere
        raise Missed("no text", f"cannot be read ({type(error).__name__}: {error})") from None
    if not found.text.strip():
        hint = "the pages may be pictures" if ending == "pdf" else "no article was found in it"
        raise Missed("no text", hint)
    return found._replace(text=found.text.strip())


def _read_html(page: str, url: str) -> Reading:
    from trafilatura import bare_extraction  # takes a third of a second to import

    found = bare_extraction(page, url=url, include_comments=False, with_metadata=True)
    if found is None:
        return Reading("")
    lines = [line for line in (found.text or "").splitlines() if line.strip()]
    title = found.title or ""
    body = lines[1:] if lines[:1] == [title] else lines
    return Reading("\n\n".join(body), title, found.sitename or "", found.date or "")


def _read_pdf(body: bytes) -> Reading:
    from pypdf import PdfReader  # takes a third of a second to import

    reader = PdfReader(io.BytesIO(body))
    pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
    title = reader.metadata.title if reader.metadata else None
    return Reading("\n\n".join(filter(None, pages)), str(title or ""))
