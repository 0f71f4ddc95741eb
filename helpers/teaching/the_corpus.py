"""Checks of the exercise on notebook 01: what is in the corpus, and what is missing?"""

from helpers import counts, load
from helpers.charts.corpus import outlet_positions
from helpers.correction.differences import estimate_difference
from helpers.teaching.checks import check_choice, check_number, check_share

DAYS = 60


def check_uncovered(answer: object) -> str:
    """Say what an event shows that has no record beside it.

    >>> check_uncovered("a").split(".")[0]
    'Not yet'
    """
    return check_choice(
        answer,
        "b",
        {
            "a": "Nobody can tell from this corpus: it was chosen, and holds pages in English.",
            "b": "This is all that the rule asks, and all that can be said.",
            "c": "A record on it may be there without a date, or dated to the month alone.",
        },
    )


def check_covered(answer: object) -> str:
    """Say what is wrong with the share of events that have a record within `DAYS` days.

    >>> check_covered(1.5).split(":")[0]
    'Not yet'
    """
    articles, events = load.articles(), load.events()
    wide, narrow = (counts.event_coverage(articles, events, days)["covered"] for days in (DAYS, 14))
    slips = {
        "This is the share within two weeks: has the cell run with the new number?": narrow.mean(),
        "You divided by all events; only those dated to the day were asked about.": (
            wide.sum() / len(events)
        ),
    }
    why = (
        "A wider window covers more events, and says less of each: after so long, is it the event?"
    )
    return check_share(answer, wide.sum(), len(wide), why, slips)


def check_wire_gap(answer: object) -> str:
    """Say what is wrong with the share of agency copy in outlets elsewhere less that in others.

    >>> check_wire_gap(1).split(":")[0]
    'Not yet'
    """
    wire, elsewhere = _wire()
    there, here = wire[elsewhere].mean(), wire[~elsewhere].mean()
    slips = {
        "You took the difference the other way round.": here - there,
        "This is in percentage points: give it as a difference of shares.": 100 * (there - here),
        "This is the share in outlets elsewhere; the other one is to be taken off.": there,
        "This compares with all records, those elsewhere among them.": there - wire.mean(),
        "These are numbers of records, and one group is larger: compare shares.": (
            wire[elsewhere].sum() - wire[~elsewhere].sum()
        ),
        "This is the share in all records; two parts of them are to be compared.": wire.mean(),
        "No difference at all: `notna()` is true of every record, as nothing is an empty text "
        'here. Ask for `ne("")`.': 0.0,
    }
    return check_number(answer, there - here, "Now ask how sure it is.", slips)


def check_wire_doubt(answer: object) -> str:
    """Say whether the gap of `check_wire_gap` is more than chance, by its interval.

    >>> check_wire_doubt("d").split(":")[0]
    'Not yet'
    """
    articles = load.articles()
    wire, elsewhere = _wire()
    gap = estimate_difference(articles, wire, elsewhere)
    shown = gap.low > 0 or gap.high < 0
    told = f"The difference is {gap}."
    return check_choice(
        answer,
        "a" if shown else "b",
        {
            "a": f"{told} Its interval {'leaves zero out' if shown else 'holds zero'}.",
            "b": f"{told} {'Zero lies outside.' if shown else 'Zero lies in it, and much else.'}",
            "c": f"{told} "
            + (
                "Zero lies outside: that there is none does not fit."
                if shown
                else "An interval that holds zero does not show that there is none."
            ),
        },
    )


def _wire():
    articles = load.articles()
    return articles["wire"].ne(""), outlet_positions(articles).eq("elsewhere")
