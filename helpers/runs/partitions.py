"""From a corpus to partitions, files of so many articles each, with lists of what was left out.

Reading starts anew where it was stopped, because ids and near-duplicates depend on all that came
before. It is done when the file READ stands in the work folder; then partitions stay as they are.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from helpers.files import write_text
from helpers.preparing.articles import Article
from helpers.reading.rows import Skip
from helpers.runs.csv_files import writing_csv
from helpers.runs.tables import TABLES, write_table

READ = "read.json"
SKIPPED = ["file", "place", "reason", "detail"]
DOUBTFUL = ["article_id", "column", "found", "taken", "why"]
# A partition holds no more than this, however few articles that is.
CHARACTERS = 50_000_000
ITEMS = 100_000


def cut_partitions(
    items: Iterable[Article | Skip], work: Path, size: int, counts: Counter
) -> list[dict]:
    """Write the articles among `items` into `work`, `size` to a file; return counts of each step.

    Beside articles-00000.parquet and so on stand skipped.csv and doubtful.csv. `counts` are by
    (step, what) and are added to; returned are rows with step, what and n. READ has them, too, and
    is written last.

    >>> from tempfile import mkdtemp
    >>> items = [Skip("a.pdf", "", "no text", "pictures")]
    >>> cut_partitions(items, Path(mkdtemp()), 10, Counter())
    [{'step': 'prepare', 'what': 'skipped: no text', 'n': 1},
     {'step': 'prepare', 'what': 'articles out', 'n': 0}]
    """
    for old in work.glob("articles-*.parquet"):
        old.unlink()
    number = written = 0
    with (
        writing_csv(work / "skipped.csv", SKIPPED) as list_skipped,
        writing_csv(work / "doubtful.csv", DOUBTFUL) as list_doubtful,
    ):
        for articles, skips in _cut(items, size):
            list_skipped(pd.DataFrame(skips, columns=SKIPPED))
            list_doubtful(pd.DataFrame(_doubts(articles), columns=DOUBTFUL))
            _count(articles, skips, counts)
            if articles:
                rows = [{**one.fields, "file": one.file, "place": one.place} for one in articles]
                table = pd.DataFrame(rows, columns=TABLES["articles"])
                write_table(work / f"articles-{number:05d}.parquet", "articles", table)
                number, written = number + 1, written + len(articles)
    told = [{"step": step, "what": what, "n": n} for (step, what), n in sorted(counts.items())]
    told.append({"step": "prepare", "what": "articles out", "n": written})
    write_text(work / READ, json.dumps(told))
    return told


def _cut(items: Iterable, size: int) -> Iterator[tuple[list, list]]:
    """Yield articles and Skips by the partition."""
    articles, skips, characters = [], [], 0
    for item in items:
        if isinstance(item, Skip):
            skips.append(item)
        else:
            articles.append(item)
            characters += len(item.fields["text"])
        if len(articles) == size or characters >= CHARACTERS or len(skips) == ITEMS:
            yield articles, skips
            articles, skips, characters = [], [], 0
    yield articles, skips


def _doubts(articles: list) -> list[tuple]:
    return [
        (one.fields["article_id"], doubt.column, doubt.found, doubt.taken, doubt.why)
        for one in articles
        for doubt in one.doubts
    ]


def _count(articles: list, skips: list[Skip], counts: Counter) -> None:
    counts.update(("prepare", f"skipped: {skip.reason}") for skip in skips)
    for one in articles:
        counts.update(("prepare", f"doubtful: {doubt.column}") for doubt in one.doubts)
        for change in one.changes:
            counts[change.step, change.what] += change.n
