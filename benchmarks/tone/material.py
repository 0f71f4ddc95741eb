"""What the two models learn from: stance of the corpus' coded sentences, tone of NewsMTSC."""

import pandas as pd
from learn import Cases
from newsmtsc import Target

from helpers import load
from helpers.gold.codings import SETTLED, TRAINING, read_stance
from helpers.gold.sample import read_sample
from helpers.sentences import split_articles
from helpers.tone.stance_signs import read_for_stance, stance_signs
from helpers.tone.toward_signs import find_place, tone_signs
from helpers.words.plain import plain_text

# Chosen by cross-validation on the learning material; see RESULTS.md.
STANCE = {"strength": 0.03, "balanced": True, "counted": 0.05}
TONE = {"strength": 0.006, "balanced": True}
STANCE_AT_LEAST = {"": 2, "pair": 3, "piece": 15}
TONE_AT_LEAST = {"": 3, "piece": 8, "pair": 5, "near": 4, "left": 4, "right": 4}


def read_coded(part: str) -> pd.DataFrame:
    """Return the coded sentences of "learning" (tuning and training) or "testing" records.

    Columns: article_id, sentence, text, of (sentences of its article), stance (-1, 0, 1).
    """
    articles = load.articles()
    articles["text"] = [plain_text(text) for text in articles["text"]]
    sentences = split_articles(articles)
    parts = read_sample().set_index("article_id")["part"]
    coded = pd.concat([read_stance(who, sentences) for who in (SETTLED, TRAINING)])
    testing = coded["article_id"].map(parts) == "testing"
    coded = coded[testing if part == "testing" else ~testing]
    table = coded.merge(sentences, on=["article_id", "sentence"], validate="1:1")
    table["of"] = table.groupby("article_id")["sentence"].transform("max") + 1
    return table.astype({"stance": int}).sort_values(["article_id", "sentence"], ignore_index=True)


def stance_cases(coded: pd.DataFrame) -> Cases:
    """Return the Cases of coded sentences, grouped by article."""
    signs = [
        stance_signs(read_for_stance(row.text), row.sentence, row.of) for row in coded.itertuples()
    ]
    return Cases(signs, coded["stance"], coded["article_id"], STANCE_AT_LEAST)


def tone_cases(targets: list[Target]) -> Cases:
    """Return the Cases of targets, grouped by article."""
    signs = []
    for target in targets:
        reading = read_for_stance(target.text)
        signs.append(tone_signs(reading, find_place(reading, target.start, target.end)))
    return Cases(signs, [t.label for t in targets], [t.article for t in targets], TONE_AT_LEAST)
