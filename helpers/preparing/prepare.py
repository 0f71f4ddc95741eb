"""Rows as they were found into articles, one by one, each step counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from helpers.preparing.articles import Article
from helpers.preparing.identify import Doubles, clean_name, name_article
from helpers.preparing.settings import Settings
from helpers.preparing.steps import LAST, list_steps
from helpers.reading.rows import Row, Skip

Counts = Counter  # of (step, what): those of parts of a corpus add up
Spread = Callable[[Callable, Iterable], Iterator]  # as `map`: results in the order of the items


def prepare_rows(
    items: Iterable[Row | Skip],
    settings: Settings,
    counts: Counts | None = None,
    spread: Spread = map,
) -> Iterator[Article | Skip]:
    """Yield an article or a skip for each of `items`, in their order, as they come.

    Held in memory are ids and digests of texts only (see identify.Doubles). `story_id` is as
    found: near-duplicates show when all texts are known (near_duplicates, stories). To `counts`
    is added what each step took in, gave out, changed and skipped; see gather.count_table. `spread`
    applies a function to the items, here or in other processes (`runs.engines.spread_over`).

    Raises:
        DataFault: an id stands over two texts, unless the settings have it numbered.

    >>> rows = [Row({"article_id": "a1", "text": "He <b>left</b> on Monday."}), Row({"text": ""})]
    >>> one, other = prepare_rows(rows, Settings())
    >>> one.fields["text"], other.reason
    ('He left on Monday.', 'no text')
    """
    counts = Counts() if counts is None else counts
    doubles = Doubles(settings)
    for article, told in spread(partial(prepare_row, settings=settings), items):
        counts.update(told)
        if isinstance(article, Article):
            article = _take_step(LAST, doubles.check, article, counts)
        if isinstance(article, Article):
            _count_changes(article, counts)
        yield article


def prepare_row(item: Row | Skip, settings: Settings) -> tuple[Article | Skip, Counts]:
    """Return `item` after every step that needs no other row, and what each step counted.

    >>> prepare_row(Row({"text": ""}), Settings())[1]["length", "skipped: no text"]
    1
    """
    counts = Counts({("read", "in"): 1})
    if isinstance(item, Skip):
        counts["read", f"skipped: {item.reason}"] += 1
        return replace(item, file=clean_name(item.file), place=clean_name(item.place)), counts
    counts["read", "out"] += 1
    article: Article | Skip = name_article(item)
    for name, step in list_steps(settings).items():
        article = _take_step(name, step, article, counts)
        if isinstance(article, Skip):
            break
    return article, counts


def _take_step(name: str, step, article: Article, counts: Counts) -> Article | Skip:
    counts[name, "in"] += 1
    result = step(article)
    counts[name, f"skipped: {result.reason}" if isinstance(result, Skip) else "out"] += 1
    return result


def _count_changes(article: Article, counts: Counts) -> None:
    for change in article.changes:
        counts[change.step, f"{change.what}: articles"] += 1
        counts[change.step, f"{change.what}: times"] += change.n
    for doubt in article.doubts:
        counts["doubtful", doubt.column] += 1
