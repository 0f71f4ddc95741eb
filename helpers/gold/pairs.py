"""Which attribution of one coding is which of another: pairs in the same sentence that overlap."""

import pandas as pd

PAIR_COLUMNS = ["article_id", "sentence", "one", "other"]


def overlap(one: dict, other: dict, part: str) -> float:
    """Return the share of characters that two spans of a `part` share, from 0 to 1.

    0 where either has no such span. `part` is "source", "cue" or "content".

    >>> overlap({"cue_start": 0, "cue_end": 4}, {"cue_start": 2, "cue_end": 8}, "cue")
    0.25
    """
    edges = [row[f"{part}_{edge}"] for row in (one, other) for edge in ("start", "end")]
    if any(pd.isna(edge) for edge in edges):
        return 0.0
    start, end, start2, end2 = edges
    shared = max(0, min(end, end2) - max(start, start2))
    return shared / (max(end, end2) - min(start, start2))


def likeness(one: dict, other: dict) -> float:
    """Return how alike two attributions of a sentence are; 0 if they cannot be the same one.

    They can if their contents overlap or, where either has none, if their cues do. The contents
    of an attribution and of one nested in it overlap, too: cue and source then tell them apart.

    >>> said = {"source_start": 0, "source_end": 2, "cue_start": 3, "cue_end": 7,
    ...         "content_start": 8, "content_end": 14}
    >>> likeness(said, said), likeness(said, said | {"content_start": 20, "content_end": 30})
    (3.0, 0)
    """
    content, cue = overlap(one, other, "content"), overlap(one, other, "cue")
    empty = pd.isna(one["content_start"]) or pd.isna(other["content_start"])
    if not (content or (empty and cue)):
        return 0
    return content + cue + overlap(one, other, "source")


def pair_attributions(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Return which row of `one` is which row of `other`, each row once.

    Both have article_id, sentence and the offsets of `spans.place_spans`. Columns: article_id,
    sentence, one, other: the index labels, missing (<NA>) where the row has no counterpart. The
    most alike are paired first.

    >>> row = {"article_id": "a", "sentence": 0, "source_start": 0, "source_end": 2,
    ...        "cue_start": 3, "cue_end": 7, "content_start": 8, "content_end": 14}
    >>> table = pd.DataFrame([row])
    >>> pair_attributions(table, table)[["one", "other"]].values.tolist()
    [[0, 0]]
    >>> pair_attributions(table, table.head(0))[["one", "other"]].values.tolist()
    [[0, <NA>]]
    """
    groups = [
        {key: group.to_dict("index") for key, group in table.groupby(["article_id", "sentence"])}
        for table in (one, other)
    ]
    rows = []
    for key in sorted({*groups[0], *groups[1]}):
        left, right = groups[0].get(key, {}), groups[1].get(key, {})
        scored = [(likeness(a, b), i, j) for i, a in left.items() for j, b in right.items()]
        taken_left, taken_right = set(), set()
        for score, i, j in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
            if score and i not in taken_left and j not in taken_right:
                rows.append((*key, i, j))
                taken_left.add(i)
                taken_right.add(j)
        rows += [(*key, i, None) for i in left if i not in taken_left]
        rows += [(*key, None, j) for j in right if j not in taken_right]
    table = pd.DataFrame(rows, columns=PAIR_COLUMNS)
    return table.astype({"one": "Int64", "other": "Int64"})
