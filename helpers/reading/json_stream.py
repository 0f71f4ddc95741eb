"""Objects of a JSON text one after the other, without the whole of it in memory."""

import json
from collections.abc import Iterator
from typing import TextIO

PART = 64 * 1024
SPACE = " \t\r\n\ufeff"
LISTS = frozenset(
    "articles docs documents hits items records response results rows stories".split()
)


class JsonStream:
    """A JSON text that is read value by value.

    >>> import io
    >>> text = io.StringIO('{"status": "ok", "articles": [{"id": 1}, {"id": 2}]}')
    >>> list(JsonStream(text).items())
    [{'id': 1}, {'id': 2}]
    """

    def __init__(self, file: TextIO):
        """Take the text from `file`, from where it stands."""
        self._file, self._text, self._at, self._part = file, "", 0, PART
        self._decoder = json.JSONDecoder()

    def items(self) -> Iterator[object]:
        """Yield the members of the text's lists, and objects that hold no list of articles.

        Such a list has one of the names LISTS; it may lie deeper, as in 'response', 'docs'.
        Several texts may follow each other, as in JSON Lines.

        Raises:
            json.JSONDecodeError: the text breaks off or is no JSON; what came before is good.

        >>> import io
        >>> list(JsonStream(io.StringIO('[1, 2] {"response": {"docs": [3]}} {"id": 4}')).items())
        [1, 2, 3, {'id': 4}]
        """
        while mark := self._peek():
            yield from self._list() if mark == "[" else self._object()

    def _object(self) -> Iterator[object]:
        rest, found = {}, False
        for name in self._names():
            mark = self._peek()
            if name in LISTS and mark in ("[", "{"):
                for member in self._list() if mark == "[" else self._object():
                    found = True
                    yield member
            else:
                rest[name] = self._value()
        if not found:
            yield rest

    def _names(self) -> Iterator[str]:
        self._take("{")
        for name in self._until("}"):
            self._take(":")
            yield name

    def _list(self) -> Iterator[object]:
        self._take("[")
        yield from self._until("]")

    def _until(self, end: str) -> Iterator:
        """Yield the values up to the bracket `end`, which is taken; between them stand commas."""
        if self._peek() != end:
            yield self._value()
            while self._peek() == ",":
                self._take(",")
                yield self._value()
        self._take(end)

    def _value(self) -> object:
        self._peek()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if not self._read():
                    raise
            else:
                if end < len(self._text) or not self._read():  # 12 may go on as 123
                    self._at, self._part = end, PART
                    return value

    def _take(self, mark: str) -> None:
        if self._peek() != mark:
            message = f"{mark!r} is lacking"
            raise json.JSONDecodeError(message, self._text, self._at)
        self._at += 1

    def _peek(self) -> str:
        """Return the next character that is no white space, or "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._read():
                return self._text[self._at : self._at + 1]

    def _read(self) -> bool:
        """Read on, twice as much each time a value does not end; return False at the end."""
        part = self._file.read(self._part)
        self._text, self._at = self._text[self._at :] + part, 0
        self._part *= 2
        return bool(part)
