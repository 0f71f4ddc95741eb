"""Cells that a spreadsheet would run as a formula, made plain text, and made as they were."""

import re

import pandas as pd

# As OWASP lists them ("CSV injection"), full-width forms too; apostrophes before them are counted
# in, so that what is made safe can be told from what began with an apostrophe itself.
_RUNS = re.compile("'*[=+@\t\r\n＝＋－＠-]")
_NUMBER = re.compile(r"[+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?%?")


def make_safe(table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` with an apostrophe before each text that a spreadsheet might run.

    Those are texts that begin with = + - @, a tab or a line break, in cells and in column names;
    numbers such as -0.25 stay as they are. For `to_csv`; `make_plain` takes it back.

    >>> make_safe(pd.DataFrame({"title": ["=1+1", "-0.25", "Deal"]}))["title"].tolist()
    ["'=1+1", '-0.25', 'Deal']
    """
    return _each_text(table, _quote)


def make_plain(table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` as it was before `make_safe`.

    >>> make_plain(pd.DataFrame({"title": ["'=1+1", "-0.25", "'tis"]}))["title"].tolist()
    ['=1+1', '-0.25', "'tis"]
    """
    return _each_text(table, _unquote)


def _quote(text: str) -> str:
    return f"'{text}" if _RUNS.match(text) and not _NUMBER.fullmatch(text) else text


def _unquote(text: str) -> str:
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def _each_text(table: pd.DataFrame, change) -> pd.DataFrame:
    def change_text(value):
        return change(value) if isinstance(value, str) else value

    changed = {
        place: column if pd.api.types.is_numeric_dtype(column) else column.map(change_text)
        for place, (_, column) in enumerate(table.items())
    }
    return pd.DataFrame(changed, index=table.index).set_axis(table.columns.map(change_text), axis=1)
