"""Lists of references: RIS and BibTeX, as Zotero and databases export them."""

from collections.abc import Callable, Iterator
from pathlib import Path

from helpers.reading.archives import climbs
from helpers.reading.bibtex import read_entries
from helpers.reading.documents import read_document
from helpers.reading.encodings import decode
from helpers.reading.guard import skip_faults
from helpers.reading.places import name_of
from helpers.reading.ris import read_references
from helpers.reading.rows import Reading, Row, Skip, Unread

WEB = ("http://", "https://")


def read_ris(path: Path) -> Reading:
    """Yield the references of the RIS list at `path`; place is 'entry 3'.

    Fields: see `ris.read_references`. The text is that of the first attached file that can be
    read, else the abstract, else "" where there is an address. Attached files are read beside the
    list and below; others are never opened. What cannot be read is a Skip, an attached file too.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.ris"
    >>> _ = path.write_text("TY  - NEWS\\nAB  - One came.\\nDA  - 2024/05/03/\\nER  - ")
    >>> next(read_ris(path)).fields["published"]
    '2024-05-03'
    """
    yield from skip_faults(_read(Path(path), read_references), name_of(Path(path)))


def read_bibtex(path: Path) -> Reading:
    """Yield the entries of the BibTeX or BibLaTeX list at `path`; place is 'entry 3 (its key)'.

    Fields: see `bibtex.read_entries`. Texts, attached files and skips as in `read_ris`.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.bib"
    >>> _ = path.write_text("@misc{doe, title = {{UK} deal}, abstract = {One came.}, year = 2024}")
    >>> next(read_bibtex(path)).fields["title"]
    'UK deal'
    """
    yield from skip_faults(_read(Path(path), read_entries), name_of(Path(path)))


def _read(path: Path, parse: Callable[[str], Iterator]) -> Reading:
    file, place = name_of(path), ""
    for place, found in parse(decode(path.read_bytes()).text):
        if isinstance(found, Unread):
            yield Skip(file, place, found.reason, found.detail)
        else:
            yield from _read_reference(*found, path.parent, file, place)
    if not place:
        raise Unread("empty", "no reference is found in it")


def _read_reference(
    fields: dict[str, str], attached: list[str], folder: Path, file: str, place: str
) -> Reading:
    """Yield a reference's row, with the text of an attached file, and skips of attached files."""
    text = ""
    for name in attached:
        found = _read_attached(name, folder)
        if isinstance(found, Row):
            text = found.fields["text"]
            break
        yield Skip(file, place, found.reason, f"attached file {name!r}: {found.detail}")
    text = text or fields["text"]
    if text or fields["url"]:
        yield Row(fields | {"text": text}, file, place)
    else:
        yield Skip(file, place, "no text", "neither attached file, abstract nor address")


def _read_attached(name: str, folder: Path) -> Row | Skip:
    name = name.replace("\\", "/")
    target = (folder / name).resolve()
    if climbs(name) or ":" in name or not target.is_relative_to(folder.resolve()):
        return Skip(name, "", "path outside", "only files beside the list or below are read")
    items = list(read_document(target))
    rows = [item for item in items if isinstance(item, Row)]
    if len(rows) > 1:
        return Skip(name, "", "other form", "holds several articles; read it by itself")
    return [*rows, *items][0]
