"""Charts of what the corpus holds: when, and where its outlets sit."""

import pandas as pd
from matplotlib.lines import Line2D

from helpers.charts.style import BLUE, GREEN, GREY, VERMILION, Chart, height_for, new_axes, source
from helpers.countries import country_name
from helpers.tables import stands_in

POSITIONS = {
    "sending state": (VERMILION, "s"),
    "receiving state": (BLUE, "o"),
    "elsewhere": (GREEN, "^"),
}
FEW = 8
UNKNOWN = {"not known": (GREY, "D")}


def decimal_year(value: str) -> float:
    """Return an ISO day, month or year as a number of years; the middle of what is not known.

    Raises:
        ValueError: `value` is no such date, or is empty.

    >>> decimal_year("2025"), round(decimal_year("2025-01-01"), 2), decimal_year("2025-07")
    (2025.5, 2025.0, 2025.54)
    """
    parts = [int(part) for part in value.split("-")]
    month = parts[1] - 1 if len(parts) > 1 else 6
    day = parts[2] - 1 if len(parts) > 2 else (15 if len(parts) > 1 else 0)
    return round(parts[0] + month / 12 + day / 365, 2)


def plot_timeline(articles: pd.DataFrame, events: pd.DataFrame) -> Chart:
    """Draw records and events on one time line, an arrangement a row.

    `articles` has arrangement, published and year, `events` arrangement and date; dates as ISO day,
    month or year. Plotted: arrangement, what ("record" or "event"), date, year (a number, see
    `decimal_year`).

    >>> from matplotlib.pyplot import close
    >>> record = {"arrangement": "uk-rwanda", "published": "2024-05", "year": 2024}
    >>> events = pd.DataFrame({"arrangement": ["uk-rwanda"], "date": ["2022-04-14"]})
    >>> chart = plot_timeline(pd.DataFrame([record]), events)
    >>> close(chart.figure)
    >>> chart.data[["what", "year"]].values.tolist()
    [['event', 2022.29], ['record', 2024.37]]
    """
    dated = articles[articles["published"] != ""]
    marks = pd.concat(
        [
            dated[["arrangement", "published"]].set_axis(["arrangement", "date"], axis=1)
            .assign(what="record"),
            events[["arrangement", "date"]].assign(what="event"),
        ]
    )  # fmt: skip
    marks["year"] = marks["date"].map(decimal_year)
    first = marks.groupby("arrangement")["year"].min().sort_values(kind="stable")
    rows = {name: place for place, name in enumerate(first.index)}
    without = sorted(set(articles["arrangement"]) - set(rows))
    marks = marks.sort_values(["arrangement", "year", "what"], ignore_index=True)
    figure, axes = new_axes(
        "Records and events, by arrangement", height=height_for(len(rows), 0.3, most=8.6)
    )
    for what, colour, mark, size in (("event", GREY, "|", 90), ("record", BLUE, "o", 26)):
        part = marks[marks["what"] == what]
        axes.scatter(part["year"], part["arrangement"].map(rows), c=colour, marker=mark, s=size,
                     label=what, linewidths=1.2 if what == "event" else 0, alpha=0.85)  # fmt: skip
    axes.set_yticks(list(rows.values()), list(rows), fontsize=9)
    axes.invert_yaxis()
    axes.grid(axis="both")
    axes.set_xlabel("year")
    figure.legend(loc="outside lower center", frameon=False, ncols=2)
    undated = len(articles) - len(dated)
    peak = dated["year"].value_counts().idxmax()
    return Chart(
        name="fig-01-a-timeline",
        figure=figure,
        data=marks[["arrangement", "what", "date", "year"]],
        alt=(
            f"Dot plot, one row for each of {len(rows)} arrangements, time from "
            f"{marks['date'].min()[:4]} to {marks['date'].max()[:4]} across: {len(dated)} dated "
            f"records as dots and {len(events)} events as ticks. Most dated records are of {peak} "
            f"({int((dated['year'] == peak).sum())} of {len(dated)})."
        ),
        caption=(
            f"n = {len(dated)} dated records and {len(events)} events; {undated} records without "
            "a date are not drawn (no dated mark at all: "
            f"{', '.join(without) or 'none'}). Dates known to the month or year stand in its "
            f"middle. Names: data/arrangements.csv. {source()} Events: data/events.csv."
        ),
    )


