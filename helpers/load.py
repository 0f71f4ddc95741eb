"""Reading the input tables, with every fault listed by file, row and column."""

import hashlib
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from helpers import schemas
from helpers.paths import DATA


class DataFault(ValueError):
    """An input file that breaks its schema; the message names file, row, column and remedy."""


def read_table(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """Return the CSV at `path` as text columns, checked against `schema`.

    Rows are counted as a spreadsheet shows them: the header is row 1.

    Raises:
        DataFault: the file is missing, not UTF-8, not a table, or breaks the schema; every
            fault is listed, none is mended.
    """
    path = Path(path)
    try:
        table = pd.read_csv(
            path, dtype=str, keep_default_na=False, encoding="utf-8", skip_blank_lines=False
        )
    except OSError as error:
        raise DataFault(f"{path.name}: cannot be read at {path} ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise DataFault(
            f"{path.name}: byte {error.start} is not UTF-8; save the file as UTF-8 "
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


def check_table(table: pd.DataFrame, schema: pa.DataFrameSchema, name: str) -> None:
    """Raise DataFault with all faults of `table` against `schema`, one a line; else return None."""
    try:
        schema.validate(table, lazy=True)
    except (pa.errors.SchemaErrors, pa.errors.SchemaError) as error:
        lines = [_fault_line(name, fault) for fault in error.failure_cases.to_dict("records")]
        lines = list(dict.fromkeys(lines))
        raise DataFault(f"{len(lines)} fault(s) in {name}:\n" + "\n".join(lines)) from None


def _fault_line(name: str, fault: dict) -> str:
    check, value, column = fault["check"], fault["failure_case"], fault["column"]
    if check == "column_in_dataframe":
        return f"  {name}: column {value!r} is missing; add it (data/README.md lists them)"
    if check == "column_in_schema":
        return f"  {name}: column {value!r} is not known; remove it or mend its name"
    if check == "field_uniqueness":
        check = "it stands more than once; give each row its own"
    row = "?" if pd.isna(fault["index"]) else int(fault["index"]) + 2
    return f"  {name}: row {row}, column {column!r}: {value!r}: {check}"


def _check_known(
    table: pd.DataFrame, column: str, known: pd.Series | pd.Index, name: str, where: str
) -> None:
    unknown = table.loc[~table[column].isin(known), column]
    if len(unknown):
        lines = [
            f"  {name}: row {row + 2}, column {column!r}: {value!r}: not in {where}; add it there"
            for row, value in unknown.items()
        ]
        raise DataFault(f"{len(lines)} fault(s) in {name}:\n" + "\n".join(lines))


def data_version() -> str:
    """Return a short digest of all input tables: two runs with the same one used the same data.

    >>> len(data_version())
    12
    """
    digest = hashlib.sha256()
    for path in sorted(DATA.glob("*.csv")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def as_articles(*texts: str) -> pd.DataFrame:
    """Return `texts` as a table that `helpers.measure` takes, for trying sentences of one's own.

    >>> as_articles("One came.", "Two left.")["article_id"].tolist()
    ['example-1', 'example-2']
    """
    ids = [f"example-{number}" for number in range(1, len(texts) + 1)]
    return pd.DataFrame({"article_id": ids, "text": list(texts)})


def arrangements(path: Path = DATA / "arrangements.csv") -> pd.DataFrame:
    """Return the arrangements, one a row; columns as in data/README.md."""
    return read_table(path, schemas.ARRANGEMENTS)


def articles(path: Path = DATA / "articles.csv") -> pd.DataFrame:
    """Return the corpus, one record a row, with `text`, `year` and `family` added.

    Columns are those of data/README.md; `text` is the abstract, the text that is measured, `year`
    (nullable integer) the year of publication where it is known, `family` the arrangement's group.

    Raises:
        DataFault: see `read_table`; also where an arrangement is not in arrangements.csv.

    >>> list(articles().columns[:4])
    ['article_id', 'title', 'abstract', 'url']
    """
    table = read_table(path, schemas.ARTICLES)
    known = arrangements().set_index("arrangement")
    _check_known(table, "arrangement", known.index, Path(path).name, "arrangements.csv")
    family = table["arrangement"].map(known["family"])
    year = pd.to_numeric(table["published"].str[:4], errors="coerce").astype("Int64")
    return table.assign(text=table["abstract"], year=year, family=family)


def events(path: Path = DATA / "events.csv") -> pd.DataFrame:
    """Return the dated public facts, one a row, in order of date."""
    table = read_table(path, schemas.EVENTS)
    _check_known(
        table, "arrangement", arrangements()["arrangement"], Path(path).name, "arrangements.csv"
    )
    return table.sort_values(["date", "event_id"], ignore_index=True)


def excluded(path: Path = DATA / "excluded.csv") -> pd.DataFrame:
    """Return the pages that were read and left out, one a row, each with its reason."""
    return read_table(path, schemas.EXCLUDED)


def actors(path: Path = DATA / "actors.csv") -> pd.DataFrame:
    """Return the registry of actors, one a row; aliases and short forms joined by '|'."""
    return read_table(path, schemas.ACTORS)


def ambiguous_forms(path: Path = DATA / "ambiguous_forms.csv") -> pd.DataFrame:
    """Return forms that may mean a place or another name, each with its stated rule."""
    table = read_table(path, schemas.AMBIGUOUS_FORMS)
    _check_known(table, "actor_id", actors()["actor_id"], Path(path).name, "actors.csv")
    return table


def cues(path: Path = DATA / "cues.csv") -> pd.DataFrame:
    """Return the lexicon of reporting cues: cue, kind, class, stance, forms joined by '|'."""
    return read_table(path, schemas.CUES)


def source_nouns(path: Path = DATA / "source_nouns.csv") -> pd.DataFrame:
    """Return head nouns of unnamed sources with the source type each one tells."""
    return read_table(path, schemas.SOURCE_NOUNS)


def demonyms(path: Path = DATA / "demonyms.csv") -> pd.DataFrame:
    """Return words such as 'Rwandan' or 'Kigali' with the country each points to."""
    return read_table(path, schemas.DEMONYMS)
