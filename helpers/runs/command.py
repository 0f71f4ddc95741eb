"""The command line of a run: python run.py measure PATH --out FOLDER."""

import argparse
import errno
import sys
from pathlib import Path

import joblib
import pandas as pd

from helpers.faults import DataFault
from helpers.reading.columns import parse_columns
from helpers.runs.engines import Engine
from helpers.runs.folder import LOG
from helpers.runs.options import LEXICONS, Options
from helpers.runs.run import run

AGAIN = "the same command goes on where this one stopped"
EXAMPLES = """\
examples:
  python run.py measure articles.csv --out results
  python run.py measure download.xlsx --out results --columns text=Body published=Date
  python run.py measure press/ --out results --sending GBR --receiving RWA
  python run.py measure corpus.parquet --out results --partition 5000 --workers 8
  python run.py measure corpus.parquet --out results --scheduler tcp://10.0.0.5:8786

Stopped at any moment, the same command goes on where it was, and ends with the same bytes.
docs/own-corpus.md tells more.
"""


def parse(arguments: list[str]) -> Options:
    """Return what the command line asks for.

    Raises:
        DataFault: a pair of --columns cannot be read.
        SystemExit: an argument is lacking or not known.

    >>> parse(["a.csv", "--out", "results", "--language", "en", "--language", "fr"]).languages
    ('en', 'fr')
    """
    parser = argparse.ArgumentParser(
        prog="python run.py measure", epilog=EXAMPLES,
        description="Measure a corpus of your own: who speaks, about whom, in what tone.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("path", type=Path, metavar="PATH", help="a file or a folder of articles")
    add("--out", type=Path, required=True, metavar="FOLDER", help="where the results go")
    reading = parser.add_argument_group("reading").add_argument
    reading("--form", default="", help="the form of the file, where its name does not tell")
    reading(
        "--columns",
        nargs="+",
        action="extend",
        default=[],
        metavar="OURS=THEIRS",
        help="which column is which, such as text=body published=date",
    )
    reading(
        "--language",
        action="append",
        metavar="CODE",
        help="a language to keep (default: en); may be given again; 'all' keeps all",
    )
    reading(
        "--date-order",
        default="",
        choices=["dmy", "mdy", "ymd"],
        help="how to read dates such as 03/05/2024",
    )
    reading(
        "--sending",
        default="",
        metavar="CODES",
        help="sending states of articles that name none, such as GBR",
    )
    reading("--receiving", default="", metavar="CODES", help="receiving states, such as RWA;UGA")
    reading(
        "--keep-boilerplate", action="store_true", help="keep lines such as 'Share this article'"
    )
    measuring = parser.add_argument_group("measuring").add_argument
    for name, table in LEXICONS.items():
        measuring(
            f"--{name}",
            type=Path,
            metavar="CSV",
            help=f"a table of your own in the form of data/{table}.csv, in place of it",
        )
    measuring(
        "--partition",
        type=int,
        default=1_000,
        metavar="N",
        help="articles measured at a time (default: 1000); less takes less memory",
    )
    measuring(
        "--workers",
        type=int,
        default=joblib.cpu_count(),
        metavar="N",
        help="processes on this machine (default: %(default)s, its processors)",
    )
    measuring(
        "--cluster",
        type=int,
        default=0,
        metavar="N",
        help="measure by a Dask cluster of N processes on this machine instead",
    )
    measuring(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="measure by the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786",
    )
    add("--anew", action="store_true", help="clear the results that are there and begin anew")
    given = parser.parse_args(arguments)  # fmt: skip
    languages = tuple(given.language or ["en"])
    return Options(
        path=given.path, out=given.out, form=given.form, columns=parse_columns(given.columns),
        languages=() if "all" in languages else languages, date_order=given.date_order,
        sending=given.sending, receiving=given.receiving,
        lexicons={name: path for name in LEXICONS if (path := getattr(given, name))},
        keep_boilerplate=given.keep_boilerplate, partition=given.partition,
        engine=Engine(given.workers, given.cluster, given.scheduler), anew=given.anew,
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run what the command line asks for; return the exit code: 0, 2 (a fault), 130 (Ctrl-C).

    A fault is told in one line on standard error; what nobody foresaw stands whole in the log.

    >>> main(["no-such-file.csv", "--out", "results"])
    2
    """
    try:
        options = parse(arguments)
        out = run(options)
    except KeyboardInterrupt:
        return _tell(f"stopped; {AGAIN}", 130)
    except DataFault as fault:
        return _tell("; ".join(line.strip() for line in str(fault).splitlines()))
    except OSError as error:
        remedy = "free some space; " if error.errno in (errno.ENOSPC, errno.EDQUOT) else ""
        return _tell(f"{error.strerror or error}: {error.filename or 'a file'}; {remedy}{AGAIN}")
    except Exception as error:
        return _tell(f"unforeseen: {type(error).__name__}: {error}; {LOG} has it whole; {AGAIN}")
    counts = pd.read_csv(out / "counts.csv")
    print(counts.to_string(index=False, header=False))
    print(f"\nAll results: {out}; to begin with: {out / 'summary.html'}")
    return 0


def _tell(message: str, code: int = 2) -> int:
    print(f"measure: {message}", file=sys.stderr)
    return code
