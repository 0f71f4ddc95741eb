"""A chart of shares before and after something was changed."""

import pandas as pd

from helpers.charts.floor import readable
from helpers.charts.style import BLUE, GREY, Chart, new_axes


def plot_change(
    table: pd.DataFrame, column: str, unit: str, name: str, title: str, note: str
) -> Chart:
    """Draw each share as it was before and as it is after, a line between the two.

    `table` has `column`, before and after (shares, 0 to 1) and is what is plotted, the largest
    after on top; `unit` is what is counted ("attributions"), `name` the figure's file name without
    ending, `note` the caption: what was changed, n, and the source.

    >>> from matplotlib.pyplot import close
    >>> table = pd.DataFrame({"mode": ["direct", "mixed"], "before": 0.5, "after": [0.7, 0.3]})
    >>> chart = plot_change(table, "mode", "attributions", "fig-x", "Quoted or not", "n = 10.")
    >>> close(chart.figure)
    >>> "Direct: 50 % before, 70 % after" in chart.alt
    True
    """
    data = table.sort_values(["after", column], ascending=[False, True], ignore_index=True)
    figure, axes = new_axes(title, height=0.36 * len(data) + 1.8)
    axes.hlines(data.index, data["before"], data["after"], color=GREY, linewidth=2)
    for version, colour, mark in (("before", GREY, "s"), ("after", BLUE, "o")):
        axes.plot(data[version], data.index, mark, color=colour, markersize=6, label=version,
                  clip_on=False)  # fmt: skip
    labels = [readable(value) for value in data[column]]
    axes.set_yticks(data.index, labels)
    axes.set_ylim(len(data) - 0.4, -0.6)
    axes.set_xlim(0, data[["before", "after"]].max().max() * 1.1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel(f"share of {unit}")
    figure.legend(loc="outside lower center", frameon=False, ncols=2)
    moves = (data["after"] - data["before"]).abs().sort_values(ascending=False, kind="stable")
    told = "; ".join(
        f"{labels[place].capitalize()}: {100 * data['before'][place]:.0f} % before, "
        f"{100 * data['after'][place]:.0f} % after"
        for place in moves.index[:3]
    )
    return Chart(
        name=name,
        figure=figure,
        data=data,
        alt=(
            f"Dot plot of {len(data)} shares of {unit}, each before and after a change, joined by "
            f"a line. Those that move most: {told}."
        ),
        caption=note,
    )
