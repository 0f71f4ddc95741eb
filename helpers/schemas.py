"""The form of each input table: which columns, which values, and what to do about a fault."""

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


def _each(value: str) -> list[str]:
    return value.split(";") if value else []


def _check(test, remedy: str) -> pa.Check:
    return pa.Check(test, element_wise=True, error=remedy)


def _one_of(values) -> pa.Check:
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
URL = _check(
    lambda v: bool(re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", v)),
    "use a full http(s) address",
)


TRAITS = _check(
    lambda v: set(_each(v)) <= set(codes.CUE_TRAITS),
    f"use any of {', '.join(codes.CUE_TRAITS)} joined by ';'",
)


def _table(columns: dict[str, list[pa.Check]], unique: str | None) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {name: pa.Column(str, checks, unique=name == unique) for name, checks in columns.items()},
        strict=True,
    )


ARTICLES = _table(
    {
        "article_id": [SLUG],
        "title": [FILLED],
        "abstract": [FILLED],
        "url": [URL],
        "outlet": [FILLED],
        "outlet_country": [COUNTRY],
        "outlet_type": [_one_of(codes.OUTLET_TYPES)],
        "wire": [],
        "story_id": [SLUG_OR_NONE],
        "genre": [_one_of(codes.GENRES)],
        "published": [DATE],
        "arrangement": [SLUG],
        "sending": [COUNTRIES],
        "receiving": [COUNTRIES],
        "seen": [DAY],
        "note": [],
    },
    unique="article_id",
)
ARRANGEMENTS = _table(
    {
        "arrangement": [SLUG],
        "name": [FILLED],
        "family": [_one_of(codes.FAMILIES)],
        "sending": [COUNTRIES],
        "receiving": [COUNTRIES],
        "kind": [_one_of(codes.KINDS)],
        "start": [DATE],
        "end": [DATE],
        "note": [],
    },
    unique="arrangement",
)
EVENTS = _table(
    {
        "event_id": [SLUG],
        "date": [DATE, FILLED],
        "arrangement": [SLUG],
        "event": [FILLED],
        "key_figure": [],
        "url": [URL],
        "checked": [_one_of(codes.EVENT_CHECKS)],
        "note": [],
    },
    unique="event_id",
)
EXCLUDED = _table(
    {
        "article_id": [SLUG],
        "url": [],
        "outlet": [FILLED],
        "arrangement": [SLUG],
        "reason": [FILLED],
    },
    unique="article_id",
)
READINGS = _table(
    {
        "article_id": [SLUG],
        "read_again": [_one_of(("yes", "no"))],
        "mends_abstract": [COUNT],
        "mends_fields": [COUNT],
    },
    unique="article_id",
)
ACTORS = _table(
    {
        "actor_id": [SLUG],
        "name": [FILLED],
        "kind": [_one_of(codes.ACTOR_KINDS)],
        "type": [_one_of(codes.SOURCE_TYPES)],
        "country": [COUNTRY_OR_NONE],
        "aliases": [],
        "short_forms": [],
        "note": [],
    },
    unique="actor_id",
)
AMBIGUOUS_FORMS = _table(
    {
        "form": [FILLED],
        "actor_id": [SLUG],
        "not_after": [],
        "not_before": [],
        "rule": [FILLED],
    },
    unique="form",
)
CUES = _table(
    {
        "cue": [FILLED],
        "kind": [_one_of(codes.CUE_KINDS)],
        "class": [FILLED],
        "stance": [_one_of(codes.CUE_STANCES)],
        "traits": [TRAITS],
        "forms": [FILLED],
    },
    unique="cue",
)
SOURCE_NOUNS = _table(
    {
        "noun": [FILLED],
        "type": [_one_of(codes.SOURCE_TYPES)],
        "anonymity": [_one_of(codes.ANONYMITY)],
        "kind": [_one_of(("person", "body", "document"))],
    },
    unique="noun",
)
DEMONYMS = _table({"word": [FILLED], "country": [COUNTRY]}, unique="word")
