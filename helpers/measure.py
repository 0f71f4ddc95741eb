"""The one call that turns articles into the four tables of measures."""

from dataclasses import dataclass, field

import pandas as pd

from helpers import schemas
from helpers.actors import Registry, build_registry, find_mentions, mention_table
from helpers.attribution.cues import Lexicon, build_lexicon
from helpers.attribution.decisions import Model, build_model
from helpers.attribution.table import attribution_table
from helpers.attribution.weights import scheme_of
from helpers.codes import UNSEEN
from helpers.countries import is_code, split_codes
from helpers.faults import check_table
from helpers.sentences import split_articles
from helpers.source_types import allow_types, check_types
from helpers.sources.labels import SourceRules, build_rules
from helpers.tone.sentiment import score_table
from helpers.words.plain import plain_text


@dataclass(frozen=True)
class Measures:
    """The four tables; every row points to character offsets in its article's text.

    Columns: see `sentences.split_articles`, `actors.mention_table`, `sentiment.score_table` and
    `attribution_table`; data/README.md tells what each means.

    >>> list(Measures.__dataclass_fields__)
    ['sentences', 'mentions', 'scores', 'attributions']
    """

    sentences: pd.DataFrame
    mentions: pd.DataFrame
    scores: pd.DataFrame
    attributions: pd.DataFrame


def measure(
    articles: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    cues: pd.DataFrame | None = None,
    nouns: pd.DataFrame | None = None,
    types: pd.DataFrame | None = None,
) -> Measures:
    """Return the sentences, mentions, scores and attributions of `articles`.

    Args:
        articles: one row an article with at least `article_id` (unique) and `text`; `sending` and
            `receiving` (ISO codes joined by ';') tell the sides of the sources where given. Where
            there is a column `fold`, an article is measured by weights that never saw its fold
            (see `gold.folds`; `load.articles` gives it).
        actors: a registry in the form of data/actors.csv, in place of it.
        cues: a lexicon in the form of data/cues.csv, in place of it.
        nouns: source nouns in the form of data/source_nouns.csv, in place of them.
        types: source types of one's own (columns type, who, example; see `source_types`), which
            actors and nouns may then have beside those of the codebook.

    Raises:
        ValueError: a column is missing, an `article_id` is missing or doubled, a text is not
            text, a code is unknown, or a table given breaks its schema (faults.DataFault).

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ['Kagame said it was "safe".']})
    >>> found = measure(articles)
    >>> len(found.sentences), len(found.mentions), len(found.scores), len(found.attributions)
    (1, 0, 2, 1)
    """
    return build_measurer(actors, cues, nouns, types)(articles)


@dataclass(frozen=True)
class Measurer:
    """The measures, set up once for any number of tables of articles; made by `build_measurer`.

    >>> measurer = build_measurer()
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["UNHCR said no."]})
    >>> [len(measurer(articles).mentions) for _ in range(2)]
    [1, 1]
    """

    registry: Registry
    lexicon: Lexicon
    rules: SourceRules
    models: dict[int, Model] = field(default_factory=dict)

    def __call__(self, articles: pd.DataFrame, quiet: bool = False) -> Measures:
        """Return the measures of `articles`, without a bar if `quiet`; else as `measure` does."""
        _check(articles)
        for fold in sorted(set(articles["fold"]) if "fold" in articles else {UNSEEN}):
            if fold not in self.models:
                self.models[fold] = build_model(self.lexicon, scheme_of(fold))
        plain = articles.assign(text=[plain_text(text) for text in articles["text"]])
        sentences = split_articles(plain)
        found = {
            key: find_mentions(text, self.registry)
            for key, text in zip(plain["article_id"], plain["text"], strict=True)
        }
        mentions = mention_table(found, sentences, self.registry)
        return Measures(
            sentences=sentences,
            mentions=mentions,
            scores=score_table(sentences, mentions),
            attributions=attribution_table(plain, sentences, found, self.models, self.rules, quiet),
        )


def build_measurer(
    actors: pd.DataFrame | None = None,
    cues: pd.DataFrame | None = None,
    nouns: pd.DataFrame | None = None,
    types: pd.DataFrame | None = None,
) -> Measurer:
    """Return the measures with the tables given, or data/'s; the tables are those of `measure`.

    Raises:
        DataFault: a table given breaks its schema.

    >>> build_measurer().rules.nouns["lawyer"]["kind"]
    'person'
    """
    tables = {"actors": actors, "cues": cues, "source_nouns": nouns}
    types = check_types(types)
    for name, table in tables.items():
        if table is not None:
            tables[name] = table.astype(object).fillna("")
            check_table(tables[name], allow_types(getattr(schemas, name.upper()), types), name)
    registry = build_registry(tables["actors"])
    lexicon = build_lexicon(tables["cues"], tables["source_nouns"])
    return Measurer(registry, lexicon, build_rules(registry, tables["source_nouns"]))


def _check(articles: pd.DataFrame) -> None:
    for column in ("article_id", "text"):
        if list(articles.columns).count(column) != 1:
            raise ValueError(f"articles need the column {column!r} once; they have {[*articles]}")
    if articles["article_id"].isna().any():
        raise ValueError("an article_id is missing; give each article its own")
    doubled = articles["article_id"][articles["article_id"].duplicated()]
    if len(doubled):
        raise ValueError(f"article_id {doubled.iloc[0]!r} stands more than once; give each its own")
    for key, text in zip(articles["article_id"], articles["text"], strict=True):
        if not isinstance(text, str):
            raise ValueError(f"article {key!r}: text {text!r} is no string")
    for column in ("sending", "receiving"):
        for joined in articles[column].unique() if column in articles else ():
            for code in split_codes(joined):
                if not is_code(code):
                    first = articles.loc[articles[column] == joined, "article_id"].iloc[0]
                    raise ValueError(
                        f"article {first!r}, column {column!r}: {code!r} is no ISO 3166-1 "
                        "alpha-3 code; join several by ';' without spaces"
                    )
