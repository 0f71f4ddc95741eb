"""An article with its attributions marked, for the eye."""

import html
from itertools import pairwise

import pandas as pd
from IPython.display import HTML

# (column prefix, opening tag, closing tag), the innermost last.
MARKS = (
    ("content", '<span style="background:#FFF2CC;color:#000">', "</span>"),
    ("source", '<b style="color:#0072B2">', "</b>"),
    ("cue", '<i style="color:#B34700;text-decoration:underline">', "</i>"),
)


def mark_attributions(text: str, attributions: pd.DataFrame) -> HTML:
    """Return `text` with sources bold, cues underlined and contents shaded.

    `attributions` are the article's rows of the attributions table, with start and end (characters)
    of source, cue and content; absent ones are missing values.

    >>> row = {"source_start": 0, "source_end": 2, "cue_start": 3, "cue_end": 7}
    >>> table = pd.DataFrame([row | {"content_start": 8, "content_end": 10}])
    >>> "<b" in mark_attributions("He said no.", table).data
    True
    """
    spans = {
        name: [
            (int(row[f"{name}_start"]), int(row[f"{name}_end"]))
            for row in attributions.to_dict("records")
            if pd.notna(row[f"{name}_start"])
        ]
        for name, _, _ in MARKS
    }
    edges = sorted(
        {0, len(text), *(edge for each in spans.values() for span in each for edge in span)}
    )
    pieces = []
    for start, end in pairwise(edges):
        piece = html.escape(text[start:end])
        for name, opening, closing in reversed(MARKS):
            if any(left <= start and end <= right for left, right in spans[name]):
                piece = f"{opening}{piece}{closing}"
        pieces.append(piece)
    return HTML(f'<p style="max-width:44em;line-height:1.7">{"".join(pieces)}</p>')
