"""TextBlob's quirks on news: small sentences that show each, and what mending it does to texts."""

import re
from pathlib import Path

import pandas as pd
from textblob import TextBlob

from helpers.faults import read_table
from helpers.paths import DATA
from helpers.tone import schemas
from helpers.tone.sentiment import score_text

COLUMNS = ["quirk", "example", "assessed", "polarity", "reader", "texts", "before", "shift"]


def read_quirks(path: Path = DATA / "quirks.csv") -> pd.DataFrame:
    """Return the quirks, one a row, as text: quirk, example, reader, pattern, instead, reads, why.

    Raises:
        DataFault: see `faults.read_table`.

    >>> read_quirks().set_index("quirk").loc["term-fine", ["example", "reader"]].tolist()
    ['A fine was imposed.', 'negative']
    """
    return read_table(path, schemas.QUIRKS)


def mend(text: str, quirk: pd.Series) -> float | None:
    """Return TextBlob's polarity of `text` with one quirk mended; None where no word is known.

    Where the quirk's `pattern` matches, `instead` stands in its place, and each match counts as one
    more word of polarity `reads`, if that is filled.

    >>> quirks = read_quirks().set_index("quirk")
    >>> mend("A controversial, good plan.", quirks.loc["word-controversial"])
    0.15
    >>> mend("The plan isn't good.", quirks.loc["negation-contracted"])
    -0.35
    """
    mended, times = re.subn(quirk["pattern"], quirk["instead"], text)
    known = [score for _, score, *_ in TextBlob(mended).sentiment_assessments.assessments]
    known += [float(quirk["reads"])] * times if quirk["reads"] else []
    return round(sum(known) / len(known), 6) if known else None


def judge_quirks(texts: pd.Series, quirks: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return what TextBlob makes of each quirk's example, and what the quirk does to `texts`.

    `texts` are sentences, or whole articles: some quirks only show where several sentences are
    scored as one. Columns out: quirk, example, assessed (the words with their polarity), polarity
    (missing where no word is known), reader (what a reader would say: negative, neither,
    positive), texts (how many of `texts` hold it), before (the mean polarity of all `texts` with a
    known word), shift (how far that mean moves when this quirk alone is mended).

    >>> table = judge_quirks(pd.Series(["A good plan.", "A controversial plan."]))
    >>> table.set_index("quirk").loc["word-controversial", ["texts", "before", "shift"]].tolist()
    [1.0, 0.625, -0.475]
    """
    quirks = read_quirks() if quirks is None else quirks
    texts = texts.reset_index(drop=True)
    scores = pd.Series([score_text(text)["polarity"] for text in texts], dtype=float)
    rows = []
    for _, quirk in quirks.iterrows():
        shown = score_text(quirk["example"])
        holds = [text for text in texts.items() if re.search(quirk["pattern"], text[1])]
        changed = pd.Series({place: mend(text, quirk) for place, text in holds}, dtype=float)
        mended = pd.concat([scores.drop(changed.index), changed]).mean()
        rows.append(
            (quirk["quirk"], quirk["example"], shown["known_words"], shown["polarity"],
             quirk["reader"], len(holds), scores.mean(), mended - scores.mean())
        )  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS).round({"before": 6, "shift": 6})
