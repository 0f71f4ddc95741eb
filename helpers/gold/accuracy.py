"""How often the measured attributions are the gold ones: found, source, type, side, mode."""

import numpy as np
import pandas as pd

from helpers.gold.pairs import overlap, pair_attributions
from helpers.uncertainty import ratio_interval

COLUMNS = ["what", "measured", "gold", "right", "f1", "low", "high"]
CODES = {
    "and its type": "source_type", "and its side": "source_side",
    "and its anonymity": "anonymity",
}  # fmt: skip


def judge_pairs(measured: pd.DataFrame, gold: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each gold attribution that was found, and what of it is right.

    Both tables have the columns of `measure.ATTRIBUTION_COLUMNS` that the gold has. A pair stands
    in the same sentence and its contents overlap (see `pairs.pair_attributions`). Columns:
    article_id, source (the spans overlap, or neither has one), mode, source_type, source_side,
    anonymity (the codes are the same).

    >>> row = {"article_id": "a", "sentence": 0, "source_start": 0, "source_end": 2,
    ...        "cue_start": 3, "cue_end": 7, "content_start": 8, "content_end": 14,
    ...        "mode": "direct", "source_type": "public", "source_side": "none",
    ...        "anonymity": "role"}
    >>> table = pd.DataFrame([row])
    >>> judge_pairs(table, table.assign(mode="mixed"))[["source", "mode"]].values.tolist()
    [[True, False]]
    """
    pairs = pair_attributions(measured, gold).dropna()
    left, right = measured.to_dict("index"), gold.to_dict("index")
    rows = []
    for here, there in zip(pairs["one"], pairs["other"], strict=True):
        one, other = left[here], right[there]
        none = pd.isna(one["source_start"]) and pd.isna(other["source_start"])
        same = {code: one[code] == other[code] for code in ("mode", *CODES.values())}
        source = none or overlap(one, other, "source") > 0
        rows.append({"article_id": other["article_id"], "source": source, **same})
    return pd.DataFrame(rows, columns=["article_id", "source", "mode", *CODES.values()])


def score_attributions(measured: pd.DataFrame, gold: pd.DataFrame) -> pd.DataFrame:
    """Return the F1 of measured attributions against gold, step by step; columns COLUMNS.

    Steps: found; with the right source; and, of these, with the right type, side, anonymity. F1 is
    2 x right / (measured + gold). The last row is the share of found ones with the right mode, with
    `measured` and `gold` the number found. Articles are resampled for the intervals; both tables
    must be of the same articles.

    >>> row = {"article_id": "a", "sentence": 0, "source_start": 0, "source_end": 2,
    ...        "cue_start": 3, "cue_end": 7, "content_start": 8, "content_end": 14,
    ...        "mode": "direct", "source_type": "public", "source_side": "none",
    ...        "anonymity": "role"}
    >>> score_attributions(pd.DataFrame([row]), pd.DataFrame([row]))["f1"].tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    judged = judge_pairs(measured, gold)
    articles = sorted({*measured["article_id"], *gold["article_id"]})
    steps = {"found": np.ones(len(judged), dtype=bool), "with its source": judged["source"]}
    steps |= {words: judged["source"] & judged[code] for words, code in CODES.items()}
    sizes = _count(measured, articles) + _count(gold, articles)
    rows = []
    for what, hits in steps.items():
        right = _count(judged[hits], articles)
        rows.append((what, len(measured), len(gold), int(right.sum()), *_f1(2 * right, sizes)))
    found, mode = _count(judged, articles), _count(judged[judged["mode"]], articles)
    rows.append(("mode, of those found", len(judged), len(judged), int(mode.sum()),
                 *_f1(mode, found)))  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def _count(table: pd.DataFrame, articles: list[str]) -> np.ndarray:
    return table["article_id"].value_counts().reindex(articles, fill_value=0).to_numpy()


def _f1(top: np.ndarray, bottom: np.ndarray) -> tuple[float, float, float]:
    return (float(top.sum() / bottom.sum()), *ratio_interval(top, bottom))
