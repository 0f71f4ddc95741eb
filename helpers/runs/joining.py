"""From partitions to the final Parquet: streamed, the same bytes however the corpus was cut."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.files import writing
from helpers.runs.tables import FEW, PARQUET, ROWS, schema_of


def join_tables(name: str, parts: Iterable[pa.Table], folder: Path) -> int:
    """Write the rows of `parts` as NAME.parquet into `folder`; return their number.

    Only one part and one group of rows are held at a time.

    >>> from tempfile import mkdtemp
    >>> folder, part = Path(mkdtemp()), schema_of("sentences").empty_table()
    >>> join_tables("sentences", [part, part], folder)
    0
    >>> sorted(path.name for path in folder.iterdir())
    ['sentences.parquet']
    """
    written = 0
    with ExitStack() as stack:
        path = stack.enter_context(writing(folder / f"{name}.parquet"))
        writer = stack.enter_context(pq.ParquetWriter(path, schema_of(name), **PARQUET))
        for group in _regroup(parts, ROWS.get(name, FEW)):
            writer.write_table(group, row_group_size=group.num_rows)
            written += group.num_rows
    return written


def _regroup(parts: Iterable[pa.Table], size: int) -> Iterator[pa.Table]:
    """Yield the same rows in tables of `size` rows, the last one with what is left."""
    held: list[pa.Table] = []
    rows = 0
    for part in parts:
        held.append(part)
        rows += part.num_rows
        while rows >= size:
            whole = pa.concat_tables(held)
            yield whole.slice(0, size).combine_chunks()
            held, rows = [whole.slice(size)], rows - size
    if rows:
        yield pa.concat_tables(held).combine_chunks()
