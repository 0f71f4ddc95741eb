"""Lists of addresses: a table with a column of addresses, or a text file with one a line."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpers.faults import DataFault
from helpers.paths import DATA
from helpers.reading.rows import COLUMNS

LIST = DATA / "articles.csv"
URL_NAMES = ("url", "link", "address")
_LARGEST_CELL = 10**8


@dataclass(frozen=True)
class Link:
    """An address to ask for: `fields` by name of rows.COLUMNS as the list has them.

    >>> Link("a1", "http://example.com/a").fields
    {}
    """

    article_id: str
    url: str
    fields: dict[str, str] = field(default_factory=dict)


def read_list(path: Path = LIST) -> list[Link]:
    """Return the links of a CSV or TSV (with a column `url`) or of a text file (one a line).

    Columns named as in rows.COLUMNS are kept, capitals and spaces set aside, and `abstract` as the
    text where there is no other; an id that is missing is made from the address. In a text file
    empty lines and those that begin with # are left out; rows that repeat an id and its address
    count once.

    Raises:
        DataFault: the file cannot be read, has no column of addresses, or an id has two addresses.

    >>> read_list()[0].article_id
    '365nyt-eu-solution'
    """
    path = Path(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = (line.replace("\0", "") for line in file)
            rows = _read_lines(lines) if path.suffix == ".txt" else _read_rows(lines, path)
            return _unite(rows, path.name)
    except OSError as error:
        raise DataFault(f"{path.name}: cannot be read at {path} ({error.strerror})") from None
    except UnicodeDecodeError:
        raise DataFault(f"{path.name}: not UTF-8; save it as UTF-8 and start again") from None
    except csv.Error as error:
        raise DataFault(f"{path.name}: not a table ({error})") from None


def _read_lines(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield number, {"url": line.strip()}


def _read_rows(lines: Iterator[str], path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader(lines, delimiter="\t" if path.suffix == ".tsv" else ",")
    header = [name.strip().lower().replace(" ", "_") for name in next(rows, [])]
    names = ["url" if name in URL_NAMES else name for name in header]
    if names.count("url") != 1:
        raise DataFault(f"{path.name}: one column must be called 'url'; there are {header}")
    for number, cells in enumerate(rows, 2):
        if cells and len(cells) != len(names):
            raise DataFault(
                f"{path.name}: row {number} has {len(cells)} cells, the header {len(names)}; "
                "put cells that hold commas into quotes"
            )
        if cells:
            yield number, dict(zip(names, cells, strict=True))


def _unite(rows: Iterable[tuple[int, dict[str, str]]], name: str) -> list[Link]:
    links: dict[str, Link] = {}
    for number, row in rows:
        url = " ".join(row["url"].split())
        key = row.get("article_id", "").strip() or make_id(url)
        row = {"text": row.get("abstract", "")} | row
        fields = {column: row[column] for column in COLUMNS if row.get(column)}
        earlier = links.setdefault(key, Link(key, url, fields))
        if earlier.url != url:
            raise DataFault(
                f"{name}: row {number}, column 'article_id': {key!r} stands for {earlier.url} "
                f"already, and here for {url}; give each its own"
            )
    return list(links.values())


def make_id(url: str) -> str:
    """Return an id for an address that has none: the same one each time.

    >>> make_id("http://example.com/a")
    'page-5bd48fa661'
    """
    return f"page-{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()[:10]}"
