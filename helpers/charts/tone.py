"""Charts of TextBlob's polarity: by family, by word, by sentence."""

import textwrap

import pandas as pd

from helpers.charts.style import BLUE, GREY, SOURCE, VERMILION, Chart, new_axes

CAUTION = "Polarity is TextBlob's, measured on our abstracts: it is not the outlet's tone."


def pick_colour(value: float) -> str:
    """Return the colour of a polarity: one below zero, another from zero up.

    >>> pick_colour(-0.1) == VERMILION, pick_colour(0.0) == BLUE
    (True, True)
    """
    return VERMILION if value < 0 else BLUE


def plot_polarity(means: pd.DataFrame, coverage: pd.DataFrame) -> Chart:
    """Draw mean sentence polarity by family with intervals, and the share of blind sentences.

    `means` has family, value (-1 to 1), low, high, n, articles; `coverage` has family, value, low,
    high, n, of: the share of sentences in which TextBlob knew no word. Plotted: both, joined by
    family, the columns marked _polarity and _unknown.

    >>> from matplotlib.pyplot import close
    >>> row = {"family": "Israel", "value": 0.1, "low": 0, "high": 0.2, "n": 3, "articles": 2}
    >>> chart = plot_polarity(pd.DataFrame([row]), pd.DataFrame([row]))
    >>> close(chart.figure)
    >>> chart.name, "n = 3 scored sentences" in chart.caption
    ('fig-03-a-polarity', True)
    """
    data = means.merge(coverage, on="family", suffixes=("_polarity", "_unknown"))
    figure, (left, right) = new_axes("TextBlob polarity, and what it could not see", columns=2,
                                     sharey=True, height=4.6)  # fmt: skip
    for axes, what, colour in ((left, "polarity", BLUE), (right, "unknown", VERMILION)):
        axes.hlines(data.index, data[f"low_{what}"], data[f"high_{what}"], color=colour,
                    linewidth=1.6)  # fmt: skip
        axes.plot(data[f"value_{what}"], data.index, "o" if what == "polarity" else "s",
                  color=colour)  # fmt: skip
    left.axvline(0, color=GREY, linewidth=0.8)
    labels = [f"{row.family} ({row.articles_polarity})" for row in data.itertuples()]
    left.set_yticks(data.index, labels, fontsize=9)
    left.set_ylim(-0.6, len(data) - 0.4)
    left.set_xlabel("mean polarity of sentences")
    right.set_xlabel("sentences without a known word")
    right.set_xlim(0, None)
    right.xaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    above = int((data["low_polarity"] > 0).sum())
    below = int((data["high_polarity"] < 0).sum())
    return Chart(
        name="fig-03-a-polarity",
        figure=figure,
        data=data,
        alt=(
            f"Two dot plots with intervals for {len(data)} families of arrangements. Left: mean "
            f"polarity, from {data['value_polarity'].min():+.2f} to "
            f"{data['value_polarity'].max():+.2f}; {above} intervals lie above zero, {below} "
            f"below. Right: between {100 * data['value_unknown'].min():.0f} and "
            f"{100 * data['value_unknown'].max():.0f} % of sentences hold no word that TextBlob "
            "knows."
        ),
        caption=(
            f"n = {int(data['n_polarity'].sum())} scored sentences; articles in brackets; lines: "
            f"95 % intervals, articles resampled. {CAUTION} {SOURCE}"
        ),
    )


