"""One original: the page a link leads to, or its archive copy, with its text."""

from dataclasses import dataclass, replace

from helpers.originals.addresses import split_url
from helpers.originals.archive import Archive, find_copy
from helpers.originals.content import check_type, find_ending, read_text
from helpers.originals.download import Page
from helpers.originals.lists import Link
from helpers.originals.outcomes import OUTCOMES, Missed
from helpers.originals.store import Result
from helpers.originals.visitor import Visitor
from helpers.reading.rows import COLUMNS


@dataclass(frozen=True)
class Original:
    """A page that is there: its row of outcomes, its bytes, and its record (None without a text).

    >>> Original(Result("a1", "", outcome="no text"), "pdf", b"", None).ending
    'pdf'
    """

    result: Result
    ending: str
    body: bytes
    record: dict[str, str] | None


def obtain(link: Link, visitor: Visitor, archive: Archive | None) -> Original:
    """Return what `link` leads to; where the page is gone its copy in `archive`, unless None.

    Raises:
        Missed: it is not to be had.

    >>> from helpers.originals.download import Limits
    >>> from helpers.originals.pace import Clock, Pace
    >>> obtain(Link("a1", ""), Visitor("example/1.0", Limits(), Pace(Clock(), 5)), None)
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: refused: '' is neither http nor https
    """
    if link.fault:
        raise Missed("refused", link.fault)
    page, day = _ask(link, visitor, archive)
    ending = find_ending(page.headers, page.body)
    notes = ["a redirect led from https to http"] if page.lowered else []
    result = Result(
        link.article_id, link.url, page.url, str(page.status), "had", "; ".join(notes),
        len(page.body), page.headers.get("Content-Type", "")[:100], day,
        visitor.pace.clock.utc().date().isoformat(),
    )  # fmt: skip
    try:
        told = read_text(ending, page.headers, page.body)
    except Missed as missed:
        missing = replace(result, outcome=missed.outcome, detail=missed.detail)
        return Original(missing, ending, page.body, None)
    return Original(result, ending, page.body, make_record(link, told))


def make_record(link: Link, told: dict[str, str]) -> dict[str, str]:
    """Return the article in columns of rows.COLUMNS: what the list tells, else what the page does.

    The text is always the page's. Columns that neither fills are left out.

    >>> link = Link("a1", "http://example.com/a", {"title": "Of the list", "sending": "GBR"})
    >>> told = {"text": "One came.", "title": "Of the page", "outlet": "The Example"}
    >>> list(make_record(link, told).values())
    ['a1', 'Of the list', 'One came.', 'http://example.com/a', 'The Example', 'GBR']
    """
    own = {"article_id": link.article_id, "url": link.url, "text": told["text"]}
    known = told | link.fields | own
    return {column: known[column] for column in COLUMNS if known.get(column)}


def _ask(link: Link, visitor: Visitor, archive: Archive | None) -> tuple[Page, str]:
    try:
        page = visitor.get(link.url, check_type)
        if split_url(page.url)[1] == "/" != split_url(link.url)[1]:
            raise Missed("gone", "leads to the front page", page.url)
        return page, ""
    except Missed as missed:
        if missed.outcome != "gone" or archive is None:
            raise
        try:
            return find_copy(visitor.get, link.url, link.fields.get("published", ""), archive)
        except Missed as other:
            outcome = other.outcome if OUTCOMES[other.outcome].passing else "gone"
            detail = f"{missed.detail}; archive: {other.detail}"
            raise Missed(outcome, detail, other.url, other.status, other.wait) from None
