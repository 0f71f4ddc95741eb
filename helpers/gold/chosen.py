"""The gold of the corpus that the notebooks run on: what of it was coded by hand."""

from dataclasses import dataclass

import pandas as pd

from helpers.codes import UNSEEN
from helpers.coding.gold import read_gold
from helpers.corpus import Corpus
from helpers.gold.codings import SETTLED, TRAINING, read_attributions, read_stance
from helpers.gold.spans import COLUMNS


@dataclass(frozen=True)
class Gold:
    """Settled codings of articles drawn at random, from which nothing was learned.

    `articles` are the ids of the coded articles; `attributions` has the columns of
    `codings.read_attributions`, `stance` those of `codings.read_stance`. `learned` has the
    attributions of the coded articles that weights were learned from. All empty without gold.

    >>> Gold([], pd.DataFrame(), pd.DataFrame(), pd.DataFrame()).articles
    []
    """

    articles: list[str]
    attributions: pd.DataFrame
    stance: pd.DataFrame
    learned: pd.DataFrame


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
    if corpus.folder is not None:
        stance = pd.DataFrame(columns=["article_id", "sentence", "stance"])
        said = pd.DataFrame(columns=COLUMNS)
        said = said.astype({name: "Int64" for name in COLUMNS if name.endswith(("_start", "_end"))})
        said, stance = (table.astype({"sentence": int}) for table in (said, stance))
        if not (corpus.folder / "gold" / "attributions.csv").exists():
            return Gold([], said, stance, said)
        coding = read_gold(corpus.folder / "gold").coding
        return Gold(coding.coded, coding.attributions, coding.stance, said)
    articles, unseen = corpus.articles, corpus.articles["fold"].eq(UNSEEN)
    testing = articles.loc[unseen, "article_id"].tolist()
    settled, stance = read_attributions(SETTLED, articles), read_stance(SETTLED, sentences)
    coded = pd.concat([settled, read_attributions(TRAINING, articles)])
    learned = coded[coded["article_id"].isin(articles.loc[~unseen, "article_id"])]
    settled, stance = (table[table["article_id"].isin(testing)] for table in (settled, stance))
    return Gold(testing, *(table.reset_index(drop=True) for table in (settled, stance, learned)))
