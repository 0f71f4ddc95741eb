"""The stance of sentences toward the arrangement: against (-1), neither (0), for (1)."""

from functools import lru_cache

import pandas as pd

from helpers.tone.driven import Drivers, find_drivers
from helpers.tone.stance_signs import read_for_stance, stance_signs
from helpers.tone.votes import Votes, column_for, decide, read_votes

COLUMNS = [
    "article_id", "sentence", "stance", "chance_against", "chance_neither", "chance_for",
]  # fmt: skip
_votes = lru_cache(maxsize=1)(lambda: read_votes("stance"))


def score_stance(sentences: pd.DataFrame, votes: dict[str, Votes] | None = None) -> pd.DataFrame:
    """Return the stance of each sentence, in the order given; columns COLUMNS.

    `sentences` has article_id, sentence (0-based number in its article) and text, as from
    `sentences.split_articles`; all sentences of an article must be there, because where a sentence
    stands in its article is a sign. `votes` are those of `votes.read_votes`.

    `stance` is the likeliest code by part C of the codebook, whoever speaks; the chances (0 to 1)
    follow from votes learned by a multinomial logistic regression with balanced classes and by
    counts (complement naive Bayes: Rennie and others 2003), added up. A record of this corpus
    that the weights were learned from is judged by the weights of the fold that left it out
    (cross-fitting), any other text by the weights of all.

    >>> sentences = pd.DataFrame({"article_id": ["a", "a"], "sentence": [0, 1], "text": [
    ...     "Rights groups condemned the cruel plan.", "He said the deal would save lives."]})
    >>> score_stance(sentences)["stance"].tolist()
    [-1, 1]
    """
    votes = votes or _votes()
    sizes = sentences.groupby("article_id")["sentence"].transform("max") + 1
    rows = []
    for article_id, number, text, of in zip(
        sentences["article_id"], sentences["sentence"], sentences["text"], sizes, strict=True
    ):
        own = votes[column_for(article_id)]
        chances = own.chances(stance_signs(read_for_stance(text), number, of, own.known))
        rows.append((article_id, number, decide(chances), *(round(c, 6) for c in chances)))
    return pd.DataFrame(rows, columns=COLUMNS)


def explain_stance(
    text: str, article_id: str = "", votes: dict[str, Votes] | None = None
) -> Drivers:
    """Return the words that drive the stance of one sentence, which stands for a whole article.

    Give `article_id` for a sentence of this corpus, so that weights are used which did not see it.

    >>> explain_stance("The court found the plan unlawful.").code
    -1
    """
    reading = read_for_stance(text)
    signs = stance_signs(reading)
    return find_drivers(
        reading.sentence, signs, (votes or _votes())[column_for(article_id)],
        names=("against", "neither", "for"),
    )  # fmt: skip
