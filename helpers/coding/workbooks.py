"""Spreadsheets to fill in: tables as sheets, drop-down lists, and the same bytes each time."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from helpers.files import write_bytes

CHOICES = "choices"
LONGEST = 32_000  # a cell holds 32,767 characters
FORMULA_MARKS = tuple("=+-@")
WRAPPED = Alignment(wrap_text=True, vertical="top")
HEADER = PatternFill("solid", fgColor="DDE6F0")
TO_FILL = PatternFill("solid", fgColor="FFF7DA")
NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP archive can tell
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def new_book(choices: dict[str, tuple]) -> Workbook:
    """Return a workbook without a sheet to see; a hidden one holds the `choices` of each field.

    >>> new_book({"mode": ("direct", "mixed")})["choices"]["A2"].value
    'direct'
    """
    book = Workbook()
    book.properties.creator = ""
    book.properties.created = datetime(*NO_TIME)
    sheet = book.active
    sheet.title, sheet.sheet_state = CHOICES, "hidden"
    for column, (field, values) in enumerate(choices.items(), start=1):
        for row, value in enumerate((field, *values), start=1):
            # a typed -1 is a number: Excel compares it with numbers
            number = re.fullmatch(r"-?\d+", value)
            put(sheet, row, column, int(value) if number else value)
    protect(sheet)
    return book


def put(sheet: Worksheet, row: int, column: int, value: str | int) -> None:
    """Write `value` at (row, column), from 1; text stays text, whatever it begins with.

    What begins like a formula is marked as a leading apostrophe would mark it; of other text see
    `showable`.

    >>> sheet = Workbook().active
    >>> put(sheet, 1, 1, "=1+1")
    >>> sheet["A1"].data_type, sheet["A1"].quotePrefix
    ('s', True)
    """
    cell = sheet.cell(row, column)
    cell.alignment = WRAPPED
    if not value or not isinstance(value, str):
        cell.value = None if value == "" else value
        return
    text = showable(value)
    cell.value = text
    cell.data_type = "s"
    if text.startswith(FORMULA_MARKS):
        cell.quotePrefix = True


def showable(text: str) -> str:
    """Return `text` as a cell can hold it: of more than LONGEST characters the rest is counted.

    Characters that XML cannot hold become the replacement character.

    >>> showable("a" + chr(0)).encode("ascii", "replace"), showable("x" * 32_002)[-24:]
    (b'a?', ' [... 2 characters more]')
    """
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]} [... {len(text) - LONGEST} characters more]"
    return text


def add_sheet(book: Workbook, title: str, table: pd.DataFrame, widths: dict[str, int]) -> Worksheet:
    """Add `table` as a sheet, its header frozen; return the sheet.

    `widths` tells the width of a column in characters, in the order of the columns; those that the
    table lacks are added, empty and formatted as text, so that nothing typed becomes a date.

    >>> book = new_book({})
    >>> sheet = add_sheet(book, "texts", pd.DataFrame({"a": ["x"]}), {"a": 9, "mine": 20})
    >>> [cell.value for cell in sheet[1]], sheet.freeze_panes
    (['a', 'mine'], 'A2')
    """
    sheet = book.create_sheet(title)
    for column, (name, width) in enumerate(widths.items(), start=1):
        put(sheet, 1, column, name)
        sheet.cell(1, column).font, sheet.cell(1, column).fill = Font(bold=True), HEADER
        shape = sheet.column_dimensions[get_column_letter(column)]
        shape.width = width
        if name in table:
            for row, value in enumerate(table[name].tolist(), start=2):
                put(sheet, row, column, value)
        else:
            shape.number_format, shape.alignment = "@", WRAPPED
    sheet.freeze_panes = "A2"
    return sheet


def refer(sheet: Worksheet, column: str) -> str:
    """Return the reference to the filled cells below the header `column` of `sheet`.

    >>> refer(new_book({"mode": ("direct", "mixed")})["choices"], "mode")
    "'choices'!$A$2:$A$3"
    """
    letter = {cell.value: cell.column_letter for cell in sheet[1]}[column]
    last = max(cell.row for cell in sheet[letter] if cell.value is not None)
    return f"'{sheet.title}'!${letter}$2:${letter}${last}"


def restrict(
    sheet: Worksheet, column: str, rows: range, remedy: str, cells: str | None = None
) -> None:
    """Refuse in `column` at `rows` what is not in `cells`; tell `remedy` then.

    `rows` are the numbers of rows that follow each other, the header being 1. `cells` is a
    reference (see `refer`), offered as a drop-down list; without one only whole numbers from 0 are
    taken. An empty cell is never refused.

    >>> book = new_book({"mode": ("direct", "mixed")})
    >>> sheet = add_sheet(book, "mine", pd.DataFrame(), {"mode": 10})
    >>> restrict(sheet, "mode", range(2, 10), "Use a mode.", refer(book["choices"], "mode"))
    >>> rule = sheet.data_validations.dataValidation[0]
    >>> str(rule.sqref), rule.formula1
    ('A2:A9', "'choices'!$A$2:$A$3")
    """
    letter = {cell.value: cell.column_letter for cell in sheet[1]}[column]
    if cells:
        rule = DataValidation("list", formula1=cells)
    else:
        rule = DataValidation("whole", operator="greaterThanOrEqual", formula1="0")
        # in a cell formatted as text a number is no number
        sheet.column_dimensions[letter].number_format = "0"
    rule.allow_blank, rule.showErrorMessage, rule.errorStyle = True, True, "stop"
    rule.errorTitle, rule.error = column, remedy
    rule.add(f"{letter}{rows[0]}:{letter}{rows[-1]}")
    sheet.add_data_validation(rule)


def protect(sheet: Worksheet, but: tuple[str, ...] = ()) -> None:
    """Keep `sheet` from being typed over, but in the columns `but`; without a password.

    >>> sheet = add_sheet(new_book({}), "mine", pd.DataFrame({"a": ["x"], "b": ["y"]}),
    ...                   {"a": 9, "b": 9})
    >>> protect(sheet, but=("b",))
    >>> sheet["A2"].protection.locked, sheet["B2"].protection.locked
    (True, False)
    """
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # widths may be changed
    for cell in sheet[1]:
        if cell.value in but:
            for open_cell in sheet[cell.column_letter][1:]:
                open_cell.protection = Protection(locked=False)
                open_cell.fill = TO_FILL


def write_book(path: Path, book: Workbook) -> Path:
    """Write `book` whole or not at all, the same book as the same bytes; return `path`.

    >>> from tempfile import mkdtemp
    >>> books = [new_book({}) for _ in range(2)]
    >>> for book in books:
    ...     sheet = add_sheet(book, "mine", pd.DataFrame({"a": ["x"]}), {"a": 9})
    >>> paths = [write_book(Path(mkdtemp()) / "a.xlsx", book) for book in books]
    >>> paths[0].read_bytes() == paths[1].read_bytes()
    True
    """
    book.move_sheet(CHOICES, len(book.worksheets) - 1)
    book.active = 0
    made, kept = io.BytesIO(), io.BytesIO()
    book.save(made)
    made_at = f"{datetime(*NO_TIME).isoformat()}Z".encode()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = MODIFIED.sub(rb"\g<1>" + made_at, content)
            new.writestr(zipfile.ZipInfo(name, NO_TIME), content, zipfile.ZIP_DEFLATED)
    return write_bytes(path, kept.getvalue())
