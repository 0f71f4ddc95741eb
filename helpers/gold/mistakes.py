"""Wrong decisions drawn at random, to read: never of the records kept for testing."""

import numpy as np
import pandas as pd

from helpers.gold.pairs import overlap, pair_attributions
from helpers.gold.sample import read_sample

KINDS = ("missed", "false", "wrong source", "wrong type")
COLUMNS = ["article_id", "sentence", "kind", "text", "gold", "measured"]


def list_mistakes(found, gold: pd.DataFrame, sample: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return every decision of the measures that the gold says is wrong; columns COLUMNS.

    Args:
        found: `measure`'s tables, of articles with gold only.
        gold: settled and training attributions (see `codings.read_attributions`).
        sample: article_id and part, in place of data/gold/sample.csv.

    `kind` is one of KINDS; `text` the sentence; `gold` and `measured` tell source, cue and content
    (with the type where that is wrong), or are "" where one has nothing.

    Raises:
        ValueError: an article is of the testing part, or not in the sample.

    >>> from helpers import measure
    >>> from helpers.load import as_articles
    >>> found = measure(as_articles("Ann said no."))
    >>> sample = pd.DataFrame({"article_id": ["example-1"], "part": ["tuning"]})
    >>> list_mistakes(found, found.attributions.head(0), sample)["kind"].tolist()
    ['false']
    """
    measured = found.attributions
    _check_parts(pd.concat([found.sentences, measured, gold])["article_id"], sample)
    left, right = measured.to_dict("index"), gold.to_dict("index")
    texts = found.sentences.set_index(["article_id", "sentence"])["text"]
    rows = []
    for pair in pair_attributions(measured, gold).itertuples():
        one = None if pd.isna(pair.one) else left[pair.one]
        other = None if pd.isna(pair.other) else right[pair.other]
        kind = _kind(one, other)
        if kind:
            told = [_tell(row, kind == "wrong type") for row in (other, one)]
            key = (pair.article_id, pair.sentence)
            rows.append((*key, kind, texts[key], *told))
    return pd.DataFrame(rows, columns=COLUMNS)


def draw_mistakes(
    found, gold: pd.DataFrame, n: int, seed: int, sample: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return `n` of `list_mistakes`, drawn at random, in order of article and sentence.

    All if there are fewer. The same seed draws the same ones, in whatever order the rows are given.

    Raises:
        ValueError: see `list_mistakes`.

    >>> from helpers import measure
    >>> from helpers.load import as_articles
    >>> found = measure(as_articles("Ann said no. She warned of it."))
    >>> sample = pd.DataFrame({"article_id": ["example-1"], "part": ["none"]})
    >>> len(draw_mistakes(found, found.attributions.head(0), n=1, seed=4, sample=sample))
    1
    """
    wrong = list_mistakes(found, gold, sample).sort_values(COLUMNS, ignore_index=True)
    drawn = np.random.default_rng(seed).permutation(len(wrong))[:n]
    return wrong.loc[sorted(drawn)].reset_index(drop=True)


def _check_parts(ids: pd.Series, sample: pd.DataFrame | None) -> None:
    parts = (read_sample() if sample is None else sample).set_index("article_id")["part"]
    unknown = sorted(set(ids) - set(parts.index))
    if unknown:
        raise ValueError(f"article {unknown[0]!r} is not in the sample: it has no gold")
    testing = sorted(key for key in set(ids) if parts[key] == "testing")
    if testing:
        raise ValueError(
            f"{len(testing)} article(s) are kept for testing, {testing[0]!r} among them: their "
            "mistakes are not looked at; give only those of the other parts"
        )


def _kind(one: dict | None, other: dict | None) -> str:
    """Return what is wrong with a measured attribution, by its gold one; "" where nothing is."""
    if one is None or other is None:
        return "missed" if one is None else "false"
    none = pd.isna(one["source_start"]) and pd.isna(other["source_start"])
    if not none and not overlap(one, other, "source"):
        return "wrong source"
    return "wrong type" if one["source_type"] != other["source_type"] else ""


def _tell(row: dict | None, with_type: bool) -> str:
    if row is None:
        return ""
    source = row["source_text"] or "nobody"
    source += f" ({row['source_type']})" if with_type else ""
    return f"{source} | {row['cue_text']} | {row['content_text'] or 'no content'}"
