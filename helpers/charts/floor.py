"""Charts of who is given the floor: source types, sides, and the people who are moved."""

import pandas as pd

from helpers.charts.style import BLACK, BLUE, GREY, VERMILION, Chart, height_for, new_axes, source

LABELS = {
    "court_legal": "courts and lawyers",
    "parliament_party": "parliaments and parties",
    "relocated_people": "people moved",
}
GROUPINGS = {"family": "family of arrangements"}
VOICE_LABELS = {"mentioned": "named in the article", "speaks": "source of an attribution"}
MEASURED = "Attributions are found by program, with errors: see the end of notebook 04."


def readable(label: str) -> str:
    """Return a code of the codebook as words.

    >>> readable("court_legal"), readable("civil_society")
    ('courts and lawyers', 'civil society')
    """
    return LABELS.get(label, label.replace("_", " "))


def plot_floor(
    shares: pd.DataFrame, column: str, name: str, title: str, unit: str = "attributions"
) -> Chart:
    """Draw the share of attributions (or another `unit`) for each value of `column`.

    `shares` has `column`, value (a share), low, high, n, of, articles (see `tables.shares_by`), and
    is what is plotted; `name` is the figure's file name without ending.

    >>> from matplotlib.pyplot import close
    >>> from helpers.tables import shares_by
    >>> said = pd.DataFrame({"article_id": list("abc"), "mode": ["direct", "direct", "mixed"]})
    >>> chart = plot_floor(shares_by(said, "mode"), "mode", "fig-x", "Quoted or not")
    >>> close(chart.figure)
    >>> "Direct has 67 %" in chart.alt
    True
    """
    data = shares.reset_index(drop=True)
    figure, axes = new_axes(title, height=0.36 * len(data) + 1.5)
    axes.barh(data.index, data["value"], color="#9CC7E4", height=0.7)
    axes.hlines(data.index, data["low"], data["high"], color=BLACK, linewidth=1.4)
    axes.plot(data["value"], data.index, "o", color=BLUE)
    for row in data.itertuples():
        axes.annotate(f"{row.n}", (row.high, row.Index), xytext=(6, 0),
                      textcoords="offset points", va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(data.index, [readable(value) for value in data[column]])
    axes.set_ylim(len(data) - 0.4, -0.6)
    axes.set_xlim(0, data["high"].max() * 1.1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel(f"share of {unit}")
    first, second = data.iloc[0], data.iloc[min(1, len(data) - 1)]
    return Chart(
        name=name,
        figure=figure,
        data=data,
        alt=(
            f"Bar chart with intervals: share of {first['of']} {unit} by "
            f"{readable(column)}. {readable(first[column]).capitalize()} has "
            f"{100 * first['value']:.0f} % ({100 * first['low']:.0f}-{100 * first['high']:.0f}), "
            f"{readable(second[column])} {100 * second['value']:.0f} %, and "
            f"{readable(data.iloc[-1][column])} {100 * data.iloc[-1]['value']:.0f} %."
        ),
        caption=(
            f"n = {first['of']} {unit}, their number at the right; lines: 95 % intervals, "
            f"articles resampled. {MEASURED} {source()}"
        ),
    )


def plot_groups(table: pd.DataFrame, by: str) -> Chart:
    """Draw the share of the floor that governments and the people moved have, group by group.

    `table` has `by`, source_type, value (a share), low, high, n, of (see `tables.cross_shares`),
    and is what is plotted; groups stand in the order of the governments' share.

    >>> from matplotlib.pyplot import close
    >>> rows = [("Israel", "government", 0.6, 0.4, 0.8, 6, 10)]
    >>> rows += [("Israel", "relocated_people", 0.1, 0.0, 0.2, 1, 10)]
    >>> names = ["family", "source_type", "value", "low", "high", "n", "of"]
    >>> chart = plot_groups(pd.DataFrame(rows, columns=names), "family")
    >>> close(chart.figure)
    >>> "60 % in Israel" in chart.alt
    True
    """
    first = table[table["source_type"] == "government"].sort_values("value", ascending=False)
    places = {group: place for place, group in enumerate(first[by])}
    figure, axes = new_axes(
        f"Who is given the floor, by {GROUPINGS.get(by, by)}", height=0.42 * len(places) + 1.9
    )
    for kind, colour, mark, shift in (
        ("government", BLUE, "o", -0.12), ("relocated_people", VERMILION, "D", 0.12),
    ):  # fmt: skip
        part = table[table["source_type"] == kind]
        rows = part[by].map(places).astype(float) + shift
        axes.hlines(rows, part["low"], part["high"], color=colour, linewidth=1.5)
        axes.plot(part["value"], rows, mark, color=colour, label=readable(kind), clip_on=False)
    sizes = first.set_index(by)["of"]
    axes.set_yticks(list(places.values()), [f"{group} ({sizes[group]})" for group in places])
    axes.set_ylim(len(places) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel("share of attributions")
    figure.legend(loc="outside lower center", frameon=False, ncols=2)
    most, least = first.iloc[0], first.iloc[-1]
    return Chart(
        name=f"fig-04-f-floor-by-{by}",
        figure=figure,
        data=table.reset_index(drop=True),
        alt=(
            f"Dot plot with intervals for {len(places)} groups: the share of attributions that "
            f"governments and the people moved have. Governments have most, "
            f"{100 * most['value']:.0f} % in {most[by]}, and least, "
            f"{100 * least['value']:.0f} % in {least[by]}."
        ),
        caption=(
            f"n = {sizes.sum()} attributions, in brackets by {GROUPINGS.get(by, by)}; lines: 95 % "
            f"intervals, articles resampled. {MEASURED} {source()}"
        ),
    )


def plot_voice(table: pd.DataFrame) -> Chart:
    """Draw how often the people moved are mentioned, and how often they speak, by family.

    `table` has family (the last one "all"), measure ("mentioned" or "speaks"), value (a share),
    low, high, n, of (see `tables.voice_and_mention`), and is what is plotted: those heard most
    first.

    >>> from matplotlib.pyplot import close
    >>> rows = [("all", "mentioned", 0.8, 0.4, 0.9, 4, 5), ("all", "speaks", 0.2, 0.1, 0.6, 1, 5)]
    >>> names = ["family", "measure", "value", "low", "high", "n", "of"]
    >>> chart = plot_voice(pd.DataFrame(rows, columns=names))
    >>> close(chart.figure)
    >>> "4 of 5 articles name them and 1 quote or paraphrase" in chart.alt
    True
    """
    heard = table[table["measure"].eq("speaks")].set_index("family")["value"]
    order = [*heard.drop("all", errors="ignore").sort_values(ascending=False).index, "all"]
    data = table.sort_values("family", key=lambda names: names.map(order.index), kind="stable",
                             ignore_index=True)  # fmt: skip
    families = list(dict.fromkeys(data["family"]))
    rows = {family: place for place, family in enumerate(families)}
    figure, axes = new_axes(
        "The people who are moved: mentioned, and heard", height_for(len(rows), 0.45, most=4.9)
    )
    for measure, colour, mark, shift in (
        ("mentioned", GREY, "o", -0.14), ("speaks", VERMILION, "D", 0.14),
    ):  # fmt: skip
        part = data[data["measure"] == measure]
        places = part["family"].map(rows).astype(float) + shift
        axes.hlines(places, part["low"], part["high"], color=colour, linewidth=1.5)
        axes.plot(part["value"], places, mark, color=colour, label=VOICE_LABELS[measure],
                  clip_on=False)  # fmt: skip
    sizes = data.groupby("family")["of"].first()
    axes.set_yticks(list(rows.values()), [f"{family} ({sizes[family]})" for family in families])
    if len(rows) > 1:
        axes.axhline(len(rows) - 1.5, color=GREY, linewidth=0.8)  # above: families; below: all
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel("share of articles")
    figure.legend(loc="outside lower center", frameon=False, ncols=2)
    everywhere = data[data["family"] == "all"].set_index("measure")
    return Chart(
        name="fig-04-c-relocated-voice",
        figure=figure,
        data=data,
        alt=(
            f"Paired dot plot with intervals for {len(families) - 1} families and all articles: "
            "how many articles name the people moved, and how many let them speak. Over all, "
            f"{everywhere.loc['mentioned', 'n']} of {everywhere.loc['mentioned', 'of']} articles "
            f"name them and {everywhere.loc['speaks', 'n']} quote or paraphrase any of them."
        ),
        caption=(
            f"n = {sizes['all']} articles, in brackets by family; lines: Wilson's 95 % intervals. "
            f"People moved: those moved, facing removal or in the centres, and their families. "
            f"{MEASURED} {source()}"
        ),
    )
