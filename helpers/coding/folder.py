"""The folder of a draw: which articles, their sentences, the workbooks of the coders."""

import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.checks import COUNT, FILLED, make_schema
from helpers.coding.sheets import in_order, write_sheets
from helpers.faults import DataFault, read_table
from helpers.files import write_bytes, write_csv
from helpers.gold.codings import CODERS
from helpers.paths import DATA
from helpers.source_types import read_types

SAMPLE = make_schema(
    {"article_id": [FILLED], "stratum": [], "drawn": [COUNT], "of": [COUNT], "seed": [COUNT]},
    unique="article_id",
)
TYPES = "source_types.csv"


@dataclass(frozen=True)
class Draw:
    """What is coded: the drawn articles in their order, their sentences, and one's own types.

    `sample` has the columns of `draw.COLUMNS`, `sentences` those of `split_articles`, `types` those
    of `source_types`.

    >>> list(Draw.__dataclass_fields__)
    ['sample', 'sentences', 'types']
    """

    sample: pd.DataFrame
    sentences: pd.DataFrame
    types: pd.DataFrame


def write_draw(folder: Path, articles: pd.DataFrame, draw: Draw) -> list[Path]:
    """Write what coders need into `folder`, a workbook each for coder a and coder b; return files.

    `articles` tells what is shown of each drawn article (see `sheets.write_sheets`). Files:
    sample.csv, sentences.parquet, source_types.csv (where there are any), CODEBOOK.md,
    coder-a.xlsx and coder-b.xlsx.

    Raises:
        DataFault: something of it is there already: a coder's work is never written over.

    >>> from tempfile import mkdtemp
    >>> from helpers.coding.draw import draw_articles
    >>> from helpers.load import as_articles
    >>> from helpers.sentences import split_articles
    >>> from helpers.source_types import check_types
    >>> articles = as_articles("It rained.", "He said no.")
    >>> drawn = Draw(draw_articles(articles, 1), split_articles(articles), check_types(None))
    >>> [path.name for path in write_draw(Path(mkdtemp()), articles, drawn)][2:]
    ['CODEBOOK.md', 'coder-a.xlsx', 'coder-b.xlsx']
    """
    folder, ids = Path(folder), draw.sample["article_id"]
    for name in ("sample.csv", *(f"{who}.xlsx" for who in CODERS)):
        if (folder / name).exists():
            raise DataFault(f"{name}: is there already in {folder}; choose another folder")
    known = articles.set_index("article_id", drop=False).loc[ids].reset_index(drop=True)
    sentences, packed = in_order(draw.sentences, ids), io.BytesIO()
    sentences.to_parquet(packed, index=False)
    types = [write_csv(folder / TYPES, draw.types)] if len(draw.types) else []
    return [
        write_csv(folder / "sample.csv", draw.sample),
        write_bytes(folder / "sentences.parquet", packed.getvalue()),
        *types,
        write_bytes(folder / "CODEBOOK.md", (DATA / "CODEBOOK.md").read_bytes()),
        *(write_sheets(folder / f"{who}.xlsx", known, sentences, draw.types) for who in CODERS),
    ]


def read_draw(folder: Path) -> Draw:
    """Return what `write_draw` put into `folder`.

    Raises:
        DataFault: a file is missing or not as it was written.

    >>> read_draw(Path("nowhere"))
    Traceback (most recent call last):
    helpers.faults.DataFault: sample.csv: cannot be read at nowhere/sample.csv (No such file or
    directory)
    """
    folder = Path(folder)
    sample = read_table(folder / "sample.csv", SAMPLE)
    sample = sample.astype({"drawn": int, "of": int, "seed": int})
    return Draw(sample, read_parquet(folder / "sentences.parquet"), read_types(folder / TYPES))


def read_parquet(path: Path, **which) -> pd.DataFrame:
    """Return the table at `path`; `which` are the columns and filters of `pandas.read_parquet`.

    Raises:
        DataFault: it is missing, no Parquet file, or lacks a column.

    >>> read_parquet(Path("articles.parquet"))
    Traceback (most recent call last):
    helpers.faults.DataFault: articles.parquet: cannot be read at articles.parquet (is missing)
    """
    try:
        return pd.read_parquet(path, **which)
    except (OSError, ValueError, KeyError) as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "is missing" if missing else str(error).splitlines()[0]
        raise DataFault(f"{Path(path).name}: cannot be read at {path} ({reason})") from None
