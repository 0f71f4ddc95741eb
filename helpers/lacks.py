"""What a corpus does not have, said in one line in place of a chart, a table or a reading."""

import pandas as pd
from IPython.display import Markdown

NO_GOLD = (
    "No gold for this corpus: the measure's error is not known here (notebook 07 shows how to draw "
    "and code a sample)."
)


def keep_filled(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the rows of `table` in which each of `columns` is filled: neither missing nor "".

    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "genre": ["news", ""]})
    >>> keep_filled(articles, "genre")["article_id"].tolist()
    ['a']
    """
    filled = [table[column].notna() & table[column].ne("") for column in columns]
    return table[pd.concat(filled, axis=1).all(axis=1)]


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


def lacks_gold(coded: pd.DataFrame) -> Markdown | None:
    """Return the sentence on missing gold if the table of `coded` units is empty, else None.

    >>> lacks_gold(pd.DataFrame()).data[:23], lacks_gold(pd.DataFrame({"stance": ["1"]})) is None
    ('No gold for this corpus', True)
    """
    return Markdown(NO_GOLD) if coded.empty else None
