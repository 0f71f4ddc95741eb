"""The records as one table: each with its abstract, link, and attributions marked."""

import pandas as pd

from helpers.attribution.markup import mark_spans
from helpers.countries import country_name
from helpers.site.templates import render


def list_records(
    articles: pd.DataFrame, attributions: pd.DataFrame, arrangements: pd.DataFrame
) -> list[dict]:
    """Return what the table tells of each record, in the order of `articles`.

    `articles` is `load.articles`'s table, `attributions` that of the measures (with the spans
    `mark_spans` takes), `arrangements` `load.arrangements`'s. Each record has title, outlet,
    country, arrangement, published, genre, attributions (how many), url, seen, note, and `text`,
    its abstract as HTML.

    Raises:
        KeyError: a record is on an arrangement that `arrangements` lacks.

    >>> from helpers import load
    >>> one = load.articles().head(1)
    >>> record = list_records(one, pd.DataFrame({"article_id": []}), load.arrangements())[0]
    >>> record["country"], record["attributions"]
    ('Denmark', 0)
    """
    names = arrangements.set_index("arrangement")["name"]
    found = dict(iter(attributions.groupby("article_id")))
    none = attributions.head(0)
    told = []
    for row in articles.to_dict("records"):
        own = found.get(row["article_id"], none)
        told.append(
            {key: row[key] for key in ("article_id", "title", "outlet", "url", "seen", "note")}
            | {
                "country": country_name(row["outlet_country"]),
                "arrangement": names[row["arrangement"]],
                "published": row["published"],
                "genre": row["genre"].replace("_", " "),
                "attributions": len(own),
                "text": mark_spans(row["text"], own),
            }
        )
    return told


def write_table(records: list[dict]) -> str:
    """Return the table of `list_records`'s records as HTML; it reads as it is, without a script.

    >>> write_table([]).count("<th ")
    7
    """
    return render("records.html.j2", records=records)
