"""One declaration of the environment: pyproject.toml, environment.yml and the lock agree."""

import json
import re
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from helpers.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA_NAMES = {"matplotlib-base": "matplotlib"}  # conda-forge's matplotlib brings a desktop toolkit
ONLY_PIP = {"sentencex"}  # not on conda-forge when last looked; `-e .` brings it


def declared(lines):
    return {Requirement(line).name: Requirement(line).specifier for line in lines}


RUNTIME = declared(PROJECT["dependencies"])
EXTRAS = PROJECT["optional-dependencies"]
ALL = RUNTIME | declared([line for lines in EXTRAS.values() for line in lines])
LOCKED = dict(re.findall(r"^([a-z0-9._-]+)==([^ \\;]+)", LOCK, re.M))


def conda_packages():
    found = {}
    for line in CONDA["dependencies"]:
        if isinstance(line, str) and not line.startswith(("python", "pip")):
            name, ranges = re.fullmatch(r"([\w-]+)\s*(.*)", line).groups()
            found[CONDA_NAMES.get(name, name)] = SpecifierSet(ranges)
    return found


def test_environment_yml_has_the_ranges_of_pyproject():
    conda = conda_packages()
    assert set(conda) == set(RUNTIME) - ONLY_PIP
    assert {name: str(conda[name]) for name in conda} == {
        name: str(RUNTIME[name]) for name in conda
    }


def test_environment_yml_installs_this_project_and_nothing_else_by_pip():
    assert CONDA["dependencies"][-1] == {"pip": ["-e .[corpus,cluster,site,browser,dev]"]}
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]


def test_python_is_one_that_the_project_takes():
    python = next(line for line in CONDA["dependencies"] if str(line).startswith("python"))
    assert python.removeprefix("python=") in SpecifierSet(PROJECT["requires-python"])


@pytest.mark.parametrize("name", sorted(ALL))
def test_the_lock_holds_a_version_that_the_range_takes(name):
    assert LOCKED[name.lower()] in ALL[name]


def test_the_lock_is_hashed_and_names_no_host():
    blocks = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.M)[1:]
    assert len(blocks) == len(LOCKED) and all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"https?://|--index|--find-links|-e ", LOCK)


def test_every_package_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for line in re.findall(r'^    "([\w-]+)[<>=].*$', text, re.M):
        assert re.search(rf'^    "{line}[<>=][^#]+# .{{10,}}', text, re.M), line


def read_workflow(name):
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # "on" is a word


def commands_of(workflow):
    return [
        step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step
    ]


def test_the_workflow_does_what_ci_run_does_and_looks_in_a_browser():
    workflow = read_workflow("tests.yml")
    assert commands_of(workflow) == [".ci/run", "python run.py browser"]
    assert set(workflow["on"]) == {"push", "pull_request"}
    matrix = workflow["jobs"]["locked"]["strategy"]["matrix"]
    versions = [*matrix["python"], *(each["python"] for each in matrix["include"])]
    assert all(version in SpecifierSet(PROJECT["requires-python"]) for version in versions)


def test_the_scheduled_workflow_takes_what_pyproject_takes_and_not_the_lock():
    workflow = read_workflow("unpinned.yml")
    assert workflow["on"]["schedule"][0]["cron"].count(" ") == 4
    jobs = workflow["jobs"]
    installed = commands_of({"jobs": {"pip": jobs["pip"]}})
    extras = CONDA["dependencies"][-1]["pip"][0].removeprefix("-e ")
    assert installed[0] == f'python -m pip install --editable "{extras}"'
    assert not any("lock" in command for command in installed)
    conda = next(step["with"] for step in jobs["conda"]["steps"] if "with" in step)
    assert conda["environment-file"] == "environment.yml"
    assert conda["activate-environment"] == CONDA["name"]


def test_the_codespace_has_the_python_of_conda_and_the_lock():
    text = (ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8")
    container = json.loads(text)
    python = next(line for line in CONDA["dependencies"] if str(line).startswith("python"))
    assert container["image"].startswith(f"python:{python.removeprefix('python=')}-")
    assert container["postCreateCommand"] == "python run.py setup"
    assert container["name"] == CONDA["name"] == PROJECT["name"]


def test_binder_finds_one_declaration_at_the_top():
    """repo2docker takes the first folder of these that is there, and leaves the others alone."""
    assert not (ROOT / "binder").exists() and not (ROOT / ".binder").exists()
    others = ("requirements.txt", "Pipfile", "Dockerfile", "apt.txt", "postBuild", "runtime.txt")
    assert not [name for name in others if (ROOT / name).exists()]


def test_every_extra_is_installed_in_every_way():
    named = CONDA["dependencies"][-1]["pip"][0]
    assert set(re.search(r"\[(.*)\]", named)[1].split(",")) == set(EXTRAS)
    told = (ROOT / "run.py").read_text(encoding="utf-8")
    assert set(re.findall(r"--extra (\w+)", told)) == set(EXTRAS)
