"""Lists of addresses: whatever the readers read that has addresses, or a text file of them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from helpers.faults import DataFault
from helpers.paths import DATA
from helpers.reading.encodings import read_lines
from helpers.reading.formats import read_rows
from helpers.reading.rows import Reading, Row, Skip

LIST = DATA / "articles.csv"
OF_LIST = {"text": "abstract"}


@dataclass(frozen=True)
class Link:
    """An address to ask for: `fields` by name of rows.COLUMNS as the list has them.

    `fault` tells why there is none, where the list has a row that cannot be read.

    >>> Link("a1", "http://example.com/a").fields
    {}
    """

    article_id: str
    url: str
    fields: dict[str, str] = field(default_factory=dict)
    fault: str = ""


def read_list(path: Path = LIST, columns: Mapping[str, str] | None = None) -> list[Link]:
    """Return the links of the list at `path`, in its order, those that repeat each other once.

    A text file has one address a line, empty lines and those that begin with # left out; all else
    is read by `reading.formats.read_rows`, with `columns` as there (for data/articles.csv the
    abstract is the text). An id that is missing is made from the address; a row that cannot be
    read is a link with a `fault`.

    Raises:
        DataFault: the file is not to be read as a list, or an id has two addresses.

    >>> read_list()[0].article_id
    '365nyt-eu-solution'
    """
    path = Path(path)
    if columns is None and path == LIST:
        columns = OF_LIST
    try:
        if path.suffix.lower() == ".txt":
            return _unite(_read_lines(path), path.name)
        return _unite(read_rows(path, columns=columns, need_text=False), path.name)
    except OSError as error:
        raise DataFault(f"{path.name}: cannot be read at {path} ({error.strerror})") from None


def _read_lines(path: Path) -> Reading:
    for number, line in enumerate(read_lines(path), 1):
        if line.strip() and not line.startswith("#"):
            yield Row({"url": line.strip()}, path.name, f"line {number}")


def _unite(items: Iterable[Row | Skip], name: str) -> list[Link]:
    links: dict[str, Link] = {}
    for item in items:
        where = f"{item.file} {item.place}".strip()
        if isinstance(item, Skip):
            links[where] = Link(where, "", fault=f"{item.reason}: {item.detail}")
            continue
        fields = {column: value for column, value in item.fields.items() if value}
        url = " ".join(fields.get("url", "").split())
        made = make_id(url) if url else where
        key = fields.get("article_id", "").strip() or made
        earlier = links.setdefault(key, Link(key, url, fields))
        if earlier.url != url:
            raise DataFault(
                f"{name}: {where}, column 'article_id': {key!r} stands for {earlier.url} already, "
                f"and here for {url}; give each its own"
            )
    return list(links.values())


def make_id(url: str) -> str:
    """Return an id for an address that has none: the same one each time.

    >>> make_id("http://example.com/a")
    'page-5bd48fa661'
    """
    return f"page-{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()[:10]}"
