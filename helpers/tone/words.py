"""The news analyzer's words: TextBlob's strong ones, with data/tone_lexicon.csv over them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
from textblob.en import sentiment as textblob_lexicon

from helpers.faults import read_table
from helpers.paths import DATA
from helpers.tone import schemas

TONE, MASK, NEGATION = "tone", "mask", "negation"
# TextBlob's fainter entries count, order, compare or place (new, other, foreign, late) far more
# often than they judge: without them nothing is lost on the learning records or on NewsMTSC.
FAINT = 0.3


@dataclass(frozen=True)
class Entry:
    """What a word or phrase counts for: kind, polarity (-1 to 1), subjectivity (0 to 1).

    Of kind "tone" it is assessed, of kind "mask" it is passed over whole, "negation" turns what
    follows; only the first has scores.

    >>> Entry("mask").polarity
    0.0
    """

    kind: str
    polarity: float = 0.0
    subjectivity: float = 0.0


class ToneWords:
    """Words and phrases in lower case with their entries, found longest first.

    >>> words = ToneWords({("safe",): Entry("tone", 0.4), ("safe", "haven"): Entry("mask")})
    >>> words.match(["a", "safe", "haven"], 1)
    (2, Entry(kind='mask', polarity=0.0, subjectivity=0.0))
    """

    def __init__(self, entries: dict[tuple[str, ...], Entry]):
        """Index the entries by first words; each tone holds a word that is `telling`."""
        self.entries = entries
        lengths: dict[str, set[int]] = {}
        for form in entries:
            lengths.setdefault(form[0], set()).add(len(form))
        self.telling = {max(form, key=len) for form, entry in entries.items() if entry.kind == TONE}
        self.lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def match(self, words: list[str], place: int) -> tuple[int, Entry | None]:
        """Return length and entry of the longest form that begins at `place`; (1, None) if none.

        >>> ToneWords({}).match(["peace"], 0)
        (1, None)
        """
        for length in self.lengths.get(words[place], ()):
            form = tuple(words[place : place + length])
            if len(form) == length and form in self.entries:
                return length, self.entries[form]
        return 1, None

    def masking(self, forms) -> "ToneWords":
        """Return these words with each of `forms` (such as actors' names) passed over whole.

        >>> words = ToneWords({("free",): Entry("tone", 0.4)}).masking(["Free Movement"])
        >>> words.match(["free", "movement"], 0)[0]
        2
        """
        masks = {split_form(form): Entry(MASK) for form in forms}
        return ToneWords(self.entries | {form: mask for form, mask in masks.items() if form})


def fold(token: str) -> str:
    """Return a token as it is looked up: lower case, straight apostrophe, no possessive.

    >>> fold("Rwanda’s"), fold("isn’t")
    ('rwanda', "isn't")
    """
    word = token.lower().replace("’", "'")
    return word.removesuffix("'s") or word


def split_form(form: str) -> tuple[str, ...]:
    """Return the looked-up words of a form.

    >>> split_form("Great Britain's")
    ('great', 'britain')
    """
    return tuple(fold(word) for word in form.split())


def read_tone_lexicon(path: Path = DATA / "tone_lexicon.csv") -> pd.DataFrame:
    """Return the domain lexicon: word, kind, polarity, subjectivity, forms, source, reason (text).

    Raises:
        DataFault: see `faults.read_table`.

    >>> read_tone_lexicon().set_index("word").loc["controversial", ["kind", "polarity"]].tolist()
    ['tone', '-0.4']
    """
    return read_table(path, schemas.TONE_LEXICON)


def build_tone_words(table: pd.DataFrame, faint: float = FAINT) -> ToneWords:
    """Return TextBlob's single words of at least `faint` strength with those of `table` over them.

    `table` has the columns of data/tone_lexicon.csv.

    >>> lexicon = read_tone_lexicon()
    >>> build_tone_words(lexicon).match(["illegal"], 0)[1].polarity
    -0.5
    >>> build_tone_words(lexicon).match(["other"], 0)
    (1, None)
    """
    entries = {
        (word,): Entry(TONE, scores[None][0], scores[None][1])
        for word, scores in textblob_lexicon.items()
        if abs(scores[None][0]) >= faint and word.isalpha()
    }
    for row in table.itertuples():
        entry = Entry(row.kind)
        if row.kind == TONE:
            entry = Entry(TONE, float(row.polarity), float(row.subjectivity))
        entries |= dict.fromkeys(map(split_form, row.forms.split("|")), entry)
    return ToneWords(entries)


@cache
def default_tone_words() -> ToneWords:
    """Return the words of data/tone_lexicon.csv over TextBlob's, built once.

    >>> default_tone_words() is default_tone_words()
    True
    """
    return build_tone_words(read_tone_lexicon())
