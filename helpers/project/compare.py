"""What a run made against what is committed: outputs of cells, and files."""

import json
import re
from pathlib import Path

import matplotlib.image as images
import nbformat
import pandas as pd

PICTURE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=\n]+")
# Made by a run and compared with it, beside the notebooks' own outputs.
MADE = ("figures", "data/derived")


def visible(cell: nbformat.NotebookNode) -> list:
    """Return a code cell's outputs as compared: without pictures' bytes and counts.

    >>> from nbformat.v4 import new_code_cell, new_output
    >>> output = new_output("execute_result", {"text/plain": "2"}, execution_count=7)
    >>> visible(new_code_cell("1 + 1", outputs=[output]))
    [{'output_type': 'execute_result', 'metadata': {}, 'data': {'text/plain': '2'}}]
    """
    kept = [
        {key: value for key, value in output.items() if key != "execution_count"}
        for output in cell.get("outputs", [])
    ]
    return json.loads(PICTURE.sub("PICTURE", json.dumps(kept)))


def differing_cells(committed: nbformat.NotebookNode, fresh: nbformat.NotebookNode) -> list[str]:
    """Return a line for each code cell whose output is not the committed one; cells count from 1.

    Raises:
        ValueError: the notebooks have different numbers of cells.

    >>> from nbformat.v4 import new_code_cell, new_notebook, new_output
    >>> one, two = (new_output("stream", text=text) for text in ("1", "2"))
    >>> old, new = (new_notebook(cells=[new_code_cell(outputs=[each])]) for each in (one, two))
    >>> differing_cells(old, old), differing_cells(old, new)
    ([], ['cell 1 prints something else'])
    """
    pairs = zip(committed.cells, fresh.cells, strict=True)
    return [
        f"cell {number} prints something else"
        for number, (old, new) in enumerate(pairs, start=1)
        if old.cell_type == "code" and visible(old) != visible(new)
    ]


def differing_files(made: Path, committed: Path) -> list[str]:
    """Return a line for each file of the run that is missing, new or not the same as committed.

    Both are folders that hold figures/ and data/derived/. Pictures in PNG are compared by their
    pixels: how they are packed differs between machines.

    >>> from tempfile import mkdtemp
    >>> made, committed = Path(mkdtemp()), Path(mkdtemp())
    >>> (made / "figures").mkdir()
    >>> _ = (made / "figures" / "a.txt").write_text("new")
    >>> differing_files(made, committed)
    ['figures/a.txt was made but is not committed']
    """
    faults = []
    for folder in MADE:
        new, old = made / folder, committed / folder
        names = {path.name for path in [*new.glob("*"), *old.glob("*")]}
        for name in sorted(names):
            if not (new / name).exists():
                faults.append(f"{folder}/{name} is committed but was not made")
            elif not (old / name).exists():
                faults.append(f"{folder}/{name} was made but is not committed")
            elif not _same(new / name, old / name):
                faults.append(f"{folder}/{name} differs")
    return faults


def compare_findings(committed: pd.DataFrame, here: pd.DataFrame) -> list[str]:
    """Return the verdict on the ledger, and a line for each finding that is not as committed.

    Both tables are those of `findings.findings`: key, value, low, high, n, of, articles, and words.
    A line has the key, what is committed and what was found here.

    >>> one = pd.DataFrame([{"key": "a", "value": 0.5, "low": 0.1, "high": 0.9, "n": 1, "of": 2}])
    >>> print("\\n".join(compare_findings(one, one.assign(value=0.25, of=4))))
    FINDINGS: 0 of 1 as committed.
      a: committed 0.5 (0.1 to 0.9; 1, 2), here 0.25 (0.1 to 0.9; 1, 4)
    >>> compare_findings(one, one)
    ['FINDINGS: 1 of 1 as committed.']
    """
    old, new = (
        {row["key"]: row for row in table.drop_duplicates("key").to_dict("records")}
        for table in (committed, here)
    )
    keys, lines = sorted({*old, *new}), []
    for key in keys:
        before, now = old.get(key), new.get(key)
        if before is None or now is None or not pd.Series(before).equals(pd.Series(now)):
            lines.append(f"  {key}: committed {_tell(before)}, here {_tell(now)}")
            if before and now and _tell(before) == _tell(now):
                other = [name for name in now if str(before.get(name)) != str(now[name])]
                lines[-1] += f", but another {' and '.join(other)}"
    return [f"FINDINGS: {len(keys) - len(lines)} of {len(keys)} as committed.", *lines]


def _tell(row: dict | None) -> str:
    if row is None:
        return "nothing"
    return "{value:.6g} ({low:.6g} to {high:.6g}; {n}, {of})".format(**row)


def _same(one: Path, other: Path) -> bool:
    if one.read_bytes() == other.read_bytes():
        return True
    if one.suffix != ".png":
        return False
    left, right = images.imread(one), images.imread(other)
    return left.shape == right.shape and bool(abs(left - right).max() < 0.02)
