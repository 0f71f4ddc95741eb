"""Re-execute every notebook and rebuild what they make; compare with what is committed, or keep it.

Run through `python run.py reproduce [--update]`.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from tqdm import tqdm

from helpers import load, measure
from helpers.counts import summarise_columns
from helpers.faults import DataFault, read_table
from helpers.files import write_csv, write_text
from helpers.findings import LEDGER, findings
from helpers.gold.agreement import compare_coders
from helpers.paths import CORPUS_VARIABLE, DATA, DERIVED, NOTEBOOKS, OUTPUT_VARIABLE, ROOT
from helpers.project.architecture import write_architecture
from helpers.project.compare import compare_findings, differing_cells, differing_files
from helpers.project.crate import write_crate
from helpers.project.datapackage import TABLES, path_of, write_datapackage
from helpers.project.pages import PAGES, fill_page, write_gallery
from helpers.teaching.blanks import write_exercises
from helpers.tone.stance import score_stance

TIMEOUT_SECONDS = 600
PARTS = ("exercises", "solutions")


@dataclass(frozen=True)
class Result:
    """How one notebook fared: the seconds it took and the cells that differ or failed.

    >>> Result("00-start-here.ipynb", 5.0, []).faults
    []
    """

    name: str
    seconds: float
    faults: list[str]


def run_notebook(path: Path, output: Path, corpus: str = "") -> nbformat.NotebookNode:
    """Return the notebook at `path`, executed from the top in a fresh kernel.

    What it makes it writes to the folder `output`. `corpus` is the one it runs on (see
    `paths.chosen_corpus`), "" this collection's own.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
        coalesce_streams=True,  # a busy machine hands printed lines over in pieces
        extra_arguments=["--log-level=ERROR"],
    )
    client.execute(env=os.environ | {OUTPUT_VARIABLE: str(output), CORPUS_VARIABLE: corpus})
    return clean(notebook)


def clean(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Keep of a notebook's metadata what is the same on every machine; change it and return it.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cell = new_code_cell(metadata={"tags": ["x"], "collapsed": True})
    >>> clean(new_notebook(cells=[cell])).cells[0].metadata
    {'tags': ['x']}
    """
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in ("tags",)
                                            if key in cell.metadata})  # fmt: skip
    return notebook


def write_tables(folder: Path) -> None:
    """Write the tables of measures, agreement, and a summary of input columns into `folder`.

    Raises:
        DataFault: see `faults.read_table`.

    >>> folder = Path(tempfile.mkdtemp())
    >>> write_tables(folder)
    >>> sorted(path.name for path in folder.iterdir())
    ['agreement.csv', 'agreement_spans.csv', 'attributions.csv', 'columns.csv', 'mentions.csv',
     'scores.csv', 'sentences.csv', 'stance.csv']
    """
    measures = measure(load.articles())
    for name in ("sentences", "mentions", "scores", "attributions"):
        write_csv(folder / f"{name}.csv", getattr(measures, name))
    write_csv(folder / "stance.csv", score_stance(measures.sentences))
    compared = compare_coders(load.articles(), measures.sentences)
    write_csv(folder / "agreement.csv", compared.alphas)
    write_csv(folder / "agreement_spans.csv", compared.spans)
    inputs = {name: read_table(DATA / path_of(name), schema) for name, schema in TABLES.items()}
    write_csv(folder / "columns.csv", summarise_columns(inputs))


def find_notebooks(folder: Path = NOTEBOOKS) -> list[Path]:
    """Return every notebook that a run executes: lessons, then their exercises and solutions.

    >>> list(dict.fromkeys(path.parent.name for path in find_notebooks()))
    ['notebooks', 'exercises', 'solutions']
    """
    return [path for part in (".", *PARTS) for path in sorted((folder / part).glob("*.ipynb"))]


def run_all(output: Path, update: bool, paths: list[Path] | None = None) -> list[Result]:
    """Run all notebooks, or `paths`, with `output` to write to; return how each fared, in order.

    A cell that fails, a kernel that dies and outputs that differ are faults of the result, not
    errors; with `update` fresh outputs are kept in the notebooks and differences are no faults.
    """
    results = []
    for path in tqdm(paths or find_notebooks(), desc="notebooks", disable=None, file=sys.stderr):
        start = time.monotonic()
        try:
            fresh = run_notebook(path, output)
        except Exception as error:  # one line for any failure, and the other notebooks still run
            faults = [f"failed: {([*str(error).strip().splitlines()] or [repr(error)])[-1]}"]
        else:
            faults = differing_cells(nbformat.read(path, as_version=4), fresh)
            if update:
                write_text(path, nbformat.writes(fresh) + "\n")
                faults = []
        name = path.relative_to(NOTEBOOKS).as_posix()
        results.append(Result(name, time.monotonic() - start, faults))
    return results


def main(arguments: list[str] | None = None) -> int:
    """Reproduce; print one line a notebook and the verdicts; return 0 if all is as committed.

    The last lines are those of `compare.compare_findings`: how many findings are as committed (with
    `--update`: as they were), and each that is not.
    """
    parser = argparse.ArgumentParser(prog="run.py reproduce", description=__doc__)
    parser.add_argument("--update", action="store_true", help="keep what was made")
    update = parser.parse_args(arguments).update
    committed = findings()
    with tempfile.TemporaryDirectory() as temporary:
        output = ROOT if update else Path(temporary)
        try:
            write_tables(output / "data" / "derived")
            if update:
                write_datapackage()
                write_exercises()
                write_crate()
                write_csv(DERIVED / LEDGER, committed.head(0))  # no row of a notebook that is gone
        except DataFault as fault:
            print(fault)
            return 1
        results = run_all(output, update)
        write_gallery(output / "figures")
        write_architecture(output / "figures")
        if update and not any(result.faults for result in results):
            for page in PAGES:
                fill_page(ROOT / page)
        verdict_on_findings = compare_findings(
            committed, findings(output / "data" / "derived" / LEDGER)
        )
        files = [] if update else differing_files(output, ROOT)
    for result in results:
        verdict = "; ".join(result.faults) or ("updated" if update else "as committed")
        print(f"{result.name:42} {result.seconds:5.1f} s  {verdict}")
    for fault in files:
        print(fault)
    faults = len(files) + sum(len(result.faults) for result in results)
    if update and not faults:
        print("Updated: notebooks, figures/, data/derived/, README.md, data/DATASHEET.md.")
    else:
        print("REPRODUCED: every output, figure and finding is as committed." if not faults
              else f"NOT REPRODUCED: {faults} difference(s).")  # fmt: skip
    print("\n".join(verdict_on_findings))
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
