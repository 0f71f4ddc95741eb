"""An article while it is prepared: its fields, where it stood, what was doubtful and changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from helpers.reading.rows import COLUMNS, Skip


@dataclass(frozen=True)
class Doubt:
    """A cell that was not taken as it stood: what was `found`, what was `taken`, and `why`.

    >>> Doubt("sending", "Atlantis", "", "no country known by that name").taken
    ''
    """

    column: str
    found: str
    taken: str
    why: str


@dataclass(frozen=True)
class Change:
    """What a step changed in one article: `n` times the thing called `what`.

    >>> Change("clean", "NUL byte", 3).n
    3
    """

    step: str
    what: str
    n: int


@dataclass(frozen=True)
class Article:
    """One article: a string for every column of rows.COLUMNS, "" where it is not known.

    >>> Article({"article_id": "a1", "text": "One came."}).fields["language"]
    ''
    """

    fields: Mapping[str, str]
    file: str = ""
    place: str = ""
    doubts: tuple[Doubt, ...] = ()
    changes: tuple[Change, ...] = ()

    def __post_init__(self):
        """Fill the columns that are lacking; leave out those that are not of the table."""
        fields = {column: self.fields.get(column, "") for column in COLUMNS}
        object.__setattr__(self, "fields", fields)

    @property
    def where(self) -> str:
        """Return the file and the place in words.

        >>> Article({}, "a.csv", "row 2").where
        'a.csv, row 2'
        """
        return ", ".join(filter(None, (self.file, self.place)))

    def take(self, fields: Mapping[str, str], doubts=(), changes=()) -> "Article":
        """Return the article with these fields in place of its own, and more doubts and changes.

        >>> Article({"text": " One "}).take({"text": "One"}).fields["text"]
        'One'
        """
        return replace(
            self,
            fields={**self.fields, **fields},
            doubts=(*self.doubts, *doubts),
            changes=(*self.changes, *changes),
        )

    def skip(self, reason: str, detail: str) -> Skip:
        """Return what is listed where the article is left out.

        >>> Article({}, "a.csv", "row 2").skip("no text", "the cell is empty").place
        'row 2'
        """
        return Skip(self.file, self.place, reason, detail)
