"""PDF files: the text of their pages, without what only the page needs."""

import re
from collections import Counter
from pathlib import Path
from typing import BinaryIO

import pypdf

from helpers.reading.quiet import keep_quiet
from helpers.reading.rows import Unread

NUMBER = re.compile(
    r"(?:page|p\.|seite|s\.)? ?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:of|/|von|de|sur) ?\d+)?",
    re.IGNORECASE,
)
EDGE = 2  # lines at the top and at the bottom of a page in which its furniture stands
REPEATED = 0.5  # share of the pages on which a running title stands, at the least
FEWEST_PAGES = 3  # in shorter files nothing is taken for a running title
BROKEN = re.compile(r"(\w+)-\n(?=[a-z\u00df-\u00ff])(\w+)")


def read_pdf(path: Path | BinaryIO) -> tuple[str, str]:
    """Return title, or "", and text of the PDF at `path` (or open); `clean_pages` tells what goes.

    Raises:
        Unread: it has a password, is damaged, or its pages are pictures.
        OSError: it cannot be read.

    >>> read_pdf(Path(__file__))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    helpers.reading.rows.Unread: damaged: no PDF can be read from it (...)
    """
    try:
        with keep_quiet("pypdf"):
            opened, title, pages = _open(path)
    except OSError:
        raise
    except Exception as error:  # a damaged file makes the library raise nearly anything
        raise Unread("damaged", f"no PDF can be read from it ({error})") from None
    if not opened:
        raise Unread("password", "save it without a password")
    text = clean_pages(pages)
    if not text:
        raise Unread("no text", "its pages are pictures; run text recognition (OCR) first")
    return title, text


def _open(path: Path | BinaryIO) -> tuple[bool, str, list[str]]:
    """Return whether the file opens without a password, its title and its pages' texts."""
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        return False, "", []
    told = reader.metadata
    title = ((told.title if told else "") or "").strip()
    return True, title, [page.extract_text() for page in reader.pages]


def clean_pages(pages: list[str]) -> str:
    """Return the text of `pages` without page numbers, running titles and hyphens at line ends.

    A line among the first or last two of a page is left out if it is a page number, or, digits
    disregarded, stands there on half of the pages or more (of three pages or more). A hyphen at a
    line's end before a small letter goes, unless the same word is hyphenated within a line.

    >>> clean_pages(["The Post\\nThe govern-\\nment of a third-\\ncountry deal\\n1",
    ...              "The Post\\nsaid no.\\n2", "The Post\\nA third-country deal failed.\\n3"])
    'The government of a third-country deal\\nsaid no.\\nA third-country deal failed.'
    """
    split = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    seen = Counter(key for lines in split for key in {_key(lines[at]) for at in _edges(lines)})
    least = max(REPEATED * len(split), 2) if len(split) >= FEWEST_PAGES else len(split) + 1
    furniture = {key for key, pages_with_it in seen.items() if pages_with_it >= least}
    text = "\n".join(line for lines in split for line in _without(lines, furniture))
    return _join_words(text)


def _key(line: str) -> str:
    return re.sub(r"\d+", "", line).casefold()


def _edges(lines: list[str]) -> set[int]:
    return {at for at in range(len(lines)) if at < EDGE or at >= len(lines) - EDGE}


def _without(lines: list[str], furniture: set[str]) -> list[str]:
    edges = _edges(lines)
    return [
        line
        for at, line in enumerate(lines)
        if at not in edges or not (NUMBER.fullmatch(line) or _key(line) in furniture)
    ]


def _join_words(text: str) -> str:
    hyphenated = set(re.findall(r"\w+-\w+", text.casefold()))

    def join(match: re.Match) -> str:
        compound = f"{match[1]}-{match[2]}"
        return compound if compound.casefold() in hyphenated else match[1] + match[2]

    return BROKEN.sub(join, text)
