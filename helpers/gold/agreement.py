"""How far two coders agree: what both marked, and the tables of alpha and F1 with intervals."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from helpers import codes
from helpers.gold.alpha import ALPHA_COLUMNS, estimate_alpha
from helpers.gold.codings import CODERS, Coding, read_attributions, read_stance
from helpers.gold.forms import FIELDS
from helpers.gold.pairs import overlap, pair_attributions
from helpers.gold.sample import GOLD
from helpers.source_types import list_types
from helpers.uncertainty import ratio_interval

SPAN_COLUMNS = ["what", "coder_a", "coder_b", "both", "f1", "low", "high"]


def join_fields(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Return the attributions both coders marked: article_id, and each field as `_a` and `_b`.

    `one` and `other` are placed attributions (see `spans.place_spans`).

    >>> row = {"article_id": "a", "sentence": 0, "source_start": 0, "source_end": 2,
    ...        "cue_start": 3, "cue_end": 7, "content_start": 8, "content_end": 14,
    ...        "mode": "direct", "source_type": "public", "source_side": "none",
    ...        "anonymity": "role"}
    >>> table = pd.DataFrame([row])
    >>> join_fields(table, table.assign(mode="mixed"))[["mode_a", "mode_b"]].values.tolist()
    [['direct', 'mixed']]
    """
    pairs = pair_attributions(one, other).dropna()
    left = one.loc[pairs["one"], list(FIELDS)].add_suffix("_a").reset_index(drop=True)
    right = other.loc[pairs["other"], list(FIELDS)].add_suffix("_b").reset_index(drop=True)
    return pd.concat(
        [pairs[["article_id", "sentence"]].reset_index(drop=True), left, right], axis=1
    )


