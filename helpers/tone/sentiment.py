"""Polarity and subjectivity by TextBlob, with what its lexicon knew of each sentence."""

import re
from functools import cache

import pandas as pd
from textblob._text import Score
from textblob.base import BaseSentimentAnalyzer
from textblob.en import Sentiment, sentiment

COLUMNS = [
    "level", "article_id", "sentence", "actor_id", "start", "end", "polarity", "subjectivity",
    "n_sentences", "n_words", "n_known", "known_words",
]  # fmt: skip
SCORED = ["polarity", "subjectivity", "n_words", "n_known", "known_words"]
WORD = re.compile(r"\w+(?:['’-]\w+)*")


class LoadedSentiment(Sentiment):
    """TextBlob's analyzer that does not ask, at each look at its words, whether it has read them.

    >>> issubclass(LoadedSentiment, dict)
    True
    """

    __contains__ = dict.__contains__
    __getitem__ = dict.__getitem__


@cache
def _loaded() -> LoadedSentiment:
    loaded = LoadedSentiment(
        path=sentiment.path, synset="wordnet_id", negations=sentiment.negations,
        modifiers=sentiment.modifiers, modifier=sentiment.modifier, tokenizer=sentiment.tokenizer,
    )  # fmt: skip
    loaded.load()
    return loaded


def assess(text: str) -> Score:
    """Return what TextBlob's analyzer gives: polarity, subjectivity, and what was assessed.

    >>> assess("A good plan.") == sentiment("A good plan.")
    True
    """
    return _loaded()(text)


def score_text(text: str, analyzer: BaseSentimentAnalyzer | None = None) -> dict:
    """Return polarity, subjectivity, n_words, n_known and known_words of `text`, in one pass.

    `polarity` (-1 to 1) and `subjectivity` (0 to 1) are TextBlob's means over the words its
    lexicon knows, and None where it knows none: TextBlob itself says 0.0 then, which reads like
    a neutral sentence and is none. `known_words` lists what was assessed, each with its polarity;
    `n_known` counts these (a word with its modifier, "very good", is one). `analyzer` is TextBlob's
    own unless another is given, such as `analyzer.NewsAnalyzer()`.

    Method: TextBlob 0.20's pattern analyzer (De Smedt and Daelemans 2012, "Pattern for Python").

    >>> score_text("The deal was unlawful.")["polarity"] is None
    True
    >>> score_text("The illegal deal was controversial.")
    {'polarity': 0.025, 'subjectivity': 0.725, 'n_words': 5, 'n_known': 2,
     'known_words': 'illegal -0.5; controversial +0.55'}
    """
    # What TextBlob(text).sentiment_assessments gives; asked there, it reads each text twice.
    result = analyzer.analyze(text, keep_assessments=True) if analyzer else assess(text)
    polarity, subjectivity = result[:2]
    known = [(" ".join(words), value) for words, value, _, _ in result.assessments]
    return {
        "polarity": round(polarity, 6) if known else None,
        "subjectivity": round(subjectivity, 6) if known else None,
        "n_words": len(WORD.findall(text)),
        "n_known": len(known),
        "known_words": "; ".join(f"{words} {value:+.3g}" for words, value in known),
    }


def score_table(
    sentences: pd.DataFrame, mentions: pd.DataFrame, analyzer: BaseSentimentAnalyzer | None = None
) -> pd.DataFrame:
    """Return polarity and subjectivity at three levels, one row a unit.

    `sentences` and `mentions` are tables of measures. `level` is "sentence", "actor" (an actor in
    an article: the sentences that mention it) or "article". Each sentence is analysed once; an
    actor's and an article's polarity is the mean over its sentences that hold a known word, so that
    no word reaches across a full stop. `analyzer` as for `score_text`.
    Columns: level, article_id, sentence (sentence rows only), actor_id (actor rows only), start
    and end (offsets of the unit in the article's text), polarity, subjectivity (missing where no
    word was known), n_sentences, n_words, n_known, known_words.

    >>> from helpers.load import as_articles
    >>> from helpers.sentences import split_articles
    >>> nobody = pd.DataFrame({"article_id": [], "sentence": [], "actor_id": []}, dtype=object)
    >>> table = score_table(split_articles(as_articles("A good plan. It rained.")), nobody)
    >>> table[["level", "polarity", "n_sentences"]].values.tolist()
    [['sentence', 0.7, 1], ['sentence', nan, 1], ['article', 0.7, 2]]
    """
    results = [score_text(text, analyzer) for text in sentences["text"]]
    scored = sentences.join(pd.DataFrame(results, index=sentences.index, columns=SCORED))
    of_actors = mentions[["article_id", "sentence", "actor_id"]].drop_duplicates()
    by_actor = of_actors.merge(scored, on=["article_id", "sentence"])
    table = pd.concat(
        [
            scored.assign(level="sentence", actor_id="", n_sentences=1),
            _mean_over(by_actor, ["article_id", "actor_id"]).assign(level="actor"),
            _mean_over(scored, ["article_id"]).assign(level="article", actor_id=""),
        ],
        ignore_index=True,
    )
    types = {"sentence": "Int64", "polarity": float, "subjectivity": float}
    return table[COLUMNS].astype(types)


def _mean_over(scored: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    table = (
        scored.groupby(keys, sort=False)
        .agg(
            start=("start", "min"),
            end=("end", "max"),
            polarity=("polarity", "mean"),
            subjectivity=("subjectivity", "mean"),
            n_sentences=("text", "size"),
            n_words=("n_words", "sum"),
            n_known=("n_known", "sum"),
        )
        .reset_index()
    )
    known = {key: [] for key in zip(*(table[key] for key in keys), strict=True)}
    for *key, words in zip(*(scored[key] for key in keys), scored["known_words"], strict=True):
        if words:
            known[tuple(key)].append(words)
    return table.assign(known_words=list(map("; ".join, known.values())))
