"""CSV written piece by piece, the same bytes however it is cut; safe to open in a spreadsheet."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from helpers.files import writing
from helpers.preparing.safe_cells import make_safe


@contextmanager
def writing_csv(path: Path, columns: list[str]) -> Iterator[Callable[[pd.DataFrame], None]]:
    """Give a function that adds the rows of a table to the CSV at `path`; it appears at the end.

    Numbers have 6 decimals and lines end with a line feed, as in `files.write_csv`.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "a.csv"
    >>> with writing_csv(path, ["word", "n"]) as add:
    ...     add(pd.DataFrame({"word": ["=one"], "n": [2.5]}))
    ...     add(pd.DataFrame({"word": ["two"], "n": [1.0]}))
    >>> path.read_text()
    "word,n\\n'=one,2.500000\\ntwo,1.000000\\n"
    """
    with writing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:

        def add(table: pd.DataFrame, header: bool = False) -> None:
            make_safe(table[columns]).to_csv(
                file, index=False, header=header, float_format="%.6f", lineterminator="\n"
            )

        add(pd.DataFrame(columns=columns), header=True)
        yield add


def join_csv(path: Path, columns: list[str], parts: Iterable[Path]) -> Path:
    """Write the rows of the CSV files `parts`, which have these `columns`, as one at `path`.

    >>> from tempfile import mkdtemp
    >>> part = Path(mkdtemp()) / "part.csv"
    >>> with writing_csv(part, ["n"]) as add:
    ...     add(pd.DataFrame({"n": [1]}))
    >>> join_csv(part.with_name("a.csv"), ["n"], [part, part]).read_text()
    'n\\n1\\n1\\n'
    """
    with writing(path) as temporary, temporary.open("wb") as joined:
        joined.write(f"{','.join(columns)}\n".encode())
        for part in parts:
            with part.open("rb") as file:
                file.readline()  # the header stands already
                shutil.copyfileobj(file, joined)
    return path
