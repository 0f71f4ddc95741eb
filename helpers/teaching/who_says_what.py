"""Checks of the exercise on notebook 06: who says what of whom?"""

import pandas as pd

from helpers import load, measure
from helpers.gold.codings import read_attributions, read_stance
from helpers.teaching.checks import check_choice, check_number, check_share, check_text
from helpers.teaching.committed import read_measures
from helpers.tone.stance import score_stance
from helpers.voices import join_stance


def read_said() -> pd.DataFrame:
    """Return the coded attributions, each with the coded stance of its sentence, one a row.

    Columns: those of `gold.codings.read_attributions`, and stance ("-1", "0" or "1").

    >>> sorted(set(read_said()["stance"]))
    ['-1', '0', '1']
    """
    stance = read_stance("settled", read_measures().sentences)
    return join_stance(read_attributions("settled", load.articles()), stance)


def check_meaning(answer: object) -> str:
    """Say what it means that an attribution to a minister has the stance -1.

    >>> check_meaning("a").split(".")[0]
    'Not yet'
    """
    return check_choice(
        answer,
        "c",
        {
            "a": "The stance is that of the sentence: the minister may answer a critic in it.",
            "b": "Stance is toward the arrangement; tone toward a person is another measure.",
            "c": "That is all it says: who stands in such a sentence, not what they think.",
        },
    )


def check_quoted_gap(answer: object) -> str:
    """Say what is wrong with the gap, civil society less governments, among quoted words.

    The shares of attributions with words in quotation marks whose sentence is in a bad light, as
    coded.

    >>> check_quoted_gap(...).split(":")[0]
    'Not answered yet'
    """
    said = read_said()
    quoted = said[said["mode"].isin(["direct", "mixed"])]
    direct = said[said["mode"].eq("direct")]
    right = _gap(quoted)
    slips = {
        "The difference is taken the other way round: civil society first.": -right,
        "This is the gap over all attributions, quoted or not.": _gap(said),
        "You kept those wholly in quotation marks; 'mixed' ones hold some, too.": _gap(direct),
        "This is in percentage points: give it as a difference of shares.": 100 * right,
    }
    why = f"Over all attributions it is {_gap(said):.2f}."
    return check_number(answer, right, why, slips)


def check_shared(answer: object) -> str:
    """Say what is wrong with the share of attributions in sentences with two types of source.

    >>> check_shared(2).split(":")[0]
    'Not yet'
    """
    said = read_said()
    types = said.groupby(["article_id", "sentence"])["source_type"]
    shared = types.transform("nunique").gt(1)
    several = types.transform("size").gt(1)
    slips = {
        "This is the share of sentences; the attributions in them were asked for.": (
            types.nunique().gt(1).mean()
        ),
        "You took sentences with two attributions; both may go to one type of source.": (
            several.mean()
        ),
    }
    why = "Each of these has the stance of a sentence that another kind of source is in, too."
    return check_share(answer, shared.sum(), len(said), why, slips)


def check_two_voices(answer: object) -> str:
    """Say whether a sentence of one's own has two types of source, and one stance for both.

    >>> check_two_voices("The minister said the deal would save lives.").split(":")[0]
    'Not yet'
    """

    def judge(text: str) -> str:
        found = measure(load.as_articles(text))
        if len(found.sentences) > 1:
            return f"Not yet: this is {len(found.sentences)} sentences; put both voices in one."
        types = found.attributions["source_type"].unique()
        if len(types) < 2:
            told = ", ".join(types) or "nobody"
            return f"Not yet: one type of source at most is found ({told}); two are asked for."
        stance = score_stance(found.sentences)["stance"].item()
        return (
            f"Right. Both, {' and '.join(types)}, are counted with the stance {stance:+d}. Whose "
            "is it?"
        )

    return check_text(answer, judge)


def _gap(said: pd.DataFrame) -> float:
    bad = said["stance"].eq("-1").groupby(said["source_type"]).mean()
    return float(bad["civil_society"] - bad["government"])
