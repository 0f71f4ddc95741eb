"""The summary page: one HTML file that asks nothing of the network."""

import base64
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helpers.charts.style import Chart, draw
from helpers.runs.identity import as_json
from helpers.runs.sections import Section


def render_page(sections: list[Section], counts: pd.DataFrame, told: dict) -> str:
    """Return the page as HTML: the sections, the counts of each step, and what produced it.

    `counts` has step, what and n; `told` is `identity.identify`'s. Charts are embedded as SVG with
    their words beside them, and closed.

    >>> counts = pd.DataFrame({"step": ["prepare"], "what": ["articles out"], "n": [7]})
    >>> page = render_page([Section("Tone", lack="Not shown.")], counts,
    ...                    {"input": {"name": "<corpus>"}})
    >>> "Not shown." in page, "&lt;corpus&gt;" in page, "<td class=\\"number\\">7</td>" in page
    (True, True, True)
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    articles = counts.loc[counts["what"] == "articles out", "n"].iloc[0]
    return environment.get_template("summary.html.j2").render(
        name=told["input"]["name"], articles=articles, sections=sections, counts=counts,
        produced=as_json(told), picture=_embed,
    )  # fmt: skip


def _embed(chart: Chart) -> str:
    picture = base64.b64encode(draw(chart, "svg")).decode()
    plt.close(chart.figure)
    return f"data:image/svg+xml;base64,{picture}"
