"""Saved web pages: their article and what they tell of it, by trafilatura, without a network."""

import re

from helpers.reading.encodings import decode
from helpers.reading.paragraphs import join_paragraphs
from helpers.reading.rows import Unread

DECLARED = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
HEAD = 4096


def read_page(content: bytes) -> dict[str, str]:
    """Return title, text, url, outlet, published and language of the HTML page in `content`.

    Fields that the page does not tell are "". Comments of readers are left out.

    Raises:
        Unread: trafilatura finds no article in it.

    >>> page = b"<html><body><article><p>The minister said no to it.</p></article></body></html>"
    >>> read_page(page)["text"]
    'The minister said no to it.'
    """
    import trafilatura  # half a second to import, for those who have pages

    found = trafilatura.bare_extraction(
        _decode(content),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": True},
    )
    lines = (found.text or "").splitlines() if found else []
    if not any(lines):
        raise Unread("no text", "no article is found on the page")
    told = {
        "title": found.title,
        "url": found.url,
        "outlet": found.sitename or found.hostname,
        "published": found.date,
        "language": found.language,
    }
    fields = {name: value or "" for name, value in told.items()}
    return fields | {"text": join_paragraphs(lines, fields["title"])}


def _decode(content: bytes) -> str:
    """Return the page as text: by the encoding that it declares where it is not UTF-8."""
    declared = DECLARED.search(content[:HEAD])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = declared[1].decode("ascii") if declared else ""
    try:
        # As browsers do: pages that say Latin-1 are Windows-1252, which has more signs.
        return content.decode("cp1252" if name.lower() == "iso-8859-1" else name)
    except (LookupError, UnicodeDecodeError):
        return decode(content).text
