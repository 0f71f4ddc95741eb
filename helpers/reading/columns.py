"""Which column of a table is which of ours: as the user says, else by well-known names."""

import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from helpers.faults import DataFault
from helpers.reading.rows import COLUMNS

logger = logging.getLogger(__name__)

# Names beside our own, as databases, crawlers and people write them; case, spaces and marks do
# not count. 'abstract', 'summary' and 'description' are no texts of articles: the user may say so.
KNOWN = {
    "article_id": "id doc_id docid document_id article_no stories_id guid uid",
    "title": "headline head heading article_title",
    "text": "body content article full_text article_text article_body body_text main_text "
    "plain_text text_content raw_text",
    "url": "link web_url page_url article_url source_url canonical_url href uri address",
    "outlet": "source source_name media_name media_outlet publication publication_name publisher "
    "newspaper site_name outlet_name medium journal",
    "outlet_country": "source_country media_country publisher_country publication_country",
    "outlet_type": "media_type source_type publication_type",
    "published": "date publish_date pub_date publication_date date_published published_at "
    "published_on published_date publish_time publication_time date_of_publication load_date",
    "language": "lang language_code",
}
SHOWN = 40  # characters of a column's name in a message: a file without a header has texts there


@dataclass(frozen=True)
class Match:
    """What was taken for what: `taken` from our name to theirs, and their columns that are `left`.

    >>> Match({"text": "body"}, ("page",)).taken["text"]
    'body'
    """

    taken: dict[str, str] = field(default_factory=dict)
    left: tuple[str, ...] = ()


def parse_columns(pairs: Iterable[str]) -> dict[str, str]:
    """Return the column map that `pairs` such as 'text=body' tell on a command line.

    Raises:
        DataFault: a pair is of another form, names none of rows.COLUMNS, or names one again.

    >>> parse_columns(["text=body", "published=Publication Date"])
    {'text': 'body', 'published': 'Publication Date'}
    """
    columns = {}
    for pair in pairs:
        ours, equals, theirs = (part.strip() for part in pair.partition("="))
        if not (equals and theirs):
            raise DataFault(f"columns: {pair!r} is no pair; write it as text=body")
        if ours in columns:
            raise DataFault(f"columns: {ours!r} stands twice; say it once")
        columns[ours] = theirs
    _check_ours(columns)
    return columns


def match_columns(
    found: Iterable[str], columns: Mapping[str, str] | None = None, file: str = "table"
) -> Match:
    """Return which of the columns `found` in `file` are which of ours; log it.

    A column that `columns` names is taken as it says; of the others one with our own name, then
    one with a well-known name. Without a text an address is enough: such a table is a list of
    pages to fetch.

    Raises:
        DataFault: `columns` names a column that is not there or none of ours; two columns may be
            the same one of ours; there is neither a text nor an address.

    >>> match_columns(["ID", "Full Text", "Publish Date", "page"])
    Match(taken={'article_id': 'ID', 'text': 'Full Text', 'published': 'Publish Date'},
          left=('page',))
    """
    found, columns = list(found), dict(columns or {})
    _check_ours(columns)
    asked = {ours: _find_asked(found, ours, theirs, file) for ours, theirs in columns.items()}
    free = [name for name in found if name not in asked.values()]
    known = {ours: _find_known(free, ours, file) for ours in COLUMNS if ours not in asked}
    taken = {ours: name for ours in COLUMNS if (name := asked.get(ours) or known.get(ours))}
    if "text" not in taken and "url" not in taken:
        raise DataFault(
            f"{file}: no column of texts is known; say which it is, such as text=body. "
            f"There are: {_list(found)}"
        )
    left = tuple(name for name in found if name not in taken.values())
    told = ", ".join(f"{ours} from {theirs!r}" for ours, theirs in taken.items())
    logger.info("%s: %s; left: %s", file, told, _list(left) or "none")
    return Match(taken, left)


def _check_ours(columns: Mapping[str, str]) -> None:
    for ours in columns:
        if ours not in COLUMNS:
            raise DataFault(f"columns: {ours!r} is none of: {', '.join(COLUMNS)}")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _list(names: Iterable[str]) -> str:
    shown = [name if len(name) <= SHOWN else name[: SHOWN - 3] + "..." for name in names]
    return ", ".join(repr(name) for name in shown)


def _find_asked(found: list[str], ours: str, theirs: str, file: str) -> str:
    exact = [name for name in found if name == theirs]
    same = exact or [name for name in found if _plain(name) == _plain(theirs)]
    if not same:
        raise DataFault(
            f"{file}: column {theirs!r}, asked for as {ours!r}, is not there; "
            f"there are: {_list(found)}"
        )
    return _only(same, ours, file)


def _find_known(free: list[str], ours: str, file: str) -> str:
    """Return the one of the `free` columns that has our own name, else a well-known one, or ""."""
    own = [name for name in free if _plain(name) == _plain(ours)]
    names = {_plain(name) for name in KNOWN.get(ours, "").split()}
    candidates = own or [name for name in free if _plain(name) in names]
    return _only(candidates, ours, file) if candidates else ""


def _only(candidates: list[str], ours: str, file: str) -> str:
    if len(set(candidates)) > 1:
        raise DataFault(
            f"{file}: {ours!r} may be any of {_list(candidates)}; say which it is, such as "
            f"{ours}={candidates[0]}"
        )
    if len(candidates) > 1:
        raise DataFault(f"{file}: two columns are called {candidates[0]!r}; rename one of them")
    return candidates[0]
