"""The documents: their numbers come from the data, their links and commands exist."""

import re
import subprocess
import sys

import pytest
import yaml

from helpers.paths import ROOT
from helpers.project.pages import BLOCK, fill

PAGES = sorted(
    path
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "data").rglob("*.md"),
        *ROOT.glob("docs/*.md"),
        ROOT / "figures/README.md",
    ]
)
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("README.md", {"findings", "corpus"}),
        ("data/DATASHEET.md", {"corpus", "readings", "agreement"}),
    ],
)
def test_the_numbers_of_a_page_are_those_of_the_data(page, blocks):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert {match[2] for match in BLOCK.finditer(text)} == blocks
    assert fill(text) == text, "run: python run.py reproduce --update"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_links_lead_to_files_that_are_there(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")
def test_files_named_in_the_text_are_there(page):
    text = page.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:data|helpers|notebooks|tests|figures)/[\w./-]+\.\w+)`", text):
        assert (ROOT / name).exists(), name


def test_the_commands_of_the_readme_are_those_of_run_py():
    commands = set(re.findall(r"python run\.py (\w+)", README))
    assert {"reproduce", "test", "lab"} <= commands
    usage = subprocess.run(
        [sys.executable, ROOT / "run.py"], capture_output=True, text=True, check=False
    )
    assert all(f"run.py {command}" in usage.stdout for command in commands)


def test_ci_calls_the_readmes_test_command():
    assert "run.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_citation_has_what_the_format_asks_for():
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    citation = yaml.load(text, Loader=yaml.BaseLoader)
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(citation)
    assert citation["cff-version"] == "1.2.0" and citation["type"] == "software"
    assert all({"name"} == set(author) for author in citation["authors"])
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{citation["version"]}"' in project


def test_no_machine_and_no_registry_is_named():
    # written so that this file does not name them itself
    pattern = re.compile(r"(/(?:home|Users|root)/\w|py[p]i\.org|python[h]osted|registry\.npm[j]s)")
    files = [
        path
        for path in ROOT.rglob("*")
        if path.suffix
        in {".py", ".md", ".csv", ".toml", ".lock", ".yml", ".yaml", ".ipynb", ".cff"}
        and path.relative_to(ROOT).parts[0] not in {".venv", ".git", "build", "site"}
    ]
    assert len(files) > 40
    named = [path.name for path in files if pattern.search(path.read_text(encoding="utf-8"))]
    assert named == []
