"""An article with its attributions marked, for the eye."""

import html
from itertools import pairwise

import pandas as pd
from IPython.display import HTML

# (column prefix, opening tag, closing tag), the innermost last. A notebook brings its own style,
MARKS = (
    ("content", '<span style="background:#FFF2CC;color:#000">', "</span>"),
    ("source", '<b style="color:#0072B2">', "</b>"),
    ("cue", '<i style="color:#B34700;text-decoration:underline">', "</i>"),
)
# a page that has a style sheet asks for names alone.
NAMED_MARKS = (
    ("content", '<span class="content">', "</span>"),
    ("source", '<b class="source">', "</b>"),
    ("cue", '<i class="cue">', "</i>"),
)


def mark_spans(text: str, attributions: pd.DataFrame, marks: tuple = NAMED_MARKS) -> str:
    """Return `text` as HTML with source, cue and content of each attribution in tags.

    `attributions` are the article's rows of the attributions table, with start and end (characters)
    of source, cue and content; absent ones are missing values. `marks` are column prefix, opening
    and closing tag of each.

    >>> row = {"source_start": 0, "source_end": 2, "cue_start": 3, "cue_end": 7}
    >>> table = pd.DataFrame([row | {"content_start": float("nan"), "content_end": float("nan")}])
    >>> mark_spans("He said <no>.", table)
    '<b class="source">He</b> <i class="cue">said</i> &lt;no&gt;.'
    """
    spans = {
        name: [
            (int(row[f"{name}_start"]), int(row[f"{name}_end"]))
            for row in attributions.to_dict("records")
            if pd.notna(row[f"{name}_start"])
        ]
        for name, _, _ in marks
    }
    edges = sorted(
        {0, len(text), *(edge for each in spans.values() for span in each for edge in span)}
    )
    pieces = []
    for start, end in pairwise(edges):
        piece = html.escape(text[start:end])
        for name, opening, closing in reversed(marks):
            if any(left <= start and end <= right for left, right in spans[name]):
                piece = f"{opening}{piece}{closing}"
        pieces.append(piece)
    return "".join(pieces)


def mark_attributions(text: str, attributions: pd.DataFrame) -> HTML:
    """Return `text` for a notebook, with sources bold, cues underlined and contents shaded.

    `attributions` is as in `mark_spans`.

    >>> row = {"source_start": 0, "source_end": 2, "cue_start": 3, "cue_end": 7}
    >>> table = pd.DataFrame([row | {"content_start": 8, "content_end": 10}])
    >>> "<b" in mark_attributions("He said no.", table).data
    True
    """
    marked = mark_spans(text, attributions, MARKS)
    return HTML(f'<p style="max-width:44em;line-height:1.7">{marked}</p>')
