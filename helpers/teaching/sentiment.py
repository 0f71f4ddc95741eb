"""Checks of the exercise on notebook 03: in what tone, and can TextBlob tell?"""

import re

import pandas as pd

from helpers.gold.codings import read_stance
from helpers.teaching.checks import check_members, check_number, check_share, check_text
from helpers.teaching.committed import read_measures
from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.sentiment import score_text

SENTENCE = (
    "The minister said a more generous offer was confirmed in late May, but campaigners condemned "
    "the unlawful plan."
)
FRIENDLY = 0.3


def read_sentences() -> pd.DataFrame:
    """Return the sentences of the corpus with their polarity and known words, one a row.

    Columns: those of `Measures.scores`.

    >>> set(read_sentences()["level"])
    {'sentence'}
    """
    scores = read_measures().scores
    return scores[scores["level"].eq("sentence")].reset_index(drop=True)


def check_known_words(answer: object) -> str:
    """Say what is wrong with the words of `SENTENCE` that TextBlob is said to know.

    >>> check_known_words(["condemned"]).split(".")[0]
    'Not yet: too many: condemned'
    """
    known = re.findall(r"(?:^|; )(\S+)", score_text(SENTENCE)["known_words"])
    return check_members(
        answer,
        set(known),
        "None of them blames or praises the plan; the words that do are unknown to it.",
        "They are not in TextBlob's lexicon, however harsh or kind they sound to a reader.",
        "Its lexicon holds words that compare, date or grade, too.",
    )


def check_without_safe(answer: object) -> str:
    """Say what is wrong with the mean polarity of the sentences in which "safe" was not assessed.

    >>> check_without_safe("low").split(":")[0]
    'Not yet'
    """
    sentences = read_sentences()
    held = sentences["known_words"].str.contains(r"(?:^|; )safe ")
    loose = sentences["known_words"].str.contains("safe")
    mean = sentences.loc[~held, "polarity"].mean()
    slips = {
        "This is the mean of all sentences: nothing was left out.": sentences["polarity"].mean(),
        "You kept the sentences with 'safe', and left out the others.": (
            sentences.loc[held, "polarity"].mean()
        ),
        "Sentences without a known word were counted as zero; they have no score.": (
            sentences.loc[~held, "polarity"].fillna(0).mean()
        ),
        "You left out 'unsafe', 'safely' or 'safety' as well: ask for the whole word.": (
            sentences.loc[~loose, "polarity"].mean()
        ),
    }
    why = f"One word moves the mean by {sentences['polarity'].mean() - mean:+.4f}."
    return check_number(answer, mean, why, slips, places=5)


def check_agreement(answer: object) -> str:
    """Say what is wrong with the share of coded sentences whose stance TextBlob's sign tells.

    A sentence without a polarity counts as neither (0).

    >>> check_agreement(80).split(":")[0]
    'Not yet'
    """
    sentences = read_sentences()
    coded = read_stance("settled", read_measures().sentences)
    both = sentences.merge(coded, on=["article_id", "sentence"])
    sign = both["polarity"].fillna(0).map(lambda value: (value > 0) - (value < 0))
    right = sign.eq(both["stance"].astype(int))
    scored = both["polarity"].notna()
    neither = both["stance"].eq("0").mean()
    slips = {
        "Sentences without a known word were left out; they count as neither.": (
            right[scored].mean()
        ),
        "Sentences without a known word were taken for wrong: fill in zero first.": (
            (right & scored).mean()
        ),
        "Nothing is the same: no number equals a text. Make `stance` a whole number.": 0.0,
        "The polarity itself was compared with the stance: make a sign of it first.": (
            both["polarity"].fillna(0).eq(both["stance"].astype(int)).mean()
        ),
        "This is what always saying 'neither' would reach.": neither,
    }
    why = f"Always saying 'neither' is right in {neither:.0%}: what is TextBlob worth, then?"
    return check_share(answer, right.sum(), len(both), why, slips)


def check_harsh(answer: object) -> str:
    """Say whether TextBlob finds a text of one's own friendly that the news analyzer does not.

    >>> check_harsh("The court called it unlawful and cruel.").split(":")[0]
    'Not yet'
    """

    def judge(text: str) -> str:
        one, news = score_text(text), score_text(text, NewsAnalyzer())
        told = f"TextBlob: {one['known_words'] or 'no known word'}"
        beside = f"the news analyzer: {news['known_words'] or 'no known word'}"
        if not one["polarity"] > FRIENDLY:
            return f"Not yet: it must sound friendly to TextBlob, above {FRIENDLY:+}. {told}."
        if not news["polarity"] < 0:
            return f"Not yet: friendly to TextBlob, but not harsh to {beside}."
        return f"Right. {told}; {beside}."

    return check_text(answer, judge)
