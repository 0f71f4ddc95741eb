"""Records as tables have them, made rows of ours: every value a string, nested ones by path."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from helpers.reading.columns import Match
from helpers.reading.rows import Row


def to_row(record: Mapping[str, object], match: Match, file: str, place: str) -> Row:
    """Return the row that `record` makes, with the fields that `match` takes, as they were found.

    >>> record = {"id": 7.0, "body": "One came.", "page": 3}
    >>> match = Match({"article_id": "id", "text": "body"}, ("page",))
    >>> to_row(record, match, "a.json", "article 1").fields
    {'article_id': '7', 'text': 'One came.'}
    """
    fields = {ours: as_text(record.get(theirs)) for ours, theirs in match.taken.items()}
    return Row(fields, file, place)


def as_text(value: object) -> str:
    """Return `value` as a string: none as "", a whole number without a point, a list joined by ';'.

    >>> [as_text(value) for value in (None, 12.0, 0.5, True, float("nan"), ["RWA", "UGA"])]
    ['', '12', '0.5', 'true', '', 'RWA;UGA']
    >>> as_text(datetime(2024, 5, 3)), as_text(datetime(2024, 5, 3, 9, 30))
    ('2024-05-03', '2024-05-03T09:30:00')
    """
    if isinstance(value, str):
        return value
    if value is None or value != value:  # NaN and NaT alone differ from themselves
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time() and value.tzinfo is None:
        return value.date().isoformat()
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, list | tuple):
        return ";".join(as_text(part) for part in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def flatten(record: Mapping[str, object]) -> dict[str, object]:
    """Return `record` with nested ones laid open by path.

    >>> flatten({"title": "A", "source": {"id": None, "name": "The Post"}})
    {'title': 'A', 'source.id': None, 'source.name': 'The Post'}
    """
    return dict(_walk(record, ""))


def _walk(record: Mapping[str, object], path: str) -> Iterator[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _walk(value, f"{path}{name}.")
        else:
            yield path + name, value
