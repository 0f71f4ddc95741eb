"""Charts of who is named: the actors named most, by arrangement, and together."""

import numpy as np
import pandas as pd

from helpers.charts.floor import readable
from helpers.charts.style import BLUE, ORDERED, VERMILION, Chart, height_for, new_axes, source
from helpers.codes import FAMILIES, SOURCE_TYPES
from helpers.uncertainty import wilson

KIND_MARKS = {"person": (VERMILION, "o"), "body": (BLUE, "s")}


def plot_actors(presence: pd.DataFrame, n_articles: int, top: int = 20) -> Chart:
    """Draw the persons and bodies named in most articles, with Wilson intervals.

    `presence` has actor_id, actor, kind, articles, most first (see `counts.article_presence`,
    joined with the registry). Plotted: actor_id, actor, kind, articles, of, value (a
    share), low, high.

    >>> from matplotlib.pyplot import close
    >>> row = {"actor_id": "unhcr", "actor": "UNHCR", "kind": "body", "articles": 3}
    >>> chart = plot_actors(pd.DataFrame([row]), n_articles=4)
    >>> close(chart.figure)
    >>> "UNHCR leads with 3 articles (75 %)" in chart.alt
    True
    """
    data = presence[presence["kind"].isin(KIND_MARKS)].head(top).reset_index(drop=True)
    edges = [wilson(n, n_articles) for n in data["articles"]]
    data = data.assign(
        value=data["articles"] / n_articles, low=[low for low, _ in edges],
        high=[high for _, high in edges], of=n_articles,
    )  # fmt: skip
    figure, axes = new_axes(
        "The persons and bodies named in most articles", height_for(len(data), 0.27, most=6.2)
    )
    for kind, (colour, mark) in KIND_MARKS.items():
        part = data[data["kind"] == kind]
        axes.hlines(part.index, part["low"], part["high"], color=colour, linewidth=1.4)
        axes.plot(part["value"], part.index, mark, color=colour, label=kind)
    for row in data.itertuples():
        axes.annotate(str(row.articles), (row.high, row.Index), xytext=(5, 0),
                      textcoords="offset points", va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(data.index, data["actor"])
    axes.set_ylim(len(data) - 0.4, -0.6)
    axes.set_xlim(0, None)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    axes.set_xlabel("share of articles that name the actor")
    axes.legend(loc="lower right", frameon=False)
    best = data.iloc[0]
    return Chart(
        name="fig-02-a-actors",
        figure=figure,
        data=data[["actor_id", "actor", "kind", "articles", "of", "value", "low", "high"]],
        alt=(
            f"Dot plot of the {len(data)} persons and bodies named in most of {n_articles} "
            f"articles, with intervals. {best['actor']} leads with {best['articles']} articles "
            f"({100 * best['value']:.0f} %); the last shown is {data.iloc[-1]['actor']} with "
            f"{data.iloc[-1]['articles']}."
        ),
        caption=(
            f"Number of articles at the right of each line; n = {n_articles} articles; lines: "
            f"Wilson's 95 % intervals. States and groups are left out here. {source()}"
        ),
    )


def plot_types_by_family(shares: pd.DataFrame) -> Chart:
    """Draw, for each family of arrangements, the share of articles that name each actor type.

    `shares` has family, type, value, low, high, n, of (see `tables.presence_shares`), and is what
    is plotted. Families and types stand in the order of codes.FAMILIES and codes.SOURCE_TYPES,
    families and types of one's own behind them.

    >>> from matplotlib.pyplot import close
    >>> row = {"family": "Israel", "type": "relocated_people", "value": 0.5, "n": 1, "of": 2}
    >>> chart = plot_types_by_family(pd.DataFrame([row | {"low": 0.1, "high": 0.9}]))
    >>> close(chart.figure)
    >>> chart.name, "50 to 50 % of each family's articles" in chart.alt
    ('fig-02-b-types-by-family', True)
    """
    families = sorted(set(shares["family"]), key=_place_of)
    found = set(shares["type"])
    types = [name for name in (*SOURCE_TYPES, *sorted(found - {*SOURCE_TYPES})) if name in found]
    grid = shares.pivot(index="family", columns="type", values="value").loc[families, types]
    sizes = shares.groupby("family")["of"].first()
    figure, axes = new_axes(
        "Who is named, by family of arrangements", height_for(len(families), 0.45, 4.9)
    )
    _draw_grid(axes, grid.to_numpy(), 1.0, lambda value: f"{100 * value:.0f}")
    axes.set_yticks(range(len(families)), [f"{name} ({sizes[name]})" for name in families],
                    fontsize=9)  # fmt: skip
    labels = [readable(name).replace(" ", "\n", 1) for name in types]
    axes.set_xticks(range(len(types)), labels, fontsize=9, rotation=35, ha="right")
    widest = (shares["high"] - shares["low"]).max()
    moved = shares[shares["type"] == "relocated_people"].sort_values(["value", "family"])
    told = (
        f"A word for the people moved stands in {100 * moved['value'].min():.0f} to "
        f"{100 * moved['value'].max():.0f} % of each family's articles."
        if len(moved)
        else "No article has a word for the people moved."
    )
    return Chart(
        name="fig-02-b-types-by-family",
        figure=figure,
        data=shares,
        alt=(
            f"Grid of {len(families)} families of arrangements by {len(types)} actor types; each "
            f"cell is the percentage of the family's articles that name such an actor. {told}"
        ),
        caption=(
            f"n = {sizes.sum()} articles, in brackets by family. Cells: per cent of these. "
            f"Wilson's 95 % intervals are in the figure's CSV, up to {100 * widest:.0f} points "
            f"wide. {source()}"
        ),
    )


def _place_of(family: str) -> tuple[int, str]:
    return (FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), family)


