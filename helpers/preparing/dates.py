"""Dates as people, programs and databases write them; what is doubtful is told, never guessed.

A date is as exact as what is written: a day, a month or a year. With a time and its zone the day
is taken as it stands, that of the place of writing. No day is made of 'yesterday' or '5 May'.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate
from functools import cache, lru_cache

ORDERS = ("dmy", "mdy", "ymd")
LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "nl"]
TIME = r"(?:[T ,]+\d.*|Z|[+-]\d\d:?\d\d)?"
YEAR_FIRST = re.compile(  # also as RIS has it: 2024/05//
    rf"(\d{{4}})(?:([-/.])(\d\d?)?(?:\2(?:(\d\d?){TIME})?(?:/.*)?)?)?"
)
COMPACT = re.compile(rf"(\d{{4}})(\d\d)(\d\d)(?:\d{{4}}|\d{{6}})?{TIME}")
NUMERIC = re.compile(rf"(\d\d?)([-/.])(\d\d?)\2(\d{{4}}|\d\d){TIME}")
MAIL = re.compile(r"(?:[A-Za-z]{3}, )?\d\d? [A-Za-z]{3} \d{4}(?: \d\d:\d\d.*)?")
NUMBER = re.compile(r"(\d{5}|\d{10}|\d{13})(?:\.\d*)?")
SPREADSHEET = date(1899, 12, 30)  # day 0, as if 1900 were a leap year
EXACT = {"day": 10, "month": 7, "year": 4}  # characters of the date, by dateparser's period
LONGEST = 80  # characters; a longer text is no date
EARLIEST = 1900
UNKNOWN = "not understood"
NO_DAY = "there is no such day"
ASK = "day or month first? say the order of dates"
SHORT_YEAR = "the year has two digits"

Found = tuple[str, str]


def read_date(text: str, order: str | None = None, today: date | None = None) -> Found:
    """Return (published, doubt): the date that `text` tells, and why it is doubtful or not taken.

    `published` is YYYY-MM-DD, YYYY-MM, YYYY or ""; `doubt` is "" where there is none. 03/05/2024
    is read by `order`; without one it is "" and doubtful, while 03.05.2024 has the day first.

    Args:
        text: the date; month names in English, French, German, Spanish, Italian, Portuguese or
            Dutch; also a spreadsheet's day number, and seconds or milliseconds since 1970 (UTC).
        order: one of ORDERS, what the user says or `find_order` finds.
        today: what lies after it is doubtful; the day of the call if not given.

    Raises:
        ValueError: `order` is none of ORDERS.

    >>> read_date("May 3, 2024 Friday"), read_date("20240131T120000Z"), read_date("März 2024")
    (('2024-05-03', ''), ('2024-01-31', ''), ('2024-03', ''))
    >>> read_date("03/05/2024")
    ('', 'day or month first? say the order of dates')
    >>> read_date("03/05/2024", "dmy"), read_date("13/05/2024"), read_date("3 May 24")
    (('2024-05-03', ''), ('2024-05-13', ''), ('2024-05-03', 'the year has two digits'))
    """
    if order is not None and order not in ORDERS:
        raise ValueError(f"order {order!r} is none of {', '.join(ORDERS)}")
    published, doubt = _read(" ".join(text.split()), order)
    latest = (today or date.today()) + timedelta(days=1)  # some zones are ahead
    if published > latest.isoformat()[: len(published)]:
        doubt = _join(doubt, "in the future")
    if published and int(published[:4]) < EARLIEST:
        doubt = _join(doubt, f"before {EARLIEST}")
    return published, doubt


def find_order(texts: Iterable[str]) -> str | None:
    """Return the order of day and month that dates such as 13/05/2024 among `texts` settle.

    None where none settles it, or where they differ.

    >>> find_order(["03/05/2024", "13/05/2024"]), find_order(["03/05/2024"])
    ('dmy', None)
    """
    found = {order for text in texts for order in _settles(text)}
    return found.pop() if len(found) == 1 else None


def _settles(text: str) -> list[str]:
    match = NUMERIC.fullmatch(" ".join(text.split()))
    if not match or match[2] == ".":
        return []
    readings = _readings(match)
    return [order for order in ("dmy", "mdy") if len(readings) == 1 and order in readings]


@lru_cache(maxsize=100_000)
def _read(text: str, order: str | None) -> Found:
    if not text:
        return "", ""
    if match := YEAR_FIRST.fullmatch(text):
        return _make(match[1], match[3], match[4])
    if (match := COMPACT.fullmatch(text)) and _is_day(*match.groups()):
        return _make(*match.groups())
    if match := NUMBER.fullmatch(text):
        return _read_number(float(text), len(match[1]))
    if match := NUMERIC.fullmatch(text):
        return _read_numeric(match, order)
    if MAIL.fullmatch(text) and (
        parts := parsedate(text)
    ):  # a hundred times faster than dateparser
        return _make(*parts[:3])
    return _read_words(text)


def _make(year, month=None, day=None) -> Found:
    """Return the date of these parts; a month or day of none or 0 is not known."""
    year, month, day = int(year), int(month or 0), int(day or 0)
    if not _is_day(year, month or 1, day or 1) or (day and not month):
        return "", NO_DAY
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else ""), ""


def _is_day(year, month, day) -> bool:
    try:
        return bool(date(int(year), int(month), int(day)))
    except ValueError:
        return False


def _read_number(number: float, digits: int) -> Found:
    if digits == 5:
        day = SPREADSHEET + timedelta(days=int(number))
        return day.isoformat(), "taken as a spreadsheet's day number"
    moment = datetime.fromtimestamp(number / (1 if digits == 10 else 1000), UTC)
    return moment.date().isoformat(), "taken as the time since 1970"


def _readings(match: re.Match) -> dict[str, date]:
    """Return the days that a date of three numbers may be, by order."""
    first, _, second, third = match.groups()
    parts = {"dmy": (third, second, first), "mdy": (third, first, second)}
    if len(third) == 2:
        parts["ymd"] = (first, second, third)
    full = {order: (_full_year(year), *rest) for order, (year, *rest) in parts.items()}
    return {order: date(*map(int, part)) for order, part in full.items() if _is_day(*part)}


def _full_year(year: str) -> int:
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) > 68 else 2000)  # POSIX


def _read_numeric(match: re.Match, order: str | None) -> Found:
    readings = _readings(match)
    days = set(readings.values())
    doubt = SHORT_YEAR if len(match[4]) == 2 else ""
    if not days:
        return "", NO_DAY
    if order in readings:
        day = readings[order]
    elif len(days) == 1:
        day = days.pop()
        doubt = _join(doubt, f"not in the order {order}") if order else doubt
    elif match[2] == "." and "dmy" in readings and not order:
        day = readings["dmy"]
    else:
        return "", ASK
    return day.isoformat(), doubt


def _read_words(text: str) -> Found:
    if len(text) > LONGEST or not re.search(r"[^\W\d_]{3}", text):
        return "", UNKNOWN
    found = _word_parser().get_date_data(text)
    if found.date_obj is None or found.period not in EXACT:
        return "", UNKNOWN
    published = found.date_obj.date().isoformat()[: EXACT[found.period]]
    return published, "" if re.search(r"\d{4}", text) else SHORT_YEAR


@cache
def _word_parser():
    from dateparser.date import DateDataParser  # 0.2 s, for dates with words alone

    return DateDataParser(
        languages=LANGUAGES,
        settings={
            "PARSERS": ["absolute-time"],  # no 'yesterday'
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["year"],
            "RELATIVE_BASE": datetime(2000, 1, 1),  # nothing of the day it is run on
        },
    )


def _join(*doubts: str) -> str:
    return "; ".join(filter(None, doubts))
