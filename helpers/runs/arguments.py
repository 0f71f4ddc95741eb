"""The arguments of the command line, and what they ask for."""

import argparse
from pathlib import Path

import joblib

from helpers.faults import DataFault
from helpers.preparing.dates import ORDERS
from helpers.preparing.settings import Settings
from helpers.reading.columns import parse_columns
from helpers.reading.forms import FORMS
from helpers.runs.engines import Engine
from helpers.runs.options import LEXICONS, Options

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


# fmt: off
def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line.

    >>> build_parser().parse_args(["a.csv", "--out", "results"]).partition
    1000
    """
    parser = argparse.ArgumentParser(
        prog="python run.py measure", epilog=EXAMPLES,
        description="Measure a corpus of your own: who speaks, about whom, in what tone.",
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, metavar="PATH", help="a file or a folder of articles")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER",
        help="where the results go: a new folder, or one of a run that was stopped")
    parser.add_argument("--anew", action="store_true",
        help="clear the results that are there and begin anew")
    add = parser.add_argument_group("reading").add_argument
    add("--form", default="", metavar="NAME",
        help=f"the form of the file where it does not tell: {', '.join(FORMS)}")
    add("--columns", nargs="+", action="extend", default=[], metavar="OURS=THEIRS",
        help="which column is which, such as text=body published=date")
    add("--language", action="append", metavar="CODE",
        help="a language to keep (default: en); may be given again; 'all' keeps all")
    add("--date-order", choices=ORDERS, help="how to read dates such as 03/05/2024")
    add("--sending", default="", metavar="CODES",
        help="the sending states of articles that name none, such as GBR")
    add("--receiving", default="", metavar="CODES", help="the receiving states, such as RWA;UGA")
    add("--least-words", type=int, default=Settings.least_words, metavar="N",
        help="leave out shorter texts (default: %(default)s)")
    add("--largest", type=int, default=Settings.largest, metavar="N",
        help="leave out texts of more characters (default: %(default)s)")
    add("--number-doubled", action="store_true",
        help="number an id that stands over two texts, instead of stopping")
    add("--keep-boilerplate", action="store_true", help="keep lines such as 'Share this article'")
    add = parser.add_argument_group("measuring").add_argument
    for name, table in LEXICONS.items():
        add(f"--{name}", type=Path, metavar="CSV",
            help="source types of your own (type, who, example), beside the codebook's"
            if name == "types"
            else f"a table of your own in the form of data/{table}.csv, in place of it")
    add("--partition", type=int, default=1_000, metavar="N",
        help="articles measured at a time (default: %(default)s); fewer take less memory")
    add("--workers", type=int, default=joblib.cpu_count(), metavar="N",
        help="processes on this machine (default: its processors, %(default)s)")
    add("--cluster", type=int, default=0, metavar="N",
        help="measure by a Dask cluster of N processes on this machine instead")
    add("--scheduler", default="", metavar="ADDRESS",
        help="measure by the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786")
    return parser
# fmt: on


def parse(arguments: list[str]) -> Options:
    """Return what the command line asks for.

    Raises:
        DataFault: a pair of --columns, a language or a number has no meaning.
        SystemExit: an argument is lacking or not known.

    >>> options = parse(["a.csv", "--out", "results", "--language", "en", "--language", "fr"])
    >>> options.settings.languages
    ('en', 'fr')
    """
    given = build_parser().parse_args(arguments)
    languages = tuple(given.language or Settings.languages)
    try:
        settings = Settings(
            languages=() if "all" in languages else languages,
            least_words=given.least_words,
            largest=given.largest,
            date_order=given.date_order,
            drop_boilerplate=not given.keep_boilerplate,
            number_doubled=given.number_doubled,
        )
    except ValueError as error:
        raise DataFault(str(error)) from None
    return Options(
        path=given.path,
        out=given.out,
        form=given.form,
        columns=parse_columns(given.columns),
        settings=settings,
        sending=given.sending,
        receiving=given.receiving,
        lexicons={name: path for name in LEXICONS if (path := getattr(given, name))},
        partition=given.partition,
        engine=Engine(given.workers, given.cluster, given.scheduler),
        anew=given.anew,
    )
