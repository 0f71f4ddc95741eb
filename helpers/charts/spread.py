"""Charts of tone as distributions: sentences over the scale, and two measures beside the coders."""

import pandas as pd

from helpers.charts.style import BLUE, GREY, VERMILION, Chart, height_for, new_axes, source
from helpers.charts.tone import caution
from helpers.tone.tables import SIGNS

COLOURS = dict(zip(SIGNS, (VERMILION, "#DDDDDD", BLUE), strict=True))
HATCHES = dict(zip(SIGNS, ("//", "", ""), strict=True))
NAMES = {"negative": "negative", "none": "zero or no known word", "positive": "positive"}


def stack_signs(axes, shares: pd.DataFrame) -> None:
    """Draw a bar of the columns negative, none, positive (shares, 0 to 1) for each row.

    Intervals of the first and the last, where given (`tone.tables.add_intervals`), are thin lines.

    >>> from matplotlib.pyplot import close
    >>> figure, axes = new_axes("x")
    >>> stack_signs(axes, pd.DataFrame({"negative": [0.2], "none": [0.5], "positive": [0.3]}))
    >>> close(figure)
    >>> len(axes.patches)
    3
    """
    left = pd.Series(0.0, index=shares.index)
    for sign in SIGNS:
        axes.barh(shares.index, shares[sign], left=left, color=COLOURS[sign], label=NAMES[sign],
                  hatch=HATCHES[sign], edgecolor="white", height=0.7)  # fmt: skip
        left = left + shares[sign]
    for edge, side in (("negative", 0), ("positive", 1)):  # thin lines where two colours meet
        if f"{edge}_low" in shares:
            low, high = shares[f"{edge}_low"], shares[f"{edge}_high"]
            axes.hlines(shares.index, abs(side - low), abs(side - high), color="black",
                        linewidth=1.4)  # fmt: skip
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")


def plot_spread(table: pd.DataFrame, by: str) -> Chart:
    """Draw, for each group, the signs of its sentences and the middle half of their polarities.

    `table` is `tone.tables.spread`'s, grouped by the column `by`, best with intervals; it is what
    is plotted, the most negative share at the top.

    >>> from matplotlib.pyplot import close
    >>> row = {"family": "Israel", "sentences": 4, "unknown": 0.25, "negative": 0.25, "none": 0.25,
    ...        "positive": 0.5, "low_quarter": -0.1, "median": 0.2, "high_quarter": 0.4}
    >>> chart = plot_spread(pd.DataFrame([row]), "family")
    >>> close(chart.figure)
    >>> chart.name, "n = 4 sentences" in chart.caption
    ('fig-03-a-spread', True)
    """
    data = table.sort_values(["negative", by], ignore_index=True)
    figure, (left, right) = new_axes(
        "Sentences on TextBlob's scale, not one sign", height_for(len(data), 0.45, most=4.8),
        columns=2, sharey=True,
    )  # fmt: skip
    stack_signs(left, data)
    labels = [f"{row[by]} ({row['sentences']})" for row in data.to_dict("records")]
    left.set_yticks(data.index, labels)
    left.set_xlabel("share of sentences")
    figure.legend(*left.get_legend_handles_labels(), ncols=3, frameon=False,
                  loc="outside lower center")  # fmt: skip
    right.hlines(data.index, data["low_quarter"], data["high_quarter"], color=BLUE, linewidth=4)
    right.plot(data["median"], data.index, "o", color="black")
    right.axvline(0, color=GREY, linewidth=0.8)
    right.set_xlabel("polarity: middle half and median")
    crossing = int(((data["low_quarter"] < 0) & (data["high_quarter"] > 0)).sum())
    return Chart(
        name="fig-03-a-spread",
        figure=figure,
        data=data,
        alt=(
            f"Stacked bars and quartile lines for {len(data)} families of arrangements. Negative "
            f"sentences: {100 * data['negative'].min():.0f} to {100 * data['negative'].max():.0f} "
            f"%; positive: {100 * data['positive'].min():.0f} to "
            f"{100 * data['positive'].max():.0f} %; without a known word: "
            f"{100 * data['unknown'].min():.0f} to {100 * data['unknown'].max():.0f} %. Medians "
            f"lie between {data['median'].min():+.2f} and {data['median'].max():+.2f}; in "
            f"{crossing} of {len(data)} the middle half reaches from below zero to above."
        ),
        caption=(
            f"n = {int(data['sentences'].sum())} sentences, in brackets by {by}. Thin black lines: "
            "95 % intervals of the shares, articles resampled. Right, of the sentences with a "
            f"known word: thick lines the middle half, dots the medians. {caution()} {source()}"
        ),
    )


def plot_beside(table: pd.DataFrame) -> Chart:
    """Draw what each measure says of the sentences that coders put against, neither, in favour.

    `table` has stance (the coded one, in words), measure, sentences (n), negative, none, positive
    (shares of the measure's signs, 0 to 1), and is what is plotted, from the top.

    >>> from matplotlib.pyplot import close
    >>> row = {"stance": "against", "measure": "TextBlob", "sentences": 9}
    >>> row |= {"negative": 0.2, "none": 0.5, "positive": 0.3}
    >>> chart = plot_beside(pd.DataFrame([row]))
    >>> close(chart.figure)
    >>> chart.alt
    'Stacked bars of signs by coded stance. Negative and positive, against: TextBlob 20 and 30 %.'
    """
    data = table.reset_index(drop=True)
    figure, axes = new_axes("What each measure says of sentences that coders coded", height=4.2)
    stack_signs(axes, data)
    labels = [f"{row.stance} ({row.sentences}): {row.measure}" for row in data.itertuples()]
    axes.set_yticks(data.index, labels)
    axes.invert_yaxis()
    axes.set_xlabel("share of the sentences of this stance")
    figure.legend(*axes.get_legend_handles_labels(), ncols=3, frameon=False,
                  loc="outside lower center")  # fmt: skip
    told = "; ".join(
        f"{stance}: "
        + ", ".join(
            f"{row.measure} {100 * row.negative:.0f} and {100 * row.positive:.0f} %"
            for row in part.itertuples()
        )
        for stance, part in data.groupby("stance", sort=False)
    )
    counted = data.drop_duplicates("stance")["sentences"].sum()
    return Chart(
        name="fig-03-d-beside",
        figure=figure,
        data=data,
        alt=f"Stacked bars of signs by coded stance. Negative and positive, {told}.",
        caption=(
            f"n = {counted} sentences of data/gold, testing part, in brackets by stance. Thin "
            "black lines: 95 % intervals, articles resampled. A measure without error would be all "
            f"hatched in the first pair, all grey in the second, all blue in the third. {source()}"
        ),
    )
