"""A run from end to end: read and prepare, measure by partition, join; resumable throughout.

What is not finished is in the work folder; run.json is written last of all.
"""

import logging
import shutil
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from helpers.files import write_bytes, write_text
from helpers.preparing.prepare import Counts
from helpers.runs.corpus import open_corpus
from helpers.runs.engines import measure_partitions
from helpers.runs.folder import (
    LOG,
    RESULTS,
    TOLD,
    TYPES,
    WORK,
    check_place,
    claim,
    clear,
    logging_to,
)
from helpers.runs.identity import as_json, identify
from helpers.runs.lock import hold_folder
from helpers.runs.measuring import describe_process, is_measured, measure_partition
from helpers.runs.options import Options
from helpers.runs.partitions import READ, cut_partitions
from helpers.runs.results import write_results

logger = logging.getLogger(__name__)


def run(options: Options) -> Path:
    """Measure the corpus that `options` names into its folder of results; return the folder.

    A run that was stopped goes on where it was; one that is complete is left as it is. The folder
    then has RESULTS, run.json (see `identity.identify`) and log.txt, which alone tells times.

    Raises:
        DataFault: the options cannot be used, the folder holds another run or other files, another
            run works there, or the corpus cannot be read.
        OSError: a file cannot be written.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> path = write_text(folder / "a.csv", "article_id,text\\na,UNHCR said it was unlawful.\\n")
    >>> results = run(Options(path, folder / "results"))
    >>> (results / "attributions.csv").read_text().count("UNHCR")
    2
    """
    options.check()
    out, work = options.out, options.out.resolve() / WORK  # as a worker elsewhere sees it
    check_place(out)
    told = identify(options)
    with hold_folder(out):
        if options.anew:
            clear(out)
        complete = claim(out, told)
        with logging_to(out / LOG):
            if complete:
                logger.info("complete already: nothing to do")
            else:
                partitions, counts = _read(options, work)
                _measure(partitions, options)
                _publish(
                    write_results(work, partitions, counts, told, options.settings.alike), out, told
                )
                logger.info("complete: %s", out)
        shutil.rmtree(work, ignore_errors=True)
    return out


def _read(options: Options, work: Path) -> tuple[list[Path], pd.DataFrame]:
    if (work / READ).exists():
        logger.info("read already: the partitions stay as they were cut")
        counts = pd.read_csv(work / READ)
    else:
        logger.info("reading %s by partitions of %d", options.path, options.partition)
        for name, path in options.lexicons.items():
            write_bytes(work / f"{name}.csv", path.read_bytes())
        found = Counts()
        items = tqdm(open_corpus(options, found, work), "reading", unit=" rows", disable=None)
        counts = cut_partitions(items, work, options.partition, found)
    return sorted(work.glob("articles-*.parquet")), counts


def _measure(partitions: list[Path], options: Options) -> None:
    left = [path for path in partitions if not is_measured(path)]
    logger.info("measuring %d of %d partitions by %s", len(left), len(partitions), options.engine)
    finished = measure_partitions(left, measure_partition, options.engine, describe_process)
    done = len(partitions) - len(left)
    for path in tqdm(finished, "measuring", len(partitions), initial=done, disable=None,
                     unit=" partitions"):  # fmt: skip
        logger.info("measured %s", path.stem)


def _publish(final: Path, out: Path, told: dict) -> None:
    """Put the results in their place; run.json last, which says that all are there."""
    for name in (*RESULTS, TYPES):
        if (final / name).exists():  # not where a run was stopped right here
            (final / name).replace(out / name)
    for row in pd.read_csv(out / "counts.csv").itertuples():
        logger.info("%s: %s: %d", row.step, row.what, row.n)
    write_text(out / TOLD, as_json(told))
