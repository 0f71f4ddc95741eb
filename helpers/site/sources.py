"""The folder that Sphinx reads: the project as it is, and the pages made from its tables."""

import shutil
from pathlib import Path

import pandas as pd

from helpers import load
from helpers.files import write_text
from helpers.findings import findings
from helpers.paths import DERIVED, ROOT
from helpers.site.front import write_front_page
from helpers.site.gallery import write_gallery_page
from helpers.site.places import find_places, title_of
from helpers.site.records import list_records, write_table
from helpers.site.reference import list_packages, write_pages
from helpers.site.templates import render

# What pages show or link to; they keep their places, so that links among them hold.
TAKEN = ("notebooks", "data", "figures", "docs", "benchmarks", "*.md", "*.cff", "LICENSE*")
LEFT_OUT = shutil.ignore_patterns("_*", ".*", "*.py", "*.pyc", "README.md~")


def copy_sources(folder: Path, root: Path = ROOT) -> None:
    """Copy what pages show or link to from the project at `root` into `folder`.

    >>> from tempfile import mkdtemp
    >>> root, folder = Path(mkdtemp()), Path(mkdtemp())
    >>> _ = write_text(root / "docs" / "a.md", "# A"), write_text(root / "docs" / "conf.py", "")
    >>> copy_sources(folder, root)
    >>> sorted(path.name for path in folder.rglob("*"))
    ['a.md', 'docs']
    """
    for pattern in TAKEN:
        for path in sorted(root.glob(pattern)):
            if path.is_dir():
                shutil.copytree(path, folder / path.name, ignore=LEFT_OUT, dirs_exist_ok=True)
            else:
                shutil.copy(path, folder / path.name)


def write_sources(folder: Path) -> None:
    """Write all that Sphinx needs into `folder`: copies, and the pages made from tables.

    Raises:
        KeyError: a finding, a figure or an arrangement that a page tells of is not there.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> write_sources(folder)
    >>> (folder / "index.md").exists(), (folder / "records.html").exists()
    (True, True)
    """
    copy_sources(folder)
    places = find_places()
    records = list_records(
        load.articles(), pd.read_csv(DERIVED / "attributions.csv"), load.arrangements()
    )
    write_text(folder / "records.html", write_table(records))
    write_text(folder / "records.md", render("records.md.j2", count=len(records)))
    write_text(folder / "figures" / "README.md", write_gallery_page(places))
    for name, page in write_pages(list_packages()).items():
        write_text(folder / "reference" / f"{name}.rst", page)
    pages = list_pages(folder)
    write_text(folder / "index.md", write_front_page(findings(), places, pages))


def list_pages(folder: Path) -> dict[str, list[str]]:
    """Return the entries of the contents by caption: the pages of the site in `folder`.

    A page is called by its own title unless the entry has another before its name.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> _ = write_text(folder / "docs" / "a.md", "# A")
    >>> _ = write_text(folder / "benchmarks" / "tone" / "RESULTS.md", "# Results")
    >>> list_pages(folder)["Method and project"]
    ['Results: tone <benchmarks/tone/RESULTS>']
    """
    captions = {
        "Notebooks": ["notebooks/*.ipynb"],
        "Teaching": ["docs/teaching.md", "docs/glossary.md"],
        "Exercises": ["notebooks/exercises/*.ipynb"],
        "Solutions": ["notebooks/solutions/*.ipynb"],
        "Figures and records": ["figures/README.md", "records.md"],
        "Data": ["data/README.md", "data/CODEBOOK.md", "data/DATASHEET.md", "data/gold/README.md"],
        "Your own articles": ["docs/own-*.md", "docs/originals.md"],
        "Method and project": ["ARCHITECTURE.md", "reference/index.rst", "benchmarks/README.md",
                               "benchmarks/*/*.md", "CONTRIBUTING.md", "CHANGELOG.md",
                               "docs/licences.md"],
    }  # fmt: skip
    found = {
        caption: [
            _entry(path, folder) for pattern in patterns for path in sorted(folder.glob(pattern))
        ]
        for caption, patterns in captions.items()
    }
    return {caption: pages for caption, pages in found.items() if pages}


def _entry(path: Path, folder: Path) -> str:
    page = path.relative_to(folder).with_suffix("").as_posix()
    if path.suffix == ".ipynb":
        return f"{path.stem[:2]}. {title_of(path)} <{page}>"
    if path.stem == "RESULTS":  # all have the same title
        return f"Results: {path.parent.name} <{page}>"
    return page
