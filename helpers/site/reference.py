"""The reference of the helpers: one page a package, made from the docstrings."""

import ast
from pathlib import Path

from helpers.paths import ROOT
from helpers.site.templates import render


def list_packages(folder: Path = ROOT / "helpers") -> dict[str, list[Path]]:
    """Return the modules of each package in `folder`, by its dotted name; commands are left out.

    >>> [path.stem for path in list_packages()["helpers.words"]][:2]
    ['gaps', 'joint_subjects']
    """
    packages: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.py")):
        if not path.stem.startswith("__"):
            name = ".".join(path.parent.relative_to(folder.parent).parts)
            packages.setdefault(name, []).append(path)
    return dict(sorted(packages.items()))


def summarise(path: Path) -> str:
    """Return the first sentence of a module's docstring.

    >>> summarise(ROOT / "helpers" / "words" / "gaps.py").endswith(".")
    True
    """
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.split("\n\n")[0].replace("\n", " ")


def list_public(path: Path) -> list[str]:
    """Return the names of the public functions and classes that a module defines.

    Naming them spares Sphinx a look at all that the module imports.

    >>> list_public(ROOT / "helpers" / "words" / "gaps.py")
    ['Gaps']
    """
    body = ast.parse(path.read_text(encoding="utf-8")).body
    defined = [node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return [name for name in defined if not name.startswith("_")]


def write_pages(packages: dict[str, list[Path]]) -> dict[str, str]:
    """Return the pages of `list_packages`'s packages as reStructuredText, by name, and an index.

    >>> sorted(write_pages({"helpers.words": []}))
    ['helpers.words', 'index']
    """
    told = [
        {
            "name": name,
            "about": summarise(ROOT.joinpath(*name.split("."), "__init__.py")),
            "modules": [
                {"name": f"{name}.{path.stem}", "public": list_public(path)} for path in paths
            ],
        }
        for name, paths in packages.items()
    ]
    pages = {package["name"]: render("package.rst.j2", **package) for package in told}
    return pages | {"index": render("reference.rst.j2", packages=told)}
