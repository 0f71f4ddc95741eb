"""Input tables checked against their schemas: every fault listed by file, row and column."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pandera.pandas as pa


class DataFault(ValueError):
    """An input file that breaks its schema; the message names file, row, column and remedy.

    `lines` holds the faults one by one, where there may be several.

    >>> issubclass(DataFault, ValueError)
    True
    """

    lines: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, lines: list[str]) -> "DataFault":
        """Return the fault that lists `lines`, each of which tells its place in the file `name`.

        >>> print(DataFault.of("mine", ["row 2, column 'word': '': fill it in"]))
        1 fault(s) in mine:
          mine: row 2, column 'word': '': fill it in
        """
        lines = tuple(f"  {name}: {line}" for line in lines)
        fault = cls(f"{len(lines)} fault(s) in {name}:\n" + "\n".join(lines))
        fault.lines = lines
        return fault


def read_table(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return the CSV at `path` as text columns, checked against `schema`.

    Columns are those of the schema; an empty cell is "". Rows are counted as a spreadsheet shows
    them: the header is row 1.

    Raises:
        DataFault: the file is missing, not UTF-8, not a table, or breaks the schema; every
            fault is listed, none is mended.

    >>> from helpers import paths, schemas
    >>> read_table(paths.DATA / "demonyms.csv", schemas.DEMONYMS).iloc[0].tolist()
    ['Abuja', 'NGA']
    """
    path = Path(path)
    try:
        table = pd.read_csv(
            path, dtype=str, keep_default_na=False, encoding="utf-8", skip_blank_lines=False
        )
    except OSError as error:
        raise DataFault(f"{path.name}: cannot be read at {path} ({error.strerror})") from None
    except UnicodeDecodeError:
        raise DataFault(
            f"{path.name}: line {_first_bad_line(path)} is not UTF-8; save the file as UTF-8 "
            "(in a spreadsheet: 'CSV UTF-8') and load it again"
        ) from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise DataFault(f"{path.name}: not a CSV table ({error})") from None
    if not isinstance(table.index, pd.RangeIndex):
        raise DataFault(
            f"{path.name}: rows hold more cells than the header; quote cells that hold commas"
        )
    check_table(table, schema, path.name)
    return table


def _first_bad_line(path: Path) -> int:
    content = path.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content[: error.start].count(b"\n") + 1
    return 0


def check_table(table: pd.DataFrame, schema: pa.DataFrameSchema, name: str) -> None:
    """Return None if `table` keeps to `schema`; `name` is what the faults call it.

    Raises:
        DataFault: with all faults, one a line.

    >>> from helpers import schemas
    >>> check_table(pd.DataFrame({"word": [""], "country": ["RWA"]}), schemas.DEMONYMS, "mine")
    Traceback (most recent call last):
    helpers.faults.DataFault: 1 fault(s) in mine:
      mine: row 2, column 'word': '': fill it in: it may not be empty
    """
    try:
        schema.validate(table, lazy=True)
    except (pa.errors.SchemaErrors, pa.errors.SchemaError) as error:
        lines = [_fault_line(fault) for fault in error.failure_cases.to_dict("records")]
        raise DataFault.of(name, list(dict.fromkeys(lines))) from None


def _fault_line(fault: dict) -> str:
    check, value, column = fault["check"], fault["failure_case"], fault["column"]
    if check == "column_in_dataframe":
        return f"column {value!r} is missing; add it (data/README.md lists them)"
    if check == "column_in_schema":
        return f"column {value!r} is not known; remove it or mend its name"
    if check == "field_uniqueness":
        check = "it stands more than once; give each row its own"
    row = "?" if pd.isna(fault["index"]) else int(fault["index"]) + 2
    return f"row {row}, column {column!r}: {value!r}: {check}"


def check_known(
    table: pd.DataFrame, column: str, known: pd.Series | pd.Index, name: str, where: str
) -> None:
    """Return None if every value of `column` is among the `known` ones of the file `where`.

    Raises:
        DataFault: with a line for each value of the table called `name` that is not.

    >>> table = pd.DataFrame({"actor_id": ["unhcr", "nobody"]})
    >>> check_known(table, "actor_id", pd.Series(["unhcr"]), "mine.csv", "actors.csv")
    Traceback (most recent call last):
    helpers.faults.DataFault: 1 fault(s) in mine.csv:
      mine.csv: row 3, column 'actor_id': 'nobody': not in actors.csv; add it there
    """
    unknown = table.loc[~table[column].isin(known), column]
    if len(unknown):
        lines = [
            f"row {row + 2}, column {column!r}: {value!r}: not in {where}; add it there"
            for row, value in unknown.items()
        ]
        raise DataFault.of(name, lines)


def gather(name: str, *checks: Callable[[], object]) -> list:
    """Make all `checks` (functions without arguments); return what they return, in order.

    Raises:
        DataFault: with the faults of all checks, one a line; `name` is what they are found in.

    >>> gather("mine", lambda: 1, lambda: 2)
    [1, 2]
    >>> empty = pd.DataFrame({"word": [""]})
    >>> unknown = lambda: check_known(empty, "word", ["yes"], "b.csv", "words.csv")
    >>> gather("mine", unknown, unknown)
    Traceback (most recent call last):
    helpers.faults.DataFault: 2 fault(s) in mine:
      b.csv: row 2, column 'word': '': not in words.csv; add it there
      b.csv: row 2, column 'word': '': not in words.csv; add it there
    """
    lines: list[str] = []
    found = []
    for check in checks:
        try:
            found.append(check())
        except DataFault as fault:
            lines += fault.lines or (f"  {fault}",)
    if lines:
        fault = DataFault(f"{len(lines)} fault(s) in {name}:\n" + "\n".join(lines))
        fault.lines = tuple(lines)
        raise fault
    return found
