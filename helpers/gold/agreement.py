"""How far two codings agree: Krippendorff's alpha, F1 of spans, confusion, with intervals."""

import krippendorff
import numpy as np
import pandas as pd

from helpers import codes
from helpers.gold.pairs import overlap, pair_attributions
from helpers.uncertainty import SEED, ratio_interval

FIELDS = {
    "mode": codes.MODES, "source_type": codes.SOURCE_TYPES, "source_side": codes.SIDES,
    "anonymity": codes.ANONYMITY,
}  # fmt: skip
ALPHA_DRAWS = 1000
ALPHA_COLUMNS = ["field", "level", "units", "articles", "agree", "alpha", "low", "high"]
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


def estimate_alpha(units: pd.DataFrame, field: str, values: tuple, level: str) -> dict:
    """Return Krippendorff's alpha of one field with its 95 % interval, as a row of ALPHA_COLUMNS.

    Args:
        units: one row a unit both coded: article_id, `field`_a and `field`_b.
        field: its name. values: the allowed codes, in order.
        level: "nominal" or "ordinal".

    Alpha is the krippendorff package's (Krippendorff 2019, chapter 12). For the interval articles
    are drawn with replacement (seeded); a draw in which a single code occurs has no alpha and is
    left out. Where the units hold a single code alpha is missing.

    >>> units = pd.DataFrame({"article_id": list("abcd"), "x_a": list("yyny"), "x_b": list("yynn")})
    >>> row = estimate_alpha(units, "x", ("y", "n"), "nominal")
    >>> row["units"], row["agree"], round(row["alpha"], 3)
    (4, 0.75, 0.533)
    """
    place = {value: number for number, value in enumerate(values)}
    counts = np.zeros((len(units), len(values)), dtype=int)
    for column in (f"{field}_a", f"{field}_b"):
        counts[np.arange(len(units)), units[column].map(place)] += 1
    members = list(units.reset_index(drop=True).groupby("article_id").indices.values())
    random = np.random.default_rng(SEED)
    drawn = []
    for _ in range(ALPHA_DRAWS):
        chosen = random.integers(0, len(members), len(members))
        drawn.append(_alpha(counts[np.concatenate([members[i] for i in chosen])], level))
    low, high = np.nanquantile(drawn, [0.025, 0.975])
    agree = float((units[f"{field}_a"] == units[f"{field}_b"]).mean())
    return dict(
        zip(
            ALPHA_COLUMNS,
            (field, level, len(units), len(members), agree, _alpha(counts, level), low, high),
            strict=True,
        )
    )


def _alpha(counts: np.ndarray, level: str) -> float:
    used = counts.sum(axis=0) > 0
    if used.sum() < 2:
        return float("nan")
    return float(
        krippendorff.alpha(
            value_counts=counts, value_domain=np.arange(len(used)), level_of_measurement=level
        )
    )


def span_f1(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Return the F1 of one coder's attributions against the other's; columns SPAN_COLUMNS.

    Rows: attributions both marked (same sentence, overlapping content); of these the ones whose
    source, cue or content spans overlap, and whose spans are the same to the character. F1 is
    2 x both / (coder_a + coder_b); intervals resample articles.

    >>> row = {"article_id": "a", "sentence": 0, "source_start": 0, "source_end": 2,
    ...        "cue_start": 3, "cue_end": 7, "content_start": 8, "content_end": 14}
    >>> span_f1(pd.DataFrame([row]), pd.DataFrame([row])).loc[0, ["what", "f1"]].tolist()
    ['attribution', 1.0]
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
        low, high = ratio_interval(top, bottom)
        f1 = float(top.sum() / bottom.sum())
        rows.append((what, len(one), len(other), int(hit.sum()), f1, low, high))
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


def confusion(units: pd.DataFrame, field: str, values: tuple) -> pd.DataFrame:
    """Return how often coder a (rows) and coder b (columns) gave each code; counts of units.

    >>> units = pd.DataFrame({"x_a": ["y", "n"], "x_b": ["y", "y"]})
    >>> confusion(units, "x", ("y", "n")).values.tolist()
    [[1, 0], [1, 0]]
    """
    table = pd.crosstab(units[f"{field}_a"], units[f"{field}_b"])
    table = table.reindex(index=values, columns=values, fill_value=0)
    return table.rename_axis(index="coder a", columns="coder b")
