"""What a chart shows, in words under its title: taken from its alt text, so from the data."""

import textwrap

from matplotlib.figure import Figure

TITLE = {"x": 0.01, "ha": "left", "fontsize": 13, "fontweight": "bold"}
SIZE, LETTERS = 10.5, 104  # points; letters that fit into a line of the charts' width
LINE = 0.215  # inches that a line takes, that of the title's letters


def find_reading(alt: str) -> str:
    """Return what a chart shows: its alt text without the first sentence, which tells the form.

    >>> find_reading("Dot plot of 3 shares. the first is .5; the others are less.")
    'The first is .5; the others are less.'
    """
    reading = alt.partition(". ")[2]
    return reading[:1].upper() + reading[1:]


def write_reading(figure: Figure, alt: str) -> None:
    """Write the reading of `alt` under the figure's title, once; the figure grows by its lines.

    A figure without a title is left as it is.

    >>> figure = Figure(figsize=(8, 4))
    >>> _ = figure.suptitle("Who has the floor", **TITLE)
    >>> for _ in range(2):
    ...     write_reading(figure, "One dot. It is high.")
    >>> [text.get_text() for text in figure.texts], bool(figure.get_figheight() > 4)
    (['Who has the floor\\n', 'It is high.'], True)
    """
    title = figure.get_suptitle()
    lines = textwrap.wrap(find_reading(alt).replace(" %", "\u00a0%"), LETTERS)
    if not title or not lines or title.endswith("\n"):
        return
    figure.set_figheight(figure.get_figheight() + LINE * len(lines))
    figure.suptitle(title + "\n" * len(lines), **TITLE)  # room for the lines
    below = 1 - 0.3 / figure.get_figheight()
    figure.text(0.01, below, "\n".join(lines), size=SIZE, linespacing=1.25, va="top")
