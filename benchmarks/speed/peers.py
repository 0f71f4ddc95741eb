"""VADER, and spaCy with spacytextblob, over texts from standard input: seconds a round, as JSON.

Run by an interpreter that has vaderSentiment, spacy and spacytextblob (see report.py); it imports
nothing of this project.
"""

import json
import sys
import time


def time_passes(texts: list[str], passes: dict, rounds: int) -> dict[str, float]:
    """Return the CPU seconds of each pass's best round; the passes take turns."""
    best = dict.fromkeys(passes, float("inf"))
    for _ in range(rounds):
        for name, assess in passes.items():
            start = time.process_time()
            for text in texts:
                assess(text)
            best[name] = min(best[name], time.process_time() - start)
    return best


def main() -> None:
    """Time the peers; print name with version and seconds."""
    from importlib.metadata import version

    import spacy
    from spacytextblob.spacytextblob import SpacyTextBlob  # noqa: F401, registers the pipe
    from textblob import TextBlob
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    told = json.load(sys.stdin)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("spacytextblob")
    passes = {
        f"TextBlob {version('textblob')} (again)": lambda text: TextBlob(text).sentiment,
        f"VADER {version('vaderSentiment')}": SentimentIntensityAnalyzer().polarity_scores,
        f"spaCy {version('spacy')} blank + spacytextblob {version('spacytextblob')}": (
            lambda text: pipeline(text)._.blob.polarity
        ),
    }
    json.dump(time_passes(told["texts"], passes, told["rounds"]), sys.stdout)


if __name__ == "__main__":
    main()
