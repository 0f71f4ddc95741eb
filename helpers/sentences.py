"""Articles into sentences, with the offsets kept."""

import re

import pandas as pd
import sentencex

from helpers.words.word_classes import SHORT_TITLES

LINE = re.compile(r"\S(?:[^\n]*\S)?")
TITLE = re.compile(rf"\b(?:{'|'.join(SHORT_TITLES)})\.\Z")
COLUMNS = ["article_id", "sentence", "start", "end", "text"]


def split_text(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) character offsets of the sentences of `text`, without outer spaces.

    The boundaries are sentencex's (Wikimedia; rules, no download). It was chosen by trying it and
    three others on abbreviations, quotations and initials (`tests/test_sentences.py` keeps the
    cases). It keeps a quotation of several sentences whole, and it misses a full stop that is
    also the end of an abbreviation: "in the U.S. Lawyers objected." stays one sentence. Where it
    ends one behind a title ("said Ms.") the two are joined again.

    >>> text = 'Mr. J. B. Smith flew to Kigali. "It is safe. It works," he said.'
    >>> [text[start:end] for start, end in split_text(text)]
    ['Mr. J. B. Smith flew to Kigali.', '"It is safe. It works," he said.']
    """
    spans: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        for line in LINE.finditer(text, start, end):  # a line break ends a sentence, too
            start, end = line.span()
            if spans and start - spans[-1][1] < 3 and TITLE.search(text, *spans[-1]):
                start = spans.pop()[0]  # "said Ms. Patel" is one sentence
            spans.append((start, end))
    return spans


def split_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """Return one row a sentence: article_id, sentence (0-based), start, end, text.

    `start` and `end` are character offsets in the article's `text`, so that
    `text[start:end]` is the sentence.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["One came. Two left."]})
    >>> split_articles(articles).to_dict("list")
    {'article_id': ['a', 'a'], 'sentence': [0, 1], 'start': [0, 10], 'end': [9, 19],
     'text': ['One came.', 'Two left.']}
    """
    rows = [
        (article_id, number, start, end, text[start:end])
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for number, (start, end) in enumerate(split_text(text))
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(COLUMNS[1:4], int))
