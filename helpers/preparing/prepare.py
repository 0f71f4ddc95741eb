"""Rows as they were found into articles: one by one, or all at once into tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from helpers.preparing.articles import Article
from helpers.preparing.dates import find_order
from helpers.preparing.identify import clean_name, name_article
from helpers.preparing.near_duplicates import PERMUTATIONS, group_alike, sign_text
from helpers.preparing.settings import Settings
from helpers.preparing.steps import list_steps
from helpers.preparing.stories import name_stories
from helpers.reading.rows import COLUMNS, Row, Skip

Steps = Counter  # of (step, what); those of parts of a corpus add up


@dataclass(frozen=True)
class Prepared:
    """A corpus that is ready to be measured, and what became of the rest.

    articles: COLUMNS of rows.py, and file, place; strings, "" where not known
    skipped: file, place, reason, detail; one row for all that was left out
    doubtful: article_id, column, found, taken, why; one row for a cell not taken as it stood
    changed: article_id, step, what, n; what was taken out or mended in which article
    steps: step, what, n; how many went in and out of each step, and what was changed and skipped

    >>> [field.name for field in fields(Prepared)]
    ['articles', 'skipped', 'doubtful', 'changed', 'steps']
    """

    articles: pd.DataFrame
    skipped: pd.DataFrame
    doubtful: pd.DataFrame
    changed: pd.DataFrame
    steps: pd.DataFrame


def prepare_rows(
    items: Iterable[Row | Skip], settings: Settings, steps: Steps | None = None
) -> Iterator[Article | Skip]:
    """Yield an article or a skip for each of `items`, in their order, as they come.

    Held in memory are ids and digests of texts only (see identify.Doubles). `story_id` is as
    found: near-duplicates show when all texts are known (near_duplicates, stories). What each
    step took in, gave out, changed and skipped is added to `steps`.

    Raises:
        DataFault: an id stands over two texts, unless the settings have it numbered.

    >>> rows = [Row({"article_id": "a1", "text": "He <b>left</b> on Monday."}), Row({"text": ""})]
    >>> one, other = prepare_rows(rows, Settings())
    >>> one.fields["text"], other.reason
    ('He left on Monday.', 'no text')
    """
    steps = Steps() if steps is None else steps
    functions = list_steps(settings)
    for item in items:
        steps["read", "in"] += 1
        if isinstance(item, Skip):
            steps["read", f"skipped: {item.reason}"] += 1
            yield replace(item, file=clean_name(item.file), place=clean_name(item.place))
            continue
        steps["read", "out"] += 1
        article: Article | Skip = name_article(item)
        for name, function in functions.items():
            steps[name, "in"] += 1
            article = function(article)
            if isinstance(article, Skip):
                steps[name, f"skipped: {article.reason}"] += 1
                break
            steps[name, "out"] += 1
        else:
            for change in article.changes:
                steps[change.step, f"{change.what}: articles"] += 1
                steps[change.step, f"{change.what}: times"] += change.n
            for column in {doubt.column for doubt in article.doubts}:
                steps["doubtful", f"{column}: articles"] += 1
        yield article
