"""How Sphinx makes the site; `python run.py site` runs it on a folder of copies (helpers/site)."""

import re
import tomllib

from docutils import nodes

from helpers.paths import ROOT
from helpers.site.cells import anchor

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

project = "Who gets to speak?"
author = "The third-country coverage project"
copyright = "code MIT; abstracts, tables and figures CC BY 4.0"
version = release = VERSION

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["README.md"]  # the front page takes its place

# Committed outputs are shown, nothing is run; no script is asked of another host.
nb_execution_mode = "off"
nb_ipywidgets_js = {}
html_math_renderer = None
myst_enable_extensions = []
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_typehints = "signature"
python_use_unqualified_type_names = True
add_module_names = False

html_theme = "sphinx_book_theme"
html_title = project
html_context = {"default_mode": "auto"}
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_use_index = html_domain_indices = False  # the contents and the search find it all
html_show_search_summary = False  # a page opened from a folder may not read another one
html_sourcelink_suffix = ""
html_theme_options = {
    "navbar_start": [],
    "navbar_center": [],
    "navbar_end": [],
    "navbar_persistent": [],
    "home_page_in_toc": True,
    "max_navbar_depth": 1,
    "show_toc_level": 3,  # else entries come and go as one scrolls, and no key reaches them
    "search_bar_text": "Search",
    "use_fullscreen_button": False,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}

PIECE = re.compile(r"(^ *>>>.*(?:\n *\S.*)*|`+[^`]+`+)", re.MULTILINE)  # an example, or code


def name_cells(app, doctree: nodes.document) -> None:
    """Give each cell of a notebook's page an anchor, by its number."""
    for cell in doctree.findall(nodes.container):
        if cell.get("nb_element") == "cell_code":
            cell["ids"].append(anchor(cell["cell_index"]))


def caption_pictures(app, doctree: nodes.document) -> None:
    """Make a figure of each picture of Markdown's that has a title: the title is its caption."""
    for image in list(doctree.findall(nodes.image)):
        if image.get("title") and isinstance(image.parent, nodes.paragraph):
            caption = nodes.caption("", image["title"])
            name = nodes.make_id(image["title"])
            figure = nodes.figure("", image.deepcopy(), caption, ids=[name])
            image.parent.replace_self(figure)


def plain_docstring(app, what, name, obj, options, lines: list[str]) -> None:
    """Read docstrings as they are meant: single backticks hold code, and other signs are signs."""
    pieces = PIECE.split("\n".join(lines))
    for number, piece in enumerate(pieces):
        if piece.startswith("`"):
            after = "\\ " if pieces[number + 1][:1].isalnum() else ""  # `unit`s
            pieces[number] = f"``{' '.join(piece.strip('`').split())}``{after}"
        elif not piece.lstrip().startswith(">>>"):
            pieces[number] = re.sub(r"([*|_])", r"\\\1", piece)
    lines[:] = "".join(pieces).split("\n")


def setup(app) -> dict:
    """Tell Sphinx of these."""
    app.connect("doctree-read", name_cells)
    app.connect("doctree-read", caption_pictures)
    app.connect("autodoc-process-docstring", plain_docstring)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
