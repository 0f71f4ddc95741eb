"""The measures the models are compared with: majority, TextBlob, VADER, the news analyzer."""

import re
from collections.abc import Callable

from textblob import TextBlob

MARGIN = 0.05  # scores nearer to zero count as neither: VADER's own rule, used for all
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
AROUND = 10  # words on each side of a target


def cut_window(text: str, start: int, end: int) -> str:
    """Return the words around a target, AROUND on each side, with the target."""
    before = [match.start() for match in WORD.finditer(text, 0, start)][-AROUND:]
    after = [match.end() for match in WORD.finditer(text, end)][:AROUND]
    return text[before[0] if before else start : after[-1] if after else end]


def to_code(score: float) -> int:
    """Return -1, 0 or 1 of a score."""
    return 0 if abs(score) < MARGIN else 1 if score > 0 else -1


def list_scorers() -> tuple[dict[str, Callable[[str], float]], list[str]]:
    """Return the scorers that can be had here by name, and why others cannot."""
    scorers: dict[str, Callable[[str], float]] = {
        "TextBlob": lambda text: TextBlob(text).sentiment.polarity
    }
    missing = []
    try:
        from helpers.tone.analyzer import NewsAnalyzer

        news = NewsAnalyzer()
        scorers["news analyzer"] = lambda text: TextBlob(text, analyzer=news).sentiment.polarity
    except ImportError as error:
        missing.append(f"news analyzer: not scored ({error})")
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        vader = SentimentIntensityAnalyzer()
        scorers["VADER"] = lambda text: vader.polarity_scores(text)["compound"]
    except ImportError as error:
        missing.append(f"VADER: not scored ({error}; no dependency of this project)")
    return scorers, missing
