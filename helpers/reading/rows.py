"""What every reader gives: rows of articles, and what was left out with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field

COLUMNS = (
    "article_id", "title", "text", "url", "outlet", "outlet_country", "outlet_type", "wire",
    "story_id", "genre", "published", "arrangement", "sending", "receiving", "language",
)  # fmt: skip
NEEDED = ("article_id", "text")


@dataclass(frozen=True)
class Row:
    """One article as its file has it: `fields` by name of COLUMNS, as found; and where it stood.

    `file` is the path below the folder that is read, `place` what to look for in the file: 'row 12'
    (the header is row 1), 'article 3', or nothing where a file is one article.

    >>> Row({"text": "One came."}, file="a.txt").fields["text"]
    'One came.'
    """

    fields: dict[str, str] = field(default_factory=dict)
    file: str = ""
    place: str = ""


@dataclass(frozen=True)
class Skip:
    """Something that was left out: where it stood, the `reason` in a word or two, and the detail.

    >>> Skip("a.pdf", "", "no text", "the pages are pictures; run text recognition first").reason
    'no text'
    """

    file: str
    place: str
    reason: str
    detail: str


Reading = Iterator[Row | Skip]


class Unread(Exception):
    """Raised where a document gives no article: the `reason` in a word or two, and the detail.

    >>> fault = Unread("no text", "the pages are pictures")
    >>> fault.reason, fault.detail
    ('no text', 'the pages are pictures')
    """

    def __init__(self, reason: str, detail: str):
        """Keep `reason` and `detail` as a Skip takes them."""
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail = reason, detail
