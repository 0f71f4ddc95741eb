"""What the summary page tells: charts and tables from tallies; and what it cannot tell, and why."""

from dataclasses import dataclass, replace

import pandas as pd

from helpers.charts.actors import KIND_MARKS, plot_actors
from helpers.charts.floor import plot_floor
from helpers.charts.spread import NAMES as SIGNS
from helpers.charts.style import Chart
from helpers.countries import country_name, is_code
from helpers.runs.tallies import ALL, tally_shares

INTERVALS = "Lines: 95 % intervals, articles as the units that were drawn."
PROGRAM = "Found by program, with errors that only a coded sample of this corpus tells."
MOST = 15  # rows of a table or chart
LIGHT = {"-1": "in a bad light", "0": "neither", "1": "in a good light"}
COMPOSITION = {
    "year": "Articles by year of publication",
    "outlet_country": "Articles by country of the outlet",
    "outlet_type": "Articles by kind of outlet",
    "genre": "Articles by genre",
    "language": "Articles by language",
}
NEEDS = {"year": "published"}


@dataclass(frozen=True)
class Section:
    """A part of the page: its title, a chart or a table, or a sentence on why there is none.

    >>> Section("Tone", lack="Not shown: no sentence was found.").table is None
    True
    """

    title: str
    chart: Chart | None = None
    table: pd.DataFrame | None = None
    lack: str = ""


def list_sections(tallies: pd.DataFrame, actors: pd.DataFrame) -> list[Section]:
    """Return the sections of the page, in order.

    `tallies` is the sum of all partitions' (see `tallies.add_tallies`), `actors` the registry.

    >>> from helpers.runs.tallies import KEYS, SUMS
    >>> empty = pd.DataFrame(columns=KEYS + SUMS)
    >>> {section.lack for section in list_sections(empty, pd.DataFrame(columns=["actor_id"]))}
    {'Not shown: there is no article.'}
    """
    size = _sizes(tallies)
    titles = ["Who is given the floor", "On which side they stand", "Who is named",
              "In which light sentences show the arrangement", "TextBlob's polarity of sentences",
              *COMPOSITION.values()]  # fmt: skip
    if not size.get("articles"):
        return [Section(title, lack="Not shown: there is no article.") for title in titles]
    known = [_known(tallies, column) for column in ("sending", "receiving")]
    floor, sides, named, light, polarity, *composition = titles
    return [
        _shares(tallies, floor, "attributions", "source_type"),
        _shares(tallies, sides, "attributions", "source_side") if max(known) else
        Section(sides, lack=_lacking("sending' or 'receiving")),
        _actors(tallies, actors, size["articles"], named),
        _shares(tallies, light, "stance", "stance", "sentences", LIGHT),
        _shares(tallies, polarity, "scores", "sign", "sentences", SIGNS),
        *(_composition(tallies, title, column)
          for title, column in zip(composition, COMPOSITION, strict=True)),
    ]  # fmt: skip


def _sizes(tallies: pd.DataFrame) -> dict[str, int]:
    return tallies[tallies["value"] == ALL].groupby("table")["n"].first().to_dict()


def _known(tallies: pd.DataFrame, column: str) -> int:
    """Return how many articles have anything in `column`."""
    rows = tallies[tallies["table"].eq("articles") & tallies["column"].eq(column)]
    return int(rows.loc[~rows["value"].isin([ALL, ""]), "n"].sum())


def _lacking(column: str) -> str:
    return f"Not shown: no article of this corpus has '{column}'."


def _shares(
    tallies: pd.DataFrame, title: str, table: str, column: str, unit: str = "attributions",
    words: dict[str, str] | None = None,
) -> Section:  # fmt: skip
    shares = tally_shares(tallies, table, column)
    if shares.empty:
        return Section(title, lack=f"Not shown: no {unit} were found.")
    if words:
        shares[column] = shares[column].map(words)
    chart = plot_floor(shares, column, f"summary-{column}", title, unit)
    counted = f"n = {shares['of'].iloc[0]} {unit} in {shares['articles'].iloc[0]} articles."
    return Section(title, replace(chart, caption=f"{counted} {INTERVALS} {PROGRAM}"))


def _actors(tallies: pd.DataFrame, actors: pd.DataFrame, articles: int, title: str) -> Section:
    rows = tallies[tallies["table"].eq("mentions") & tallies["value"].ne(ALL)]
    named = rows.rename(columns={"value": "actor_id"}).merge(actors, on="actor_id")
    named = named[named["kind"].isin(KIND_MARKS)].rename(columns={"name": "actor"})
    if named.empty:
        return Section(title, lack="Not shown: no person or body of the registry is named.")
    named = named.sort_values(["articles", "n", "actor_id"], ascending=[False, False, True])
    chart = plot_actors(named, articles)
    caption = f"n = {articles} articles; how many name each, at the right. {INTERVALS} {PROGRAM}"
    return Section(title, replace(chart, name="summary-actors", caption=caption))


def _composition(tallies: pd.DataFrame, title: str, column: str) -> Section:
    if not _known(tallies, column):
        return Section(title, lack=_lacking(NEEDS.get(column, column)))
    shares = tally_shares(tallies, "articles", column)
    shown = shares.sort_values(column) if column == "year" else shares.head(MOST)
    names = [_name(value) for value in shown[column]]
    percent = [f"{100 * value:.1f} %" for value in shown["value"]]
    table = pd.DataFrame({column: names, "articles": shown["n"], "share": percent})
    return Section(title, table=table)


def _name(value: str) -> str:
    if not value:
        return "(not known)"
    return country_name(value) if is_code(value) else value
