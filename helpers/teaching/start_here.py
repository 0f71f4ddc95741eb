"""Checks of the exercise on notebook 00: one article, followed by hand."""

from helpers import load, measure
from helpers.gold.codings import read_attributions
from helpers.teaching.checks import check_number, check_pick, check_text
from helpers.teaching.committed import read_measures

RECORD = "aap-nz-offer"


def check_sources(answer: object) -> str:
    """Say what is wrong with a count of the different sources in the record `RECORD`.

    Right is what the coders settled on.

    >>> check_sources(0).split(".")[0]
    'Not yet: 0 is too low'
    """
    articles = load.articles()
    gold = read_attributions("settled", articles)
    coded = gold[gold["article_id"].eq(RECORD)]
    found = read_measures().attributions
    measured = found[found["article_id"].eq(RECORD)]
    slips = {
        "You counted attributions: who speaks twice is one source.": len(coded),
        "This is how many attributions the program finds.": len(measured),
        "So many sources the program finds; not each of them says something. Which is none?": (
            measured["source_name"].nunique()
        ),
    }
    why = (
        "So many the coders have, too. The program has another number: run `measure` on the text "
        "and look for the row that is no reported speech."
    )
    return check_number(answer, coded["source_name"].nunique(), why, slips, places=0)


def check_direct_quotation(answer: object) -> str:
    """Say whether a text of one's own holds one attribution, to critics, all in quotation marks.

    >>> check_direct_quotation("Critics said the deal would fail.")
    "Not yet: the mode is 'indirect': the content is not, as a whole, in quotation marks."
    >>> check_direct_quotation('"The deal will fail," the critics said.').split(".")[0]
    'Right'
    """

    def judge(text: str) -> str:
        found = measure(load.as_articles(text)).attributions
        if found.empty:
            return "Not yet: nothing found. Is there a verb such as 'said', and a source?"
        if len(found) > 1:
            told = ", ".join(found["cue_text"])
            return f"Not yet: {len(found)} attributions are found ({told}); one is asked for."
        row = found.iloc[0]
        if "critics" not in row["source_text"].lower():
            return f"Not yet: the source found is '{row['source_text']}', not the critics."
        if row["mode"] != "direct":
            return (
                f"Not yet: the mode is '{row['mode']}': the content is not, as a whole, in "
                "quotation marks."
            )
        return f"Right. Source '{row['source_text']}', cue '{row['cue_text']}', mode direct."

    return check_text(answer, judge)


def check_most_sources(answer: object) -> str:
    """Say what is wrong with the record that is said to have the most different sources.

    >>> check_most_sources("nowhere").split(":")[0]
    'Not yet'
    """
    found = read_measures().attributions
    by_article = found.groupby("article_id")
    known = found[found["source_name"].ne("")].groupby("article_id")
    names, texts = known["source_name"].nunique(), by_article["source_text"].nunique()
    most = names.index[names.eq(names.max())]
    slips = {
        "It has most attributions, but some go to the same source.": _top(by_article.size()),
        "It has most ways to write a source; 'he' and the minister may be one.": _top(texts),
    }
    why = f"It hears {names.max()} different sources in one abstract."
    return check_pick(answer, list(most), set(load.articles()["article_id"]), why, slips)


def check_unheard(answer: object) -> str:
    """Say whether the program finds no source in a text of one's own.

    >>> check_unheard("The minister said it was over.")
    "Not yet: the program finds 'said', by The minister. Tell it without a word that reports."
    """

    def judge(text: str) -> str:
        found = measure(load.as_articles(text)).attributions
        if len(found):
            row = found.iloc[0]
            return (
                f"Not yet: the program finds '{row['cue_text']}', by "
                f"{row['source_name'] or 'nobody it knows'}. Tell it without a word that reports."
            )
        return (
            "Right, if your neighbour can tell who speaks: the program finds nobody. Such voices "
            "are missing from every share in this collection."
        )

    return check_text(answer, judge)


def _top(counts) -> list[str]:
    return counts.index[counts.eq(counts.max())].tolist()