def outlet_positions(articles: pd.DataFrame) -> pd.Series:
    """Return where each record's outlet sits: "sending state", "receiving state" or "elsewhere".

    `articles` has outlet_country (an ISO code), sending and receiving (codes joined by ';'); the
    series has its index. It is missing where the outlet's country is empty, and throughout where no
    article has a sending state: "elsewhere" would claim too much.

    >>> table = {"outlet_country": ["RWA", "KEN"], "sending": ["GBR"] * 2, "receiving": ["RWA"] * 2}
    >>> outlet_positions(pd.DataFrame(table)).tolist()
    ['receiving state', 'elsewhere']
    """
    place = pd.Series("elsewhere", index=articles.index)
    place[stands_in(articles["outlet_country"], articles["receiving"])] = "receiving state"
    place[stands_in(articles["outlet_country"], articles["sending"])] = "sending state"
    return place.mask(articles["outlet_country"].eq("") | articles["sending"].eq("").all())


def plot_outlets(articles: pd.DataFrame) -> Chart:
    """Draw how many records come from outlets of each country, and the country's part in it.

    `articles` has outlet, outlet_country (filled), sending and receiving. Plotted: outlet_country,
    country, position (see `outlet_positions`; "not known" where missing), records.

    >>> from matplotlib.pyplot import close
    >>> one = {"outlet": "KT Press", "outlet_country": "RWA", "sending": "GBR", "receiving": "RWA"}
    >>> chart = plot_outlets(pd.DataFrame([one]))
    >>> close(chart.figure)
    >>> chart.data.values.tolist()
    [['RWA', 'Rwanda', 'receiving state', 1]]
    """
    placed = articles.assign(position=outlet_positions(articles).fillna(*UNKNOWN))
    marks = POSITIONS if placed["position"].isin(list(POSITIONS)).all() else POSITIONS | UNKNOWN
    data = placed.groupby(["outlet_country", "position"]).size().rename("records").reset_index()
    total = data.groupby("outlet_country")["records"].sum()
    order = sorted(total.index, key=lambda code: (-total[code], country_name(code)))
    single = [country_name(code) for code in order if total[code] == 1]
    order = [code for code in order if total[code] > 1] or order
    rows = {code: place for place, code in enumerate(order)}
    figure, axes = new_axes(
        "Where the outlets sit", height=0.2 * len(order) + (1.6 if len(order) > FEW else 2.2)
    )
    for shift, (position, (colour, mark)) in zip((-0.2, 0, 0.2, 0), marks.items(), strict=False):
        part = data[(data["position"] == position) & data["outlet_country"].isin(rows)]
        several = part["outlet_country"].map(data["outlet_country"].value_counts()) > 1
        places = (
            part["outlet_country"].map(rows).astype(float) + shift * several
        )  # apart where marks would meet
        axes.hlines(places, 0, part["records"], color="#DDDDDD", linewidth=0.8, zorder=1)
        axes.scatter(part["records"], places, c=colour, marker=mark, s=30, zorder=2)
    axes.set_yticks(list(rows.values()), [country_name(code) for code in order], fontsize=9)
    axes.set_ylim(len(order) - 0.3, -0.7)
    axes.set_xlim(0, data["records"].max() + 1)
    axes.set_xlabel("records")
    handles = [Line2D([], [], color=colour, marker=mark, linestyle="", label=position)
               for position, (colour, mark) in marks.items()]  # fmt: skip
    title = "the outlet's country is"
    if len(order) > FEW:
        axes.legend(handles=handles, title=title, loc="lower right", frameon=False)
    else:  # no room beside the marks
        figure.legend(handles=handles, title=title, loc="outside lower center", frameon=False,
                      ncols=len(handles))  # fmt: skip
    sums = placed["position"].value_counts()
    data["country"] = data["outlet_country"].map(country_name)
    return Chart(
        name="fig-01-b-outlets",
        figure=figure,
        data=data[["outlet_country", "country", "position", "records"]],
        alt=(
            f"Dot plot of records by the outlet's country, {len(total)} countries, most first: "
            + ", ".join(f"{country_name(code)} {total[code]}" for code in order[:3])
            + ". Of all records "
            + ", ".join(f"{sums.get(position, 0)} come from {where}" for position, where in (
                ("sending state", "a sending state"), ("receiving state", "a receiving state"),
                ("elsewhere", "elsewhere")))
            + "."
        ),
        caption=(
            f"n = {len(articles)} records of {articles['outlet'].nunique()} outlets. Not drawn: "
            f"{len(total) - len(order)} countries with one record each "
            f"({', '.join(single) if len(order) < len(total) else 'none'}). {source()}"
        ),
    )  # fmt: skip
