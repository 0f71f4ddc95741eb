"""The tables of a results folder: their columns and kinds, and Parquet whose bytes repeat."""

from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers import actors, sentences
from helpers.attribution.table import ATTRIBUTION_COLUMNS
from helpers.files import writing
from helpers.reading import rows
from helpers.tone import sentiment, stance

TABLES = {
    "articles": [*rows.COLUMNS, "file", "place"],
    "sentences": sentences.COLUMNS,
    "mentions": actors.COLUMNS,
    "scores": sentiment.COLUMNS,
    "attributions": ATTRIBUTION_COLUMNS,
    "stance": stance.COLUMNS,
}
MEASURED = [name for name in TABLES if name != "articles"]
# Every other column is text; Int64 are whole numbers that may be missing.
KINDS = (
    dict.fromkeys(["sentence", "start", "end", "n_sentences", "n_words", "n_known", "stance"],
                  "int64")
    | dict.fromkeys(["polarity", "subjectivity", "chance_against", "chance_neither", "chance_for"],
                    "float64")
    | {column: "Int64" for column in ATTRIBUTION_COLUMNS if column.endswith(("_start", "_end"))}
)  # fmt: skip
PARQUET = {"compression": "zstd", "compression_level": 3, "version": "2.6"}
ROWS = {"articles": 1_000}  # in a row group; texts are long
FEW = 50_000


@cache
def schema_of(name: str) -> pa.Schema:
    """Return the Arrow schema of a table of TABLES, with the kinds that pandas reads back.

    >>> schema_of("stance").field("stance").type
    DataType(int64)
    """
    kinds = {column: KINDS.get(column, "str") for column in TABLES[name]}
    if name == "scores":
        kinds["sentence"] = "Int64"  # rows of actors and articles have none
    empty = pd.DataFrame({column: pd.Series(dtype=kind) for column, kind in kinds.items()})
    return pa.Schema.from_pandas(empty, preserve_index=False)


def as_arrow(name: str, table: pd.DataFrame) -> pa.Table:
    """Return `table`, which has the columns of TABLES[name], as Arrow in that table's schema.

    >>> as_arrow("sentences", pd.DataFrame(columns=TABLES["sentences"])).num_rows
    0
    """
    schema = schema_of(name)
    arrow = pa.Table.from_pandas(table[schema.names], schema=schema, preserve_index=False)
    return arrow.replace_schema_metadata(schema.metadata)


def write_table(path: Path, name: str, table: pd.DataFrame) -> Path:
    """Write `table` (see `as_arrow`) as Parquet, whole or not at all; return `path`.

    >>> from tempfile import mkdtemp
    >>> empty = pd.DataFrame(columns=TABLES["stance"])
    >>> path = write_table(Path(mkdtemp()) / "stance.parquet", "stance", empty)
    >>> pd.read_parquet(path)["stance"].dtype
    dtype('int64')
    """
    with writing(path) as temporary:
        pq.write_table(as_arrow(name, table), temporary, row_group_size=ROWS.get(name, FEW),
                       **PARQUET)  # fmt: skip
    return path
