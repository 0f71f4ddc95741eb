"""The figures as pages show them: words, caption, files, and the cell that drew them."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from helpers.paths import FIGURES, NOTEBOOKS
from helpers.site.places import Places, title_of
from helpers.site.templates import render


@dataclass(frozen=True)
class Figure:
    """A figure: file name without ending, what it is called, its words, caption, and its cell.

    >>> Figure("fig-01-a-timeline", "Timeline", "Dots.", "n = 2.", "notebooks/01.html#cell-2").title
    'Timeline'
    """

    name: str
    title: str
    alt: str
    caption: str
    place: str


def read_figure(name: str, places: Places, folder: Path = FIGURES) -> Figure:
    """Return the figure `name` of `folder`: alt text and caption stand in its .txt.

    Raises:
        KeyError: no notebook shows a figure with this alt text.
        FileNotFoundError: there is no such figure.

    >>> from helpers.site.places import find_places
    >>> read_figure("fig-01-a-timeline", find_places()).title
    'Timeline'
    """
    alt, caption = (folder / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n", 1)
    title = name.split("-", 3)[3].replace("-", " ").capitalize()
    return Figure(name, title, alt, caption, places.figures[alt])


def write_gallery_page(places: Places, folder: Path = FIGURES) -> str:
    """Return the gallery as Markdown: every figure of `folder`, under the notebook that drew it.

    Raises:
        KeyError: see `read_figure`.

    >>> from helpers.site.places import find_places
    >>> write_gallery_page(find_places()).splitlines()[0]
    '# Figures'
    """
    figures = [read_figure(path.stem, places, folder) for path in sorted(folder.glob("*.txt"))]
    groups = [
        (title_of(NOTEBOOKS / f"{Path(page).stem}.ipynb"), list(group))
        for page, group in groupby(figures, key=lambda figure: figure.place.split("#")[0])
    ]
    return render("figures.md.j2", groups=groups)
