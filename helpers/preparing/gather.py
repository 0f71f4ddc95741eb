"""All rows at once into the tables of a corpus that is ready to be measured."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from helpers.preparing.articles import Article, Change, Doubt
from helpers.preparing.dates import find_order
from helpers.preparing.near_duplicates import PERMUTATIONS, group_alike, sign_text
from helpers.preparing.prepare import Counts, prepare_rows
from helpers.preparing.settings import Settings
from helpers.preparing.steps import LAST, list_steps
from helpers.preparing.stories import name_stories
from helpers.reading.rows import COLUMNS, Row, Skip


@dataclass(frozen=True)
class Prepared:
    """A corpus that is ready to be measured, and what became of the rest.

    articles: COLUMNS of rows.py, and file, place; strings, "" where not known
    skipped: file, place, reason, detail; a row for each that was left out
    doubtful: article_id, column, found, taken, why; a row for each cell not taken as it stood
    changed: article_id, step, what, n; what was mended or taken out, in which article
    steps: step, what, n; see `count_table`

    >>> [field.name for field in fields(Prepared)]
    ['articles', 'skipped', 'doubtful', 'changed', 'steps']
    """

    articles: pd.DataFrame
    skipped: pd.DataFrame
    doubtful: pd.DataFrame
    changed: pd.DataFrame
    steps: pd.DataFrame


def gather(items: Iterable[Row | Skip], settings: Settings | None = None) -> Prepared:
    """Return `items` as tables; see `prepare.prepare_rows` for what is done to each.

    What takes all rows is done, too: where no date_order is set, the other dates settle that of
    03/05/2024 if they can, and near-duplicates get a common story_id.

    Raises:
        DataFault: an id stands over two texts, unless the settings have it numbered.

    >>> rows = [Row({"article_id": "a1", "text": "He left on Monday."}), Row({"text": ""})]
    >>> found = gather(rows)
    >>> found.articles["article_id"].tolist(), found.skipped["reason"].tolist()
    (['a1'], ['no text'])
    """
    items, settings, counts = list(items), settings or Settings(), Counts()
    if settings.date_order is None:
        dates = (item.fields.get("published", "") for item in items if isinstance(item, Row))
        order = find_order(dates)
        counts["date", f"order {order}, as other dates settle it"] += order is not None
        settings = replace(settings, date_order=order)
    results = list(prepare_rows(items, settings, counts))
    articles = [item for item in results if isinstance(item, Article)]
    table = article_table(articles)
    if settings.find_stories:
        signatures = [sign_text(text) for text in table["text"]]
        stacked = np.array(signatures, dtype=np.uint32).reshape(-1, PERMUTATIONS)
        own = table["story_id"]
        table["story_id"] = name_stories(table, group_alike(stacked, settings.alike))
        counts["stories", "articles grouped"] += int((table["story_id"] != own).sum())
    skips = [vars(item) for item in results if isinstance(item, Skip)]
    return Prepared(
        articles=table,
        skipped=pd.DataFrame(skips, columns=["file", "place", "reason", "detail"], dtype=str),
        doubtful=_list_each(articles, "doubts", Doubt),
        changed=_list_each(articles, "changes", Change),
        steps=count_table(counts),
    )


def article_table(articles: Iterable[Article]) -> pd.DataFrame:
    """Return `articles` as a table: COLUMNS of rows.py, and file, place; all of them text.

    >>> article_table([Article({"article_id": "a1"}, "a.csv", "row 2")])["place"].tolist()
    ['row 2']
    """
    rows = [article.fields | {"file": article.file, "place": article.place} for article in articles]
    return pd.DataFrame(rows, columns=[*COLUMNS, "file", "place"], dtype=str)


def count_table(counts: Counts) -> pd.DataFrame:
    """Return `counts` in the order of the steps: step, what, n.

    `what` is 'in', 'out', 'skipped: REASON', and of articles that were kept 'KIND: articles' and
    'KIND: times' for each kind of change. Of the step 'doubtful' it is a column: in how many cells
    of it there is something that was not taken as it stood.

    >>> count_table(Counts({("read", "out"): 1, ("read", "in"): 2})).to_numpy().tolist()
    [['read', 'in', 2], ['read', 'out', 1]]
    """
    order = ["read", "name", *list_steps(Settings()), LAST, "stories", "doubtful"]
    first = {"in": 0, "out": 1}
    rows = [(step, what, n) for (step, what), n in counts.items() if n]
    rows.sort(key=lambda row: (order.index(row[0]), first.get(row[1], 2), row[1]))
    return pd.DataFrame(rows, columns=["step", "what", "n"])


def _list_each(articles: list[Article], name: str, kind: type) -> pd.DataFrame:
    rows = [
        {"article_id": article.fields["article_id"], **vars(each)}
        for article in articles
        for each in getattr(article, name)
    ]
    return pd.DataFrame(rows, columns=["article_id", *(field.name for field in fields(kind))])
