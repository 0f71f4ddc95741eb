"""The folder of originals: pages as sent, their texts, and the list of outcomes."""

import hashlib
import io
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pandas as pd

from helpers.faults import DataFault
from helpers.files import write_bytes, write_text
from helpers.originals.outcomes import OUTCOMES
from helpers.preparing.safe_cells import make_plain, make_safe

OUT = "outcomes.csv"
ARTICLES = "articles.jsonl"


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
    ('uk-rwanda-1', 'a-b-e3f8e011')
    """
    plain = re.sub(r"[^a-z0-9_]+", "-", article_id.lower()).strip("-")[:80]
    digest = hashlib.sha256(article_id.encode("utf-8", "replace")).hexdigest()[:8]
    reserved = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", plain)  # devices, to Windows
    return (
        plain if plain and plain == article_id and not reserved else f"{plain}-{digest}".strip("-")
    )


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
        read = {result.article_id: result for result in _read_results(self.path / OUT)}
        self.results = {
            key: result
            for key, result in read.items()
            if result.outcome != "had" or self._text(key).exists()
        }
        self._write_outcomes()

    def add(self, result: Result) -> None:
        """Add a row to outcomes.csv, on disk before this returns.

        >>> from tempfile import mkdtemp
        >>> Store(Path(mkdtemp())).add(Result("a1", ""))
        """
        self.results[result.article_id] = result
        with (self.path / OUT).open("ab") as file:
            file.write(_to_csv([result], header=False))
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
            write_bytes(self._text(article_id), line + b"\n")

    def tidy(self, order: Iterable[str]) -> Path:
        """Write outcomes.csv anew, one row an article, and articles.jsonl; return the latter.

        Those in `order` (ids) stand first, as there.

        >>> from tempfile import mkdtemp
        >>> store = Store(Path(mkdtemp()))
        >>> store.tidy([]).read_text()
        ''
        """
        ids = dict.fromkeys([*order, *self.results])
        self.results = {key: self.results[key] for key in ids if key in self.results}
        self._write_outcomes()
        had = [result for result in self.results.values() if result.outcome == "had"]
        texts = [self._text(result.article_id).read_bytes() for result in had]
        return write_bytes(self.path / ARTICLES, b"".join(texts))

    def _text(self, article_id: str) -> Path:
        return self.path / "texts" / f"{make_name(article_id)}.json"

    def _write_outcomes(self) -> None:
        write_bytes(self.path / OUT, _to_csv(self.results.values(), header=True))


def _to_csv(results: Iterable[Result], header: bool) -> bytes:
    """Return rows as CSV: each row one line, no cell a formula."""
    rows = [[" ".join(str(cell).split()) for cell in asdict(row).values()] for row in results]
    table = make_safe(pd.DataFrame(rows, columns=COLUMNS, dtype=str))
    text = table.to_csv(index=False, header=header, lineterminator="\n")
    return text.encode("utf-8", "replace")


def _read_results(path: Path) -> list[Result]:
    if not path.exists():
        return []
    whole = path.read_bytes().rpartition(b"\n")[0]  # a stop may have cut the last row short
    try:
        table = pd.read_csv(io.BytesIO(whole), dtype=str, keep_default_na=False)
        rows = make_plain(table).to_dict("records")
        found = [Result(**row | {"bytes": int(row["bytes"])}) for row in rows]
        if not all(result.outcome in OUTCOMES for result in found):
            raise ValueError
    except (KeyError, TypeError, ValueError):  # a wrong name, column, number or outcome
        raise DataFault(
            f"{path.name}: not as this program writes it; move the file away and start again"
        ) from None
    return found
