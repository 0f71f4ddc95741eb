"""The layout: modules are short and import each other one way."""

import ast
from graphlib import TopologicalSorter

from helpers.paths import ROOT

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path
    for path in sorted((ROOT / "helpers").rglob("*.py"))
    if path.name != "__init__.py"
}


def imports_of(path):
    """Return the helpers' modules that a file imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found & set(MODULES)


def test_modules_import_each_other_without_cycles():
    graph = {name: imports_of(path) for name, path in MODULES.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)  # a cycle raises
    assert "helpers.words.tokens" in graph["helpers.attribution.attributions"]


def test_modules_are_at_most_two_hundred_lines():
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()
    }
    assert {name: length for name, length in lengths.items() if length > 200} == {}
