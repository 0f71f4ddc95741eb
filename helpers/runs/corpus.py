"""The one place where a run meets the readers and the preparing: articles of any form, clean."""

from collections.abc import Iterator

import pandas as pd

from helpers.reading.rows import Row, Skip
from helpers.runs.options import Options


def open_corpus(options: Options) -> Iterator:
    table = pd.read_csv(options.path, dtype=str, keep_default_na=False)
    for number, row in enumerate(table.to_dict("records"), 2):
        if row["text"]:
            yield Row(row, options.path.name, f"row {number}")
        else:
            yield Skip(options.path.name, f"row {number}", "no text", "empty")
