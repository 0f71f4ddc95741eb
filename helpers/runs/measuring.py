"""One partition measured: its tables, its tallies, and what could not be measured."""

import io
from functools import lru_cache
from pathlib import Path

import pandas as pd

from helpers.files import write_bytes, write_csv, write_text
from helpers.load import data_version
from helpers.measure import Measurer, build_measurer
from helpers.runs.csv_files import writing_csv
from helpers.runs.options import LEXICONS
from helpers.runs.partitions import SKIPPED
from helpers.runs.stories import SIGNATURES, sign_texts
from helpers.runs.tables import MEASURED, TABLES, as_arrow, write_table
from helpers.runs.tallies import tally_tables
from helpers.tone.stance import score_stance

DONE = "done"  # written last into the folder of a partition


def folder_of(partition: Path) -> Path:
    """Return the folder that the measures of a partition are written to.

    >>> folder_of(Path("work/articles-00007.parquet")).as_posix()
    'work/00007'
    """
    return partition.with_name(partition.stem.removeprefix("articles-"))


def is_measured(partition: Path) -> bool:
    """Say whether all measures of a partition are there.

    >>> is_measured(Path("articles-00007.parquet"))
    False
    """
    return (folder_of(partition) / DONE).exists()


def measure_partition(partition: Path) -> Path:
    """Measure a file of articles into its folder (see `folder_of`); return its path.

    Lexicons of one's own stand beside it as actors.csv, cues.csv, nouns.csv, types.csv. They are
    read once a process. Written: each of MEASURED as Parquet and CSV, tallies.csv, signatures (see
    `stories`), skipped.csv (what could not be measured) and, last, DONE. Done again, it writes the
    same bytes.

    Raises:
        OSError: a file cannot be read or written.

    >>> from tempfile import mkdtemp
    >>> table = pd.DataFrame([{"article_id": "a", "text": "UNHCR said no."}])
    >>> table = table.reindex(columns=TABLES["articles"], fill_value="")
    >>> path = write_table(Path(mkdtemp()) / "articles-00000.parquet", "articles", table)
    >>> path = measure_partition(path)
    >>> pd.read_parquet(folder_of(path) / "mentions.parquet")["actor_id"].tolist()
    ['unhcr']
    """
    if is_measured(partition):  # by a worker that died before it could say so
        return partition
    articles = pd.read_parquet(partition)
    own = [partition.with_name(f"{name}.csv") for name in LEXICONS]
    measurer = _measurer(*(path.read_bytes() if path.exists() else None for path in own))
    tables, skips = measure_all(articles, measurer)
    folder = folder_of(partition)
    for name in MEASURED:
        write_table(folder / f"{name}.parquet", name, tables[name])
        with writing_csv(folder / f"{name}.csv", TABLES[name]) as add:
            add(as_arrow(name, tables[name]).to_pandas())
    write_bytes(folder / SIGNATURES, sign_texts(articles["text"]))
    write_csv(folder / "tallies.csv", tally_tables(tables | {"articles": articles}))
    with writing_csv(folder / "skipped.csv", SKIPPED) as add:
        add(pd.DataFrame(skips, columns=SKIPPED))
    write_text(folder / DONE, "")
    return partition


@lru_cache(maxsize=1)
def _measurer(*own: bytes | None) -> Measurer:
    return build_measurer(
        *(
            None
            if content is None
            else pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)
            for content in own
        )
    )


def measure_all(articles: pd.DataFrame, measurer: Measurer) -> tuple[dict, list[tuple]]:
    """Return the tables of MEASURED by name, and the rows of skipped.csv.

    Every table is in the order of the articles. An article that the measures fail on is left out of
    them and listed, rather than all the others lost.

    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["UNHCR said no."]})
    >>> tables, skips = measure_all(articles, build_measurer())
    >>> tables["scores"]["level"].tolist(), skips
    (['sentence', 'actor', 'article'], [])
    """
    try:
        return _measure(articles, measurer), []
    except (OSError, MemoryError):
        raise
    except Exception as error:  # whatever it is, it is one article's
        if len(articles) == 1:
            row = articles.iloc[0]
            detail = f"{row['article_id']}: {type(error).__name__}: {error}"
            skip = (row.get("file", ""), row.get("place", ""), "not measured", detail)
            return _measure(articles.head(0), measurer), [skip]
    half = len(articles) // 2
    parts = [measure_all(part, measurer) for part in (articles[:half], articles[half:])]
    tables = {
        name: pd.concat([part[name] for part, _ in parts], ignore_index=True) for name in MEASURED
    }
    return tables, [skip for _, skips in parts for skip in skips]


def _measure(articles: pd.DataFrame, measurer: Measurer) -> dict[str, pd.DataFrame]:
    found = measurer(articles, quiet=True)  # the run has a bar of its own
    places = {key: place for place, key in enumerate(articles["article_id"])}
    order = found.scores["article_id"].map(places).argsort(kind="stable")
    return {
        "sentences": found.sentences,
        "mentions": found.mentions,
        "scores": found.scores.iloc[order],
        "attributions": found.attributions,
        "stance": score_stance(found.sentences),
    }


def describe_process(folder: Path) -> str:
    """Return what must be the same wherever partitions are measured.

    >>> describe_process(Path("no-such-folder")).endswith("no sight of no-such-folder")
    True
    """
    sight = "sight" if folder.is_dir() else "no sight"
    return f"data {data_version()}, {sight} of {folder}"
