"""The gold of the corpus that the notebooks run on: what of it was coded by hand."""

from dataclasses import dataclass

import pandas as pd

from helpers.codes import UNSEEN
from helpers.corpus import Corpus
from helpers.gold.codings import SETTLED, read_attributions, read_stance
from helpers.gold.spans import COLUMNS


@dataclass(frozen=True)
class Gold:
    """Settled codings of articles drawn at random, from which nothing was learned.

    `articles` are the ids of the coded articles; `attributions` has the columns of
    `codings.read_attributions`, `stance` those of `codings.read_stance`. All empty without gold.

    >>> Gold([], pd.DataFrame(), pd.DataFrame()).articles
    []
    """

    articles: list[str]
    attributions: pd.DataFrame
    stance: pd.DataFrame


def open_gold(corpus: Corpus, sentences: pd.DataFrame) -> Gold:
    """Return the gold of `corpus`; `sentences` are its measured ones.

    Raises:
        DataFault: see `codings.read_attributions` and `codings.read_stance`.

    >>> from helpers.corpus import open_corpus
    >>> from helpers.sentences import split_articles
    >>> own = open_corpus()
    >>> len(open_gold(own, split_articles(own.articles)).articles)
    100
    """
    if corpus.folder is not None:  # the place for sheets read back into FOLDER/gold
        return Gold([], _no_row(COLUMNS), _no_row(["article_id", "sentence", "stance"]))
    articles = corpus.articles
    testing = articles.loc[articles["fold"].eq(UNSEEN), "article_id"].tolist()
    codings = (read_attributions(SETTLED, articles), read_stance(SETTLED, sentences))
    return Gold(
        testing, *(t[t["article_id"].isin(testing)].reset_index(drop=True) for t in codings)
    )


def _no_row(columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(columns=columns).astype({"sentence": int})
