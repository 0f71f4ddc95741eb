"""Charts of TextBlob's polarity: the words and the sentences that make it."""

import textwrap

import pandas as pd

from helpers.charts.style import BLUE, VERMILION, Chart, height_for, new_axes, of_own, source

CAUTION = "Polarity is TextBlob's, measured on our abstracts: it is not the outlet's tone."
CAUTION_ELSEWHERE = "Polarity is TextBlob's: it knows words, not what they are said of."


def caution() -> str:
    """Return what a caption says against reading polarity as tone.

    >>> caution() == CAUTION
    True
    """
    return of_own(CAUTION, CAUTION_ELSEWHERE)


def pick_colour(value: float) -> str:
    """Return the colour of a polarity: one below zero, another from zero up.

    >>> pick_colour(-0.1) == VERMILION, pick_colour(0.0) == BLUE
    (True, True)
    """
    return VERMILION if value < 0 else BLUE


def plot_words(words: pd.DataFrame, n_sentences: int, each: int = 12) -> Chart:
    """Draw the words that pull polarity down and up most, at most `each` of either.

    `words` has word, polarity, n, pull, sorted by pull (see `tone.tables.drivers`); the words shown
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
    figure, axes = new_axes(
        "The words that make TextBlob's polarity", height_for(len(data), 0.25, most=6.6)
    )
    axes.barh(data.index, data["pull"], color=[pick_colour(pull) for pull in data["pull"]])
    for row in data.itertuples():
        axes.annotate(f"{row.n} × {row.polarity:+.2f}", (row.pull, row.Index),
                      xytext=(4 if row.pull > 0 else -4, 0), textcoords="offset points",
                      ha="left" if row.pull > 0 else "right", va="center", fontsize=9)  # fmt: skip
    axes.set_yticks(data.index, data["word"])
    axes.axvline(0, color="black", linewidth=0.8)
    axes.margins(x=0.18, y=0.02)
    axes.set_xlabel("pull: what the word adds to the sum of the sentences' polarities")
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
            f"shown make {share:.0f} % of all pull. {caution()} {source()}"
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
    figure, axes = new_axes(
        "The sentences TextBlob scores lowest and highest", height_for(len(data), 1.0, most=10)
    )
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
        caption=(
            f"n = {len(data)} sentences. In brackets the words that were assessed. {caution()} "
            f"{source()}"
        ),
    )
