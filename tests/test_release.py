"""What a release needs: a wheel that works by itself, licences, metadata for archives."""

import json
import re
import shutil
import subprocess
import sys
import zipfile

import pandas as pd
import pytest

from helpers.paths import DATA, ROOT
from helpers.project.crate import LICENCES, NAME, describe_crate
from helpers.project.licences import (
    OTHER,
    PAGE,
    UNKNOWN,
    list_licences,
    read_lock,
    render_page,
    tell_licence,
)

# Each is imported from where its publisher puts it; none is passed on with this collection.
BOUND = {"pycountry"}
TRY = """
import sys
sys.path.insert(0, "site")
from helpers import load, measure, paths
assert not paths.DATA.is_relative_to({root!r}), paths.DATA
found = measure(load.as_articles("UNHCR warned that the deal was unlawful."))
print(found.attributions["source_type"].item(), len(load.articles()))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy: a build leaves folders behind."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("helpers", "data"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "pyproject.toml",
        "setup.py",
        "MANIFEST.in",
        "README.md",
        "LICENSE",
        "LICENSE-DATA",
    ):
        shutil.copy(ROOT / name, copy / name)
    build = "from setuptools.build_meta import build_wheel; build_wheel('dist')"
    subprocess.run([sys.executable, "-c", build], cwd=copy, check=True, capture_output=True)
    return next((copy / "dist").glob("*.whl"))


def test_the_wheel_holds_the_package_and_its_tables(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "helpers").rglob("*.py")}
    tables = {
        f"helpers/data/{path.relative_to(DATA).as_posix()}"
        for path in DATA.rglob("*.csv")
        if path.parent.name != "derived"
    }
    assert modules | tables | {"helpers/runs/summary.html.j2"} <= names
    assert not [name for name in names if "derived" in name or name.startswith(("data/", "tests/"))]
    assert any(name.endswith("LICENSE-DATA") for name in names)


def test_the_wheel_measures_without_the_repository(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    run = subprocess.run(
        [sys.executable, "-P", "-c", TRY.format(root=str(ROOT))],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stdout.split() == ["intergovernmental", "360"], run.stderr


def test_the_page_of_licences_is_that_of_the_lock():
    page = PAGE.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z0-9._-]+) \| \S*\d\S* \| (.+) \|$", page, re.M))
    assert set(rows) == set(read_lock()), "run: python run.py licences"
    here = list_licences(read_lock()).set_index("package")["licence"]
    installed = here[here.ne(OTHER)]
    assert installed.to_dict() == {name: rows[name] for name in installed.index}


def test_every_package_tells_its_licence_and_those_that_bind_are_known():
    page = PAGE.read_text(encoding="utf-8")
    assert f"| {UNKNOWN} |" not in page
    bound = re.search(r"both together: (.*)\.", page)[1]
    assert set(bound.split(", ")) == BOUND


def test_a_licence_that_binds_is_told_apart_from_a_choice():
    rows = [("a", "1", "GPL-3.0-only"), ("b", "1", "MIT OR GPL-2.0-only"), ("c", "1", "MIT")]
    page = render_page(pd.DataFrame(rows, columns=["package", "version", "licence"]))
    assert "both together: a." in page


class Told:
    def __init__(self, **fields):
        self.metadata = self
        self.fields = fields

    def get(self, name):
        return self.fields.get(name.replace("-", "_"))

    __getitem__ = get

    def get_all(self, name):
        return self.fields.get(name)


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"License_Expression": "MIT", "License": "x"}, "MIT"),
        ({"Classifier": ["License :: OSI Approved :: BSD License"], "License": "x"}, "BSD License"),
        ({"License": "Apache 2.0\nand a long text"}, "Apache 2.0"),
        ({}, UNKNOWN),
    ],
)
def test_a_licence_is_found_in_any_of_its_places(fields, licence):
    assert tell_licence(Told(**fields)) == licence


def test_the_crate_is_current():
    committed = json.loads((ROOT / NAME).read_text(encoding="utf-8"))
    assert committed == describe_crate(), "run: python run.py reproduce --update"


def test_the_crate_has_the_form_that_archives_read():
    graph = {item["@id"]: item for item in describe_crate()["@graph"]}
    assert len(graph) == len(describe_crate()["@graph"])
    about, root = graph[NAME], graph["./"]
    assert about["about"] == {"@id": "./"} and "ro/crate/1.1" in about["conformsTo"]["@id"]
    assert {"name", "description", "datePublished", "license", "author"} <= set(root)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", root["datePublished"])
    for item in graph.values():
        for value in item.values():
            for link in value if isinstance(value, list) else [value]:
                if isinstance(link, dict) and link["@id"] != "https://w3id.org/ro/crate/1.1":
                    assert link["@id"] in graph
    parts = [part["@id"] for part in root["hasPart"]]
    assert all((ROOT / part).exists() for part in parts)
    assert all((ROOT / part).is_dir() == part.endswith("/") for part in parts)
    assert {address for address, _ in LICENCES.values()} <= set(graph)


def test_the_changelog_tells_of_this_version():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"', project, re.M)[1]
    assert f"## {version} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
