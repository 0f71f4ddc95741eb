"""Reading a coder's workbook back: every fault told at once, words found in their sentence."""

from pathlib import Path

import pandas as pd
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from helpers.coding.cells import mend_code, mend_words, read_cell
from helpers.coding.choices import list_choices
from helpers.coding.sheets import ATTRIBUTIONS, STANCE
from helpers.faults import DataFault, check_table, gather
from helpers.gold import forms
from helpers.gold.codings import Coding, check_complete
from helpers.gold.spans import place_spans, whole_text
from helpers.reading.archives import check_archive
from helpers.source_types import allow_types, check_types

COPIED = ("source_text", "cue_text", "content_text")
NO_STANCE = f"is not coded in sheet '{STANCE}'; give each of its sentences a stance there"


def read_sheets(path: Path, sentences: pd.DataFrame, types: pd.DataFrame | None = None) -> Coding:
    """Return what a coder filled in at `path` (see `sheets.write_sheets`), checked.

    Args:
        path: the workbook.
        sentences: of the drawn articles: article_id, sentence, start, end, text.
        types: source types of one's own (see `source_types.check_types`).

    Empty rows, outer spaces and columns of the coder's own are left out. Words need not be to the
    letter where it is clear what they were before the spreadsheet mended them (see `cells`).

    Raises:
        DataFault: it is no workbook, lacks a sheet or column, a code is unknown, words do not
            stand in their sentence, an article is half coded or not in the draw. All faults are
            listed, each with file, sheet, row, column and what to do.

    >>> read_sheets(Path("notes.txt"), pd.DataFrame())
    Traceback (most recent call last):
    helpers.faults.DataFault: notes.txt: cannot be read (No such file or directory)
    """
    path, types = Path(path), check_types(types)
    attributions, stance = read_tables(path, {
        ATTRIBUTIONS: list(forms.ATTRIBUTION_SHEET.columns), STANCE: list(forms.STANCE.columns),
    })  # fmt: skip
    for table in (attributions, stance):
        _mend_codes(table, list_choices(types))
    _mend_copies(attributions, sentences)
    stance = stance[stance["article_id"].isin(stance.loc[stance["stance"].ne(""), "article_id"])]
    marked, coded = (f"{path.name}, sheet '{title}'" for title in (ATTRIBUTIONS, STANCE))
    uncoded = attributions.loc[~attributions["article_id"].isin(stance["article_id"])]
    placeable = _whole(attributions["sentence"]) & attributions["cue_nth"].str.fullmatch(r"\d*")
    *_, placed = gather(
        path.name,
        lambda: check_table(attributions, allow_types(forms.ATTRIBUTION_SHEET, types), marked),
        lambda: check_table(stance, forms.STANCE, coded),
        lambda: check_complete(
            stance[_whole(stance["sentence"])].astype({"sentence": int}), sentences, coded
        ),
        lambda: list_faults(marked, uncoded, "article_id", NO_STANCE),
        lambda: place_spans(attributions[placeable], sentences, marked),
    )
    order = stance.astype({"sentence": int}).sort_values(["article_id", "sentence"])
    return Coding(placed, order.reset_index(drop=True))


def read_tables(path: Path, wanted: dict[str, list[str]]) -> list[pd.DataFrame]:
    """Return sheets of the workbook at `path` as text, by title the columns `wanted` of each.

    Rows without a cell filled in are left out; the index is the row's number in the sheet less 2,
    as in a table whose first row stands below the header.

    Raises:
        DataFault: see `read_sheets`; first of all, for all cells that the spreadsheet spoilt.

    >>> from tempfile import mkdtemp
    >>> from openpyxl import Workbook
    >>> book = Workbook()
    >>> for row in (["a", "mine"], [None, None], ["x ", 1]):
    ...     book.active.append(row)
    >>> path = Path(mkdtemp()) / "a.xlsx"
    >>> book.save(path)
    >>> read_tables(path, {"Sheet": ["a"]})[0].to_dict()
    {'a': {1: 'x'}}
    """
    try:
        check_archive(path)
        book = load_workbook(path, read_only=True)
    except OSError as error:
        raise DataFault(f"{path.name}: cannot be read ({error.strerror})") from None
    except (InvalidFileException, KeyError, ValueError) as error:
        if isinstance(error, DataFault):
            raise
        raise DataFault(f"{path.name}: is no workbook; save it as .xlsx") from None
    try:
        lacking = [title for title in wanted if title not in book.sheetnames]
        if lacking:
            why = "is missing; give it its name back, or code in the workbook as it was written"
            raise DataFault.of(path.name, [f"sheet {title!r} {why}" for title in lacking])
        return gather(path.name, *(
            lambda title=title, columns=columns: _read_sheet(book[title], columns, path.name)
            for title, columns in wanted.items()
        ))  # fmt: skip
    finally:
        book.close()


def _read_sheet(sheet, columns: list[str], file: str) -> pd.DataFrame:
    name, rows, lines = f"{file}, sheet {sheet.title!r}", {}, []
    cells = sheet.iter_rows()
    header = [str(cell.value or "").strip().lower() for cell in next(cells, ())]
    lacking = [column for column in columns if header.count(column) != 1]
    if lacking:
        why = "does not stand once in row 1; give the header its names back"
        raise DataFault.of(name, [f"column {column!r} {why}" for column in lacking])
    places = [header.index(column) for column in columns]
    for number, row in enumerate(cells, start=2):
        read = [read_cell(row[place]) if place < len(row) else ("", "") for place in places]
        told = [(column, *each) for column, each in zip(columns, read, strict=True) if each[1]]
        lines += [f"row {number}, column {column!r}: {v!r} {why}" for column, v, why in told]
        if any(text for text, _ in read):
            rows[number - 2] = [text for text, _ in read]
    if lines:
        raise DataFault.of(name, lines)
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=str)


def list_faults(name: str, table: pd.DataFrame, column: str, remedy: str) -> None:
    """Raise a fault for each row of `table`, as being wrong in `column`; None where it is empty.

    >>> list_faults("mine", pd.DataFrame({"a": ["x"]}), "a", "mend it")
    Traceback (most recent call last):
    helpers.faults.DataFault: 1 fault(s) in mine:
      mine: row 2, column 'a': 'x': mend it
    """
    if len(table):
        lines = [
            f"row {n + 2}, column {column!r}: {v!r}: {remedy}" for n, v in table[column].items()
        ]
        raise DataFault.of(name, lines)


def _whole(numbers: pd.Series) -> pd.Series:
    return numbers.str.fullmatch(r"[0-9]+")


def _mend_codes(table: pd.DataFrame, choices: dict[str, tuple[str, ...]]) -> None:
    for column in choices.keys() & set(table.columns):
        mended = [mend_code(text, choices[column]) for text in table[column]]
        table[column] = pd.Series(mended, table.index, dtype=str)


def _mend_copies(table: pd.DataFrame, sentences: pd.DataFrame) -> None:
    texts = {key: whole_text(group) for key, group in sentences.groupby("article_id")}
    spans = {(row.article_id, str(row.sentence)): row for row in sentences.itertuples()}
    for number, row in table.iterrows():
        own = spans.get((row["article_id"], row["sentence"]))
        if own is not None:
            rest = texts[row["article_id"]][own.start :]  # a content may run on
            for column, text in zip(COPIED, (own.text, own.text, rest), strict=True):
                table.loc[number, column] = mend_words(row[column], text)
