"""Charts of who says what of whom: shares as measured and as corrected, side by side."""

import math

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from helpers.charts.floor import readable
from helpers.charts.style import BLACK, BLUE, GREEN, GREY, VERMILION, Chart, new_axes, source

STANCES = {"-1": ("in a bad light", VERMILION, "s"), "1": ("in a good light", BLUE, "o")}
WORDS = {"corrected": "Corrected", "naive": "As measured, not corrected for want of gold"}
NAMED = {
    "relocated_people": ("people moved", GREEN, "o"),
    "government, sending": ("sending government", VERMILION, "s"),
    "government, receiving": ("receiving government", BLUE, "D"),
}
TWICE = (
    "Grey and hollow: as measured; filled: corrected by the testing records' gold "
    "(prediction-powered inference); no filled mark: too little gold. Lines: 95 % "
    "intervals, the article being the unit."
)


def draw_twice(axes, rows: pd.Series, part: pd.DataFrame, colour: str, mark: str) -> None:
    """Draw measured (hollow) and corrected (filled) shares with intervals on `axes`.

    `rows` are the heights at which the rows of `part` (columns of `twice.correct_groups`) stand.

    >>> from matplotlib.pyplot import close
    >>> names = ["naive", "naive_low", "naive_high", "corrected", "corrected_low", "corrected_high"]
    >>> figure, axes = new_axes("x")
    >>> part = pd.DataFrame([[0.2, 0.1, 0.3, 0.25, 0.1, 0.4]], columns=names)
    >>> draw_twice(axes, pd.Series([0]), part, BLUE, "o")
    >>> close(figure)
    >>> len(axes.lines)
    2
    """
    axes.hlines(rows - 0.17, part["naive_low"], part["naive_high"], color=GREY, linewidth=1.2)
    axes.plot(part["naive"], rows - 0.17, mark, color=GREY, markerfacecolor="white", markersize=5,
              clip_on=False)  # fmt: skip
    axes.hlines(rows + 0.17, part["corrected_low"], part["corrected_high"], color=colour,
                linewidth=2)  # fmt: skip
    axes.plot(part["corrected"], rows + 0.17, mark, color=colour, markersize=6, clip_on=False)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.xaxis.set_major_locator(MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10]))


def add_key(figure) -> None:
    """Add the key of hollow and filled marks below the panels of `figure`.

    >>> from matplotlib.pyplot import close
    >>> figure, axes = new_axes("x")
    >>> add_key(figure)
    >>> close(figure)
    >>> [text.get_text() for text in figure.legends[0].get_texts()]
    ['as measured', 'corrected by gold']
    """
    marks = [
        Line2D([], [], color=GREY, marker="o", markerfacecolor="white", label="as measured"),
        Line2D([], [], color=BLACK, marker="o", linewidth=2, label="corrected by gold"),
    ]
    figure.legend(handles=marks, loc="outside lower center", frameon=False, ncols=2)


def plot_stance(table: pd.DataFrame, name: str, title: str, unit: str) -> Chart:
    """Draw the shares of `unit` that show the arrangement in a bad and in a good light.

    `table` has section, group, stance and the columns of `twice.correct_groups`, and is what is
    plotted (stances -1 and 1), top down; sections are set apart, their names above their rows
    where there are several. `name` is the figure's file name without ending.

    >>> from matplotlib.pyplot import close
    >>> row = {"section": "all", "group": "all", "n": 2, "of": 10, "articles": 5, "coded": 3}
    >>> row |= {"naive": 0.2, "naive_low": 0.1, "naive_high": 0.3, "corrected": 0.3,
    ...         "corrected_low": 0.1, "corrected_high": 0.5, "enough": True}
    >>> table = pd.DataFrame([row | {"stance": "-1"}, row | {"stance": "1"}])
    >>> chart = plot_stance(table, "fig-x", "All", "sentences")
    >>> close(chart.figure)
    >>> "all has the most in a bad light, 30 % (10-50)" in chart.alt
    True
    """
    data = table[table["stance"].isin(list(STANCES))].reset_index(drop=True)
    several = len(set(data["section"])) > 1
    counted = data[data["section"].eq(data["section"].iloc[0])].drop_duplicates("group")["of"].sum()
    places, ticks, heads, place = {}, [], [], -1.0
    for section, part in data.groupby("section", sort=False):
        place += 1.15 if several else 0.0
        heads.append((section, place))
        for group in dict.fromkeys(part["group"]):
            place += 1.0
            places[section, group] = place
            row = part[part["group"].eq(group)].iloc[0]
            ticks.append(f"{readable(group)} ({row['of']}; {row['coded']})")
    figure, panels = new_axes(title, height=0.34 * (place + 1) + 2.1, columns=2, sharey=True)
    end = _round_up(data)
    add_key(figure)
    for axes, (stance, (words, colour, mark)) in zip(panels, STANCES.items(), strict=True):
        part = data[data["stance"].eq(stance)]
        rows = pd.Series([places[key] for key in zip(part["section"], part["group"], strict=True)],
                         index=part.index)  # fmt: skip
        draw_twice(axes, rows, part, colour, mark)
        axes.set_xlim(0, end)
        axes.set_title(words, fontsize=11, fontweight="normal")
        axes.set_xlabel(f"share of {unit}")
    panels[0].set_yticks(list(places.values()), ticks)
    panels[0].set_ylim(place + 0.6, -0.6)
    for section, height in heads if several else []:
        panels[0].annotate(section, (0, height), xycoords=("axes fraction", "data"), xytext=(-6, 0),
                           textcoords="offset points", ha="right", va="center", fontsize=9,
                           fontweight="bold", color=BLACK)  # fmt: skip
    against = data[data["stance"].eq("-1")]
    version = _best(against)
    against = against.dropna(subset=[version]).sort_values(version)
    most, least = against.iloc[-1], against.iloc[0]
    return Chart(
        name=name,
        figure=figure,
        data=data,
        alt=(
            f"Two dot plots with intervals, {len(places)} rows: share of {unit} in a bad light and "
            f"in a good light, as measured and as corrected. {WORDS[version]}, "
            f"{readable(most['group'])} has the most in a bad light, {_percent(most, version)}, "
            f"and {readable(least['group'])} the least, {_percent(least, version)}."
        ),
        caption=(
            f"n = {counted} {unit}. In brackets: {unit} as measured; coded articles that have any. "
            f"{TWICE} {source()}"
        ),
    )


