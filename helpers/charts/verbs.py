"""Charts of how sources' words are brought in: the stance of the verb, quotation, paraphrase."""

import pandas as pd

from helpers.charts.floor import MEASURED, readable
from helpers.charts.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    VERMILION,
    Chart,
    new_axes,
    of_own,
    source,
)
from helpers.codes import CUE_STANCES, MODES

MODE_COLOURS = dict(zip(MODES, (BLUE, GREEN, GREY, BLACK), strict=True))
MODE_HATCHES = dict(zip(MODES, ("", "//", "", "xx"), strict=True))
OVERSTATED = (
    "Our abstracts keep at most three short quotations each, so paraphrase is overstated against "
    "the articles themselves. "
)
SHIFTS = (-0.27, -0.09, 0.09, 0.27)
STANCE_STYLES = dict(
    zip(CUE_STANCES, ((GREY, "o"), (BLUE, "s"), (VERMILION, "^"), (GREEN, "D")), strict=True)
)


def plot_verbs(shares: pd.DataFrame) -> Chart:
    """Draw the stance of the reporting verb by source type: said, insisted, claimed, vowed.

    `shares` has source_type, stance (all of codes.CUE_STANCES), value (a share), low, high, n, of
    (see `tables.cross_shares`), and is what is plotted.

    >>> from matplotlib.pyplot import close
    >>> from helpers.tables import cross_shares
    >>> said = pd.DataFrame({"article_id": ["a"], "source_type": ["media"], "stance": ["neutral"]})
    >>> chart = plot_verbs(cross_shares(said, "source_type", "stance", list(CUE_STANCES)))
    >>> close(chart.figure)
    >>> "Neutral verbs introduce 100 to 100 %" in chart.alt
    True
    """
    types = list(dict.fromkeys(shares["source_type"]))
    rows = {name: place for place, name in enumerate(types)}
    figure, axes = new_axes("How sources' words are introduced", height=0.62 * len(types) + 1.9)
    for shift, (stance, (colour, mark)) in zip(SHIFTS, STANCE_STYLES.items(), strict=True):
        part = shares[shares["stance"] == stance]
        places = part["source_type"].map(rows).astype(float) + shift
        axes.hlines(places, part["low"], part["high"], color=colour, linewidth=1)
        axes.plot(part["value"], places, mark, color=colour, label=stance, clip_on=False)
    sizes = shares.groupby("source_type")["of"].first()
    axes.set_yticks(list(rows.values()), [f"{readable(name)} ({sizes[name]})" for name in types])
    axes.set_ylim(len(types) - 0.4, -0.6)
    axes.set_xlim(-0.02, 1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel("share of the source type's attributions")
    figure.legend(loc="outside lower center", frameon=False, ncols=4)
    doubted = shares[shares["stance"] == "doubting"]["value"]
    neutral = shares[shares["stance"] == "neutral"]["value"]
    return Chart(
        name="fig-04-d-verbs",
        figure=figure,
        data=shares,
        alt=(
            f"Dot plot with intervals of {len(types)} source types by the stance of the reporting "
            "verb: neutral, assertive, doubting or commissive. Neutral verbs introduce "
            f"{100 * neutral.min():.0f} to {100 * neutral.max():.0f} % of a type's attributions, "
            "doubting ones such as claimed or denied "
            f"{100 * doubted.min():.0f} to {100 * doubted.max():.0f} %."
        ),
        caption=(
            f"n = {sizes.sum()} attributions, in brackets by source type; types with fewer than 10 "
            "are left out; lines: 95 % intervals, articles resampled. Verbs (data/cues.csv): "
            "assertive such as insisted, doubting such as claimed, commissive such as vowed. "
            f"{MEASURED} {source()}"
        ),
    )


def plot_modes(shares: pd.DataFrame) -> Chart:
    """Draw quotation against paraphrase by source type, as stacked shares.

    `shares` has source_type, mode (all of codes.MODES), value (a share), of (see
    `tables.cross_shares`), and is what is plotted.

    Raises:
        KeyError: a mode is missing from the table.

    >>> from matplotlib.pyplot import close
    >>> from helpers.tables import cross_shares
    >>> said = pd.DataFrame({"article_id": ["a"], "source_type": ["media"], "mode": ["direct"]})
    >>> chart = plot_modes(cross_shares(said, "source_type", "mode", list(MODES)))
    >>> close(chart.figure)
    >>> "stand in 100 to 100 %" in chart.alt
    True
    """
    types = list(dict.fromkeys(shares["source_type"]))
    grid = shares.pivot(index="source_type", columns="mode", values="value").loc[types, list(MODES)]
    figure, axes = new_axes("Quoted or paraphrased", height=0.42 * len(types) + 1.9)
    left = pd.Series(0.0, index=types)
    for mode in MODES:
        axes.barh(range(len(types)), grid[mode], left=left, color=MODE_COLOURS[mode],
                  hatch=MODE_HATCHES[mode], edgecolor="white", label=readable(mode))  # fmt: skip
        left += grid[mode]
    sizes = shares.groupby("source_type")["of"].first()
    axes.set_yticks(range(len(types)), [f"{readable(name)} ({sizes[name]})" for name in types])
    axes.set_ylim(len(types) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel("share of the source type's attributions")
    figure.legend(loc="outside lower center", frameon=False, ncols=4)
    quoted = grid["direct"] + grid["mixed"]
    return Chart(
        name="fig-04-e-modes",
        figure=figure,
        data=shares,
        alt=(
            f"Stacked bars for {len(types)} source types: direct, mixed, indirect, no comment. "
            f"Words in quotation marks (direct or mixed) stand in {100 * quoted.min():.0f} to "
            f"{100 * quoted.max():.0f} % of a type's attributions."
        ),
        caption=(
            f"n = {sizes.sum()} attributions, in brackets by source type; types with fewer than 10 "
            f"are left out; intervals are in the figure's CSV. {of_own(OVERSTATED)}"
            f"{MEASURED} {source()}"
        ),
    )
