"""What a corpus does not have, said in one line in place of a chart, a table or a reading."""

import pandas as pd
from IPython.display import Markdown

NO_GOLD = (
    "No gold for this corpus: the measure's error is not known here (notebook 07 shows how to draw "
    "and code a sample)."
)
NO_WORDS = (
    "Not shown: these sentences tell of the collection's own corpus; the numbers of yours stand in "
    "the tables above and in the ledger."
)


def keep_filled(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the rows of `table` in which each of `columns` is filled: neither missing nor "".

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "genre": ["news", ""]})
    >>> keep_filled(articles, "genre")["article_id"].tolist()
    ['a']
    """
    filled = [table[column].notna() & table[column].ne("") for column in columns]
    return table[pd.concat(filled, axis=1).all(axis=1)]


def keep_if_any(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return `table` if any row has `column` filled; no row of it where the column is not known.

    A share of empty cells says something only where somebody filled the others.

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "wire": ["", ""]})
    >>> len(keep_if_any(articles, "wire")), len(keep_if_any(articles, "article_id"))
    (0, 2)
    """
    return table if len(keep_filled(table, column)) else table.head(0)


def lacks(table: pd.DataFrame, *columns: str, unit: str = "article") -> Markdown | None:
    """Return a sentence if no row of `table` has all of `columns` filled, else None.

    A cell says `lacks(articles, "genre") or table`: the sentence where there is nothing to show.
    Without columns the table itself is asked for. `unit` is what a row is.

    >>> articles = pd.DataFrame({"article_id": ["a"], "genre": [""]})
    >>> lacks(articles, "genre").data
    "Not shown: no article of this corpus has 'genre'."
    >>> lacks(articles, "article_id") is None, lacks(articles.head(0), unit="event").data
    (True, 'Not shown: this corpus has no event.')
    """
    if not columns:
        return Markdown(f"Not shown: this corpus has no {unit}.") if table.empty else None
    if not keep_filled(table, *columns).empty:
        return None
    alone = [column for column in columns if keep_filled(table, column).empty]
    named = " and ".join(repr(column) for column in alone[:1] or columns)
    return Markdown(f"Not shown: no {unit} of this corpus has {named}.")


def lacks_words(note: str) -> Markdown | None:
    """Return the sentence where words tell of this collection's own corpus alone, else None.

    `note` is that of the corpus (`corpus.Corpus`): "" for the own one.

    >>> lacks_words("") is None, lacks_words("**Corpus: mine.**").data[:10]
    (True, 'Not shown:')
    """
    return Markdown(NO_WORDS) if note else None


def lacks_gold(coded: pd.DataFrame) -> Markdown | None:
    """Return the sentence on missing gold if the table of `coded` units is empty, else None.

    >>> lacks_gold(pd.DataFrame()).data[:23], lacks_gold(pd.DataFrame({"stance": ["1"]})) is None
    ('No gold for this corpus', True)
    """
    return Markdown(NO_GOLD) if coded.empty else None
