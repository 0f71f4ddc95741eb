"""Reading CSV and TSV: the delimiter is found, a row that does not fit its header is left out."""

import csv
import logging
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from helpers.faults import DataFault
from helpers.reading.columns import match_columns
from helpers.reading.encodings import read_lines
from helpers.reading.records import to_row
from helpers.reading.rows import Reading, Skip

logger = logging.getLogger(__name__)

DELIMITERS = ",\t;|"
LONGEST = 64 * 1024**2  # characters of a cell; the csv module's own limit is 128 KB
TRIED = 50  # lines that the delimiter is found from


def read_csv(
    path: Path,
    columns: Mapping[str, str] | None = None,
    delimiter: str | None = None,
) -> Reading:
    """Yield a row for each record of the CSV file at `path`, a Skip for each that is broken.

    Rows are numbered as a spreadsheet shows them: the header is row 1. Quotation marks stand
    around whole cells and are doubled within (RFC 4180). In memory is one record at a time.

    Args:
        path: the file, in any encoding (see encodings).
        columns: which column is which of ours (see columns.match_columns).
        delimiter: what stands between cells; found from the first lines if not given.

    Raises:
        DataFault: the file is empty, or its columns cannot be told.
        OSError: it cannot be read.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = path.write_text('id;body\\n1;"One; two."\\n2;Three;four\\n')
    >>> row, skip = read_csv(path)
    >>> row
    Row(fields={'article_id': '1', 'text': 'One; two.'}, file='a.csv', place='row 2')
    >>> skip.place, skip.detail
    ('row 3', '3 cells, the header has 2; put quotation marks around each cell')
    """
    path = Path(path)
    name = path.name
    lines = read_lines(path)
    first = list(islice(lines, TRIED))
    if not any(line.strip() for line in first):
        raise DataFault(f"{name}: is empty")
    before = 1 if first[0].lower().startswith("sep=") else 0  # Excel's own hint
    delimiter = delimiter or (first[0].strip()[4:5] if before else find_delimiter(first))
    records = _parse(chain(first[before:], lines), delimiter or ",")
    header: list[str] = []
    for number, line, record in records:
        place = f"row {number + before}"
        if isinstance(record, csv.Error):
            yield Skip(name, place, "quotation marks", f"{line}: {record}; double those in a cell")
        elif not any(cell.strip() for cell in record):
            continue
        elif not header:
            width = max(number for number, cell in enumerate(record, 1) if cell.strip())
            header = [cell.strip() for cell in record[:width]]
            match = match_columns(header, columns, name)
        elif len(record) < len(header) or any(record[len(header) :]):
            told = f"{len(record)} cells, the header has {len(header)}"
            yield Skip(name, place, "cells", f"{told}; put quotation marks around each cell")
        else:
            yield to_row(dict(zip(header, record, strict=False)), match, name, place)


def find_delimiter(lines: list[str]) -> str:
    """Return what stands between the cells of `lines`, the first of which is a header.

    Taken is what splits most of the records into as many cells as the header has, two or more;
    of equals, what gives more cells. Where there is none the table has one column.

    >>> find_delimiter(["id;text", "1;One, two, three.", "2;Four, five."])
    ';'
    """
    return max(DELIMITERS, key=lambda delimiter: _fit(lines, delimiter))


def _fit(lines: list[str], delimiter: str) -> tuple[float, int]:
    records = [record for _, _, record in _parse(iter(lines), delimiter) if record]
    lengths = [0 if isinstance(record, csv.Error) else len(record) for record in records]
    width = lengths[0] if lengths else 0
    return (lengths.count(width) / len(lengths), width) if width > 1 else (0.0, 0)


def _parse(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, str, list | csv.Error]]:
    """Yield (row number, 'lines 4 to 6', record or the error in it) for each record.

    A quotation mark that is not closed takes the next lines in: each is counted as a row.
    """
    csv.field_size_limit(LONGEST)  # holds for the process: it cannot be given to a reader
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        start = reader.line_num + 1
        try:
            record: list | csv.Error = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            record = error
        end = reader.line_num
        place = f"line {start}" if start >= end else f"lines {start} to {end}"
        yield number + 1, place, record
        number += end - start + 1 if isinstance(record, csv.Error) else 1
