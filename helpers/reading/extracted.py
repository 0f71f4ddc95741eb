"""What trafilatura wrote before: its JSON (one object, a list, or one a line), XML and TEI."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as Xml
from defusedxml import DefusedXmlException

from helpers.reading.guard import skip_faults
from helpers.reading.paragraphs import join_paragraphs
from helpers.reading.places import name_of
from helpers.reading.rows import Reading, Row, Skip, Unread

MARKS = ("fingerprint", "source-hostname")
NAMES = {  # ours, and theirs in JSON: the first that has a value counts
    "article_id": ("id",),
    "title": ("title",),
    "url": ("source", "url"),
    "outlet": ("source-hostname", "sitename", "hostname"),
    "published": ("date",),
    "language": ("language",),
}
ATTRIBUTES = {"url": ("url", "source"), "outlet": ("sitename", "hostname")}  # in XML otherwise
TEI = "{http://www.tei-c.org/ns/1.0}"
TEI_NAMES = {"title": "title", "outlet": "publisher", "published": "date"}
HOST = re.compile(r" \([^() ]+\)$")  # it stands after the outlet's name: 'The Post (post.example)'
BLOCKS = ("p", "head", "ab", "item", "quote", "cell", "code", "list", "row", "table", "div")
WHOLE = ("[", "{", "[{")  # first lines of JSON that is laid out over several


def is_extracted(record: dict) -> bool:
    """Say whether a JSON `record` is of the form that trafilatura writes.

    >>> is_extracted({"fingerprint": "1", "source-hostname": "The Post", "text": "One came."})
    True
    """
    return all(mark in record for mark in MARKS)


def read_extracted(path: Path) -> Reading:
    """Yield the articles that trafilatura wrote to the file at `path`; in JSON each is counted.

    Comments of readers are left out. Broken JSON lines and records without a text are skipped,
    and so is a file that is broken, or XML that defines entities, as bombs do.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.xml"
    >>> _ = path.write_text('<doc title="Deal"><main><p>One came.</p></main></doc>')
    >>> next(read_extracted(path)).fields["text"]
    'One came.'
    """
    yield from skip_faults(_read(path, name_of(path)), name_of(path))


def _read(path: Path, file: str) -> Reading:
    with path.open("rb") as opened:
        is_xml = opened.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    if is_xml:
        yield _read_xml(path, file)
        return
    for place, found in _records(path):
        if isinstance(found, Unread):
            yield Skip(file, place, found.reason, found.detail)
        else:
            yield _read_record(found, file, place)


def _records(path: Path) -> Iterator[tuple[str, object]]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        first = next((line.strip() for line in lines if line.strip()), "")
    if not first:
        raise Unread("empty", "it has no content")
    if first in WHOLE or first.startswith("["):
        whole = _parse(path.read_text(encoding="utf-8-sig", errors="replace"))
        if isinstance(whole, Unread):
            raise whole
        listed = whole if isinstance(whole, list) else [whole]
        yield from ((f"article {number}", record) for number, record in enumerate(listed, 1))
        return
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield f"line {number}", _parse(line)


def _parse(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        return Unread("broken JSON", str(error))


def _read_record(record: object, file: str, place: str) -> Row | Skip:
    if not isinstance(record, dict):
        return Skip(file, place, "no article", "not an object of names and values")
    fields = {ours: _first(record, theirs) for ours, theirs in NAMES.items()}
    return _finish(fields, _first(record, ("text",)).splitlines(), file, place)


def _first(record: dict, names: tuple[str, ...]) -> str:
    return next((str(record[name]) for name in names if record.get(name)), "")


def _finish(fields: dict[str, str], paragraphs: list[str], file: str, place: str) -> Row | Skip:
    text = join_paragraphs(paragraphs, fields["title"])
    if not text:
        return Skip(file, place, "no text", "trafilatura had found none")
    return Row(fields | {"text": text}, file, place)


def _read_xml(path: Path, file: str) -> Row | Skip:
    try:
        root = Xml.parse(path).getroot()
        if root.tag == f"{TEI}TEI":
            return _finish(*_read_tei(root), file, "")
        body = root.find("main")
        if root.tag != "doc" or body is None:
            raise Unread("other form", "XML, but not of the form that trafilatura writes")
        names = NAMES | ATTRIBUTES
        fields = {ours: _first(root.attrib, theirs) for ours, theirs in names.items()}
        return _finish(fields, _paragraphs(body), file, "")
    except DefusedXmlException:
        raise Unread("unsafe XML", "it defines entities, as XML bombs do") from None
    except (ParseError, RecursionError, ValueError) as error:
        raise Unread("broken XML", str(error)) from None


def _read_tei(root: Element) -> tuple[dict[str, str], list[str]]:
    told = root.find(f".//{TEI}biblFull")
    told = root if told is None else told
    fields = {
        ours: (told.findtext(f".//{TEI}{theirs}") or "").strip()
        for ours, theirs in TEI_NAMES.items()
    }
    fields["outlet"] = HOST.sub("", fields["outlet"])
    address = told.find(f".//{TEI}ptr[@type='URL']")
    fields["url"] = "" if address is None else address.get("target", "")
    entries = root.findall(f".//{TEI}text//{TEI}div[@type='entry']")
    return fields, [paragraph for entry in entries for paragraph in _paragraphs(entry)]


def _paragraphs(body: Element) -> list[str]:
    return [paragraph for paragraph in "".join(_flow(body)).split("\0") if paragraph.strip()]


def _flow(element: Element) -> Iterator[str]:
    """Yield the text of `element`, with a NUL (which XML cannot hold) where a paragraph ends."""
    name = element.tag.rpartition("}")[2]
    edge = "\0" if name in BLOCKS else " " if name == "lb" else ""
    yield edge
    yield element.text or ""
    for child in element:
        yield from _flow(child)
        yield child.tail or ""
    yield edge
