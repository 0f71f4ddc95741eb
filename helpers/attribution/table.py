"""The table of attributions: what is found in each article, with who the source is."""

import pandas as pd
from tqdm import tqdm

from helpers.actors import Form
from helpers.attribution.attributions import find_attributions
from helpers.attribution.decisions import Model
from helpers.attribution.repeats import drop_repeats
from helpers.codes import UNSEEN
from helpers.countries import split_codes
from helpers.sources.antecedents import find_authors
from helpers.sources.context import Context
from helpers.sources.identify import resolve
from helpers.sources.labels import SourceRules

ATTRIBUTION_COLUMNS = [
    "article_id", "sentence", "source_start", "source_end", "cue_start", "cue_end",
    "content_start", "content_end", "source_text", "source_name", "cue_text", "cue", "cue_class",
    "content_text", "mode", "source_type", "source_side", "anonymity", "actor_id",
]  # fmt: skip
Mentions = list[tuple[int, int, Form]]


def attribution_table(
    articles: pd.DataFrame, sentences: pd.DataFrame, mentions: dict[str, Mentions],
    models: dict[int, Model], rules: SourceRules, quiet: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Return one row an attribution, in order of article and place; columns as in the codebook.

    `articles` has article_id and text (plain); `sentences` is `split_articles`'s table; `mentions`
    are those of each article (see `actors.find_mentions`). `models` has the model for each fold of
    the articles, UNSEEN where they have no column `fold` (see `gold.folds`). Offsets are nullable
    integers: a source or a content that is absent has none. On a terminal a bar shows how far it
    is, unless `quiet`.

    >>> from helpers.actors import build_registry
    >>> from helpers.attribution.decisions import build_model
    >>> from helpers.sources.labels import build_rules
    >>> from helpers.sentences import split_articles
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Critics said it was wrong."]})
    >>> rules = build_rules(build_registry())
    >>> sentences = split_articles(articles)
    >>> table = attribution_table(articles, sentences, {"a": []}, {0: build_model()}, rules)
    >>> table[["source_text", "cue", "content_text", "mode", "source_start"]].values.tolist()
    [['Critics', 'say', 'it was wrong', 'indirect', 0]]
    """
    spans = {
        key: list(zip(group["start"], group["end"], strict=True))
        for key, group in sentences.groupby("article_id")
    }
    rows = []
    for article in tqdm(
        articles.to_dict("records"), desc="attributions", disable=quiet or None, leave=False
    ):
        key, model = article["article_id"], models[article.get("fold", UNSEEN)]
        rows += _article_rows(article, spans.get(key, []), mentions[key], model, rules)
    table = pd.DataFrame(rows, columns=ATTRIBUTION_COLUMNS)
    offsets = [column for column in ATTRIBUTION_COLUMNS if column.endswith(("_start", "_end"))]
    return table.astype(dict.fromkeys(offsets, "Int64") | {"sentence": int})


def _article_rows(
    article: dict, spans: list[tuple[int, int]], mentions: Mentions, model: Model,
    rules: SourceRules,
) -> list[tuple]:  # fmt: skip
    text = article["text"]
    sides = {
        code: side for side in ("receiving", "sending") for code in split_codes(article.get(side))
    }
    context = Context(text, [start for start, _ in spans], mentions, sides, rules)
    earlier = find_authors(text)
    rows = []
    for number, attributions in enumerate(find_attributions(text, spans, model)):
        told = []
        for found in attributions:
            who = resolve(found.source, earlier, context)
            earlier.append(who)
            if who.source_type:  # else it is the author's own voice
                told.append((found, who))
        for found, who in drop_repeats(told):
            source, content = found.source or (None, None), found.content or (None, None)
            rows.append(
                (article["article_id"], number, *source, *found.cue, *content,
                 text[slice(*found.source)] if found.source else "", who.name,
                 text[slice(*found.cue)], found.entry, found.cue_class,
                 text[slice(*found.content)] if found.content else "", found.mode,
                 who.source_type, who.side, who.anonymity, who.actor_id)
            )  # fmt: skip
    return rows
