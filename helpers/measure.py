"""The one call that turns articles into the four tables of measures."""

from dataclasses import dataclass

import pandas as pd
from tqdm import tqdm

from helpers.actors import build_registry, find_mentions, mention_table
from helpers.antecedents import Resolved
from helpers.attributions import find_attributions
from helpers.cues import Lexicon, build_lexicon
from helpers.sentences import split_articles
from helpers.sentiment import score_table
from helpers.sources import SourceRules, build_rules, resolve

ATTRIBUTION_COLUMNS = [
    "article_id", "sentence", "source_start", "source_end", "cue_start", "cue_end",
    "content_start", "content_end", "source_text", "source_name", "cue_text", "cue", "cue_class",
    "content_text", "mode", "source_type", "source_side", "anonymity", "actor_id",
]  # fmt: skip


@dataclass(frozen=True)
class Measures:
    """The four tables; every row points to character offsets in its article's text."""

    sentences: pd.DataFrame
    mentions: pd.DataFrame
    scores: pd.DataFrame
    attributions: pd.DataFrame


def measure(
    articles: pd.DataFrame,
    actors: pd.DataFrame | None = None,
    cues: pd.DataFrame | None = None,
    nouns: pd.DataFrame | None = None,
) -> Measures:
    """Return the sentences, mentions, scores and attributions of `articles`.

    Args:
        articles: one row an article with at least `article_id` (unique) and `text`; `sending` and
            `receiving` (ISO codes joined by ';') tell the sides of the sources where given.
        actors: a registry in the form of data/actors.csv, in place of it.
        cues: a lexicon in the form of data/cues.csv, in place of it.
        nouns: source nouns in the form of data/source_nouns.csv, in place of them.

    Raises:
        ValueError: a column is missing, an `article_id` is doubled, or a text is not text.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ['Kagame said it was "safe".']})
    >>> found = measure(articles)
    >>> len(found.sentences), len(found.mentions), len(found.scores), len(found.attributions)
    (1, 0, 2, 1)
    """
    _check(articles)
    registry = build_registry(actors)
    sentences = split_articles(articles)
    mentions = mention_table(articles, sentences, registry)
    lexicon, rules = build_lexicon(cues, nouns), build_rules(registry, nouns)
    return Measures(
        sentences=sentences,
        mentions=mentions,
        scores=score_table(sentences, mentions),
        attributions=attribution_table(articles, sentences, lexicon, rules),
    )


def _check(articles: pd.DataFrame) -> None:
    for column in ("article_id", "text"):
        if column not in articles:
            raise ValueError(
                f"articles lack the column {column!r}; measure() needs article_id and text"
            )
    doubled = articles["article_id"][articles["article_id"].duplicated()]
    if len(doubled):
        raise ValueError(f"article_id {doubled.iloc[0]!r} stands more than once; give each its own")
    wrong = [i for i, text in enumerate(articles["text"]) if not isinstance(text, str)]
    if wrong:
        raise ValueError(
            f"row {wrong[0]}: text is {articles['text'].iloc[wrong[0]]!r}; give a string"
        )


def attribution_table(
    articles: pd.DataFrame, sentences: pd.DataFrame, lexicon: Lexicon, rules: SourceRules
) -> pd.DataFrame:
    """Return one row an attribution, in order of article and place; columns as in the codebook.

    Offsets are nullable integers: a source or a content that is absent has none.
    """
    spans = {
        key: list(zip(group["start"], group["end"], strict=True))
        for key, group in sentences.groupby("article_id")
    }
    rows = []
    for article in tqdm(
        articles.to_dict("records"), desc="attributions", disable=None, leave=False
    ):
        rows += _article_rows(article, spans.get(article["article_id"], []), lexicon, rules)
    table = pd.DataFrame(rows, columns=ATTRIBUTION_COLUMNS)
    offsets = [column for column in ATTRIBUTION_COLUMNS if column.endswith(("_start", "_end"))]
    return table.astype(dict.fromkeys(offsets, "Int64"))


def _article_rows(
    article: dict, spans: list[tuple[int, int]], lexicon: Lexicon, rules: SourceRules
) -> list[tuple]:
    text = article["text"]
    sides = {code: side for side in ("receiving", "sending") for code in _codes(article.get(side))}
    mentions = find_mentions(text, rules.registry)
    earlier: list[Resolved] = []
    rows = []
    for number, attributions in enumerate(find_attributions(text, spans, lexicon)):
        for found in attributions:
            who = resolve(text, found.source, earlier, mentions, sides, rules)
            earlier.append(who)
            if not who.source_type:
                continue  # the author's own voice
            source, content = found.source or (None, None), found.content or (None, None)
            rows.append(
                (article["article_id"], number, *source, *found.cue, *content,
                 text[slice(*found.source)] if found.source else "", who.name,
                 text[slice(*found.cue)], found.entry, found.cue_class,
                 text[slice(*found.content)] if found.content else "", found.mode,
                 who.source_type, who.side, who.anonymity, who.actor_id)
            )  # fmt: skip
    return rows


def _codes(joined) -> list[str]:
    return joined.split(";") if isinstance(joined, str) and joined else []
