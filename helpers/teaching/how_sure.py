"""Checks of the exercise on notebook 05: how sure are we of the numbers?"""

from helpers import codes, load
from helpers.correction.corrected import compare_shares
from helpers.gold.codings import read_attributions
from helpers.teaching.checks import check_choice, check_number
from helpers.teaching.committed import read_measures


def read_both():
    """Return the coded and the measured attributions, and the ids of the testing records.

    Coded ones of the testing records alone, from which nothing was learned.

    >>> gold, measured, testing = read_both()
    >>> bool(gold["article_id"].isin(testing).all()), len(measured) > len(gold)
    (True, True)
    """
    articles = load.articles()
    testing = articles.loc[articles["fold"].eq(codes.UNSEEN), "article_id"].tolist()
    gold = read_attributions("settled", articles)
    gold = gold[gold["article_id"].isin(testing)].reset_index(drop=True)
    return gold, read_measures().attributions, testing


def check_agreement(answer: object) -> str:
    """Say what it shows that two coders agree nearly always.

    >>> check_agreement("a").split(".")[0]
    'Not yet'
    """
    return check_choice(
        answer,
        "b",
        {
            "a": "Two coders with one habit agree on errors, too; here both are runs of one model.",
            "b": "That is what agreement can show; whether the rules are good ones it cannot.",
            "c": "The program took no part in it: how near it comes to them is another table.",
        },
    )


def check_sending(answer: object) -> str:
    """Say what is wrong with the corrected share of attributions to the sending side.

    >>> check_sending(-1).split(":")[0]
    'Not yet'
    """
    gold, measured, testing = read_both()
    ids = load.articles()["article_id"]
    table = compare_shares(gold, measured, "source_side", testing, ids)
    row = table.set_index("source_side").loc["sending"]
    slips = {
        "This is the naive share, as the program counts.": row["naive"],
        "This is gold alone, without what the other records tell.": row["gold"],
        "This is the lower bound of its interval.": row["corrected_low"],
        "This is in per cent: a share goes from 0 to 1.": 100 * row["corrected"],
    }
    why = (
        f"Its interval goes from {row['corrected_low']:.2f} to {row['corrected_high']:.2f}; the "
        f"naive one, from {row['naive_low']:.2f} to {row['naive_high']:.2f}, leaves the measure's "
        "error out."
    )
    return check_number(answer, row["corrected"], why, slips)


def check_by_hand(answer: object) -> str:
    """Say what is wrong with governments' share when the error is taken off by hand.

    The measured share over all records, less what the measure says too much on the coded ones.

    >>> check_by_hand(True).split(":")[0]
    'Not yet'
    """
    gold, measured, testing = read_both()
    government = measured["source_type"].eq("government")
    coded = measured["article_id"].isin(testing)
    everywhere, there = government.mean(), government[coded].mean()
    truth = gold["source_type"].eq("government").mean()
    error = there - truth
    slips = {
        "Nothing is taken off yet: this is the measured share.": everywhere,
        "The error was added; it is what the measure says too much, so take it off.": (
            everywhere + error
        ),
        "This is the error itself: now take it off the share over all records.": error,
        "This is the coders' share in the coded records alone.": truth,
        "This is the measure's share in the coded records alone.": there,
        "The measure was taken off itself; its error is its share there, less the coders'.": (
            everywhere - there
        ),
    }
    why = (
        "`compare_shares` does the same with a weight on the measure, and adds an interval; see "
        "how near you are."
    )
    return check_number(answer, everywhere - error, why, slips)


def check_rests_on(answer: object) -> str:
    """Say what is wrong with the number of coded articles in which the people moved speak.

    >>> check_rests_on(10_000).split(":")[0]
    'Not yet'
    """
    gold, measured, testing = read_both()
    theirs = gold[gold["source_type"].eq("relocated_people")]
    heard = measured.loc[measured["source_type"].eq("relocated_people"), "article_id"]
    articles = theirs["article_id"].nunique()
    slips = {
        "These are attributions; those of one article are not independent.": len(theirs),
        "This is what the program finds in these records; the coders are asked about.": (
            heard[heard.isin(testing)].nunique()
        ),
        "This is what the program finds in all records; ask the coders: `gold`.": heard.nunique(),
        "This is the number of all coded articles.": len(testing),
    }
    why = "So few articles carry the correction of this share: read its interval as rough."
    return check_number(answer, articles, why, slips, places=0)
