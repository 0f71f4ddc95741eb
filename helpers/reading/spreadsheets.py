"""Reading XLSX, row by row: what cells show, not their formulas."""

import logging
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from itertools import repeat
from pathlib import Path

from helpers.faults import DataFault
from helpers.reading.archives import check_archive
from helpers.reading.columns import match_columns
from helpers.reading.records import as_text, to_row
from helpers.reading.rows import Reading, Skip

logger = logging.getLogger(__name__)

MOST_ROWS = 1_048_576  # of a sheet, by the format
MOST_CHARACTERS = 32_767  # of a cell: a text of this length was cut off
UNSOLVED = object()  # a formula that no result was stored with
SAVE = "open the file in a spreadsheet program and save it"


def read_xlsx(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Yield a row for each record in the sheets of the workbook at `path`.

    The first row of a sheet that is filled is its header. A formula gives the result stored with
    it; where the text is a formula without one the row is a Skip, elsewhere the field is empty
    and that is logged. A sheet whose columns cannot be told is a Skip where another's can. In
    memory are one row and the workbook's list of distinct strings.

    Args:
        path: the file.
        columns: which column is which of ours (see columns.match_columns).

    Raises:
        DataFault: it is no workbook, is damaged or unsafe to open (see archives.check_archive),
            is empty, or no sheet's columns can be told.
        OSError: it cannot be read.

    >>> import tempfile
    >>> import pandas as pd
    >>> path = Path(tempfile.mkdtemp()) / "a.xlsx"
    >>> pd.DataFrame({"id": [1], "body": ["One came."]}).to_excel(path, index=False)
    >>> next(read_xlsx(path))
    Row(fields={'article_id': '1', 'text': 'One came.'}, file='a.xlsx', place='row 2')
    """
    name, faults, read = Path(path).name, {}, 0
    check_archive(path)
    with ExitStack() as stack:
        shown = stack.enter_context(_open(path, name, data_only=True))
        with _damage_told(name):
            has_formulas = _has_formulas(path)
        written = stack.enter_context(_open(path, name)) if has_formulas else None
        for sheet in shown.worksheets:
            where = f"sheet {sheet.title!r}, " if len(shown.worksheets) > 1 else ""
            rows = _rows(sheet, written and written[sheet.title], name)
            try:
                yield from _read_sheet(rows, columns, name, where)
                read += 1
            except DataFault as fault:
                faults[where] = fault
    if faults and not read:
        raise next(iter(faults.values()))
    for where, fault in faults.items():
        yield Skip(name, where.rstrip(", "), "sheet", str(fault))


def _read_sheet(
    rows: Iterator[list], columns: Mapping[str, str] | None, name: str, where: str
) -> Reading:
    header: list[str] = []
    unsolved = cut = 0
    for number, cells in enumerate(rows, 1):
        place = f"{where}row {number}"
        if all(cell is None for cell in cells):
            continue
        if not header:
            header = [as_text(cell).strip() for cell in cells]
            match = match_columns([title for title in header if title], columns, name)
            continue
        record = dict(zip(header, cells, strict=False))
        found = {ours: record.get(theirs) for ours, theirs in match.taken.items()}
        if found.get("text") is UNSOLVED:
            yield Skip(name, place, "formula", f"the text is a formula without a result; {SAVE}")
            continue
        unsolved += sum(value is UNSOLVED for value in found.values())
        cut += len(as_text(found.get("text"))) == MOST_CHARACTERS
        solved = {key: None if value is UNSOLVED else value for key, value in record.items()}
        yield to_row(solved, match, name, place)
    if not header:
        raise DataFault(f"{name}: {where or 'the sheet '}is empty")
    if unsolved:
        logger.warning("%s: %d cells are formulas without a result; %s", name, unsolved, SAVE)
    if cut:
        logger.warning("%s: %d texts fill a cell to its limit and may be cut off", name, cut)


@contextmanager
def _open(path: Path, name: str, **how):
    import openpyxl  # 0.4 s, for this form alone

    with _damage_told(name):
        book = openpyxl.load_workbook(path, read_only=True, **how)
    with closing(book):
        yield book


@contextmanager
def _damage_told(name: str):
    """Make a DataFault of whatever breaks in openpyxl: it tells damage by errors of any kind."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # styles and checks that it leaves out
            yield
    except (OSError, StopIteration):
        raise
    except Exception as error:
        raise DataFault(f"{name}: is damaged or no workbook ({error}); {SAVE} anew") from None


def _rows(sheet, written, name: str) -> Iterator[list]:
    """Yield the values of each row of `sheet`; `written` has the formulas, where there are any."""
    for each in filter(None, (sheet, written)):
        each.reset_dimensions()  # some programs state them wrongly
    shown = sheet.iter_rows(values_only=True)
    formulas = written.iter_rows(values_only=True) if written else repeat(None)
    for _ in range(MOST_ROWS):
        with _damage_told(name):
            cells, marks = next(shown, None), next(formulas, None)
        if cells is None:
            return
        yield [
            UNSOLVED if cell is None and mark is not None else cell
            for cell, mark in zip(cells, marks or repeat(None), strict=False)
        ]
    raise DataFault(f"{name}: has more than {MOST_ROWS:,} rows in a sheet; it is damaged")


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            if entry.startswith("xl/worksheets/"):
                with archive.open(entry) as file:
                    before = b""
                    while part := file.read(1024**2):
                        if re.search(rb"<f[ >/]", before + part):
                            return True
                        before = part[-2:]
    return False
