"""Notebook hygiene: run from the top, quiet, short cells, no traces of a machine."""

import ast
import re

import nbformat
import pytest

from helpers.paths import EXERCISES, NOTEBOOKS, SOLUTIONS

PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))
WITHOUT_LEDGER = ("07-your-own-corpus",)  # its corpus is made up: nothing is found in it
SECTIONS = ("## What this does not show", "## Your turn", "citing, licence")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    read = nbformat.read(request.param, as_version=4)
    nbformat.validate(read)
    read.path = request.param
    return read


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_all_are_there():
    assert [path.stem for path in PATHS] == [
        "00-start-here", "01-the-corpus", "02-actors", "03-sentiment", "04-source-attribution",
        "05-how-sure-are-we", "06-who-says-what-of-whom", "07-your-own-corpus",
    ]  # fmt: skip


def test_cells_were_run_once_from_the_top(notebook):
    counts = [cell.execution_count for cell in code_cells(notebook)]
    assert counts == list(range(1, len(counts) + 1))


def test_outputs_hold_no_error_and_no_stderr(notebook):
    for cell in code_cells(notebook):
        for output in cell.outputs:
            assert output.output_type != "error"
            assert output.get("name") != "stderr"


def test_no_path_of_a_machine(notebook):
    text = notebook.path.read_text(encoding="utf-8")
    assert not re.search(r"(/(?:home|Users|root|work|tmp)/|[A-Z]:\\\\)", text)


def test_code_cells_are_short_and_define_nothing(notebook):
    for cell in code_cells(notebook):
        assert len(cell.source.splitlines()) <= 15
        assert not re.search(r"^\s*[%!]", cell.source, re.M), "magic or shell"
        assert "http" not in cell.source
        kinds = (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
        assert not any(isinstance(node, kinds) for node in ast.walk(ast.parse(cell.source)))


def test_size_and_kernel(notebook):
    assert notebook.path.stat().st_size < 500_000
    assert notebook.metadata.kernelspec.name == "python3"


def test_the_anatomy(notebook):
    first = notebook.cells[0].source
    assert re.match(r"# .*\?\n", first), "the title is a question"
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    for section in SECTIONS:
        assert section in text
    turn = text.split("## Your turn")[1].split("\n## ")[0]
    for part in (EXERCISES, SOLUTIONS):
        assert f"({part.name}/{notebook.path.name})" in turn
    assert 25 <= len(notebook.cells) <= 60


def test_every_code_cell_after_the_imports_shows_or_prepares_something(notebook):
    silent = [cell for cell in code_cells(notebook)[1:] if not cell.outputs]
    assert len(silent) <= 2


def test_every_picture_has_alt_text_and_caption(notebook):
    pages = [
        output.data["text/html"]
        for cell in code_cells(notebook)
        for output in cell.outputs
        if output.output_type != "stream" and "<img" in output.get("data", {}).get("text/html", "")
    ]
    for page in pages:
        assert len(re.search(r'alt="([^"]*)"', page)[1]) > 80
        assert "<figcaption>" in page and "Source:" in page


def test_numbers_in_prose_are_not_typed(notebook):
    """Outside code, links, headings, dates, lists and the words below no digit stands in prose."""
    allowed = (
        r"\[(?:\d\d-[a-z-]+|exercise|solutions|glossary)\]\([^)]*\)", r"`[^`]*`", r"\d+ days",
        r"^#+ .*$", r"^\d\. ",
        r"\d{1,2} [A-Z]\w+ \d{4}",
        r"[A-Z]\w+ (?:19|20)\d{2}", r"Python 3\.11", r"\d+ minutes",
        r"CC BY 4\.0", r"-?\d to 1", r"0\.0", r"95 of 100", r"90 to 180 words", r"notebook `\d\d`",
    )  # fmt: skip
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = re.sub("|".join(allowed), "", cell.source, flags=re.M)
            assert not re.search(r"\d", text), text


def test_every_ledger_row_is_as_committed(notebook):
    text = "\n".join(cell.source for cell in notebook.cells)
    last = [cell for cell in code_cells(notebook) if cell.source.startswith("ledger(")]
    if notebook.path.stem in WITHOUT_LEDGER:
        assert not last and "## Ledger" not in text
        return
    assert len(last) == 1 and "## Ledger" in text
    assert "False" not in last[0].outputs[0].data["text/plain"]
