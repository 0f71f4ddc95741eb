"""The workbook a coder fills in: instructions, texts, a row an attribution, a stance a sentence."""

from pathlib import Path

import pandas as pd

from helpers.coding import choices, workbooks
from helpers.coding.workbooks import CHOICES
from helpers.gold import forms

README, ARTICLES, TEXTS = "read me", "articles", "texts"
ATTRIBUTIONS, STANCE = "attributions", "stance"
ABOUT_WIDTHS = {"field": 14, "code": 17, "when": 95, "example": 45}
ARTICLE_WIDTHS = {
    "article_id": 28, "title": 40, "outlet": 20, "published": 12, "arrangement": 20, "sending": 10,
    "receiving": 10, "genre": 12,
}  # fmt: skip
TEXT_WIDTHS = {"article_id": 28, "sentence": 10, "text": 110}
STANCE_WIDTHS = TEXT_WIDTHS | {"stance": 10}
ATTRIBUTION_WIDTHS = {
    "article_id": 28, "sentence": 10, "source_text": 30, "source_name": 30, "cue_text": 18,
    "content_text": 60, "cue_nth": 9, "mode": 13, "source_type": 17, "source_side": 14,
    "anonymity": 12,
}  # fmt: skip
ROWS = range(2, 20_001)  # where codes are offered
CODED = [*forms.FIELDS]
HOW = (
    "Code the articles from the top of the sheet 'articles' down. Their order is random: you may "
    "stop after any of them.",
    "Read the article in 'texts'. In 'attributions' write one row for each stretch that gives what "
    "somebody said, wrote, asked, ruled or thinks, credited to a source by a cue. What counts, and "
    "how many, is told in CODEBOOK.md beside this file (B1 to B3).",
    "Copy the words of source, cue and content as they stand in the sentence. Leave source_text "
    "empty where nobody is named. cue_nth: which one is meant (1, 2, ...) where the words of the "
    "cue stand more than once in the sentence; else empty.",
    "In 'stance' choose -1 (in a bad light), 0 (neither) or 1 (in a good light) for every sentence "
    "of the article. An article without any stance counts as not coded.",
    "Choose codes from the lists that open in the cell; what they mean stands below. Columns that "
    "you add are yours and are not read.",
    "Work alone: two coders do not see each other's files before both are done.",
    "Save as .xlsx under the name that the file has.",
)


def write_sheets(
    path: Path, articles: pd.DataFrame, sentences: pd.DataFrame, types: pd.DataFrame | None = None
) -> Path:
    """Write the workbook of one coder, the same bytes for the same tables; return `path`.

    Args:
        path: ends with .xlsx.
        articles: those to code, in the order to code them, with article_id; what ARTICLE_WIDTHS
            names is shown where it is known.
        sentences: theirs, with article_id, sentence and text.
        types: source types of one's own (see `source_types.check_types`).

    Sheets: 'read me', 'articles' and 'texts' cannot be typed over; 'attributions' is empty, with
    the columns of `forms.ATTRIBUTION_SHEET`; in 'stance' only that column can be filled in. Codes
    are drop-down lists, anything else is refused. There are no formulas, and text that begins like
    one stays text.

    >>> from tempfile import mkdtemp
    >>> from helpers.sentences import split_articles
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["It rained. He said no."]})
    >>> write_sheets(Path(mkdtemp()) / "coder-a.xlsx", articles, split_articles(articles)).name
    'coder-a.xlsx'
    """
    book = workbooks.new_book(choices.list_choices(types))
    sentences = in_order(sentences, articles["article_id"])
    how = pd.DataFrame({"field": "how to code", "code": "", "when": HOW, "example": ""})
    about = pd.concat([how, choices.list_definitions(types)])
    known = [name for name in ARTICLE_WIDTHS if name in articles and articles[name].ne("").any()]
    shown = {name: ARTICLE_WIDTHS[name] for name in known}
    told = articles[known].fillna("").astype(str)
    workbooks.protect(workbooks.add_sheet(book, README, about, ABOUT_WIDTHS))
    listed = workbooks.add_sheet(book, ARTICLES, told, shown)
    workbooks.protect(listed)
    workbooks.protect(workbooks.add_sheet(book, TEXTS, sentences, TEXT_WIDTHS))
    to_fill = workbooks.add_sheet(book, ATTRIBUTIONS, pd.DataFrame(), ATTRIBUTION_WIDTHS)
    ids = workbooks.refer(listed, "article_id")
    workbooks.restrict(to_fill, "article_id", ROWS, "Choose an article of the list.", ids)
    for column in ("sentence", "cue_nth"):
        workbooks.restrict(to_fill, column, ROWS, "Use a whole number.")
    for column in CODED:
        _offer(book, to_fill, column, ROWS)
    stance = workbooks.add_sheet(book, STANCE, sentences.assign(stance=""), STANCE_WIDTHS)
    _offer(book, stance, "stance", range(2, len(sentences) + 2))
    workbooks.protect(stance, but=("stance",))
    return workbooks.write_book(path, book)


def in_order(sentences: pd.DataFrame, article_ids: pd.Series) -> pd.DataFrame:
    """Return the sentences of these articles, the articles in this order.

    >>> sentences = pd.DataFrame({"article_id": ["a", "b", "b"], "sentence": [0, 0, 1]})
    >>> in_order(sentences, pd.Series(["b", "a"]))["article_id"].tolist()
    ['b', 'b', 'a']
    """
    place = {article_id: number for number, article_id in enumerate(article_ids)}
    kept = sentences[sentences["article_id"].isin(list(place))]
    order = kept["article_id"].map(place)
    kept = kept.assign(place=order).sort_values(["place", "sentence"], ignore_index=True)
    return kept.drop(columns="place")


def _offer(book, sheet, column: str, rows: range) -> None:
    remedy = f"Choose a code of the list; the sheet '{README}' tells what each means."
    workbooks.restrict(sheet, column, rows, remedy, workbooks.refer(book[CHOICES], column))
