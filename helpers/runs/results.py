"""From measured partitions to the results: tables joined, lists, counts and the summary page."""

import shutil
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers import load, schemas
from helpers.charts.style import set_style
from helpers.faults import read_table
from helpers.files import write_csv, write_text, writing
from helpers.runs.csv_files import join_csv, writing_csv
from helpers.runs.folder import TYPES
from helpers.runs.joining import join_tables
from helpers.runs.measuring import folder_of
from helpers.runs.page import render_page
from helpers.runs.partitions import SKIPPED
from helpers.runs.sections import list_sections
from helpers.runs.stories import SIGNATURES, group_stories
from helpers.runs.tables import TABLES, as_arrow
from helpers.runs.tallies import KEYS, SUMS, add_tallies
from helpers.source_types import allow_types, read_types


def write_results(
    work: Path, partitions: list[Path], counts: pd.DataFrame, told: dict, alike: float
) -> Path:
    """Write all results but run.json into a folder in `work`; return it.

    `partitions` are files of articles, all measured, `counts` what `cut_partitions` gave, `told`
    what `identity.identify` gave; `alike` as for `stories.group_stories`. A table that is there
    already is not joined again.

    >>> from tempfile import mkdtemp
    >>> from helpers.runs.partitions import Counts, cut_partitions
    >>> work = Path(mkdtemp())
    >>> counts = cut_partitions([], work, 10, Counts())
    >>> folder = write_results(work, [], counts, {"input": {"name": "corpus"}}, 0.7)
    >>> (folder / "summary.html").exists()
    True
    """
    final = work / "final"
    folders = [folder_of(path) for path in partitions]
    with writing(final / "doubtful.csv") as path:
        shutil.copyfile(work / "doubtful.csv", path)
    skipped = [folder / "skipped.csv" for folder in (work, *folders)]
    join_csv(final / "skipped.csv", SKIPPED, skipped)
    if (work / "types.csv").exists():
        with writing(final / TYPES) as path:
            shutil.copyfile(work / "types.csv", path)
    stories, grouped = _group(work, partitions, alike)
    counted = [("stories", "articles grouped", grouped)]
    for name in TABLES:
        path = final / f"{name}.parquet"
        if not path.exists():  # it comes last of the two
            if name == "articles":
                with writing_csv(final / f"{name}.csv", TABLES[name]) as add:
                    for part in _articles(partitions, stories):
                        add(part.to_pandas())
                parts = _articles(partitions, stories)
            else:
                pieces = (folder / f"{name}.csv" for folder in folders)
                join_csv(final / f"{name}.csv", TABLES[name], pieces)
                parts = (pq.read_table(folder / f"{name}.parquet") for folder in folders)
            join_tables(name, parts, final)
        counted.append(("measure", f"{name} out", pq.ParquetFile(path).metadata.num_rows))
    table = pd.concat([counts, pd.DataFrame(counted, columns=counts.columns)], ignore_index=True)
    write_csv(final / "counts.csv", table)
    set_style()
    sections = list_sections(_sum_tallies(folders), _read_actors(work))
    write_text(final / "summary.html", render_page(sections, table, told))
    return final


def _group(work: Path, partitions: list[Path], alike: float) -> tuple[pd.Series, int]:
    """Return the story_id of each article, and how many were given one."""
    columns = ["article_id", "story_id"]
    known = [pd.DataFrame(columns=columns, dtype=str)]
    with writing(work / SIGNATURES) as path, path.open("wb") as joined:
        for part in partitions:
            known.append(pd.read_parquet(part, columns=columns))
            joined.write((folder_of(part) / SIGNATURES).read_bytes())
    articles = pd.concat(known, ignore_index=True)
    stories = group_stories(articles, work / SIGNATURES, alike)
    return stories, int((stories.to_numpy() != articles["story_id"].to_numpy()).sum())


def _articles(partitions: list[Path], stories: pd.Series) -> Iterator[pa.Table]:
    for path in partitions:
        table = pd.read_parquet(path)
        story = stories.loc[table["article_id"]].to_numpy()
        yield as_arrow("articles", table.assign(story_id=story))


def _sum_tallies(folders: list[Path]) -> pd.DataFrame:
    kinds = dict.fromkeys(KEYS, str) | dict.fromkeys(SUMS, int)
    tallies = (
        pd.read_csv(folder / "tallies.csv", dtype=kinds, keep_default_na=False)
        for folder in folders
    )
    empty = pd.DataFrame(columns=KEYS + SUMS).astype(kinds)
    return reduce(lambda one, other: add_tallies([one, other]), tallies, empty)


def _read_actors(work: Path) -> pd.DataFrame:
    own = work / "actors.csv"
    if not own.exists():
        return load.actors()
    return read_table(own, allow_types(schemas.ACTORS, read_types(work / "types.csv")))
