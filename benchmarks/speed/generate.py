"""Made-up articles for timing: sentences of this project's own records, drawn at random.

About ten attributions stand in 400 words, as in PolNeAR's news; the records alone have seventeen,
so that sentences with and without one are drawn in equal parts.
"""

import random
from collections.abc import Iterator
from functools import cache

from helpers import load, measure

WORDS = 400  # an article ends with the sentence that reaches them
SEED = 20261123


@cache
def _sentences() -> tuple[list[str], list[str]]:
    """Return the records' sentences with an attribution, and those without."""
    found = measure(load.articles())
    keys = ["article_id", "sentence"]
    said = found.sentences.merge(found.attributions[keys].drop_duplicates(), on=keys)
    rest = found.sentences[~found.sentences["text"].isin(said["text"])]
    return said["text"].tolist(), rest["text"].tolist()


def generate_texts(n: int, seed: int = SEED) -> Iterator[str]:
    """Yield `n` texts of about 400 words; the first ones are the same whatever `n` is."""
    rng, kinds = random.Random(seed), _sentences()
    for _ in range(n):
        sentences, count = [], 0
        while count < WORDS:
            sentences.append(rng.choice(rng.choice(kinds)))
            count += sentences[-1].count(" ") + 1
        yield " ".join(sentences)
