"""Where two coders differ, and what a third reader makes of it: one settled coding."""

import pandas as pd

from helpers.gold.agreement import FIELDS
from helpers.gold.codings import Coding
from helpers.gold.pairs import overlap, pair_attributions
from helpers.gold.spans import COLUMNS as ATTRIBUTION_COLUMNS

COLUMNS = [
    "number", "article_id", "sentence", "text", "coding", "cue_text", "differs", "coder_a",
    "coder_b",
]  # fmt: skip
ONLY = {"a": "only in a", "b": "only in b"}
SOURCE = ["source_text", "source_name", "source_start", "source_end"]


def list_differences(one: Coding, other: Coding, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return what coder a (`one`) and coder b (`other`) coded differently in the articles of both.

    `sentences` has article_id, sentence and text. One row a difference, in order of place; columns
    COLUMNS: number (from 1), article_id, sentence, text (of the sentence), coding ("attribution" or
    "stance"), cue_text, differs ("only in a", "only in b", "source_text" where the spans of the
    source share no character, or the coded field), and what each coder has. Of words of which only
    the edges differ coder a's are kept.

    >>> stance = pd.DataFrame({"article_id": ["a"], "sentence": [0], "stance": ["1"]})
    >>> none = pd.DataFrame(columns=ATTRIBUTION_COLUMNS)
    >>> pair = [Coding(none, stance), Coding(none, stance.assign(stance="0"))]
    >>> sentences = pd.DataFrame({"article_id": ["a"], "sentence": [0], "text": ["All is well."]})
    >>> list_differences(*pair, sentences)[["differs", "coder_a", "coder_b"]].values.tolist()
    [['stance', '1', '0']]
    """
    texts = sentences.set_index(["article_id", "sentence"])["text"]
    rows = [
        (*key, texts[key], "attribution", (here or there)["cue_text"], field, *told)
        for key, here, there in _pairs(one, other)
        for field, *told in _differ(here, there)
    ]
    stance = one.stance.merge(other.stance, on=["article_id", "sentence"], suffixes=("_a", "_b"))
    apart = stance[stance["stance_a"] != stance["stance_b"]]
    rows += [
        (a, n, texts[a, n], "stance", "", "stance", left, right)
        for a, n, left, right in apart.itertuples(index=False)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS[1:])
    table = table.sort_values(["article_id", "sentence"], kind="stable", ignore_index=True)
    table.insert(0, "number", table.index + 1)
    return table


def settle(one: Coding, other: Coding, differences: pd.DataFrame) -> Coding:
    """Return the settled coding: what both have, what was settled, and what only one has coded.

    `differences` is the table of `list_differences` for these two with the column `settled`: "a" or
    "b", whose coding is right (of "only in a" b is right if there is no attribution), or for a
    coded field also another of its codes. Articles that one coder alone has coded are as coded.

    >>> stance = pd.DataFrame({"article_id": ["a"], "sentence": [0], "stance": ["1"]})
    >>> none = pd.DataFrame(columns=ATTRIBUTION_COLUMNS)
    >>> pair = [Coding(none, stance), Coding(none, stance.assign(stance="0"))]
    >>> sentences = pd.DataFrame({"article_id": ["a"], "sentence": [0], "text": ["All is well."]})
    >>> settled = list_differences(*pair, sentences).assign(settled="-1")
    >>> settle(*pair, settled).stance["stance"].tolist()
    ['-1']
    """
    decided = iter(differences.loc[differences["coding"].eq("attribution"), "settled"])
    rows = []
    for _, here, there in _pairs(one, other):
        kept = dict(here or there)
        for field, *_ in _differ(here, there):
            settled = next(decided)
            if field in ONLY.values():
                kept = kept if field == ONLY[settled] else None
            elif field == "source_text":
                kept |= {column: (here if settled == "a" else there)[column] for column in SOURCE}
            else:
                kept[field] = {"a": here[field], "b": there[field]}.get(settled, settled)
        rows += [kept] if kept else []
    both = set(one.coded) & set(other.coded)
    alone = [
        table[~table["article_id"].isin(both)] for table in (one.attributions, other.attributions)
    ]
    types = one.attributions.dtypes.to_dict()
    joint = pd.DataFrame(rows, columns=ATTRIBUTION_COLUMNS).astype(types)
    order = ["article_id", "sentence", "cue_start", "content_start", "source_start"]
    attributions = pd.concat([joint, *alone]).sort_values(order, kind="stable", ignore_index=True)
    return Coding(attributions, _settle_stance(one, other, differences))


def _settle_stance(one: Coding, other: Coding, differences: pd.DataFrame) -> pd.DataFrame:
    keys = ["article_id", "sentence"]
    here, there = (coding.stance.set_index(keys)["stance"].to_dict() for coding in (one, other))
    stances = there | here
    decided = differences[differences["coding"].eq("stance")]
    for key, settled in decided.set_index(keys)["settled"].items():
        stances[key] = {"a": here[key], "b": there[key]}.get(settled, settled)
    rows = [(*key, stance) for key, stance in sorted(stances.items())]
    return pd.DataFrame(rows, columns=[*keys, "stance"])


def _pairs(one: Coding, other: Coding):
    """Yield (article and sentence, coder a's row or None, coder b's) of articles coded by both."""
    both = set(one.coded) & set(other.coded)
    left, right = (
        coding.attributions[coding.attributions["article_id"].isin(both)] for coding in (one, other)
    )
    for pair in pair_attributions(left, right).itertuples(index=False):
        yield (
            (pair.article_id, pair.sentence),
            None if pd.isna(pair.one) else left.loc[pair.one].to_dict(),
            None if pd.isna(pair.other) else right.loc[pair.other].to_dict(),
        )


def _differ(here: dict | None, there: dict | None):
    """Yield (field, coder a's, coder b's) of each difference of a pair."""
    if here is None or there is None:
        yield (ONLY["a"], _tell(here), "") if here else (ONLY["b"], "", _tell(there))
        return
    none = pd.isna(here["source_start"]) and pd.isna(there["source_start"])
    if not none and not overlap(here, there, "source"):
        yield "source_text", here["source_text"], there["source_text"]
    for field in FIELDS:
        if here[field] != there[field]:
            yield field, here[field], there[field]


def _tell(row: dict) -> str:
    codes = ", ".join(row[field] for field in FIELDS)
    return f"{row['source_text'] or 'nobody'} | {row['content_text'] or 'no content'} | {codes}"
