"""The one place where a run meets the readers and the preparing: articles of any form, clean."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

from helpers.preparing.articles import Article
from helpers.preparing.dates import find_order
from helpers.preparing.prepare import Counts, prepare_rows
from helpers.reading.formats import read_rows
from helpers.reading.rows import Row, Skip
from helpers.runs.engines import spread_over
from helpers.runs.options import Options


def open_corpus(options: Options, counts: Counts, work: Path) -> Iterator[Article | Skip]:
    """Yield the articles of the corpus that `options` names, prepared, and what is left out.

    To `counts` is added what each step did (see `preparing.prepare_rows`). Where the options do not
    tell the order of dates such as 03/05/2024, that of the other dates is taken: then all is read
    into a nameless file in `work` first.

    Raises:
        DataFault: the corpus cannot be read, or an id stands over two texts.
        OSError: a file cannot be opened or written.

    >>> from tempfile import gettempdir
    >>> from helpers.paths import DATA
    >>> options = Options(DATA / "articles.csv", Path("results"), columns={"text": "abstract"})
    >>> next(open_corpus(options, Counts(), Path(gettempdir()))).place
    'row 2'
    """
    settings, spread = options.settings, spread_over(options.engine.workers)
    items = _read(options)
    if settings.date_order:
        yield from prepare_rows(items, settings, counts, spread)
        return
    with TemporaryFile(dir=work) as file:
        order = find_order(_keep(items, file))
        if order:
            counts["date", f"order {order}, as other dates settle it"] += 1
        file.seek(0)
        settings = replace(settings, date_order=order)
        yield from prepare_rows(_kept(file), settings, counts, spread)


def _read(options: Options) -> Iterator[Row | Skip]:
    """Yield what the readers give, with the states of the options where an article names none."""
    sides = {"sending": options.sending, "receiving": options.receiving}
    for item in read_rows(options.path, options.form or None, options.columns):
        if isinstance(item, Row):
            own = {column: value for column, value in item.fields.items() if value}
            item = replace(item, fields=sides | own)
        yield item


def _keep(items: Iterable[Row | Skip], file) -> Iterator[str]:
    for item in items:
        pickle.dump(item, file)
        if isinstance(item, Row):
            yield item.fields.get("published", "")


def _kept(file) -> Iterator[Row | Skip]:
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return
