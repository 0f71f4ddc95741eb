"""The Internet Archive's copy of a page that is gone, by its availability service."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from helpers.originals.content import check_type
from helpers.originals.download import Page
from helpers.originals.outcomes import Missed
from helpers.preparing.dates import read_date


@dataclass(frozen=True)
class Archive:
    """Where to ask whether there is a copy, and where the copies are.

    >>> Archive().copies
    'https://web.archive.org/web'
    """

    asked: str = "https://archive.org/wayback/available"
    copies: str = "https://web.archive.org/web"


def find_copy(
    get: Callable[..., Page], url: str, published: str, archive: Archive
) -> tuple[Page, str]:
    """Return the copy of `url` nearest to when it was `published` (any form, or ""), and its day.

    `get` fetches a page and takes a check of its headers, as `Visitor.get`. The copy is asked for
    as it was sent at the time, without the archive's own frame.

    Raises:
        Missed: "gone" where there is no copy; else what became of asking.

    >>> def get(url, check=None):
    ...     return Page(url, 200, {}, b'{"archived_snapshots": {}}')
    >>> find_copy(get, "http://example.com/a", "2024-05-03", Archive())
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: gone: no archive copy
    """
    day = read_date(published)[0].replace("-", "")
    query = {"url": url} | ({"timestamp": day} if day else {})
    moment = _read_moment(get(f"{archive.asked}?{urlencode(query)}").body)
    if not moment:
        raise Missed("gone", "no archive copy", url)
    page = get(f"{archive.copies}/{moment}id_/{url}", check_type)
    moved = re.search(r"/(\d{14})id_/", page.url)  # it may lead to a copy of another day
    moment = moved[1] if moved else moment
    return page, f"{moment[:4]}-{moment[4:6]}-{moment[6:8]}"


def _read_moment(answer: bytes) -> str:
    """Return the moment, as 14 digits, of the closest copy that was whole; "" if there is none."""
    try:
        closest = json.loads(answer)["archived_snapshots"].get("closest", {})
        whole = closest.get("available") and str(closest.get("status")) == "200"
        found = re.fullmatch(r"\d{14}", str(closest.get("timestamp")))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Missed("failed", "the archive's answer is not as documented") from None
    return found[0] if whole and found else ""
