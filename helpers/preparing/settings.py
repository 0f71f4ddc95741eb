"""What a user may decide about preparing; plain values, so that a run can log them."""

from dataclasses import dataclass

from helpers.preparing.dates import ORDERS
from helpers.preparing.languages import normalise_language


@dataclass(frozen=True)
class Settings:
    """How rows are prepared.

    Args:
        languages: ISO 639 codes of the languages kept; () keeps all. A text whose language
            cannot be told is kept.
        least_words: shorter texts are left out.
        largest: longer texts (in characters, as found) are left out: they are seldom articles.
        date_order: of dates such as 03/05/2024: 'dmy', 'mdy' or 'ymd'; None where not known.
        drop_boilerplate: whether lines are dropped by the rules of data/boilerplate.csv.
        find_stories: whether near-duplicates are grouped by a common `story_id`.
        alike: the share of runs of five words that two texts of one story have in common.
        drop_copies: whether a text that stood before under another id is left out.
        number_doubled: whether an id that stands again over another text becomes 'a1-2';
            without, it is an error.

    Raises:
        ValueError: a setting has no meaning.

    >>> Settings().languages
    ('en',)
    >>> Settings(languages=("klingon",))
    Traceback (most recent call last):
    ValueError: languages: 'klingon' is no ISO 639 code of a language; English is 'en'
    """

    languages: tuple[str, ...] = ("en",)
    least_words: int = 2
    largest: int = 1_000_000
    date_order: str | None = None
    drop_boilerplate: bool = True
    find_stories: bool = True
    alike: float = 0.7
    drop_copies: bool = False
    number_doubled: bool = False

    def __post_init__(self):
        """Refuse what has no meaning."""
        for language in self.languages:
            if normalise_language(language) != language:
                raise ValueError(
                    f"languages: {language!r} is no ISO 639 code of a language; English is 'en'"
                )
        if self.least_words < 1:
            raise ValueError(f"least_words: {self.least_words}: at least 1 word makes a text")
        if self.largest < 1:
            raise ValueError(f"largest: {self.largest}: give a number of characters above 0")
        if self.date_order not in (None, *ORDERS):
            raise ValueError(
                f"date_order: {self.date_order!r}: use one of {', '.join(ORDERS)}, or None"
            )
        if not 0 < self.alike <= 1:
            raise ValueError(f"alike: {self.alike}: give a share above 0 and up to 1")
