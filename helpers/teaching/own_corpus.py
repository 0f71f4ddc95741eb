"""Checks of the exercise on notebook 07: from articles of one's own to shares."""

import math

import pandas as pd

from helpers import load, measure
from helpers.coding.draw import expect_half_width
from helpers.paths import DATA
from helpers.preparing.gather import gather
from helpers.reading.formats import read_rows
from helpers.teaching.checks import NOT_ANSWERED, check_choice, check_number, check_text

EXAMPLE = DATA / "example"
COLUMNS = {"article_id": "Ref", "text": "Story text"}
WANTED = 0.05


def read_example() -> pd.DataFrame:
    """Return the made-up articles of data/example, read and prepared, one a row.

    >>> {"article_id", "text"} <= set(read_example().columns)
    True
    """
    return gather(list(read_rows(EXAMPLE / "corpus", columns=COLUMNS))).articles


def read_own() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the actors and the source types of data/example.

    >>> own, types = read_own()
    >>> types["type"].tolist()
    ['union']
    """
    tables = EXAMPLE / "tables"
    own = pd.read_csv(tables / "actors.csv", dtype=str, keep_default_na=False)
    return own, pd.read_csv(tables / "source_types.csv")


def count_types(own: pd.DataFrame) -> pd.Series:
    """Return the share of each source type in the example, with `own` added to the registry.

    >>> float(count_types(read_own()[0]).sum().round(6))
    1.0
    """
    actors = pd.concat([load.actors(), own], ignore_index=True)
    found = measure(read_example(), actors=actors, types=read_own()[1])
    return found.attributions["source_type"].value_counts(normalize=True)


def check_untyped(answer: object) -> str:
    """Say what it shows that the program leaves many sources without a type.

    >>> check_untyped("a").split(".")[0]
    'Not yet'
    """
    return check_choice(
        answer,
        "b",
        {
            "a": "The coder knew a type for most of them; the articles name who speaks.",
            "b": "Fill in the table, and the share falls; the texts stay as they are.",
            "c": "Cue and source were found, or there would be no row: the type is what lacks.",
        },
    )


def check_surnames(answer: object) -> str:
    """Say what is wrong with the share without a type once surnames are aliases.

    >>> check_surnames(...).split(":")[0]
    'Not answered yet'
    """
    if answer is ...:
        return NOT_ANSWERED
    own, _ = read_own()
    before = count_types(own)
    known = own.assign(aliases=own["aliases"].where(own["aliases"].ne(""), own["short_forms"]))
    after = count_types(known)
    slips = {
        "This is the share before: were the aliases filled, and was it measured anew?": (
            before["unspecified"]
        ),
        "These are the actors of the collection alone; yours are to be added.": (
            count_types(own.head(0))["unspecified"]
        ),
        "This is in per cent: a share goes from 0 to 1.": 100 * after["unspecified"],
    }
    why = f"It was {before['unspecified']:.3f}. In a large corpus a surname could be anybody's."
    return check_number(answer, after["unspecified"], why, slips)


def check_size(answer: object) -> str:
    """Say what is wrong with the number of coded articles that brings the half-width to `WANTED`.

    >>> check_size(...).split(":")[0]
    'Not answered yet'
    """
    if answer is ...:
        return NOT_ANSWERED
    articles = read_example()
    said, ids = measure(articles).attributions, articles["article_id"].tolist()
    half = expect_half_width(said, ids, 15)
    right = math.ceil(15 * (half / WANTED) ** 2)
    slips = {
        "Half the width shrinks with the root of the number, not with the number.": (
            math.ceil(15 * half / WANTED)
        ),
    }
    why = f"Fifteen coded articles give {half:.3f}; half of that takes four times as many."
    return check_number(answer, right, why, slips, places=0)


def check_quiet(answer: object) -> str:
    """Say whether two voices in a text of one's own are lost on the program.

    >>> check_quiet("The minister said it was fair. Lawyers warned of harm.").split(":")[0]
    'Not yet'
    """

    def judge(text: str) -> str:
        found = measure(load.as_articles(text)).attributions
        names = found["source_text"].unique()
        if len(names) > 1:
            return f"Not yet: two voices are found ({', '.join(names)}). Which forms have no verbs?"
        return (
            f"Right, if a reader hears two: the program finds {len(names)}. It raises no error, so "
            "look for articles with many words and few attributions."
        )

    return check_text(answer, judge)
