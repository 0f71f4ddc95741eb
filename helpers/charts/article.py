"""The chart of one article: sentence by sentence, polarity and who is given the floor."""

import textwrap

import pandas as pd

from helpers.charts.style import GREY, Chart, new_axes, source
from helpers.charts.tone import caution, pick_colour


def plot_article(scores: pd.DataFrame, attributions: pd.DataFrame, title: str) -> Chart:
    """Draw one article sentence by sentence: polarity, and who is given the floor.

    `scores` are the article's sentence rows of the scores, `attributions` its attributions.
    Plotted: article_id, sentence, polarity, n_words, n_known, known_words, speakers (names
    joined by "; ").

    >>> from helpers import load, measure
    >>> from matplotlib.pyplot import close
    >>> found = measure(load.as_articles("UNHCR said it was good. They left."))
    >>> scores = found.scores[found.scores["level"] == "sentence"]
    >>> chart = plot_article(scores, found.attributions, "One article")
    >>> close(chart.figure)
    >>> chart.data["speakers"].tolist()
    ['UNHCR', '']
    """
    speakers = {
        sentence: "; ".join(dict.fromkeys(filter(None, names)))
        for sentence, names in attributions.groupby("sentence")["source_name"]
    }
    data = scores[["article_id", "sentence", "polarity", "n_words", "n_known", "known_words"]]
    data = data.assign(speakers=data["sentence"].map(speakers).fillna("")).reset_index(drop=True)
    known = data["polarity"].notna()
    figure, axes = new_axes(title, height=0.55 * len(data) + 1.6)
    axes.barh(data.index[known], data["polarity"][known], height=0.5,
              color=[pick_colour(p) for p in data["polarity"][known]])  # fmt: skip
    axes.plot([0] * int((~known).sum()), data.index[~known], "x", color=GREY, label="no known word")
    for row in data.itertuples():
        told = row.speakers or "(nobody named)"
        axes.annotate(textwrap.shorten(told, 58, placeholder=" ..."), (1.02, row.Index),
                      xycoords=("axes fraction", "data"), va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(data.index, data["sentence"].astype(str))
    axes.set_ylim(len(data) - 0.4, -0.6)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlim(-1, 1)
    axes.set_xlabel("TextBlob polarity (cross: no known word)")
    axes.set_ylabel("sentence")
    heard = int((data["speakers"] != "").sum())
    return Chart(
        name="fig-00-a-one-article",
        figure=figure,
        data=data,
        alt=(
            f"Bars for the {len(data)} sentences of one article: TextBlob polarity from "
            f"{data['polarity'].min():+.2f} to {data['polarity'].max():+.2f}, beside each the "
            f"sources given the floor. {heard} of {len(data)} sentences report somebody's words; "
            f"in {int((~known).sum())} TextBlob knows no word."
        ),
        caption=(
            f"n = {len(data)} sentences of one record, {data['article_id'].iloc[0]}. {caution()} "
            f"{source()}"
        ),
    )
