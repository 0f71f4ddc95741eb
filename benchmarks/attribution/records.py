"""This project's own records to learn from, cross-validated: never the testing ones."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from cases import Corpus, Table, read_gold
from made_up import read_made_up
from quarter import fit_model
from train import CORRECTION, learn_correction

from helpers import load
from helpers.actors import build_registry, find_mentions
from helpers.attribution.cues import Lexicon
from helpers.attribution.decisions import Model
from helpers.attribution.table import attribution_table
from helpers.attribution.weights import Weights
from helpers.codes import FOLDS
from helpers.gold.accuracy import judge_pairs
from helpers.gold.codings import SETTLED, TRAINING, read_attributions
from helpers.gold.folds import fold_of
from helpers.sentences import split_articles
from helpers.sources.labels import build_rules
from helpers.words.plain import plain_text


@dataclass
class Records:
    """The records coded for tuning and training, the fold of each, and cases to learn from."""

    articles: pd.DataFrame  # article_id, text and what else the corpus tells; plain text
    gold: pd.DataFrame
    fold: pd.Series  # by article_id, in order of id
    roots: frozenset[str]
    tables: dict[str, tuple[Table, Table]]  # of made-up abstracts, and of these records
    table_folds: dict[str, np.ndarray]  # the fold of each case

    @classmethod
    def read(cls, lexicon: Lexicon, rates: dict, roots: frozenset[str]) -> "Records":
        """Read the records; `rates` and `roots` are those of PolNeAR's three quarters."""
        coded, articles = read_gold(), load.articles()
        gold = pd.concat([read_attributions(who, articles) for who in (SETTLED, TRAINING)])
        gold = gold[gold["article_id"].isin(coded)].reset_index(drop=True)
        articles = articles[articles["article_id"].isin(coded)].reset_index(drop=True)
        articles["text"] = [plain_text(text) for text in articles["text"]]
        fold = pd.Series({key: fold_of(key) for key in sorted(coded)})
        made_up, corpus = (Corpus(each, lexicon, rates) for each in (read_made_up(), coded))
        tables = {
            "cues": (Table(made_up.cue_cases(roots)), Table(corpus.cue_cases(roots))),
            "sources": (Table(made_up.source_cases()), Table(corpus.source_cases())),
        }
        order = fold[list(coded)].to_numpy()
        folds = {name: order[own.article] for name, (_, own) in tables.items()}
        return cls(articles, gold, fold, roots, tables, folds)

    @cached_property
    def parts(self) -> list[tuple]:
        """The articles of each fold, with their sentences and mentions."""
        registry = build_registry()
        cut = []
        for number in FOLDS:
            mine = self.articles[self.articles["article_id"].map(self.fold) == number]
            mentions = {
                row.article_id: find_mentions(row.text, registry) for row in mine.itertuples()
            }
            cut.append((mine, split_articles(mine), mentions, build_rules(registry)))
        return cut

    def models(
        self, base: dict[str, Weights], tables: dict[str, tuple[Table, Table]]
    ) -> list[Model]:
        """Return the model for each fold, corrected on the others; `base` is PolNeAR's weights."""
        start = {
            name: learn_correction(name, base[name], made_up, CORRECTION[name][0])
            for name, (made_up, _) in tables.items()
        }
        return [
            fit_model(
                {
                    name: learn_correction(
                        name, start[name], own, CORRECTION[name][1], self.table_folds[name] != fold
                    )
                    for name, (_, own) in tables.items()
                },
                self.roots,
                "codebook",
            )
            for fold in FOLDS
        ]

    def count(self, models: list[Model]) -> dict[str, np.ndarray]:
        """Return (right, false, missed) of each record: attributions found, and with the source."""
        found = [
            attribution_table(mine, sentences, mentions, {fold: model}, rules)
            for fold, (mine, sentences, mentions, rules), model in zip(
                FOLDS, self.parts, models, strict=True
            )
        ]
        measured = pd.concat(found, ignore_index=True)
        judged = judge_pairs(measured, self.gold)
        n, of = self._per_article(measured), self._per_article(self.gold)
        counts = {}
        for what, hits in {"found": judged, "with its source": judged[judged["source"]]}.items():
            right = self._per_article(hits)
            counts[what] = np.array([right, n - right, of - right]).T
        return counts

    def _per_article(self, table: pd.DataFrame) -> np.ndarray:
        counts = table["article_id"].value_counts()
        return counts.reindex(self.fold.index, fill_value=0).to_numpy()
