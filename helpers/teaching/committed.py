"""The measures of the corpus as they are committed: what `measure` gives, read in no time."""

from pathlib import Path

import pandas as pd

from helpers.measure import Measures
from helpers.paths import DERIVED

PLACES = ("sentence", "start", "end")
NUMBERS = ("polarity", "subjectivity", "n_")


def read_measures(folder: Path = DERIVED) -> Measures:
    """Return the four tables of `measure(load.articles())` from data/derived.

    A test holds that they are the same. Columns: see `Measures`.

    >>> from helpers import load
    >>> found = read_measures()
    >>> found.sentences["article_id"].isin(load.articles()["article_id"]).all()
    np.True_
    """
    return Measures(*(_read(folder / f"{name}.csv") for name in Measures.__dataclass_fields__))


def _read(path: Path) -> pd.DataFrame:
    table = pd.read_csv(path, keep_default_na=False, dtype=str)
    for column in table.columns:
        if column.startswith(NUMBERS):
            table[column] = pd.to_numeric(table[column])
        elif column.split("_")[-1] in PLACES:
            table[column] = pd.to_numeric(table[column]).astype("Int64")  # empty where none is
    return table
