"""Reading JSON and JSON Lines: articles as objects, their columns told from the first of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from helpers.faults import DataFault
from helpers.reading.columns import match_columns
from helpers.reading.encodings import find_encoding, read_lines
from helpers.reading.json_stream import JsonStream
from helpers.reading.records import flatten, to_row
from helpers.reading.rows import Reading, Skip

TRIED = 100  # objects that the columns are told from: an object may lack what is empty


def read_jsonl(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Yield a row for each line of the JSON Lines file at `path`, a Skip for each broken one.

    Objects within an object have columns by path, such as 'source.name'.

    Args:
        path: the file; in memory is one line at a time.
        columns: which column is which of ours (see columns.match_columns).

    Raises:
        DataFault: no line is an object, or the columns cannot be told.
        OSError: it cannot be read.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.jsonl"
    >>> _ = path.write_text('{"id": 1, "text": "One."}\\n{"id": 2, "tex\\n')
    >>> row, skip = read_jsonl(path)
    >>> row
    Row(fields={'article_id': '1', 'text': 'One.'}, file='a.jsonl', place='line 1')
    >>> skip.place, skip.reason
    ('line 2', 'bad JSON')
    """
    name = Path(path).name
    lines = enumerate(read_lines(path), 1)
    objects = ((f"line {number}", _load(line)) for number, line in lines if line.strip())
    return _rows(objects, columns, name)


def read_json(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Yield a row for each object of the JSON file at `path`.

    The file is a list of objects, an object that holds such a list (see JsonStream), or one
    article. Where it breaks off, what came before is kept and a Skip tells where. Arguments and
    faults are those of read_jsonl; in memory is one article at a time.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.json"
    >>> _ = path.write_text('{"articles": [{"source": {"name": "The Post"}, "content": "One."}]}')
    >>> [item.fields for item in read_json(path)]
    [{'text': 'One.', 'outlet': 'The Post'}]
    """
    name = Path(path).name
    return _rows(_articles(Path(path)), columns, name)


def _load(line: str) -> object:
    try:
        return json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        return error


def _articles(path: Path) -> Iterator[tuple[str, object]]:
    """Yield (place, object or the error in its place) for each article."""
    number = 0
    with path.open(encoding=find_encoding(path), errors="replace") as file:
        try:
            for number, found in enumerate(JsonStream(file).items(), 1):
                yield f"article {number}", found
        except (ValueError, RecursionError) as error:
            yield f"after article {number}", error


def _rows(
    objects: Iterable[tuple[str, object]], columns: Mapping[str, str] | None, name: str
) -> Reading:
    first = list(islice(objects, TRIED))
    records = [flatten(found) for _, found in first if found and isinstance(found, dict)]
    if not records:
        fault = next((f"{place}: {found}" for place, found in first), "it is empty")
        raise DataFault(f"{name}: holds no JSON object ({fault})")
    match = match_columns(dict.fromkeys(chain.from_iterable(records)), columns, name)
    for place, found in chain(first, objects):
        if isinstance(found, Exception):
            yield Skip(name, place, "bad JSON", str(found))
        elif not isinstance(found, dict):
            yield Skip(name, place, "bad JSON", f"{str(found)[:40]!r} is no object")
        else:
            yield to_row(flatten(found), match, name, place)
