"""Rows as they were found into articles, one by one, each step counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from helpers.preparing.articles import Article
from helpers.preparing.identify import clean_name, name_article
from helpers.preparing.settings import Settings
from helpers.preparing.steps import list_steps
from helpers.reading.rows import Row, Skip

Counts = Counter  # of (step, what): those of parts of a corpus add up


def prepare_rows(
    items: Iterable[Row | Skip], settings: Settings, counts: Counts | None = None
) -> Iterator[Article | Skip]:
    """Yield an article or a skip for each of `items`, in their order, as they come.

    Held in memory are ids and digests of texts only (see identify.Doubles). `story_id` is as
    found: near-duplicates show when all texts are known (near_duplicates, stories). To `counts`
    is added what each step took in, gave out, changed and skipped; see gather.count_table.

    Raises:
        DataFault: an id stands over two texts, unless the settings have it numbered.

    >>> rows = [Row({"article_id": "a1", "text": "He <b>left</b> on Monday."}), Row({"text": ""})]
    >>> one, other = prepare_rows(rows, Settings())
    >>> one.fields["text"], other.reason
    ('He left on Monday.', 'no text')
    """
    counts = Counts() if counts is None else counts
    steps = list_steps(settings)
    for item in items:
        counts["read", "in"] += 1
        if isinstance(item, Skip):
            counts["read", f"skipped: {item.reason}"] += 1
            yield replace(item, file=clean_name(item.file), place=clean_name(item.place))
            continue
        counts["read", "out"] += 1
        article: Article | Skip = name_article(item)
        for name, step in steps.items():
            counts[name, "in"] += 1
            article = step(article)
            if isinstance(article, Skip):
                counts[name, f"skipped: {article.reason}"] += 1
                break
            counts[name, "out"] += 1
        else:
            _count_changes(article, counts)
        yield article


def _count_changes(article: Article, counts: Counts) -> None:
    for change in article.changes:
        counts[change.step, f"{change.what}: articles"] += 1
        counts[change.step, f"{change.what}: times"] += change.n
    for doubt in article.doubts:
        counts["doubtful", doubt.column] += 1