def plot_named(table: pd.DataFrame) -> Chart:
    """Draw how often the words credited to each type of source name each group of NAMED.

    `table` has source_type, group (the named ones) and the columns of `twice.correct_groups`, and
    is what is plotted, top down.

    >>> from matplotlib.pyplot import close
    >>> row = {"source_type": "media", "n": 2, "of": 10, "articles": 5, "coded": 3, "naive": 0.2,
    ...        "naive_low": 0.1, "naive_high": 0.3, "corrected": 0.3, "corrected_low": 0.1,
    ...        "corrected_high": 0.5, "enough": True}
    >>> chart = plot_named(pd.DataFrame([row | {"group": group} for group in NAMED]))
    >>> close(chart.figure)
    >>> "names the people moved most often, in 30 % (10-50)" in chart.alt
    True
    """
    data = table.reset_index(drop=True)
    places = {kind: place for place, kind in enumerate(dict.fromkeys(data["source_type"]))}
    title = "Of whom: named in the words credited to each source"
    figure, panels = new_axes(title, height=0.42 * len(places) + 2.2, columns=3, sharey=True)
    end = _round_up(data)
    add_key(figure)
    for axes, (group, (words, colour, mark)) in zip(panels, NAMED.items(), strict=True):
        part = data[data["group"].eq(group)]
        draw_twice(axes, part["source_type"].map(places).astype(float), part, colour, mark)
        axes.set_xlim(0, end)
        axes.set_title(words, fontsize=10, fontweight="normal")
    sizes = data.drop_duplicates("source_type").set_index("source_type")
    labels = [f"{readable(kind)} ({sizes.loc[kind, 'of']}; {sizes.loc[kind, 'coded']})"
              for kind in places]  # fmt: skip
    panels[0].set_yticks(list(places.values()), labels)
    panels[0].set_ylim(len(places) - 0.4, -0.6)
    panels[1].set_xlabel("share of the type's attributions that name them in the credited words")
    moved = data[data["group"].eq("relocated_people")]
    version = _best(moved)
    most = moved.dropna(subset=[version]).sort_values(version).iloc[-1]
    return Chart(
        name="fig-06-c-of-whom",
        figure=figure,
        data=data,
        alt=(
            f"Three dot plots with intervals, {len(places)} types of sources: how often the words "
            "credited to them name the people moved, the sending government and the receiving "
            f"one. {WORDS[version]}, {readable(most['source_type'])} names the people moved most "
            f"often, in {_percent(most, version)} of its attributions."
        ),
        caption=(
            f"n = {sizes['of'].sum()} attributions. In brackets: attributions as measured; coded "
            f"articles that have any. {TWICE} Names are found by the registry, pronouns are not. "
            f"{source()}"
        ),
    )


def _round_up(data: pd.DataFrame) -> float:
    return math.ceil(10 * data.filter(like="_high").max().max()) / 10


def _best(rows: pd.DataFrame) -> str:
    return "corrected" if rows["corrected"].notna().any() else "naive"


def _percent(row, version: str) -> str:
    low, high = 100 * row[f"{version}_low"], 100 * row[f"{version}_high"]
    return f"{100 * row[version]:.0f} % ({low:.0f}-{high:.0f})"
