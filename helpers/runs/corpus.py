"""The one place where a run meets the readers and the preparing: articles of any form, clean."""

from collections import Counter
from collections.abc import Iterator

from helpers.preparing.articles import Article
from helpers.reading.formats import read_rows
from helpers.reading.rows import Row, Skip
from helpers.runs.options import Options


def open_corpus(options: Options, counts: Counter) -> Iterator[Article | Skip]:
    """Yield the articles of the corpus that `options` names, prepared, and what is left out.

    How many rows the readers gave is added to `counts` by (step, what).

    Raises:
        DataFault: the corpus cannot be read, or an id stands over two texts.
        OSError: a file cannot be opened.

    >>> from helpers.paths import DATA
    >>> from pathlib import Path
    >>> options = Options(DATA / "articles.csv", Path("results"), columns={"text": "abstract"})
    >>> next(open_corpus(options, Counter())).place
    'row 2'
    """
    for item in _read(options, counts):
        yield Article(item.fields, item.file, item.place) if isinstance(item, Row) else item


def _read(options: Options, counts: Counter) -> Iterator[Row | Skip]:
    for item in read_rows(options.path, options.form or None, options.columns):
        counts["read", "articles found" if isinstance(item, Row) else "left out"] += 1
        if isinstance(item, Row):
            for side in ("sending", "receiving"):
                if not item.fields.get(side):
                    item.fields[side] = getattr(options, side)
        yield item