def span_f1(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Return the F1 of one coder's attributions against the other's; columns SPAN_COLUMNS.

    Rows: attributions both marked (same sentence, overlapping content); of these the ones whose
    source, cue or content spans overlap, and whose spans are the same to the character. F1 is
    2 x both / (coder_a + coder_b), missing where nobody marked any; intervals resample articles.

    >>> row = {"article_id": "a", "sentence": 0, "source_start": 0, "source_end": 2,
    ...        "cue_start": 3, "cue_end": 7, "content_start": 8, "content_end": 14}
    >>> span_f1(pd.DataFrame([row]), pd.DataFrame([row]))["f1"].tolist()[:2]
    [1.0, 1.0]
    """
    pairs = pair_attributions(one, other)
    left, right = one.to_dict("index"), other.to_dict("index")
    both = pairs.dropna()
    shared = {"attribution": np.ones(len(both), dtype=bool)}
    for part in ("source", "cue", "content"):
        spans = [(left[a], right[b]) for a, b in zip(both["one"], both["other"], strict=True)]
        none = [pd.isna(a[f"{part}_start"]) and pd.isna(b[f"{part}_start"]) for a, b in spans]
        likes = [1.0 if no else overlap(*pair, part) for pair, no in zip(spans, none, strict=True)]
        shared[f"{part} overlaps"] = np.array(likes) > 0
        shared[f"{part} to the character"] = np.array(likes) == 1
    articles = sorted({*one["article_id"], *other["article_id"]})
    size_a = one["article_id"].value_counts().reindex(articles, fill_value=0)
    size_b = other["article_id"].value_counts().reindex(articles, fill_value=0)
    rows = []
    for what, hits in shared.items():
        hit = both.loc[hits, "article_id"].value_counts().reindex(articles, fill_value=0)
        top, bottom = 2 * hit.to_numpy(), (size_a + size_b).to_numpy()
        if len(bottom):
            f1 = (float(top.sum() / bottom.sum()), *ratio_interval(top, bottom))
        else:
            f1 = (np.nan, 0.0, 1.0)  # nothing marked by either
        rows.append((what, len(one), len(other), int(hit.sum()), *f1))
    return pd.DataFrame(rows, columns=SPAN_COLUMNS)


def present(one: pd.DataFrame, other: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row a sentence: does each coder mark any attribution in it ("yes" or "no").

    Columns: article_id, sentence, attributed_a, attributed_b. `sentences` has article_id and
    sentence; `one` and `other` are attributions.

    >>> sentences = pd.DataFrame({"article_id": ["a", "a"], "sentence": [0, 1]})
    >>> present(sentences.head(1), sentences.head(0), sentences).values.tolist()
    [['a', 0, 'yes', 'no'], ['a', 1, 'no', 'no']]
    """
    table = sentences[["article_id", "sentence"]].reset_index(drop=True)
    keys = pd.MultiIndex.from_frame(table)
    for letter, coding in (("a", one), ("b", other)):
        marked = keys.isin(pd.MultiIndex.from_frame(coding[["article_id", "sentence"]]))
        table[f"attributed_{letter}"] = np.where(marked, "yes", "no")
    return table


@dataclass(frozen=True)
class Agreement:
    """Two codings compared: what both coded, and the tables of it.

    `fields` and `stance` hold the units (`join_fields`, and article_id, sentence, stance_a,
    stance_b), `alphas` the columns ALPHA_COLUMNS, `spans` the columns SPAN_COLUMNS.

    >>> list(Agreement.__dataclass_fields__)
    ['fields', 'stance', 'alphas', 'spans']
    """

    fields: pd.DataFrame
    stance: pd.DataFrame
    alphas: pd.DataFrame
    spans: pd.DataFrame


def compare_coders(
    articles: pd.DataFrame, sentences: pd.DataFrame, folder: Path = GOLD
) -> Agreement:
    """Return how far coder a and coder b of `folder` agree on the articles that both coded.

    `articles` has article_id and text, `sentences` are theirs (see `sentences.split_articles`).

    Raises:
        DataFault: see `codings.read_attributions` and `codings.read_stance`.

    >>> from helpers import load
    >>> from helpers.sentences import split_articles
    >>> articles = load.articles()
    >>> compare_coders(articles, split_articles(articles)).alphas["field"].tolist()
    ['attributed', 'mode', 'source_type', 'source_side', 'anonymity', 'stance']
    """
    codings = [
        Coding(read_attributions(who, articles, folder), read_stance(who, sentences, folder))
        for who in CODERS
    ]
    return compare_codings(*codings, sentences)


def compare_codings(
    one: Coding, other: Coding, sentences: pd.DataFrame, types: pd.DataFrame | None = None
) -> Agreement:
    """Return how far two codings agree on the articles that both have coded.

    `sentences` are those of the articles, `types` source types of one's own (see `source_types`).

    >>> from helpers import load
    >>> from helpers.sentences import split_articles
    >>> articles = load.as_articles("It rained. All was well.")
    >>> sentences = split_articles(articles)
    >>> said = read_attributions("settled", load.articles()).head(0)
    >>> coding = Coding(said, sentences[["article_id", "sentence"]].assign(stance=["0", "1"]))
    >>> compare_codings(coding, coding, sentences).alphas["alpha"].dropna().tolist()
    [1.0]
    """
    both = set(one.coded) & set(other.coded)
    left, right = (
        coding.attributions[coding.attributions["article_id"].isin(both)].reset_index(drop=True)
        for coding in (one, other)
    )
    coded = sentences[sentences["article_id"].isin(both)]
    stance = one.stance.merge(other.stance, on=["article_id", "sentence"], suffixes=("_a", "_b"))
    fields = join_fields(left, right)
    allowed = FIELDS | {"source_type": list_types(types)}
    rows = [estimate_alpha(present(left, right, coded), "attributed", ("yes", "no"), "nominal")]
    rows += [estimate_alpha(fields, name, values, "nominal") for name, values in allowed.items()]
    rows.append(estimate_alpha(stance, "stance", codes.STANCES, "ordinal"))
    alphas = pd.DataFrame(rows, columns=ALPHA_COLUMNS)
    return Agreement(fields, stance, alphas, span_f1(left, right))
