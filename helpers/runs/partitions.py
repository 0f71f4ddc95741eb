"""From a corpus to partitions, files of so many articles each, with lists of what was left out.

Reading starts anew where it was stopped, because ids and dates depend on all that came before. It
is done when the file READ stands in the work folder; then partitions stay as they are.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from helpers.files import write_csv
from helpers.preparing.articles import Article
from helpers.preparing.gather import article_table, count_table
from helpers.preparing.prepare import Counts
from helpers.reading.rows import Skip
from helpers.runs.csv_files import writing_csv
from helpers.runs.tables import write_table

READ = "read.csv"
SKIPPED = ["file", "place", "reason", "detail"]
DOUBTFUL = ["article_id", "column", "found", "taken", "why"]
# A partition holds no more than this, however few articles that is.
CHARACTERS = 50_000_000
ITEMS = 100_000


def cut_partitions(
    items: Iterable[Article | Skip], work: Path, size: int, counts: Counts
) -> pd.DataFrame:
    """Write the articles among `items` into `work`, `size` to a file; return `counts` as a table.

    Beside articles-00000.parquet and so on stand skipped.csv and doubtful.csv. `counts` is what
    fills while `items` are drawn; its table (see `gather.count_table`) is in READ, too, which is
    written last.

    >>> from tempfile import mkdtemp
    >>> items = [Skip("a.pdf", "", "no text", "pictures")]
    >>> cut_partitions(items, Path(mkdtemp()), 10, Counts()).columns.tolist()
    ['step', 'what', 'n']
    """
    for old in work.glob("articles-*.parquet"):
        old.unlink()
    number = 0
    with (
        writing_csv(work / "skipped.csv", SKIPPED) as list_skipped,
        writing_csv(work / "doubtful.csv", DOUBTFUL) as list_doubtful,
    ):
        for articles, skips in _cut(items, size):
            list_skipped(pd.DataFrame(skips, columns=SKIPPED))
            list_doubtful(pd.DataFrame(_doubts(articles), columns=DOUBTFUL))
            if articles:
                path = work / f"articles-{number:05d}.parquet"
                write_table(path, "articles", article_table(articles))
                number += 1
    table = count_table(counts)
    write_csv(work / READ, table)
    return table


def _cut(items: Iterable[Article | Skip], size: int) -> Iterator[tuple[list, list]]:
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


def _doubts(articles: list[Article]) -> list[tuple]:
    return [
        (one.fields["article_id"], doubt.column, doubt.found, doubt.taken, doubt.why)
        for one in articles
        for doubt in one.doubts
    ]
