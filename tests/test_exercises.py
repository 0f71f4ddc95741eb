"""Exercises and solutions: run as committed, blanks give nothing away, solutions are right."""

import re
from html.parser import HTMLParser

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from helpers.paths import EXERCISES, NOTEBOOKS, SOLUTIONS
from helpers.project.compare import differing_cells
from helpers.project.reproduce import run_notebook
from helpers.teaching.blanks import ANSWER, make_exercises, same_cells
from helpers.teaching.checks import NOT_ANSWERED

PATHS = [*sorted(EXERCISES.glob("*.ipynb")), *sorted(SOLUTIONS.glob("*.ipynb"))]
NAMES = [f"{path.parent.name}/{path.stem}" for path in PATHS]
PARTS = ("Read", "Change", "Extend", "Doubt")


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def checks_of(notebook):
    return [
        cell.outputs[0].text.strip()
        for cell in code_cells(notebook)
        if cell.source.startswith("print(check_")
    ]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """All of them run one after the other in one kernel, emptied in between: imports cost most."""
    folder = tmp_path_factory.mktemp("joined")
    notebooks = [read(path) for path in PATHS]
    cells = [cell for each in notebooks for cell in [new_code_cell("%reset -f"), *each.cells]]
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    nbformat.write(new_notebook(cells=cells), folder / "all.ipynb")
    rest = run_notebook(folder / "all.ipynb", folder).cells
    parts = {}
    for path, notebook in zip(PATHS, notebooks, strict=True):
        part, rest = rest[1 : len(notebook.cells) + 1], rest[len(notebook.cells) + 1 :]
        parts[path] = new_notebook(cells=part)
    return parts


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_a_run_prints_what_is_committed(path, fresh):
    assert differing_cells(read(path), fresh[path]) == []


def test_each_lesson_has_an_exercise_and_solutions():
    lessons = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
    for folder in (EXERCISES, SOLUTIONS):
        assert sorted(path.name for path in folder.glob("*.ipynb")) == lessons


@pytest.mark.parametrize("name", sorted(make_exercises()))
def test_an_exercise_is_its_solution_with_blanks(name):
    assert same_cells(read(EXERCISES / name), make_exercises()[name]), "reproduce --update"


@pytest.mark.parametrize("path", sorted(EXERCISES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_blanks_print_nothing_but_that_they_are_blank(path):
    notebook = read(path)
    assert checks_of(notebook) == [NOT_ANSWERED] * 4
    blanks = [cell for cell in code_cells(notebook) if ANSWER in cell.metadata.get("tags", [])]
    assert len(blanks) == 4
    assert all(re.fullmatch(r"\w+ = \.\.\.", cell.source) and not cell.outputs for cell in blanks)


@pytest.mark.parametrize("path", sorted(EXERCISES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_what_an_exercise_shows_names_no_answer(path):
    """A word or name that the solution gives in quotation marks stands in no output of a blank."""
    shown = "".join(str(cell.outputs) for cell in code_cells(read(path)))
    solved = read(SOLUTIONS / path.name)
    answers = [cell for cell in code_cells(solved) if ANSWER in cell.metadata.get("tags", [])]
    assert len(answers) == 4
    for cell in answers:
        last = cell.source.splitlines()[-1]
        for word in re.findall(r'= "([^"]{2,})"$', last):
            assert word not in shown


@pytest.mark.parametrize("path", sorted(SOLUTIONS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_solutions_are_right(path):
    told = checks_of(read(path))
    assert len(told) == 4 and all(words.startswith("Right") for words in told), told


class Details(HTMLParser):
    """The tags of folded hints, in the order in which they open and close."""

    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        self.tags.append(f"/{tag}")


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_tasks_are_ranked_and_each_has_a_hint_that_folds(path):
    told = [cell.source for cell in read(path).cells if cell.source.startswith("## ")]
    for number, (part, text) in enumerate(zip(PARTS, told, strict=True), start=1):
        assert text.startswith(f"## {number} {part}: ")
        parser = Details()
        parser.feed(text)
        assert parser.tags == ["details", "summary", "/summary", "/details"]
        assert "</summary>\n\n" in text and "\n\n</details>" in text, "else Markdown is not read"


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_they_are_clean(path):
    notebook = read(path)
    nbformat.validate(notebook)
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"(/(?:home|Users|root|work|tmp)/|[A-Z]:\\\\)", text)
    cells = code_cells(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    for cell in cells:
        assert len(cell.source.splitlines()) <= 15
        assert all(output.output_type != "error" for output in cell.outputs)
        assert all(output.get("name") != "stderr" for output in cell.outputs)
    for target in re.findall(r"\]\((?!http)([^)#]+\.ipynb)\)", text):
        assert (path.parent / target).exists(), target