def plot_pairs(pairs: pd.DataFrame, actors: list[str], n_articles: int) -> Chart:
    """Draw in how many articles each two of `actors` are named together.

    `pairs` has actor_a, actor_b, articles (see `counts.pair_counts`), and is what is plotted.

    >>> from matplotlib.pyplot import close
    >>> pairs = pd.DataFrame({"actor_a": ["IOM"], "actor_b": ["UNHCR"], "articles": [3]})
    >>> chart = plot_pairs(pairs, ["IOM", "UNHCR"], n_articles=9)
    >>> close(chart.figure)
    >>> "IOM and UNHCR are named together most often, in 3 of 9" in chart.alt
    True
    """
    size = len(actors)
    grid = np.full((size, size), np.nan)
    place = {name: i for i, name in enumerate(actors)}
    for row in pairs.itertuples():
        grid[place[row.actor_b], place[row.actor_a]] = row.articles
    figure, axes = new_axes("Who appears with whom", height_for(size, 0.4, most=6.6))
    _draw_grid(axes, grid, np.nanmax(grid), lambda value: f"{value:.0f}" if value else "")
    axes.set_yticks(range(1, size), actors[1:], fontsize=9)
    axes.set_xticks(range(size - 1), actors[:-1], fontsize=9, rotation=45, ha="right")
    axes.set_xlim(-0.5, size - 1.5)
    axes.set_ylim(size - 0.5, 0.5)
    best = pairs.sort_values(["articles", "actor_a", "actor_b"]).iloc[-1]
    return Chart(
        name="fig-02-c-pairs",
        figure=figure,
        data=pairs,
        alt=(
            f"Triangular grid of {size} actors; each cell is the number of articles that name "
            f"both. {best['actor_a']} and {best['actor_b']} are named together most often, in "
            f"{best['articles']} of {n_articles} articles."
        ),
        caption=(
            f"Cells: articles that name both actors, of n = {n_articles}; empty: none. Being named "
            f"in one article is not a tie between actors. {source()}"
        ),
    )


def _draw_grid(axes, values: np.ndarray, top: float, label) -> None:
    """Draw a grid of numbers: colour for the eye, the number itself as the second cue."""
    axes.imshow(values, cmap=ORDERED, vmin=0, vmax=top, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if not np.isnan(value):
            colour = "white" if value < 0.55 * top else "black"
            axes.text(column, row, label(value), ha="center", va="center", color=colour,
                      fontsize=9)  # fmt: skip
    axes.spines[:].set_visible(False)
    axes.grid(False)
    axes.tick_params(length=0)
