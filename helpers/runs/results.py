"""From measured partitions to the results: tables joined, lists, counts and the summary page."""

import shutil
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers import load
from helpers.charts.style import set_style
from helpers.files import write_csv, write_text, writing
from helpers.runs.joining import join_tables
from helpers.runs.measuring import folder_of
from helpers.runs.page import render_page
from helpers.runs.sections import list_sections
from helpers.runs.tables import TABLES
from helpers.runs.tallies import KEYS, SUMS, add_tallies


def write_results(work: Path, partitions: list[Path], counts: list[dict], told: dict) -> Path:
    """Write all results but run.json into a folder in `work`; return it.

    `partitions` are files of articles, all measured, `counts` what `cut_partitions` gave, `told`
    what `identity.identify` gave. A table that is there already is not joined again.

    >>> from collections import Counter
    >>> from tempfile import mkdtemp
    >>> from helpers.runs.partitions import cut_partitions
    >>> work = Path(mkdtemp())
    >>> counts = cut_partitions([], work, 10, Counter())
    >>> folder = write_results(work, [], counts, {"input": {"name": "corpus"}})
    >>> (folder / "summary.html").exists()
    True
    """
    final = work / "final"
    _join_lists(work, partitions, final)
    counted = list(counts)
    for name in TABLES:
        path = final / f"{name}.parquet"
        if not path.exists():
            join_tables(name, _parts(name, partitions), final)
        rows = pq.ParquetFile(path).metadata.num_rows
        counted.append({"step": "measure", "what": f"{name} out", "n": rows})
    table = pd.DataFrame(counted)
    write_csv(final / "counts.csv", table)
    set_style()
    sections = list_sections(_sum_tallies(partitions), _read_actors(work))
    write_text(final / "summary.html", render_page(sections, table, told))
    return final


def _parts(name: str, partitions: list[Path]) -> Iterator[pa.Table]:
    for path in partitions:
        yield pq.read_table(path if name == "articles" else folder_of(path) / f"{name}.parquet")


def _join_lists(work: Path, partitions: list[Path], final: Path) -> None:
    with writing(final / "doubtful.csv") as path:
        shutil.copyfile(work / "doubtful.csv", path)
    with writing(final / "skipped.csv") as path, path.open("wb") as joined:
        for part in [work, *map(folder_of, partitions)]:
            with (part / "skipped.csv").open("rb") as file:
                if part != work:
                    file.readline()  # the header stands already
                shutil.copyfileobj(file, joined)


def _sum_tallies(partitions: list[Path]) -> pd.DataFrame:
    kinds = dict.fromkeys(KEYS, str) | dict.fromkeys(SUMS, int)
    tallies = (
        pd.read_csv(folder_of(path) / "tallies.csv", dtype=kinds, keep_default_na=False)
        for path in partitions
    )
    return reduce(
        lambda one, other: add_tallies([one, other]), tallies, pd.DataFrame(columns=KEYS + SUMS)
    )


def _read_actors(work: Path) -> pd.DataFrame:
    own = work / "actors.csv"
    return load.actors(own) if own.exists() else load.actors()
