"""Source types of one's own: declared in one table, then allowed wherever a type is told."""

from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from helpers import codes
from helpers.checks import FILLED, KEY, make_schema, one_of
from helpers.faults import DataFault, check_table, read_table

SCHEMA = make_schema({"type": [KEY], "who": [FILLED], "example": []}, unique="type")
COLUMNS = list(SCHEMA.columns)
# The columns that tell a type: of the registry and the nouns, and of attributions.
TOLD_IN = ("type", "source_type")
HINT = "; a type of your own is declared in source_types first (columns type, who, example)"


def check_types(types: pd.DataFrame | None, name: str = "source_types") -> pd.DataFrame:
    """Return the declared `types` as text, none as an empty table; columns type, who, example.

    `type` is the code (lower case, underscores), `who` whom it means and `example` one of them, as
    in part B6 of data/CODEBOOK.md; `name` is what the faults call the table.

    Raises:
        DataFault: a column is missing, a cell is no code or empty, or the codebook has the type.

    >>> mine = pd.DataFrame({"type": ["think_tank"], "who": ["policy institutes"]})
    >>> check_types(mine.assign(example="the Kivu Institute"))["type"].tolist()
    ['think_tank']
    """
    if types is None:
        return pd.DataFrame(columns=COLUMNS, dtype=str)
    types = types.astype(object).fillna("").astype(str).reset_index(drop=True)
    check_table(types, SCHEMA, name)
    doubled = types.loc[types["type"].isin(codes.SOURCE_TYPES), "type"]
    if len(doubled):
        why = "the codebook has it already; use it as it is, or choose another name"
        raise DataFault.of(name, [f"row {n + 2}, column 'type': {v!r}: {why}"
                                  for n, v in doubled.items()])  # fmt: skip
    return types[COLUMNS]


def read_types(path: Path) -> pd.DataFrame:
    """Return the types declared in the CSV at `path`; none where there is no such file.

    Raises:
        DataFault: see `faults.read_table` and `check_types`.

    >>> len(read_types(Path("nowhere/source_types.csv")))
    0
    """
    path = Path(path)
    return check_types(read_table(path, SCHEMA) if path.exists() else None, path.name)


def list_types(types: pd.DataFrame | None = None) -> tuple[str, ...]:
    """Return all source types: the codebook's, then one's own.

    >>> list_types(pd.DataFrame({"type": ["think_tank"]}))[-2:]
    ('unspecified', 'think_tank')
    """
    return (*codes.SOURCE_TYPES, *([] if types is None else types["type"]))


def allow_types(schema: pa.DataFrameSchema, types: pd.DataFrame) -> pa.DataFrameSchema:
    """Return `schema` with the declared `types` allowed beside the codebook's.

    >>> from helpers import schemas
    >>> mine = pd.DataFrame({"type": ["think_tank"]})
    >>> row = {"noun": "institute", "type": "think_tank", "anonymity": "named", "kind": "body"}
    >>> check_table(pd.DataFrame([row]), allow_types(schemas.SOURCE_NOUNS, mine), "mine")
    """
    known = one_of(list_types(types))
    check = pa.Check.isin(list(list_types(types)), error=known.error + HINT)
    told = [column for column in TOLD_IN if column in schema.columns]
    return schema.update_columns({column: {"checks": [check]} for column in told})
