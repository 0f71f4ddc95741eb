"""Abstracts beside the originals they are of: who is given the floor, and in what tone."""

import json
from pathlib import Path

import pandas as pd

from helpers.codes import SOURCE_TYPES
from helpers.correction.differences import estimate_difference
from helpers.faults import DataFault
from helpers.files import write_csv, write_text
from helpers.gold.folds import find_folds
from helpers.measure import Measures, measure
from helpers.originals.lists import Link
from helpers.originals.store import ARTICLES
from helpers.uncertainty import estimate_mean, estimate_share

SIDES = ("abstract", "original")


def compare_floor(abstracts: Measures, originals: Measures) -> pd.DataFrame:
    """Return which share of attributions goes to each source type in abstracts and in originals.

    Both are measures of the same articles. Columns: source_type; for abstract_ and original_ value,
    low, high, n and of (a share, its 95 % interval, the attributions to the type and all); and
    difference_ value, low, high: the share in originals less that in abstracts, articles drawn as
    pairs. A side without an attribution, and a difference from it, has no value.

    >>> from helpers import load
    >>> short = measure(load.as_articles("The minister said it was good."))
    >>> full = measure(load.as_articles("The minister said it was good. Asylum seekers said no."))
    >>> compare_floor(short, full).set_index("source_type")["difference_value"]["government"].item()
    -0.5
    """
    parts = zip(SIDES, (abstracts, originals), strict=True)
    both = pd.concat(
        [found.attributions.assign(side=side) for side, found in parts], ignore_index=True
    )
    original = both["side"].eq("original")
    rows = []
    for kind in SOURCE_TYPES:
        hits, row = both["source_type"].eq(kind), {"source_type": kind}
        for side, chosen in (("abstract", ~original), ("original", original)):
            share = estimate_share(both[chosen], hits[chosen])
            for name in ("value", "low", "high", "n", "of"):
                row[f"{side}_{name}"] = getattr(share, name)
        for name in ("value", "low", "high"):
            row[f"difference_{name}"] = float("nan")
        if original.any() and not original.all():
            found = estimate_difference(both, hits, original)
            for name in ("value", "low", "high"):
                row[f"difference_{name}"] = getattr(found, name)
        rows.append(row)
    return pd.DataFrame(rows)


def compare_tone(abstracts: Measures, originals: Measures) -> pd.DataFrame:
    """Return the polarity of each article in both forms, one row an article, ordered by id.

    Columns: article_id, abstract, original (TextBlob's polarity, -1 to 1; missing where no word is
    known), difference (original less abstract).

    >>> from helpers import load
    >>> short, full = (measure(load.as_articles(text)) for text in ("A bad plan.", "A good plan."))
    >>> compare_tone(short, full).round(2).values.tolist()
    [['example-1', -0.7, 0.7, 1.4]]
    """
    columns = {}
    for side, found in zip(SIDES, (abstracts, originals), strict=True):
        scores = found.scores[found.scores["level"] == "article"]
        columns[side] = scores.set_index("article_id")["polarity"]
    table = pd.DataFrame(columns).sort_index().rename_axis("article_id").reset_index()
    return table.assign(difference=table["original"] - table["abstract"])


def tell_beside(floor: pd.DataFrame, tone: pd.DataFrame) -> str:
    """Return both comparisons as a page of Markdown.

    `floor` and `tone` are those of `compare_floor` and `compare_tone`.

    >>> from helpers import load
    >>> one = measure(load.as_articles("A bad plan, the minister said."))
    >>> page = tell_beside(compare_floor(one, one), compare_tone(one, one))
    >>> [line for line in page.splitlines() if line.startswith("| government")]
    ['| government | 100 % (21-100) of 1 | 100 % (21-100) of 1 | +0 (-79 to +79) |']
    """
    mean = estimate_mean(tone, "difference")
    lines = [
        "# Abstracts beside originals",
        f"{len(tone)} articles of which both were measured, by the same measures. As the program "
        "counts: its error on full articles is not known here.",
        "## Who is given the floor",
        "Shares of attributions with 95 % intervals (articles resampled, abstract and original of "
        "an article as a pair); difference in points.",
        "| source type | abstracts | originals | difference |\n| --- | --- | --- | --- |\n"
        + "\n".join(map(_floor_line, floor.to_dict("records"))),
        "## In what tone",
        f"Polarity, mean of the originals less that of their abstracts: {mean}."
        if mean.n
        else "No article has a word of known polarity in both.",
        "| article | abstract | original | difference |\n| --- | --- | --- | --- |\n"
        + "\n".join(map(_tone_line, tone.to_dict("records"))),
    ]
    return "\n\n".join(lines) + "\n"


def write_beside(links: list[Link], folder: Path) -> list[Path]:
    """Measure the texts of `links` and the originals in `folder`; write both beside each other.

    Written to FOLDER/beside: floor.csv, tone.csv, beside.md; returned are their paths.

    Raises:
        DataFault: there is no original, or the list has no text for any.

    >>> write_beside([], Path("none"))
    Traceback (most recent call last):
    helpers.faults.DataFault: articles.jsonl: not in none; fetch some originals first
    """
    short = {link.article_id: link.fields for link in links}
    full = _read_originals(folder / ARTICLES)
    ids = [key for key in full if short.get(key, {}).get("text")]
    if not ids:
        raise DataFault(
            f"no row of the list has both a text and an original in {folder}; fetch some first, or "
            "say which column has the text (--columns text=abstract)"
        )
    found = [_measure(ids, texts) for texts in (short, full)]
    floor, tone = compare_floor(*found), compare_tone(*found)
    return [
        write_csv(folder / "beside" / "floor.csv", floor),
        write_csv(folder / "beside" / "tone.csv", tone),
        write_text(folder / "beside" / "beside.md", tell_beside(floor, tone)),
    ]


def _read_originals(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        raise DataFault(f"{path.name}: not in {path.parent}; fetch some originals first")
    records = map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])
    return {record["article_id"]: record for record in records}


def _measure(ids: list[str], texts: dict[str, dict[str, str]]) -> Measures:
    columns = ("text", "sending", "receiving")
    rows = [{column: texts[key].get(column, "") for column in columns} for key in ids]
    articles = pd.DataFrame(rows).assign(article_id=ids)
    try:
        return measure(articles.assign(fold=find_folds(articles["article_id"])))
    except ValueError as error:
        raise DataFault(f"cannot be measured: {error}") from None


def _floor_line(row: dict) -> str:
    cells = [row["source_type"]]
    for side in SIDES:
        value, low, high = (100 * row[f"{side}_{name}"] for name in ("value", "low", "high"))
        of = row[f"{side}_of"]
        cells.append(f"{value:.0f} % ({low:.0f}-{high:.0f}) of {of}" if of else "no attribution")
    value, low, high = (100 * row[f"difference_{name}"] for name in ("value", "low", "high"))
    cells.append("-" if pd.isna(value) else f"{value:+.0f} ({low:+.0f} to {high:+.0f})")
    return f"| {' | '.join(cells)} |"


def _tone_line(row: dict) -> str:
    values = " | ".join(f"{row[name]:+.2f}" for name in (*SIDES, "difference"))
    return f"| {row['article_id'].replace('|', '-')} | {values} |".replace("+nan", "-")
