"""The folder of results: what stands in it, whose run it is, and what may be cleared."""

import json
import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.faults import DataFault
from helpers.files import write_text
from helpers.runs.identity import as_json, compare
from helpers.runs.lock import NAME as LOCK
from helpers.runs.tables import TABLES

WORK, TOLD, LOG = "work", "run.json", "log.txt"
LISTS = ("skipped.csv", "doubtful.csv", "counts.csv")
RESULTS = (
    *(f"{name}.{ending}" for name in TABLES for ending in ("parquet", "csv")), *LISTS,
    "summary.html",
)  # fmt: skip
TYPES = "source_types.csv"  # where there are any of one's own


def check_place(out: Path) -> None:
    """Return None if `out` is new, empty, or the folder of a run.

    Raises:
        DataFault: it holds other files.

    >>> from tempfile import mkdtemp
    >>> folder = write_text(Path(mkdtemp()) / "thesis.txt", "").parent
    >>> check_place(folder)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    helpers.faults.DataFault: --out ...: holds other files (thesis.txt); name a new or empty folder
    """
    if not out.exists() or (out / TOLD).exists() or (out / WORK / TOLD).exists():
        return
    others = sorted(path.name for path in out.iterdir() if path.name not in (WORK, LOCK, LOG))
    if others:
        raise DataFault(f"--out {out}: holds other files ({others[0]}); name a new or empty folder")


def claim(out: Path, told: dict) -> bool:
    """Say whether the run that `told` (`identity.identify`) describes is complete in `out`.

    If there is none, it is begun: its description is kept in the work folder.

    Raises:
        DataFault: the folder holds a run with other options, input or versions; it says which.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> claim(folder, {"version": "1"}), claim(folder, {"version": "1"})
    (False, False)
    """
    for path in (out / TOLD, out / WORK / TOLD):
        if path.exists():
            differing = compare(json.loads(path.read_text(encoding="utf-8")), told)
            if differing:
                raise DataFault(
                    f"{out} holds another run ({'; '.join(differing)}): run it as it was, name "
                    "another --out, or use --anew to clear it"
                )
            return path == out / TOLD
    write_text(out / WORK / TOLD, as_json(told))
    return False


def clear(out: Path) -> None:
    """Remove what runs write into `out`, and nothing else.

    >>> from tempfile import mkdtemp
    >>> folder = write_text(Path(mkdtemp()) / TOLD, "{}").parent
    >>> _ = write_text(folder / "notes.txt", "")
    >>> clear(folder)
    >>> [path.name for path in folder.iterdir()]
    ['notes.txt']
    """
    (out / TOLD).unlink(missing_ok=True)  # first: without it, nothing passes for complete
    for name in (*RESULTS, TYPES, LOG):
        (out / name).unlink(missing_ok=True)
    shutil.rmtree(out / WORK, ignore_errors=True)


@contextmanager
def logging_to(path: Path) -> Iterator[None]:
    """Keep what the helpers log, with the time, at the end of the file `path`; errors whole.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "log.txt"
    >>> with logging_to(path):
    ...     logging.getLogger("helpers.runs").info("10 articles")
    >>> path.read_text().endswith("10 articles\\n")
    True
    """
    logger, handler = logging.getLogger("helpers"), logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s  %(message)s"))
    handler.handleError = lambda record: None  # of a full disk the next file tells
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    except BaseException:
        logger.exception("stopped")
        raise
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)
        with suppress(OSError):
            handler.close()
