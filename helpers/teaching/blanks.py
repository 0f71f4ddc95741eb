"""Exercises made from solutions: the same cells, with a blank where an answer is."""

import ast
from pathlib import Path

import nbformat

from helpers.files import write_text
from helpers.paths import EXERCISES, SOLUTIONS

ANSWER = "answer"
ASIDE = "solution"


def blank_cell(source: str) -> str:
    """Return the code of an answer with its working taken out and dots for its value.

    What stays is the name that the last statement gives a value to.

    >>> blank_cell("wide = 60\\nshare = wide / 100")
    'share = ...'

    Raises:
        ValueError: the last statement gives no name a value.
    """
    last = ast.parse(source).body[-1]
    if not isinstance(last, ast.Assign) or not isinstance(last.targets[0], ast.Name):
        raise ValueError(f"the last line of an answer gives one name a value, not: {source!r}")
    return f"{last.targets[0].id} = ..."


def make_exercise(solution: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the exercise of a solution, not run: blanks in answers, no cell tagged `ASIDE`.

    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> cells = [new_code_cell("n = 2 + 2", metadata={"tags": [ANSWER]}),
    ...          new_markdown_cell("Because.", metadata={"tags": [ASIDE]})]
    >>> [cell.source for cell in make_exercise(new_notebook(cells=cells)).cells]
    ['n = ...']
    """
    exercise = nbformat.from_dict(solution)
    exercise.cells = [cell for cell in exercise.cells if ASIDE not in cell.metadata.get("tags", [])]
    for cell in exercise.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            if ANSWER in cell.metadata.get("tags", []):
                cell.source = blank_cell(cell.source)
        else:
            cell.source = cell.source.replace("# Solutions:", "# Exercise:")
    return exercise


def make_exercises(folder: Path = SOLUTIONS) -> dict[str, nbformat.NotebookNode]:
    """Return the exercise of each solution in `folder`, not run, by the name of its file.

    >>> next(iter(make_exercises()))
    '00-start-here.ipynb'
    """
    return {
        path.name: make_exercise(nbformat.read(path, as_version=4))
        for path in sorted(folder.glob("*.ipynb"))
    }


def write_exercises(folder: Path = SOLUTIONS, into: Path = EXERCISES) -> None:
    """Write the exercises of the solutions in `folder`, not run; an unchanged one stays as it is.

    >>> from tempfile import mkdtemp
    >>> write_exercises(into=Path(mkdtemp()))
    """
    for name, exercise in make_exercises(folder).items():
        path = into / name
        if not path.exists() or not same_cells(nbformat.read(path, as_version=4), exercise):
            write_text(path, nbformat.writes(exercise) + "\n")


def same_cells(one: nbformat.NotebookNode, other: nbformat.NotebookNode) -> bool:
    """Return whether two notebooks have the same cells, outputs left out.

    >>> exercise = next(iter(make_exercises().values()))
    >>> same_cells(exercise, exercise)
    True
    """
    first, second = (
        [(cell.cell_type, cell.source, cell.metadata.get("tags")) for cell in notebook.cells]
        for notebook in (one, other)
    )
    return first == second
