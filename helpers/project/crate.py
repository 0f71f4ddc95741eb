"""The collection described for archives: ro-crate-metadata.json (RO-Crate 1.1)."""

import json
from pathlib import Path

import nbformat
import yaml

from helpers import load
from helpers.files import write_text
from helpers.paths import DATA, NOTEBOOKS, ROOT
from helpers.project.datapackage import TABLES, path_of

NAME = "ro-crate-metadata.json"
FORM = "w3id.org/ro/crate/1.1"
LICENCES = {
    "MIT": ("https://spdx.org/licenses/MIT", "MIT License"),
    "CC-BY-4.0": (
        "https://creativecommons.org/licenses/by/4.0/",
        "Creative Commons Attribution 4.0 International",
    ),
}
FOLDERS = {
    "data/": "The corpus, lexicons, codings and weights",
    "data/derived/": "What the measures give on the corpus; written by a run",
    "figures/": "Each figure as SVG, PNG, plotted numbers and words",
    "helpers/": "The measures, as a Python package",
    "notebooks/": "The questions and answers",
}
CODE = {"helpers/", "notebooks/"}


def describe_crate() -> dict:
    """Return the collection as a crate: what it is, whose, under which licence, and its parts.

    Title, authors, version and keywords are those of CITATION.cff; the date is the last on which a
    page of the corpus was seen. Code has the one licence, all else the other.

    >>> describe_crate()["@graph"][1]["@id"]
    './'
    """
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    citation = yaml.load(text, Loader=yaml.BaseLoader)
    parts = [*map(describe_folder, FOLDERS), *map(describe_table, TABLES), *describe_notebooks()]
    authors = [
        {"@id": f"#author-{number}", "@type": "Organization", "name": author["name"]}
        for number, author in enumerate(citation["authors"], start=1)
    ]
    about = {
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": {"@id": f"https://{FORM}"},
        "about": {"@id": "./"},
    }
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": citation["title"],
        "description": citation["abstract"],
        "version": citation["version"],
        "datePublished": max(load.articles()["seen"]),
        "keywords": citation["keywords"],
        "author": [{"@id": author["@id"]} for author in authors],
        "license": [{"@id": address} for address, _ in LICENCES.values()],
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }
    licences = [
        {"@id": address, "@type": "CreativeWork", "name": name}
        for address, name in LICENCES.values()
    ]
    return {
        "@context": f"https://{FORM}/context",
        "@graph": [about, root, *authors, *licences, *parts],
    }


def describe_folder(folder: str) -> dict:
    """Return a folder of `FOLDERS` as a part of the crate.

    >>> describe_folder("helpers/")["license"]["@id"]
    'https://spdx.org/licenses/MIT'
    """
    licence = LICENCES["MIT" if folder in CODE else "CC-BY-4.0"][0]
    return {
        "@id": folder,
        "@type": "Dataset",
        "name": FOLDERS[folder],
        "license": {"@id": licence},
    }


def describe_table(name: str) -> dict:
    """Return an input table as a part of the crate.

    >>> describe_table("articles")["@id"]
    'data/articles.csv'
    """
    path = DATA / path_of(name)
    return {
        "@id": f"data/{path_of(name)}",
        "@type": "File",
        "name": f"Table {name}",
        "encodingFormat": "text/csv",
        "contentSize": str(path.stat().st_size),
        "license": {"@id": LICENCES["CC-BY-4.0"][0]},
    }


def describe_notebooks(folder: Path = NOTEBOOKS) -> list[dict]:
    """Return the lessons as parts of the crate, named by their question.

    >>> describe_notebooks()[0]["name"]
    'Who gets to speak when rich states move people to third countries?'
    """
    return [
        {
            "@id": f"notebooks/{path.name}",
            "@type": ["File", "SoftwareSourceCode"],
            "name": nbformat.read(path, as_version=4).cells[0].source.splitlines()[0][2:],
            "encodingFormat": "application/x-ipynb+json",
            "programmingLanguage": "Python",
            "license": {"@id": LICENCES["MIT"][0]},
        }
        for path in sorted(folder.glob("*.ipynb"))
    ]


def write_crate(folder: Path = ROOT) -> Path:
    """Write the description into `folder`, whole or not at all; return its path.

    >>> from tempfile import mkdtemp
    >>> write_crate(Path(mkdtemp())).name
    'ro-crate-metadata.json'
    """
    text = json.dumps(describe_crate(), indent=1, ensure_ascii=False)
    return write_text(folder / NAME, text + "\n")
