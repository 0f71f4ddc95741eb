"""The checks that columns of input tables are held to, each with what to do about a fault."""

import re
from datetime import date

import pandera.pandas as pa

from helpers import codes
from helpers.countries import is_code


def is_date(value: str) -> bool:
    """Say whether `value` is a real ISO day, month or year, or empty (not known).

    >>> [is_date(value) for value in ("2025-05-04", "2025-05", "2025", "", "2025-02-30", "May")]
    [True, True, True, True, False, False]
    """
    if not value:
        return True
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def is_pattern(value: str) -> bool:
    """Say whether `value` is a regular expression.

    >>> is_pattern("fines?"), is_pattern("(fine")
    (True, False)
    """
    try:
        re.compile(value)
    except re.error:
        return False
    return True


def _each(value: str) -> list[str]:
    return value.split(";") if value else []


def _check(test, remedy: str) -> pa.Check:
    return pa.Check(test, element_wise=True, error=remedy)


def one_of(values) -> pa.Check:
    """Return the check that a cell is one of `values`.

    >>> one_of(("yes", "no")).error
    'use one of: yes, no'
    """
    return pa.Check.isin(
        list(values), error=f"use one of: {', '.join(v or '(empty)' for v in values)}"
    )


FILLED = _check(lambda v: bool(v.strip()), "fill it in: it may not be empty")
DATE = _check(is_date, "use YYYY-MM-DD, YYYY-MM or YYYY of a real date, or leave it empty")
DAY = _check(lambda v: len(v) == 10 and is_date(v), "use the day as YYYY-MM-DD")
SLUG_OR_NONE = _check(
    lambda v: bool(re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", v)),
    "use lowercase letters, digits and single hyphens, or leave it empty",
)
COUNT = _check(str.isdecimal, "use a whole number")
NUMBER = _check(lambda v: bool(re.fullmatch(r"-?\d+(\.\d+)?", v)), "use a number such as -0.25")
NUMBER_OR_NONE = _check(
    lambda v: bool(re.fullmatch(r"(-?\d+(\.\d+)?)?", v)),
    "use a number such as -0.25, or leave it empty",
)
COUNT_OR_NONE = _check(lambda v: not v or v.isdecimal(), "use a whole number, or leave it empty")
SLUG = _check(
    lambda v: bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", v)),
    "use lowercase letters, digits and single hyphens",
)
COUNTRY = _check(is_code, "use an ISO 3166-1 alpha-3 code such as RWA (Kosovo XKX, EU EUE)")
COUNTRY_OR_NONE = _check(
    lambda v: not v or is_code(v), "use an ISO 3166-1 alpha-3 code such as RWA, or leave it empty"
)
COUNTRIES = _check(
    lambda v: all(map(is_code, _each(v))) and _each(v) == sorted(set(_each(v))),
    "use ISO 3166-1 alpha-3 codes in alphabetical order joined by ';', or leave it empty",
)
CODES = _check(
    lambda v: all(map(is_code, _each(v))),
    "use ISO 3166-1 alpha-3 codes such as RWA joined by ';', or leave it empty",
)
URL = _check(
    lambda v: bool(re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", v)),
    "use a full http(s) address",
)
TRAITS = _check(
    lambda v: set(_each(v)) <= set(codes.CUE_TRAITS),
    f"use any of {', '.join(codes.CUE_TRAITS)} joined by ';'",
)
KEY = _check(
    lambda v: bool(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", v)),
    "use lowercase letters, digits and single underscores",
)
QUESTION = _check(lambda v: bool(re.fullmatch(r"\S.*\S\?", v)), "write one question, ending with ?")
PATTERN = _check(is_pattern, "use a regular expression that re.compile takes")


def make_schema(
    columns: dict[str, list[pa.Check]], unique: str | None = None
) -> pa.DataFrameSchema:
    """Return the schema of a table of text with these `columns` and no others.

    `unique` names the column that holds each value once.

    >>> list(make_schema({"word": [FILLED], "country": [COUNTRY]}, unique="word").columns)
    ['word', 'country']
    """
    return pa.DataFrameSchema(
        {name: pa.Column(str, checks, unique=name == unique) for name, checks in columns.items()},
        strict=True,
    )