def plot_words(words: pd.DataFrame, n_sentences: int, each: int = 12) -> Chart:
    """Draw the words that pull polarity down and up most, at most `each` of either.

    `words` has word, polarity, n, pull, sorted by pull (see `counts.known_words`); the words shown
    are what is plotted.

    Raises:
        ValueError: no word pulls anywhere.

    >>> from matplotlib.pyplot import close
    >>> words = {"word": ["bad", "good"], "polarity": [-0.7, 0.7], "n": [1, 2], "pull": [-0.7, 1.4]}
    >>> chart = plot_words(pd.DataFrame(words), n_sentences=3)
    >>> close(chart.figure)
    >>> '"good" (+1.4, 2 times)' in chart.alt
    True
    """
    moving = words[words["pull"] != 0]
    if moving.empty:
        raise ValueError("no word that TextBlob knows pulls these scores anywhere")
    ends = moving.head(each).index.union(moving.tail(each).index)
    data = moving.loc[ends].reset_index(drop=True)
    figure, axes = new_axes("The words that make TextBlob's polarity", height=6.6)
    axes.barh(data.index, data["pull"], color=[pick_colour(pull) for pull in data["pull"]])
    for row in data.itertuples():
        axes.annotate(f"{row.n} × {row.polarity:+.2f}", (row.pull, row.Index),
                      xytext=(4 if row.pull > 0 else -4, 0), textcoords="offset points",
                      ha="left" if row.pull > 0 else "right", va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(data.index, data["word"], fontsize=10)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.margins(x=0.18, y=0.02)
    axes.set_xlabel("pull = times assessed × polarity of the word")
    low, high = data.iloc[0], data.iloc[-1]
    share = 100 * data["pull"].abs().sum() / moving["pull"].abs().sum()
    return Chart(
        name="fig-03-b-words",
        figure=figure,
        data=data,
        alt=(
            f"Bar chart of the {len(data)} words that pull polarity down and up most. "
            f'Strongest: "{low["word"]}" ({low["pull"]:+.1f}, assessed {low["n"]} '
            f'times) and "{high["word"]}" ({high["pull"]:+.1f}, {high["n"]} times).'
        ),
        caption=(
            f"n = {int(words['n'].sum())} assessed words in {n_sentences} sentences; the words "
            f"shown make {share:.0f} % of all pull. {CAUTION} {SOURCE}"
        ),
    )


def plot_sentences(extremes: pd.DataFrame) -> Chart:
    """Draw the most negative and most positive sentences with the words TextBlob knew in them.

    `extremes` has article_id, sentence, polarity, known_words, text (see
    `counts.extreme_sentences`), and is what is plotted.

    >>> from matplotlib.pyplot import close
    >>> row = {"article_id": "a", "sentence": 0, "polarity": 0.7, "known_words": "good +0.7"}
    >>> chart = plot_sentences(pd.DataFrame([row | {"text": "A good plan."}]))
    >>> close(chart.figure)
    >>> "highest (+0.70) on good +0.7" in chart.alt
    True
    """
    data = extremes.reset_index(drop=True)
    figure, axes = new_axes("The sentences TextBlob scores lowest and highest", height=10)
    axes.barh(data.index, data["polarity"], color=[pick_colour(p) for p in data["polarity"]],
              height=0.3)  # fmt: skip
    for row in data.itertuples():
        left = row.polarity < 0
        text = textwrap.fill(row.text, 52) + f"\n[{row.known_words}]"
        axes.annotate(text, (0, row.Index), xytext=(6 if left else -6, 0),
                      textcoords="offset points", ha="left" if left else "right", va="center",
                      fontsize=9)  # fmt: skip
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.axvline(0, color="black", linewidth=0.8)
    axes.set_xlim(-1.05, 1.05)
    axes.set_xlabel("polarity of the sentence")
    low, high = data.iloc[0], data.iloc[-1]
    return Chart(
        name="fig-03-c-sentences",
        figure=figure,
        data=data,
        alt=(
            f"Bar chart of the {len(data) // 2} most negative and {len(data) // 2} most positive "
            f"sentences. The lowest ({low['polarity']:+.2f}) rests on {low['known_words']}; the "
            f"highest ({high['polarity']:+.2f}) on {high['known_words']}."
        ),
        caption=f"In brackets the words that were assessed. {CAUTION} {SOURCE}",
    )
