"""Readings printed from the data, and the ledger that re-checks them."""

import pandas as pd
from IPython.display import Markdown

from helpers.files import write_csv
from helpers.paths import DERIVED, output_folder
from helpers.uncertainty import Estimate

COLUMNS = ["notebook", "finding", "kind", "value", "low", "high", "n", "of", "articles"]
DECIMALS = 6


def say(text: str, **values) -> Markdown:
    """Return a sentence whose numbers come from `values`: estimates print with interval and n.

    Raises:
        KeyError: the text names a value that is not given.

    >>> say("{n} records.", n=60).data
    '60 records.'
    """
    return Markdown(text.format(**values))


def findings(path=DERIVED / "findings.csv") -> pd.DataFrame:
    """Return the ledger of findings, one a row; empty where there is none yet.

    Columns: notebook, finding, kind ("share", "mean" and so on), value, low, high, n, of, articles
    (all as in `uncertainty.Estimate`).

    >>> {"share", "mean"} <= set(findings()["kind"])
    True
    """
    if not path.exists():
        return pd.DataFrame(columns=COLUMNS)
    return pd.read_csv(path)


def ledger(notebook: str, **estimates: Estimate) -> pd.DataFrame:
    """Return this notebook's findings beside the committed ones, and keep them in a run.

    Columns: finding, here, committed (both rounded to six decimals), same. A run that was told
    where to write (see `paths.output_folder`) replaces this notebook's rows in its findings.csv.

    >>> half = Estimate(0.5, 0.1, 0.9, n=1, of=2, articles=2, kind="share")
    >>> ledger("example", half=half)[["finding", "here", "same"]].values.tolist()
    [['half', 0.5, False]]
    """
    rows = pd.DataFrame([_row(notebook, key, value) for key, value in estimates.items()])
    folder = output_folder()
    if folder is not None:
        path = folder / "data" / "derived" / "findings.csv"
        others = findings(path)
        parts = [part for part in (others[others["notebook"] != notebook], rows) if len(part)]
        table = pd.concat(parts).sort_values(["notebook", "finding"], ignore_index=True)
        write_csv(path, table[COLUMNS])
    committed = findings().set_index(["notebook", "finding"])["value"]
    here = rows.set_index("finding")["value"]
    before = pd.Series({key: committed.get((notebook, key)) for key in here.index}, dtype=float)
    return pd.DataFrame(
        {"finding": here.index, "here": here.to_numpy(), "committed": before.to_numpy(),
         "same": (here - before).abs().lt(10**-DECIMALS / 2).to_numpy()}
    )  # fmt: skip


def _row(notebook: str, key: str, value: Estimate) -> dict:
    return {
        "notebook": notebook, "finding": key, "kind": value.kind,
        "value": round(value.value, DECIMALS), "low": round(value.low, DECIMALS),
        "high": round(value.high, DECIMALS), "n": value.n, "of": value.of,
        "articles": value.articles,
    }  # fmt: skip
