"""The folder of originals: pages as sent, their texts, and the list of outcomes."""

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from helpers.files import write_bytes, write_text
from helpers.originals.outcomes import OUTCOMES

OUT = "outcomes.csv"
ARTICLES = "articles.jsonl"
_SPREADSHEET = re.compile(r"'*[=+\-@]")  # a cell that begins so is taken for a formula


@dataclass(frozen=True)
class Result:
    """One row of outcomes.csv; `bytes` is the size of the page unpacked, `from_archive` the day of
    the archive's copy where it is one, `fetched` the day of asking.

    >>> Result("a1", "http://example.com/a", outcome="gone", detail="HTTP 404").bytes
    0
    """

    article_id: str
    url: str
    final_url: str = ""
    status: str = ""
    outcome: str = ""
    detail: str = ""
    bytes: int = 0
    content_type: str = ""
    from_archive: str = ""
    fetched: str = ""


COLUMNS = [field.name for field in fields(Result)]


def make_name(article_id: str) -> str:
    """Return a file name for an id: lowercase letters, digits, - and _, told apart by a hash.

    >>> make_name("uk-rwanda-1"), make_name("../A b")
    ('uk-rwanda-1', 'a-b-4b4346a5')
    """
    plain = re.sub(r"[^a-z0-9_]+", "-", article_id.lower()).strip("-")[:80]
    digest = hashlib.sha256(article_id.encode("utf-8", "replace")).hexdigest()[:8]
    reserved = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", plain)  # devices, to Windows
    return plain if plain == article_id and not reserved else f"{plain}-{digest}".strip("-")


class Store:
    """The folder at `path`; whatever stops a run, each file in it is whole.

    `pages/` has the pages, `texts/` one JSON object an article, outcomes.csv one row an article
    (rows are added while a run goes on, the last one of an article counts), articles.jsonl all
    texts as `python run.py measure` reads them.

    >>> from tempfile import mkdtemp
    >>> store = Store(Path(mkdtemp()))
    >>> store.add(Result("a1", "http://example.com/a", outcome="gone"))
    >>> store.results["a1"].outcome
    'gone'
    """

    def __init__(self, path: Path) -> None:
        """Read what is there; a row that a stop cut short is dropped and asked for again."""
        self.path = Path(path)
        self.path.mkdir(parents=True, exist_ok=True)
        if not (self.path / ".gitignore").exists():
            write_text(self.path / ".gitignore", "*\n")  # never committed, wherever it is
        self.results = {result.article_id: result for result in _read_results(self.path / OUT)}
        self.tidy(self.results)

    def add(self, result: Result) -> None:
        """Add a row to outcomes.csv, on disk before this returns.

        >>> from tempfile import mkdtemp
        >>> Store(Path(mkdtemp())).add(Result("a1", ""))
        """
        self.results[result.article_id] = result
        with (self.path / OUT).open("ab") as file:
            file.write(_to_csv([result]))
            file.flush()
            os.fsync(file.fileno())

    def keep(self, article_id: str, ending: str, body: bytes, record: dict | None) -> None:
        """Write the page, and its text with what is known of it unless that is None.

        >>> from tempfile import mkdtemp
        >>> store = Store(Path(mkdtemp()))
        >>> store.keep("a1", "html", b"<p>One came.", {"article_id": "a1", "text": "One came."})
        >>> (store.path / "pages" / "a1.html").read_bytes()
        b'<p>One came.'
        """
        name = make_name(article_id)
        write_bytes(self.path / "pages" / f"{name}.{ending}", body)
        if record is not None:
            line = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
            write_bytes(self.path / "texts" / f"{name}.json", line + b"\n")

    def tidy(self, order: Iterable[str]) -> Path:
        """Write outcomes.csv anew, one row an article, and articles.jsonl; return the latter.

        Those in `order` (ids) stand first, as there.

        >>> from tempfile import mkdtemp
        >>> store = Store(Path(mkdtemp()))
        >>> store.tidy([]).read_text()
        ''
        """
        ids = list(dict.fromkeys([*order, *self.results]))
        results = [self.results[key] for key in ids if key in self.results]
        write_bytes(self.path / OUT, _to_csv([None, *results]))
        had = [make_name(result.article_id) for result in results if result.outcome == "had"]
        texts = (self.path / "texts" / f"{name}.json" for name in had)
        return write_bytes(self.path / ARTICLES, b"".join(map(Path.read_bytes, texts)))


def _to_csv(results: list[Result | None]) -> bytes:
    """Return rows as CSV, the header for None; cells are one line, and no spreadsheet's formula."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for result in results:
        cells = (
            [" ".join(str(cell).split()) for cell in asdict(result).values()] if result else COLUMNS
        )
        rows.writerow([f"'{cell}" if _SPREADSHEET.match(cell) else cell for cell in cells])
    return text.getvalue().encode("utf-8", "replace")


def _read_results(path: Path) -> list[Result]:
    if not path.exists():
        return []
    whole = path.read_bytes().rpartition(b"\n")[0].decode("utf-8")
    rows = [
        {name: cell[1:] if re.match(r"'+[=+\-@]", cell) else cell for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(whole))
    ]
    known = [row for row in rows if row.get("outcome") in OUTCOMES]
    return [Result(**row | {"bytes": int(row["bytes"])}) for row in known]
