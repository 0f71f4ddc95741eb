"""The workbook of differences: a third reader says whose coding is right, and why."""

from pathlib import Path

import pandas as pd

from helpers.coding import workbooks
from helpers.coding.cells import mend_code
from helpers.coding.choices import list_choices, list_definitions
from helpers.coding.returned import read_tables
from helpers.coding.sheets import ABOUT_WIDTHS, README
from helpers.faults import DataFault

DIFFERENCES = "differences"
WIDTHS = {
    "number": 8, "article_id": 24, "sentence": 9, "text": 70, "coding": 11, "cue_text": 16,
    "differs": 13, "coder_a": 36, "coder_b": 36, "settled": 17, "reason": 40,
}  # fmt: skip
EITHER = "either"
CODERS = ("a", "b")
SAME = ["number", "article_id", "sentence", "coding", "differs", "coder_a", "coder_b"]
CHANGED = (
    "{name}: its rows are no longer what the two coders differ in (a coding was changed since, or "
    "rows were); move the file away and read the folder again: a new one is written"
)
HOW = (
    "In 'settled' choose for each row whose coding is right, a or b. Of 'only in a', a: there is "
    "such an attribution; b: there is none.",
    "Where both are wrong choose the right code from the list in place of a or b.",
    "In 'reason' say why, by the rule of the codebook. Save the file under its name and read the "
    "folder again.",
)


def write_differences(
    path: Path, differences: pd.DataFrame, types: pd.DataFrame | None = None
) -> Path:
    """Write the table of `differences.list_differences` as a workbook to settle; return `path`.

    >>> from tempfile import mkdtemp
    >>> row = dict.fromkeys(WIDTHS, "x") | {"number": 1, "differs": "stance"}
    >>> write_differences(Path(mkdtemp()) / "differences.xlsx", pd.DataFrame([row])).name
    'differences.xlsx'
    """
    choices = {field: list_settled(field, types) for field in (*list_choices(types), EITHER)}
    book = workbooks.new_book(choices)
    how = pd.DataFrame({"field": "how to settle", "code": "", "when": HOW, "example": ""})
    about = pd.concat([how, list_definitions(types)])
    workbooks.protect(workbooks.add_sheet(book, README, about, ABOUT_WIDTHS))
    shown = differences.assign(settled="", reason="")
    sheet = workbooks.add_sheet(book, DIFFERENCES, shown, WIDTHS)
    workbooks.protect(sheet, but=("settled", "reason"))
    for row, field in enumerate(differences["differs"], start=2):
        cells = workbooks.refer(book[workbooks.CHOICES], field if field in choices else EITHER)
        workbooks.restrict(sheet, "settled", range(row, row + 1), "Choose from the list.", cells)
    return workbooks.write_book(path, book)


def list_settled(field: str, types: pd.DataFrame | None = None) -> tuple[str, ...]:
    """Return what may settle a difference in `field`: a, b, or a code where the field has codes.

    >>> list_settled("stance"), list_settled("only in a")
    (('a', 'b', '-1', '0', '1'), ('a', 'b'))
    """
    return (*CODERS, *list_choices(types).get(field, ()))


def read_differences(
    path: Path, differences: pd.DataFrame, types: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return `differences` with the columns settled ("" where it is open yet) and reason.

    `path` is the workbook that `write_differences` made of the same `differences`.

    Raises:
        DataFault: it is no such workbook, a value is none of `list_settled`, or the rows are no
            longer those of the two codings. All faults are listed.

    >>> read_differences(Path("notes.txt"), pd.DataFrame())
    Traceback (most recent call last):
    helpers.faults.DataFault: notes.txt: cannot be read (No such file or directory)
    """
    path = Path(path)
    (table,) = read_tables(path, {DIFFERENCES: [*SAME, "settled", "reason"]})
    name = f"{path.name}, sheet {DIFFERENCES!r}"
    expected = differences[SAME].astype(str).map(lambda t: " ".join(workbooks.showable(t).split()))
    given = table.assign(row=table.index + 2).sort_values("number", key=_as_numbers)
    if given[SAME].to_numpy().tolist() != expected.to_numpy().tolist():
        raise DataFault(CHANGED.format(name=name))
    lines, settled = [], []
    for row in given.itertuples():
        allowed = list_settled(row.differs, types)
        settled.append(mend_code(row.settled, allowed))
        if settled[-1] not in ("", *allowed):
            remedy = f"use one of: {', '.join(allowed)}"
            lines.append(f"row {row.row}, column 'settled': {row.settled!r}: {remedy}")
    if lines:
        raise DataFault.of(name, lines)
    return differences.assign(settled=settled, reason=given["reason"].tolist())


def _as_numbers(numbers: pd.Series) -> pd.Series:
    return pd.to_numeric(numbers, errors="coerce")
