"""Objects of a JSON text one after the other, without the whole of it in memory."""

import json
from collections.abc import Iterator
from typing import TextIO

PART = 64 * 1024
SPACE = " \t\r\n\ufeff"


class JsonStream:
    """A JSON text that is read value by value.

    >>> import io
    >>> text = io.StringIO('{"status": "ok", "articles": [{"id": 1}, {"id": 2}]}')
    >>> list(JsonStream(text).items())
    [('articles', {'id': 1}), ('articles', {'id': 2}), ('', {'status': 'ok'})]
    """

    def __init__(self, file: TextIO):
        """Take the text from `file`, from where it stands."""
        self._file, self._text, self._at, self._part = file, "", 0, PART
        self._decoder = json.JSONDecoder()

    def items(self) -> Iterator[tuple[str, object]]:
        """Yield (name, member) for each member of the text's lists of objects.

        A text that is a list has the name ""; one that is an object gives the members of each
        list of objects in it, then ("", what else it holds).

        Raises:
            json.JSONDecodeError: the text breaks off or is no JSON; what came before is good.

        >>> import io
        >>> list(JsonStream(io.StringIO("[1, 2]")).items())
        [('', 1), ('', 2)]
        """
        if self._peek() == "[":
            self._take("[")
            yield from (("", member) for member in self._members())
        else:
            self._take("{")
            rest = {}
            for name in self._names():
                if self._peek() != "[":
                    rest[name] = self._value()
                    continue
                self._take("[")
                if self._peek() == "{":
                    yield from ((name, member) for member in self._members())
                else:
                    rest[name] = list(self._members())
            yield "", rest
        if self._peek():
            raise self._fault("more text after the end")

    def _names(self) -> Iterator[str]:
        for name in self._until("}"):
            self._take(":")
            yield name

    def _members(self) -> Iterator[object]:
        return self._until("]")

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
            raise self._fault(f"{mark!r} is lacking")
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

    def _fault(self, message: str) -> json.JSONDecodeError:
        return json.JSONDecodeError(message, self._text, self._at)
