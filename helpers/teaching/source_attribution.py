"""Checks of the exercise on notebook 04: who is given the floor?"""

from helpers import load, measure
from helpers.teaching.checks import check_choice, check_share, check_text
from helpers.teaching.committed import read_measures


def check_meaning(answer: object) -> str:
    """Say what the share of governments in the attributions is a share of.

    >>> check_meaning("b").split(".")[0]
    'Not yet'
    """
    return check_choice(
        answer,
        "c",
        {
            "a": "An attribution of five words counts as much as one of fifty.",
            "b": "Nearly all articles hear a government; that is another share, and much larger.",
            "c": "Each attribution counts once, as the program finds and types it.",
            "d": "Five ministers are five sources; one minister who speaks five times counts five "
            "times as well.",
        },
    )


def check_by_words(answer: object) -> str:
    """Say what is wrong with the share of the credited words that go to governments.

    >>> check_by_words(55).split(":")[0]
    'Not yet'
    """
    found = read_measures().attributions
    government = found["source_type"].eq("government")
    words = found["content_text"].str.split().str.len()
    letters = found["content_text"].str.len()
    slips = {
        "This is the share of attributions; now each is to weigh as many words as it has.": (
            government.mean()
        ),
        "You counted characters: split the content into words first.": (
            letters[government].sum() / letters.sum()
        ),
        "This compares mean lengths. Sum the words of governments, divide by all words.": (
            words[government].mean() / words.mean()
        ),
    }
    longer = words[government].mean() - words[~government].mean()
    more = "longer" if longer > 0 else "shorter"
    why = f"Governments' attributions are {abs(longer):.1f} words {more} than others, on average."
    return check_share(answer, words[government].sum(), words.sum(), why, slips)


def check_alone(answer: object) -> str:
    """Say what is wrong with the share of articles that hear governments and nobody else.

    Of the articles that hear anybody.

    >>> check_alone(...).split(":")[0]
    'Not answered yet'
    """
    articles, found = load.articles(), read_measures().attributions
    government = found["source_type"].eq("government").groupby(found["article_id"])
    alone, some = government.all(), government.any()
    slips = {
        "This is the share of articles that hear a government at all, with others or without.": (
            some.mean()
        ),
        "You divided by all articles; in a few nobody is heard.": alone.sum() / len(articles),
        "This is the share of attributions.": found["source_type"].eq("government").mean(),
    }
    why = "In these a reader hears one kind of voice, however many ministers speak."
    return check_share(answer, alone.sum(), len(alone), why, slips)


def check_false_find(answer: object) -> str:
    """Say whether the program finds a source in a text of one's own in which nobody speaks.

    >>> check_false_find("The bus left at nine.").split(":")[0]
    'Not yet'
    """

    def judge(text: str) -> str:
        found = measure(load.as_articles(text)).attributions
        if found.empty:
            return (
                "Not yet: the program finds nothing, as it should. Which verbs are sometimes an "
                "act and sometimes words?"
            )
        row = found.iloc[0]
        return (
            f"Right, if nobody speaks in it: '{row['source_text'] or 'somebody'}' is heard by "
            f"'{row['cue_text']}'. Such finds are in every count of attributions."
        )

    return check_text(answer, judge)
