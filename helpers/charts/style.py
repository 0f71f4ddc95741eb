"""One hand for every chart: colours, sizes, and how a chart is shown and kept."""

import base64
import html
import io
from dataclasses import dataclass

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML
from matplotlib.figure import Figure
from PIL import Image

from helpers.charts.reading import TITLE, write_reading
from helpers.files import write_bytes, write_csv, write_text
from helpers.paths import other_corpus, output_folder

# Okabe and Ito's colours, told apart under colour blindness; a second cue always goes with them.
BLACK, BLUE, VERMILION, GREEN, GREY = "#000000", "#0072B2", "#D55E00", "#009E73", "#8C8C8C"
ORDERED = "cividis"
WIDTH, HEIGHT = 8.0, 4.5
SOURCE = "Source: abstracts of published articles, data/articles.csv, CC BY 4.0."

SETTINGS = {
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "x",
    "grid.color": "#E5E5E5",
    "grid.linewidth": 0.7,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "legend.fontsize": 10,
    "figure.dpi": 100,
    "savefig.dpi": 150,
    "svg.hashsalt": "third-country-coverage",
    "svg.fonttype": "path",
    "path.simplify": False,
}


@dataclass(frozen=True)
class Chart:
    """A drawing with what belongs to it.

    `name` is the file name without ending, `data` the plotted numbers, `alt` says form and axes
    and the main pattern with numbers, `caption` says n, unit, interval and source.

    >>> Chart("fig-x", Figure(), pd.DataFrame({"n": [1]}), "One dot.", "n = 1.").alt
    'One dot.'
    """

    name: str
    figure: Figure
    data: pd.DataFrame
    alt: str
    caption: str


def of_own(text: str, elsewhere: str = "") -> str:
    """Return `text`, which is true of this collection's own corpus; `elsewhere` on another one.

    >>> of_own("Our abstracts are short.")
    'Our abstracts are short.'
    """
    return elsewhere if other_corpus() else text


def source() -> str:
    """Return the line that ends a caption: where what is drawn comes from.

    >>> source() == SOURCE
    True
    """
    corpus = other_corpus()
    return f"Source: the corpus {corpus.stem}, measured by program." if corpus else SOURCE


def set_style() -> None:
    """Use the project's chart settings for all that is drawn from here on, without a window.

    >>> set_style()
    >>> mpl.rcParams["svg.hashsalt"]
    'third-country-coverage'
    """
    mpl.rcParams.update(mpl.rcParamsDefault)
    mpl.use("agg")
    mpl.rcParams.update(SETTINGS)


def new_axes(title: str, height: float = HEIGHT, columns: int = 1, **settings):
    """Return a new figure with its axes (one, or an array of `columns`), titled at the left.

    `height` is in inches; `settings` go to `matplotlib.pyplot.subplots`.

    >>> figure, axes = new_axes("Two panels", columns=2)
    >>> plt.close(figure)
    >>> axes.shape, figure.get_suptitle()
    ((2,), 'Two panels')
    """
    figure, axes = plt.subplots(
        1, columns, figsize=(WIDTH, height), layout="constrained", **settings
    )
    figure.suptitle(title, **TITLE)
    return figure, axes


def height_for(rows: int, each: float, most: float, rest: float = 1.8) -> float:
    """Return the height in inches of a chart of `rows`, `each` so high, at most `most`.

    `rest` is what title, axis and legend take; few rows are not drawn wide apart.

    >>> height_for(2, each=0.5, most=5), height_for(40, each=0.5, most=5)
    (2.8, 5)
    """
    return min(most, each * rows + rest)


def draw(chart: Chart, kind: str) -> bytes:
    """Return the chart's picture as "svg" or "png", the same bytes each time.

    Under its title stands what it shows (see `reading.write_reading`).

    >>> draw(Chart("fig-x", Figure(), pd.DataFrame(), "", ""), "svg")[:5]
    b'<?xml'
    """
    write_reading(chart.figure, chart.alt)
    metadata = {"Date": None} if kind == "svg" else {"Software": None}
    buffer = io.BytesIO()
    chart.figure.savefig(buffer, format=kind, metadata=metadata)
    if kind == "png":  # 256 colours are enough for a chart and keep notebooks small
        picture = Image.open(buffer).convert("RGB").quantize(256)
        buffer = io.BytesIO()
        picture.save(buffer, format="png", optimize=True)
    return buffer.getvalue()


def keep(chart: Chart, folder) -> None:
    """Write a chart into `folder`: .svg, .png, .csv (plotted numbers), .txt (alt text, caption).

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> keep(Chart("fig-x", Figure(), pd.DataFrame({"n": [1]}), "One dot.", "n = 1."), folder)
    >>> sorted(path.name for path in folder.iterdir())
    ['fig-x.csv', 'fig-x.png', 'fig-x.svg', 'fig-x.txt']
    """
    for kind in ("svg", "png"):
        write_bytes(folder / f"{chart.name}.{kind}", draw(chart, kind))
    write_csv(folder / f"{chart.name}.csv", chart.data)
    write_text(folder / f"{chart.name}.txt", f"{chart.alt}\n\n{chart.caption}\n")


def show(chart: Chart) -> HTML:
    """Return the chart for a notebook, with alt text and caption; keep it where a run says so.

    The figure is closed.

    >>> page = show(Chart("fig-x", Figure(), pd.DataFrame(), "One dot.", "n < 2.")).data
    >>> 'alt="One dot."' in page, "n &lt; 2." in page
    (True, True)
    """
    folder = output_folder()
    if folder is not None:
        keep(chart, folder / "figures")
    picture = base64.b64encode(draw(chart, "png")).decode()
    plt.close(chart.figure)
    alt, caption = html.escape(chart.alt), html.escape(chart.caption)
    return HTML(
        f'<figure><img alt="{alt}" style="max-width:100%" src="data:image/png;base64,{picture}">'
        f"<figcaption>{caption}<br><em>In words:</em> {alt}</figcaption></figure>"
    )
