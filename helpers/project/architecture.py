"""The picture of the architecture, made from the imports: figures/architecture.svg."""

import ast
import io
from collections import Counter
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from helpers.charts.style import BLACK, BLUE, GREY, SETTINGS
from helpers.files import write_bytes
from helpers.paths import ROOT

NAME = "architecture.svg"
WORDS = "#555555"
# Where each part stands, from the texts on the left to what is told of them on the right. The
# arrows come from the imports; modules that stand nowhere here are listed as used everywhere.
STAGES = {
    "texts come in": ("reading",),
    "are made ready": ("preparing", "load"),
    "taken apart": ("words", "actors", "sources"),
    "measured": ("attribution", "tone", "measure"),
    "coded": ("corpus", "gold", "coding"),
    "corrected": ("voices", "correction"),
    "told": ("charts", "findings", "site"),
    "by a command": ("runs", "originals", "teaching", "project"),
}
PLACES = {
    name: (column, row + (4 - len(names)) / 2)  # in the middle of its column
    for column, names in enumerate(STAGES.values())
    for row, name in enumerate(names)
}


def count_imports(folder: Path = ROOT / "helpers") -> Counter[tuple[str, str]]:
    """Return how often each part of the package imports another: {(importer, imported): times}.

    A part is a package of `folder`, or one of the modules that lie beside the packages.

    >>> count_imports()["measure", "attribution"] > 0
    True
    """
    found: Counter[tuple[str, str]] = Counter()
    names = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    for path in sorted(folder.rglob("*.py")):
        importer = path.relative_to(folder).with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "helpers":
                part = node.module.split(".")[1:2]
                imported = part or [name.name for name in node.names if name.name in names]
                found.update((importer, each) for each in imported if each != importer)
    found.pop(("__init__", "measure"), None)  # `from helpers import measure` is the module's own
    return found


def list_basics(imports: Counter[tuple[str, str]]) -> list[str]:
    """Return the parts that stand in no stage, which the others use everywhere.

    >>> list_basics(Counter({("measure", "faults"): 1}))
    ['faults']
    """
    return sorted({name for pair in imports for name in pair} - set(PLACES))


def keep_needed(imports: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the (imported, importer) pairs that the picture shows, in order.

    Of those that go forward, in the order of `PLACES`, one that a way through other parts implies
    is left out; those that go back are all kept.

    >>> pairs = ("tone", "words"), ("measure", "tone"), ("measure", "words")
    >>> keep_needed(Counter(pairs))
    [('tone', 'measure'), ('words', 'tone')]
    """
    pairs = {pair[::-1] for pair in imports if set(pair) <= set(PLACES)}
    forward = {pair for pair in pairs if PLACES[pair[0]] < PLACES[pair[1]]}
    reached: dict[str, set[str]] = {}
    for name in sorted(PLACES, key=PLACES.get, reverse=True):
        following = {end for start, end in forward if start == name}
        beyond = set().union(*(reached[end] for end in following))
        reached[name] = following | beyond
        forward -= {(name, end) for end in following & beyond}
    return sorted(forward | {pair for pair in pairs if PLACES[pair[0]] > PLACES[pair[1]]})


def draw_architecture(imports: Counter[tuple[str, str]]) -> Figure:
    """Return the picture: parts in stages, an arrow from each part to those that import it.

    Data go with the arrows, which are those of `keep_needed`; dashed ones lead back.

    >>> draw_architecture(Counter({("measure", "tone"): 1})).get_size_inches().tolist()
    [11.0, 4.6]
    """
    with mpl.rc_context(SETTINGS):
        figure = Figure(figsize=(11.0, 4.6))
        axes = figure.add_axes((0.01, 0.01, 0.98, 0.98))
        axes.set(xlim=(-0.5, len(STAGES) - 0.5), ylim=(4.0, -0.85))
        axes.axis("off")
        for column, stage in enumerate(STAGES):
            axes.text(column, -0.65, stage, ha="center", color=WORDS, fontsize=10.5)
        box = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": BLUE}
        for name, place in PLACES.items():
            axes.text(*place, name, ha="center", va="center", bbox=box, fontsize=11, zorder=3)
        for start, end in keep_needed(imports):
            _draw_arrow(axes, PLACES[start], PLACES[end])
        basics = "used everywhere: " + ", ".join(list_basics(imports))
        axes.text(-0.4, 3.8, basics, color=WORDS, fontsize=10)
    return figure


def write_architecture(folder: Path) -> Path:
    """Write the picture of this package into `folder`, always with the same bytes.

    >>> from tempfile import mkdtemp
    >>> write_architecture(Path(mkdtemp())).name
    'architecture.svg'
    """
    buffer = io.BytesIO()
    with mpl.rc_context(SETTINGS):
        draw_architecture(count_imports()).savefig(buffer, format="svg", metadata={"Date": None})
    return write_bytes(folder / NAME, buffer.getvalue())


def _draw_arrow(axes: Axes, start: tuple[int, float], end: tuple[int, float]) -> None:
    forward, across = start < end, abs(end[0] - start[0])
    steep = across == 1 and abs(end[1] - start[1]) > 1
    shrink = {0: 14, 1: 20 if steep else 36}.get(across, 40)  # points from the middle of a box
    bend = (0.1 if across > 2 else 0) if forward else 0.25  # a long one goes round other boxes
    arrow = FancyArrowPatch(
        start, end, arrowstyle="-|>", mutation_scale=10, shrinkA=shrink, shrinkB=shrink,
        linestyle="-" if forward else (0, (4, 3)), color=BLACK if forward else GREY,
        linewidth=1.0, connectionstyle=f"arc3,rad={bend}", zorder=1,
    )  # fmt: skip
    axes.add_patch(arrow)
