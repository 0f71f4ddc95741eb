"""How often the sign of polarity is the coded one: python benchmarks/tone/analyzer.py [FILE.jsonl]

TextBlob's own analyzer beside the news analyzer, by macro-F1: against the stance of the sentences
that were coded to learn from, of those kept for testing, and, where a FILE in NewsMTSC's form is
given (Hamborg and Donnay 2021; not part of this project), against the tone toward its targets, of
which neither analyzer knows. On the learning records the entries of the lexicon that were learned
are cross-fitted: in each fold only those count that the other folds' records speak for. Prints a
table, no texts.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from textblob.base import BaseSentimentAnalyzer
from textblob.en.sentiments import PatternAnalyzer

from helpers import load
from helpers.gold.stance import coded_sentences, count_sides, is_one_sided, macro_f1
from helpers.sentences import split_articles
from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.words import build_tone_words, read_tone_lexicon

SEED = 20261123
FOLDS = 10
LABELS = {2.0: -1, 4.0: 0, 6.0: 1}


def signs(analyzer: BaseSentimentAnalyzer, texts) -> np.ndarray:
    """Return the sign of the polarity of each text."""
    return np.sign([analyzer.analyze(text).polarity for text in texts]).astype(int)


def spoken_for(coded: pd.DataFrame) -> pd.DataFrame:
    """Return the lexicon without the learned entries that `coded` does not speak for."""
    lexicon = read_tone_lexicon()
    fails = [
        row.source == "learning"
        and not is_one_sided(count_sides(row.forms.split("|"), coded), float(row.polarity))
        for row in lexicon.itertuples()
    ]
    return lexicon[~np.array(fails)]


def cross_fitted(coded: pd.DataFrame) -> np.ndarray:
    """Return the signs of coded sentences, each by a lexicon that did not see its article."""
    articles = np.array(sorted(set(coded["article_id"])))
    order = np.random.default_rng(SEED).permutation(len(articles))
    found = np.zeros(len(coded), dtype=int)
    for fold in range(FOLDS):
        held = coded["article_id"].isin(articles[order[fold::FOLDS]]).to_numpy()
        words = build_tone_words(spoken_for(coded[~held]))
        found[held] = signs(NewsAnalyzer(words=words), coded.loc[held, "text"])
    return found


def read_targets(path: Path) -> pd.DataFrame:
    """Return the targets of a file in NewsMTSC's form: article_id, text, stance (-1, 0, 1)."""
    rows = [
        ("_".join(line["primary_gid"].split("_")[:3]), line["sentence_normalized"],
         LABELS[target["polarity"]])
        for line in map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
        for target in line["targets"]
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["article_id", "text", "stance"])


def main(path: str | None = None) -> None:
    """Print one row for each set of texts and analyzer."""
    coded = coded_sentences(split_articles(load.articles()))
    learning, testing = (coded[coded["part"] == part] for part in ("learning", "testing"))
    sets = {"stance, learning records": learning, "stance, testing records": testing}
    if path:
        sets["tone toward targets, NewsMTSC"] = read_targets(Path(path))
    rows = []
    for name, table in sets.items():
        fitted = cross_fitted if table is learning else None
        measured = {
            "TextBlob": signs(PatternAnalyzer(), table["text"]),
            "news analyzer": fitted(table) if fitted else signs(NewsAnalyzer(), table["text"]),
        }
        for who, found in measured.items():
            scores = macro_f1(found, table["stance"], table["article_id"])
            rows.append((name, who, len(table), *scores, (found == 0).mean()))
    columns = ["gold", "analyzer", "n", "macro_f1", "low", "high", "says_nothing"]
    print(pd.DataFrame(rows, columns=columns).round(3).to_string(index=False))


if __name__ == "__main__":
    main(*sys.argv[1:2])
