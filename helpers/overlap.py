"""Runs of words that two texts share: how near-duplicates and copied phrases are found."""

import re
from collections import defaultdict
from itertools import combinations

import pandas as pd

WORD = re.compile(r"\w+(?:['’-]\w+)*")
COLUMNS = ["article_a", "article_b", "words", "run"]


def list_words(text: str) -> list[str]:
    """Return the words of `text` in lower case, marks left out.

    >>> list_words('He said: "It\\'s safe."')
    ['he', 'said', "it's", 'safe']
    """
    return [word.lower() for word in WORD.findall(text)]


def longest_run(one: list[str], other: list[str]) -> list[str]:
    """Return the longest run of words that stands in both lists; the first of several.

    >>> longest_run("a b c d".split(), "x b c d".split())
    ['b', 'c', 'd']
    """
    best, best_end = 0, 0
    before = [0] * (len(other) + 1)
    for i, word in enumerate(one, start=1):
        row = [0] * (len(other) + 1)
        for j, same in enumerate(other, start=1):
            if word == same:
                row[j] = before[j - 1] + 1
                if row[j] > best:
                    best, best_end = row[j], i
        before = row
    return one[best_end - best : best_end]


def shared_runs(articles: pd.DataFrame, at_least: int = 6) -> pd.DataFrame:
    """Return the longest run of words shared by each two articles, longest first.

    Columns: article_a, article_b, words (length of the run), run. Only pairs that share a run of
    `at_least` words are listed: they are found by an index of all runs of that length.

    >>> texts = ["the men were flown out on Monday", "she said the men were flown out"]
    >>> table = pd.DataFrame({"article_id": ["a", "b"], "text": texts})
    >>> shared_runs(table, at_least=4).values.tolist()
    [['a', 'b', 5, 'the men were flown out']]
    """
    words = {row.article_id: list_words(row.text) for row in articles.itertuples()}
    holders = defaultdict(set)
    for key, listed in words.items():
        for i in range(len(listed) - at_least + 1):
            holders[tuple(listed[i : i + at_least])].add(key)
    pairs = {pair for keys in holders.values() for pair in combinations(sorted(keys), 2)}
    runs = [(a, b, longest_run(words[a], words[b])) for a, b in sorted(pairs)]
    rows = [(a, b, len(run), " ".join(run)) for a, b, run in runs]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.sort_values(
        ["words", "article_a", "article_b"], ascending=[False, True, True], ignore_index=True
    )
