"""Readings printed from the data, and the ledger that re-checks them."""

from pathlib import Path

import numpy as np
import pandas as pd
from IPython.display import Markdown

from helpers import schemas
from helpers.faults import DataFault, read_table
from helpers.files import write_csv
from helpers.paths import DATA, DERIVED, other_corpus, output_folder
from helpers.uncertainty import Estimate

LEDGER = "findings.csv"
NUMBERS = ["value", "low", "high", "n", "of", "articles"]
COLUMNS = ["key", "question", *NUMBERS, "kind", "method", "notebook"]
DECIMALS = 6


def say(text: str, **values) -> Markdown:
    """Return a sentence whose numbers come from `values`: estimates print with interval and n.

    Raises:
        KeyError: the text names a value that is not given.

    >>> say("{n} records.", n=60).data
    '60 records.'
    """
    return Markdown(text.format(**values))


def questions(path: Path = DATA / "questions.csv") -> pd.DataFrame:
    """Return what each finding asks and how it is answered, one a row: key, question, method.

    Raises:
        DataFault: see `faults.read_table`; also where a key stands twice.

    >>> questions().set_index("key").loc["floor_relocated_people", "question"]
    'Which share of attributions goes to the people who are moved?'
    """
    return read_table(path, schemas.QUESTIONS)


def findings(path: Path = DERIVED / LEDGER) -> pd.DataFrame:
    """Return the ledger of findings, one a row; empty where there is none yet.

    Columns: key, question, value, low, high (the 95 % interval), n, of, articles, kind (these as in
    `uncertainty.Estimate`), method, notebook.

    >>> findings().columns[:3].tolist(), findings()["key"].is_unique
    (['key', 'question', 'value'], True)
    """
    if not path.exists():
        return pd.DataFrame(columns=COLUMNS)
    return pd.read_csv(path).reindex(columns=COLUMNS).dropna(subset=["key"])


def ledger(notebook: str, **estimates: Estimate) -> pd.DataFrame:
    """Return this notebook's findings beside the committed ones, and keep them in a run.

    Each estimate is named by its key in data/questions.csv. Columns: key, here, committed (both
    rounded to six decimals), same (the interval and the counts are, too). A run that was told where
    to write (see `paths.output_folder`) replaces this notebook's rows in its findings.csv. Another
    corpus has nothing committed: its findings stand in the findings.csv of its own folder, and
    NUMBERS are returned beside the key; they are missing where a finding could not be made.

    Raises:
        DataFault: a key has no row in questions.csv, or is a finding of another notebook, too.

    >>> half = Estimate(0.5, 0.1, 0.9, n=1, of=2, articles=2, kind="share")
    >>> ledger("example", floor_government=half)[["key", "here", "same"]].values.tolist()
    [['floor_government', 0.5, False]]
    """
    rows = find_rows(notebook, estimates, questions())
    folder, other = output_folder(), other_corpus()
    if folder is not None:
        path = folder / LEDGER if other else folder / "data" / "derived" / LEDGER
        write_csv(path, replace_rows(findings(path), rows, notebook))
    if other:
        return rows[["key", *NUMBERS]]
    committed = findings().set_index("key").reindex(rows["key"])[NUMBERS].astype(float)
    here = rows.set_index("key")[NUMBERS].astype(float)
    same = np.isclose(here, committed, rtol=0, atol=10**-DECIMALS / 2, equal_nan=True)
    return pd.DataFrame(
        {"key": here.index, "here": here["value"].to_numpy(),
         "committed": committed["value"].to_numpy(),
         "same": same.all(axis=1) & here.index.isin(findings()["key"])}
    )  # fmt: skip


def find_rows(notebook: str, estimates: dict[str, Estimate], asked: pd.DataFrame) -> pd.DataFrame:
    """Return the ledger's rows of a notebook, with the columns of `findings`.

    `asked` is the table of `questions`. Values are rounded to six decimals.

    Raises:
        DataFault: a key of `estimates` is not in `asked`.

    >>> half = Estimate(0.5, 0.1, 0.9, n=1, of=2, articles=2, kind="share")
    >>> find_rows("00-start-here", {"haff": half}, questions())
    Traceback (most recent call last):
    helpers.faults.DataFault: questions.csv: no row for 'haff', a finding of notebook
    00-start-here; add key, question and method to data/questions.csv, or mend the key
    """
    words = asked.set_index("key")
    unknown = [key for key in estimates if key not in words.index]
    if unknown:
        raise DataFault(
            f"questions.csv: no row for {', '.join(map(repr, unknown))}, a finding of notebook "
            f"{notebook}; add key, question and method to data/questions.csv, or mend the key"
        )
    rows = []
    for key, found in estimates.items():
        rounded = {name: round(getattr(found, name), DECIMALS) for name in NUMBERS}
        rest = {"kind": found.kind, "notebook": notebook}
        rows.append({"key": key, **words.loc[key].to_dict(), **rounded, **rest})
    return pd.DataFrame(rows, columns=COLUMNS)


def replace_rows(table: pd.DataFrame, rows: pd.DataFrame, notebook: str) -> pd.DataFrame:
    """Return the ledger `table` with `rows` for those of `notebook`, by notebook and key.

    Raises:
        DataFault: a key of `rows` is a finding of another notebook, too.

    >>> old = pd.DataFrame([{"key": "a", "notebook": "01-x"}, {"key": "b", "notebook": "02-y"}])
    >>> new = pd.DataFrame([{"key": "c", "notebook": "01-x"}])
    >>> replace_rows(old, new, "01-x")["key"].tolist()
    ['c', 'b']
    """
    others = table[table["notebook"] != notebook]
    taken = others[others["key"].isin(rows["key"])]
    if len(taken):
        key, other = taken[["key", "notebook"]].iloc[0]
        raise DataFault(
            f"{LEDGER}: {key!r} is a finding of {other} and of {notebook}; give each its own key"
        )
    parts = [part for part in (others, rows) if len(part)]
    return pd.concat(parts).sort_values(["notebook", "key"], ignore_index=True)
