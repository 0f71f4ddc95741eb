"""Every public function, class and method of the helpers says what it does, with an example."""

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

import helpers

# They start kernels: the business of test_figures.py, not of an example.
WITHOUT_EXAMPLE = {
    "helpers.project.other_corpus.run_on",
    "helpers.project.reproduce.main",
    "helpers.project.reproduce.run_all",
    "helpers.project.reproduce.run_notebook",
}
MODULES = [
    helpers.__name__,
    *(found.name for found in pkgutil.walk_packages(helpers.__path__, "helpers.")),
]


def walk_members(owner, module):
    """Yield (dotted name, object) of what is defined in `module`, methods of its classes too."""
    for name, member in vars(owner).items():
        if name.startswith("_"):
            continue
        inner = member.fget if isinstance(member, property) else inspect.unwrap(member)
        if not (inspect.isfunction(inner) or inspect.isclass(inner)):
            continue
        if inner.__module__ == module:
            yield f"{module}.{inner.__qualname__}", inner
            if inspect.isclass(inner):
                yield from walk_members(inner, module)


def read_docstring(member):
    """Return the docstring as written, or "": a dataclass without one is given its signature."""
    written = member.__doc__ or ""
    signature = dataclasses.is_dataclass(member) and written.startswith(f"{member.__name__}(")
    return "" if signature else written


MEMBERS = {
    name: member
    for module in MODULES
    for name, member in walk_members(importlib.import_module(module), module)
}


def test_the_walk_finds_functions_classes_and_methods_wherever_they_are():
    expected = {
        "helpers.measure.measure", "helpers.countries.country_name",
        "helpers.words.tokens.Sentence", "helpers.words.tokens.Sentence.span", 
        "helpers.actors.Registry.add",        "helpers.faults.DataFault",
        "helpers.charts.floor.plot_floor",
    }  # fmt: skip
    assert expected <= set(MEMBERS) and len(MEMBERS) > 120
    assert set(MEMBERS) >= WITHOUT_EXAMPLE


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_it_says_what_it_does(name):
    assert read_docstring(MEMBERS[name]).strip()


@pytest.mark.parametrize("name", sorted(set(MEMBERS) - WITHOUT_EXAMPLE))
def test_it_has_an_example_that_runs(name):
    assert ">>> " in read_docstring(MEMBERS[name])
