"""RIS: references as lines 'TI  - a title' between 'TY  - ' and 'ER  - '."""

import re
from collections.abc import Iterator

import rispy

from helpers.reading.rows import Unread

BEGINS, ENDS = re.compile(r"TY {1,2}- ?"), re.compile(r"ER {1,2}-")
LISTED = ["UR", "L1", "L2"]
ATTACHED = ("file_attachments1", "file_attachments2")
NAMES = {  # ours, and those that rispy gives: the first that has a value counts
    "title": ("title", "primary_title", "short_title"),
    "outlet": ("secondary_title", "alternate_title3", "journal_name", "publisher"),
    "published": ("date", "year", "publication_year"),
    "url": ("urls",),
    "language": ("language",),
    "text": ("abstract", "notes_abstract"),
}
Reference = tuple[dict[str, str], list[str]]


def read_references(text: str) -> Iterator[tuple[str, Reference | Unread]]:
    """Yield place ('entry 3'), then fields and attached files, or why there is none.

    Fields: title (TI, T1), outlet (T2, JF, JO, PB), published (DA, PY, Y1; as ISO), url (UR),
    language (LA), text (the abstract: AB, N2). Attached files (L1, L2) are as written, without
    addresses of the web. Lines before the first reference are a database's own and left out.

    >>> next(read_references("TY  - NEWS\\nTI  - Deal\\nL1  - files/1/a.pdf\\nER  - "))[1][1]
    ['files/1/a.pdf']
    """
    for number, lines in enumerate(_split(text.lstrip("\ufeff").splitlines()), 1):
        yield f"entry {number}", _parse(lines)


def _split(lines: list[str]) -> Iterator[list[str]]:
    entry: list[str] = []
    for line in lines:
        if BEGINS.match(line) and entry:
            yield entry
            entry = []
        if BEGINS.match(line) or entry:
            entry.append(line)
        if ENDS.match(line) and entry:
            yield entry
            entry = []
    if entry:
        yield entry


def _parse(lines: list[str]) -> Reference | Unread:
    if not ENDS.match(lines[-1]):
        return Unread("broken entry", "has no line 'ER  - ' at its end")
    try:
        text = "\n".join(lines)
        (found,) = rispy.loads(text, list_tags=LISTED, delimiter_tags_mapping={})
    except Exception as error:  # rispy tells faults by several
        return Unread("broken entry", f"{error}; it begins {lines[0]!r}")
    fields = {ours: _first(found, theirs) for ours, theirs in NAMES.items()}
    fields["published"] = _iso(fields["published"])
    attached = [name for key in ATTACHED for name in found.get(key, []) if name]
    return fields, [name for name in attached if not name.startswith(("http://", "https://"))]


def _first(found: dict, names: tuple[str, ...]) -> str:
    values = (found[name] for name in names if found.get(name))
    value = next(values, "")
    return value[0] if isinstance(value, list) else value


def _iso(date: str) -> str:
    """Return RIS' own form, 'YYYY/MM/DD/other', as ISO, each part where it is given."""
    match = re.match(r"(\d{4})(?:/(\d\d?)(?:/(\d\d?))?)?(?:/|$)", date)
    if not match:
        return date
    return "-".join(f"{int(part):02}" for part in match.groups() if part)
