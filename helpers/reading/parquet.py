"""Reading Parquet, a row group at a time."""

from collections.abc import Mapping
from pathlib import Path

from helpers.faults import DataFault
from helpers.reading.columns import match_columns
from helpers.reading.records import flatten, to_row
from helpers.reading.rows import Reading

BATCH = 1_000  # rows in memory


def read_parquet(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Yield a row for each record of the Parquet file at `path`; only columns taken are read.

    Args:
        path: the file.
        columns: which column is which of ours (see columns.match_columns).

    Raises:
        DataFault: it is no Parquet file, is damaged, or its columns cannot be told.
        OSError: it cannot be read.

    >>> import tempfile
    >>> import pandas as pd
    >>> path = Path(tempfile.mkdtemp()) / "a.parquet"
    >>> pd.DataFrame({"id": [1], "body": ["One came."]}).to_parquet(path)
    >>> next(read_parquet(path))
    Row(fields={'article_id': '1', 'text': 'One came.'}, file='a.parquet', place='row 1')
    """
    import pyarrow as pa  # 0.3 s, for this form alone
    import pyarrow.parquet as pq

    name = Path(path).name
    try:
        with pq.ParquetFile(path) as file:
            match = match_columns(_names(file.schema_arrow), columns, name)
            taken = sorted(set(match.taken.values()))
            number = 0
            for batch in file.iter_batches(batch_size=BATCH, columns=taken):
                for record in batch.to_pylist():
                    number += 1
                    yield to_row(flatten(record), match, name, f"row {number}")
    except DataFault:
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        if getattr(
            error, "errno", None
        ):  # the system's; Arrow tells damage by one without a number
            raise
        raise DataFault(f"{name}: is damaged or no Parquet file ({error})") from None


def _names(schema, path: str = "") -> list[str]:
    """Return the columns' names, those of structures by path, such as 'source.name'."""
    import pyarrow as pa

    names = []
    for column in schema:
        inner = pa.types.is_struct(column.type)
        names += _names(column.type, f"{path}{column.name}.") if inner else [path + column.name]
    return names
