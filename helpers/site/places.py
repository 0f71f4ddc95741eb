"""Where in the notebooks' pages a reader finds what made a finding or a figure."""

from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from helpers.paths import NOTEBOOKS
from helpers.site.cells import anchor, find_figures, find_findings


@dataclass(frozen=True)
class Places:
    """Addresses from the site's front page, by a finding's key and by a figure's alt text.

    >>> Places({"light_bad": "notebooks/06.html#cell-3"}).findings["light_bad"]
    'notebooks/06.html#cell-3'
    """

    findings: dict[str, str]
    figures: dict[str, str] = field(default_factory=dict)


def find_places(folder: Path = NOTEBOOKS) -> Places:
    """Return the places of all findings and figures of the notebooks in `folder`.

    >>> find_places().findings["talks_floor_government"].split("#")[0]
    'notebooks/00-start-here.html'
    """
    findings: dict[str, str] = {}
    figures: dict[str, str] = {}
    for path in sorted(folder.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        page = f"notebooks/{path.stem}.html"
        for table, cells in (
            (findings, find_findings(notebook)),
            (figures, find_figures(notebook)),
        ):
            table |= {key: f"{page}#{anchor(cell)}" for key, cell in cells.items()}
    return Places(findings, figures)


def title_of(path: Path) -> str:
    """Return the title of the notebook at `path`: the heading it starts with.

    >>> title_of(NOTEBOOKS / "05-how-sure-are-we.ipynb")
    'How sure are we of the numbers?'
    """
    first = nbformat.read(path, as_version=4).cells[0].source
    return first.splitlines()[0].removeprefix("# ")
