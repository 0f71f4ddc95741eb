"""Charts of certainty: naive and corrected shares side by side, and shares under each change."""

import pandas as pd

from helpers.charts.floor import readable
from helpers.charts.style import BLUE, GREY, VERMILION, Chart, new_axes, source

STANCE_LABELS = {"-1": "in a bad light", "0": "in neither light", "1": "in a good light"}
VERSIONS = (
    ("naive", "measure alone", GREY, "s", -0.24),
    ("gold", "gold records alone", VERMILION, "D", 0.0),
    ("corrected", "measure corrected by gold", BLUE, "o", 0.24),
)

GOLD_NOTE = "Gold was coded by runs of one language model, not by people."


def plot_corrected(
    table: pd.DataFrame,
    column: str,
    unit: str,
    name: str,
    title: str,
    note: str = GOLD_NOTE,
    origin: str = "",
) -> Chart:
    """Draw each share three times: by the measure, by gold, and corrected, with intervals.

    `table` is that of `corrected.compare_shares` for `column` and is what is plotted, the largest
    corrected share on top; `unit` is what is counted ("attributions"), `name` the figure's file
    name without ending; `note` tells in the caption who coded the gold, `origin` what the
    texts are (`style.source()` if not told).

    >>> from matplotlib.pyplot import close
    >>> from helpers.correction.corrected import compare_shares
    >>> said = pd.DataFrame({"article_id": list("abcd"), "mode": ["direct"] * 3 + ["mixed"]})
    >>> shares = compare_shares(said.head(3), said, "mode", list("abc"), list("abcd"))
    >>> chart = plot_corrected(shares, "mode", "attributions", "fig-x", "Quoted or not")
    >>> close(chart.figure)
    >>> "Direct: 75 % by the measure" in chart.alt
    True
    """
    data = table.sort_values("corrected", ascending=False, ignore_index=True)
    figure, axes = new_axes(title, height=0.5 * len(data) + 1.7)
    for version, label, colour, mark, shift in VERSIONS:
        rows = data.index + shift
        axes.hlines(rows, data[f"{version}_low"], data[f"{version}_high"], color=colour,
                    linewidth=1.5)  # fmt: skip
        axes.plot(data[version], rows, mark, color=colour, markersize=5, label=label,
                  clip_on=False)  # fmt: skip
    labels = [STANCE_LABELS.get(code, readable(code)) for code in data[column]]
    axes.set_yticks(data.index, labels)
    axes.set_ylim(len(data) - 0.4, -0.6)
    highest = max(data[f"{version[0]}_high"].max() for version in VERSIONS)
    axes.set_xlim(0, min(1.0, 1.05 * highest))
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel(f"share of {unit}")
    figure.legend(loc="outside lower center", frameon=False, ncols=3)
    told = "; ".join(
        f"{label.capitalize()}: {100 * row.naive:.0f} % by the measure, {100 * row.gold:.0f} % by "
        f"gold, {100 * row.corrected:.0f} % ({100 * row.corrected_low:.0f}-"
        f"{100 * row.corrected_high:.0f}) corrected"
        for label, row in list(zip(labels, data.itertuples(), strict=True))[:3]
    )
    return Chart(
        name=name,
        figure=figure,
        data=data,
        alt=f"Dot plot with intervals of {len(data)} shares of {unit}, three ways each. {told}.",
        caption=(
            f"n = {data['articles'].max()} articles, {data['coded'].max()} of them coded. Lines: "
            "95 % intervals, articles as clusters; those of the measure alone leave out its error. "
            f"{note} {origin or source()}"
        ),
    )


def plot_changes(table: pd.DataFrame) -> Chart:
    """Draw headline shares, a panel each, as they are and under each change.

    `table` has headline, change, kind ("estimate", or "range" of the shares with one value left
    out), value (missing for a range), low, high (shares), of (units counted) and is what is
    plotted; changes stand in the order of their first row, and the first is drawn down the panel
    as a line.

    >>> from matplotlib.pyplot import close
    >>> rows = [("floor", "as counted", "estimate", 0.5, 0.4, 0.6, 90),
    ...         ("floor", "without one outlet", "range", None, 0.48, 0.51, None)]
    >>> names = ["headline", "change", "kind", "value", "low", "high", "of"]
    >>> chart = plot_changes(pd.DataFrame(rows, columns=names))
    >>> close(chart.figure)
    >>> "floor: 50 % as counted, 48 to 51 % over all changes" in chart.alt
    True
    """
    headlines = list(dict.fromkeys(table["headline"]))
    changes = {change: place for place, change in enumerate(dict.fromkeys(table["change"]))}
    figure, grid = new_axes(
        "Headline shares under each change", height=0.38 * len(changes) + 1.9,
        columns=len(headlines), sharey=True, squeeze=False,
    )  # fmt: skip
    told, counted = [], []
    for headline, axes in zip(headlines, grid[0], strict=True):
        part = table[table["headline"] == headline]
        first = part.iloc[0]
        axes.axvline(first["value"], color=GREY, linewidth=0.9, linestyle="--")
        for kind, colour, width in (("range", VERMILION, 6), ("estimate", BLUE, 1.5)):
            rows = part[part["kind"] == kind]
            axes.hlines(rows["change"].map(changes), rows["low"], rows["high"], color=colour,
                        linewidth=width)  # fmt: skip
        points = part[part["kind"] == "estimate"]
        axes.plot(points["value"], points["change"].map(changes), "o", color=BLUE, markersize=5)
        axes.set_title(headline, fontsize=10, fontweight="normal")
        axes.set_xlim(left=0 if part["low"].min() < 0.1 else None)
        axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
        moved = pd.concat([points["value"][1:], *(part.loc[part["kind"] == "range", edge]
                                                  for edge in ("low", "high"))])  # fmt: skip
        words = headline.replace("\n", " ")
        counted.append(f"{first['of']:.0f} ({words})")
        told.append(
            f"{words}: {100 * first['value']:.0f} % {first['change']}, "
            f"{100 * moved.min():.0f} to {100 * moved.max():.0f} % over all changes"
        )
    grid[0][0].set_yticks(list(changes.values()), list(changes))
    grid[0][0].set_ylim(len(changes) - 0.5, -0.5)
    return Chart(
        name="fig-05-d-changes",
        figure=figure,
        data=table.reset_index(drop=True),
        alt=f"Dot plot in {len(headlines)} panels of shares under {len(changes) - 1} changes. "
        + "; ".join(told) + ".",
        caption=(
            f"n = {', '.join(counted)}, as counted. Each panel has its own scale. "
            "Blue: shares with 95 % intervals, articles as clusters. Orange bars: from the lowest "
            "to the highest share with one outlet (family, arrangement) left out, in turn; these "
            f"are ranges, not intervals. Dashed: as counted. {GOLD_NOTE} {source()}"
        ),
    )  # fmt: skip
