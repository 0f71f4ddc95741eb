"""Charts of how far coders agree."""

import pandas as pd

from helpers.charts.style import BLUE, GREY, Chart, new_axes

# Krippendorff's own marks: above .80 rely on it, above .667 draw tentative conclusions.
TENTATIVE, RELIABLE = 0.667, 0.8
GOLD_SOURCE = "Source: data/gold/, CC BY 4.0."


def plot_agreement(alphas: pd.DataFrame) -> Chart:
    """Draw Krippendorff's alpha of each field with its interval, and the two customary marks.

    `alphas` has the columns of `alpha.ALPHA_COLUMNS`; plotted as given, first row on top.

    >>> from matplotlib.pyplot import close
    >>> row = {"field": "mode", "level": "nominal", "units": 10, "articles": 3, "agree": 0.9,
    ...        "alpha": 0.8, "low": 0.7, "high": 0.9}
    >>> chart = plot_agreement(pd.DataFrame([row]))
    >>> close(chart.figure)
    >>> "mode .80" in chart.alt
    True
    """
    figure, axes = new_axes("How far two coders agree who never saw each other's work", 3.4)
    places = range(len(alphas))[::-1]
    axes.hlines(places, alphas["low"], alphas["high"], color=BLUE, linewidth=1.8)
    axes.plot(alphas["alpha"], places, "o", color=BLUE)
    for mark in (TENTATIVE, RELIABLE):
        axes.axvline(mark, color=GREY, linewidth=0.9, linestyle="--")
    axes.set_yticks(places, alphas["field"])
    axes.set_xlim(0, 1.02)
    axes.set_ylim(-0.6, len(alphas) - 0.4)
    axes.set_xlabel("Krippendorff's alpha (0 chance, 1 perfect); dashed: .667 and .80")
    told = ", ".join(
        f"{row.field} {row.alpha:.2f}".replace(" 0.", " .") for row in alphas.itertuples()
    )
    units = "; ".join(f"{row.field} {row.units}" for row in alphas.itertuples())
    return Chart(
        name="fig-05-a-agreement",
        figure=figure,
        data=alphas,
        alt=(
            f"Dot plot with intervals of Krippendorff's alpha for {len(alphas)} fields, scale 0 to "
            f"1. The lowest is {alphas.loc[alphas['alpha'].idxmin(), 'field']}: {told}."
        ),
        caption=(
            f"n of units: {units}; {alphas['articles'].max()} articles. Lines: 95 % intervals, "
            f"articles resampled. Coders are runs of one language model, not people. {GOLD_SOURCE}"
        ),
    )
