"""Run the notebooks on another corpus: executed copies, figures and findings into its folder.

Run through `python run.py notebooks --corpus FOLDER`.
"""

import argparse
import os
import sys
from pathlib import Path

import nbformat
from nbclient.exceptions import CellExecutionError
from tqdm import tqdm

from helpers.corpus import read_articles
from helpers.faults import DataFault
from helpers.files import write_text
from helpers.paths import CORPUS_VARIABLE, NOTEBOOKS, results_folder
from helpers.project.reproduce import run_notebook

# 00 follows one record of this collection, 05 its coders.
ON_ANY_CORPUS = (
    "01-the-corpus", "02-actors", "03-sentiment", "04-source-attribution",
    "06-who-says-what-of-whom",
)  # fmt: skip


def run_on(corpus: Path) -> dict[str, str]:
    """Run the notebooks of ON_ANY_CORPUS on `corpus`; return the fault of each, "" where none.

    `corpus` is what `corpus.read_articles` takes. Into its folder (`paths.results_folder`) go
    notebooks/ (executed copies), figures/ and findings.csv; a copy that failed is not kept.

    Raises:
        DataFault: see `corpus.read_articles`.
    """
    corpus = Path(corpus).resolve()
    read_articles(corpus)  # one clear error, before any kernel starts
    folder = results_folder(corpus)
    faults = {}
    for name in tqdm(ON_ANY_CORPUS, desc="notebooks", disable=None, file=sys.stderr):
        try:
            made = run_notebook(NOTEBOOKS / f"{name}.ipynb", folder, str(corpus))
        except CellExecutionError as error:
            faults[name] = str(error).strip().splitlines()[-1]
        else:
            write_text(folder / "notebooks" / f"{name}.ipynb", nbformat.writes(made) + "\n")
            faults[name] = ""
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Run the notebooks on the corpus the arguments name; print one line each; return 0 if all ran.

    Without `--corpus` the one of the environment variable `CORPUS`. It is 2 where there is none, or
    it cannot be read.

    >>> main(["--corpus", "nowhere"])
    2
    """
    parser = argparse.ArgumentParser(prog="run.py notebooks", description=__doc__)
    parser.add_argument(
        "--corpus",
        default=os.environ.get(CORPUS_VARIABLE),
        help="a results folder of 'run.py measure', or a .csv, .jsonl or .parquet of articles",
    )
    corpus = parser.parse_args(arguments).corpus
    if not corpus:
        parser.error("name a corpus: --corpus FOLDER (this collection's own: run.py reproduce)")
    try:
        faults = run_on(Path(corpus))
    except DataFault as fault:
        print(fault, file=sys.stderr)
        return 2
    for name, fault in faults.items():
        print(f"{name:28} {f'failed: {fault}' if fault else 'done'}")
    print(f"In {results_folder(Path(corpus))}: notebooks/, figures/, findings.csv.")
    return int(any(faults.values()))


if __name__ == "__main__":
    sys.exit(main())
