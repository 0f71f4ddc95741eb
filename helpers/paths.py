"""Where things are, found from the package and not from the working folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
DERIVED = DATA / "derived"
FIGURES = ROOT / "figures"
NOTEBOOKS = ROOT / "notebooks"

OUTPUT_VARIABLE = "COVERAGE_OUTPUT"


def output_folder() -> Path | None:
    """Return the folder that a run writes figures and findings to, or None.

    Nothing is written while somebody reads or changes a notebook: only a run that was told where
    to write (by the environment variable `COVERAGE_OUTPUT`) leaves files behind.

    >>> import os
    >>> _ = os.environ.pop(OUTPUT_VARIABLE, None)
    >>> output_folder() is None
    True
    """
    folder = os.environ.get(OUTPUT_VARIABLE)
    return Path(folder) if folder else None
