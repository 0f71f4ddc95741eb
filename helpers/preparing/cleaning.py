"""Cells made clean: characters, misread encodings and HTML mended until nothing changes."""

from collections import Counter
from dataclasses import dataclass

from helpers.preparing.characters import mend_characters
from helpers.preparing.markup import read_markup
from helpers.preparing.mojibake import mend_mojibake

# Escapes may hold escapes. Twice is common; a text that needs more than this was made to.
_PASSES = 10


@dataclass(frozen=True)
class Cleaned:
    """A clean text, how many of each kind were found, and whether it came to rest.

    >>> Cleaned("One came.", Counter(), True).text
    'One came.'
    """

    text: str
    found: Counter
    settled: bool


def clean_text(text: str, markup: bool = True) -> Cleaned:
    """Return `text` clean: it encodes as UTF-8, and cleaning it again changes nothing.

    Misread UTF-8, unseen and control characters, line ends and composition are mended; with
    `markup` HTML and entities are read, too. Space around the text goes, paragraphs stay.
    `settled` is false, and the text not to be used, where escapes hold escapes without end.

    >>> cleaned = clean_text("<p>It\\x00 was&nbsp;late.</p>")
    >>> cleaned.text, dict(cleaned.found)
    ('It was\\xa0late.', {'NUL byte': 1, 'HTML': 1})
    """
    found: Counter = Counter()
    for _ in range(_PASSES):
        before = text
        text, misread = mend_mojibake(text)
        text, kinds = mend_characters(text)
        found.update(kinds | Counter({"misread UTF-8": misread}))
        if markup:
            text, kinds = read_markup(text)
            found.update(kinds)
        text = text.strip()
        if text == before:
            return Cleaned(text, +found, True)
    return Cleaned(text, +found, False)


def clean_line(text: str, markup: bool = True) -> Cleaned:
    """Return `text` clean as `clean_text` does, in one line with single spaces.

    >>> clean_line(" A <b>title</b>\\nin two  lines").text
    'A title in two lines'
    """
    cleaned = clean_text(text, markup)
    return Cleaned(" ".join(cleaned.text.split()), cleaned.found, cleaned.settled)
