"""Which cell of a notebook made a finding or a figure, so that a page can link to it."""

import ast
import html

from nbformat import NotebookNode


def anchor(cell: int) -> str:
    """Return the anchor that a notebook's page has for its cell, counted from 0 (docs/conf.py).

    >>> anchor(24)
    'cell-24'
    """
    return f"cell-{cell}"


def find_findings(notebook: NotebookNode) -> dict[str, int]:
    """Return the number of the cell that made each finding in the notebook's ledger, by key.

    It is the last cell before the ledger that assigns the name which the ledger is given.

    Raises:
        KeyError: the ledger is given a name that no cell before it assigns.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> cells = ["share = 1", "shares = {'a': share}", "ledger('x', a=shares['a'], b=share)"]
    >>> find_findings(new_notebook(cells=[new_code_cell(cell) for cell in cells]))
    {'a': 1, 'b': 0}
    """
    made: dict[str, int] = {}
    found: dict[str, int] = {}
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        tree = ast.parse(cell.source)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "ledger":
                found |= {each.arg: made[_root(each.value)] for each in call.keywords}
        names = {node.id for node in ast.walk(tree) if _is_assigned(node)}
        made |= dict.fromkeys(names, number)
    return found


def find_figures(notebook: NotebookNode) -> dict[str, int]:
    """Return the number of the cell that shows each figure of the notebook, by its alt text.

    >>> from nbformat.v4 import new_code_cell, new_notebook, new_output
    >>> shown = new_output("execute_result", {"text/html": '<figure><img alt="It&#x27;s one dot."'})
    >>> find_figures(new_notebook(cells=[new_code_cell(outputs=[shown])]))
    {"It's one dot.": 0}
    """
    start = '<figure><img alt="'
    found = {}
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            page = output.get("data", {}).get("text/html", "")
            if page.startswith(start):
                found[html.unescape(page.removeprefix(start).split('"')[0])] = number
    return found


def _root(node: ast.expr) -> str:
    return next(part.id for part in ast.walk(node) if isinstance(part, ast.Name))


def _is_assigned(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
