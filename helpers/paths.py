"""Where things are, found from the package and not from the working folder."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parent
INSTALLED = PACKAGE / "data"  # a wheel brings its tables along, see setup.py
DATA = INSTALLED if INSTALLED.is_dir() else ROOT / "data"
DERIVED = DATA / "derived"
FIGURES = ROOT / "figures"
NOTEBOOKS = ROOT / "notebooks"
EXERCISES = NOTEBOOKS / "exercises"
SOLUTIONS = NOTEBOOKS / "solutions"

OUTPUT_VARIABLE = "COVERAGE_OUTPUT"
CORPUS_VARIABLE = "CORPUS"


def output_folder() -> Path | None:
    """Return the folder that a run writes figures and findings to, or None.

    Nothing is written while somebody reads or changes a notebook: only a run that was told where
    to write (by the environment variable `COVERAGE_OUTPUT`) leaves files behind. Another corpus
    that is chosen has its own folder, and is always written there.

    >>> import os
    >>> _ = os.environ.pop(OUTPUT_VARIABLE, None)
    >>> output_folder() is None
    True
    """
    folder = os.environ.get(OUTPUT_VARIABLE)
    return Path(folder) if folder else None


def chosen_corpus() -> Path | None:
    """Return the corpus that the environment variable `CORPUS` names, None for this collection's.

    A results folder of `python run.py measure`, or a CSV, JSON Lines or Parquet file of articles.

    >>> import os
    >>> os.environ[CORPUS_VARIABLE] = "mine.csv"
    >>> chosen_corpus().name
    'mine.csv'
    >>> del os.environ[CORPUS_VARIABLE]
    >>> chosen_corpus() is None
    True
    """
    corpus = os.environ.get(CORPUS_VARIABLE)
    return Path(corpus) if corpus else None


def results_folder(corpus: Path) -> Path:
    """Return where the results of another corpus are: a folder itself, or one beside its file.

    >>> results_folder(Path("mine.csv")).name
    'mine-results'
    """
    return corpus.with_name(f"{corpus.stem}-results") if corpus.suffix else corpus


def other_corpus() -> Path | None:
    """Return the chosen corpus where results are written for it, None for this collection's own.

    A notebook that never opens the chosen corpus (`corpus.open_corpus`) stays with the own one.

    >>> other_corpus() is None
    True
    """
    corpus = chosen_corpus()
    return corpus if corpus and output_folder() == results_folder(corpus) else None
