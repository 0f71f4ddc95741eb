"""Where the words a coder copied stand in the abstract: text spans become character offsets."""

import re

import pandas as pd

from helpers.faults import DataFault

Span = tuple[int, int]
COLUMNS = [
    "article_id", "sentence", "source_start", "source_end", "cue_start", "cue_end",
    "content_start", "content_end", "source_text", "source_name", "cue_text", "content_text",
    "mode", "source_type", "source_side", "anonymity",
]  # fmt: skip


def find_occurrences(words: str, text: str) -> list[Span]:
    """Return where `words` stand in `text`, each as (start, end), never inside a longer word.

    >>> find_occurrences("he", "he said the man said he left")
    [(0, 2), (21, 23)]
    """
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text)] if words else []


def nearest(found: list[Span], cue: Span, avoid: Span | None = None) -> Span | None:
    """Return the span of `found` nearest to `cue`, one outside `avoid` before one inside it.

    >>> nearest([(0, 2), (8, 10)], cue=(3, 7), avoid=(8, 20))
    (0, 2)
    """

    def distance(span: Span) -> tuple[bool, int, int]:
        inside = avoid is not None and span[0] < avoid[1] and avoid[0] < span[1]
        return (inside, max(cue[0] - span[1], span[0] - cue[1], 0), span[0])

    return min(found, key=distance, default=None)


def place_spans(sheet: pd.DataFrame, sentences: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a coder's sheet with character offsets in the article, in order of place.

    Args:
        sheet: one row an attribution, columns of `forms.ATTRIBUTION_SHEET`, all text: the words of
            source, cue and content as they stand, `cue_nth` for a cue that stands more than once
            in its sentence (counted from 1; empty is 1).
        sentences: of the same articles (see `sentences.split_articles`).
        name: what the faults call the sheet.

    Returns the columns of `forms.ATTRIBUTIONS`; offsets are nullable integers. Source and content
    are taken where they stand nearest to the cue, the source outside the content unless the cue is
    set in it ("It is, he said, what he saw"); the content may run on past its sentence.

    Raises:
        DataFault: words do not stand in the sentence that is named; all faults are listed.

    >>> sentences = pd.DataFrame({"article_id": ["a"], "sentence": [0], "start": [0], "end": [14],
    ...                           "text": ["He said he won."]})
    >>> row = {"article_id": "a", "sentence": "0", "source_text": "He", "source_name": "Jo",
    ...        "cue_text": "said", "content_text": "he won", "cue_nth": "", "mode": "indirect",
    ...        "source_type": "public", "source_side": "none", "anonymity": "named"}
    >>> place_spans(pd.DataFrame([row]), sentences, "mine").iloc[0, 2:8].tolist()
    [0, 2, 3, 7, 8, 14]
    """
    known = {(row.article_id, row.sentence): row for row in sentences.itertuples()}
    texts = {key: whole_text(group) for key, group in sentences.groupby("article_id")}
    rows, faults = [], []
    for number, row in zip(sheet.index + 2, sheet.to_dict("records"), strict=True):
        sentence = known.get((row["article_id"], int(row["sentence"])))
        if row["article_id"] not in texts:
            faults.append((number, "article_id", row["article_id"], "not among the articles drawn"))
            continue
        if sentence is None:
            faults.append((number, "sentence", row["sentence"], "no such sentence of that article"))
            continue
        spans, missing = _place(row, sentence, texts[row["article_id"]])
        faults += [(number, column, row[column], remedy) for column, remedy in missing]
        rows.append(row | spans | {"sentence": int(row["sentence"])})
    if faults:
        raise DataFault.of(
            name, [f"row {n}, column {c!r}: {v!r}: {why}" for n, c, v, why in faults]
        )
    table = pd.DataFrame(rows, columns=COLUMNS)
    offsets = [column for column in COLUMNS if column.endswith(("_start", "_end"))]
    table = table.astype(dict.fromkeys(offsets, "Int64"))
    order = ["article_id", "sentence", "cue_start", "content_start", "source_start"]
    return table.sort_values(order, ignore_index=True, kind="stable")


def whole_text(sentences: pd.DataFrame) -> str:
    """Return the text that the sentences of one article were cut from, gaps as spaces.

    >>> whole_text(pd.DataFrame({"start": [0, 4], "text": ["No.", "Yes."]}))
    'No. Yes.'
    """
    text = ""
    for row in sentences.sort_values("start").itertuples():
        text = text.ljust(row.start) + row.text
    return text


def _place(row: dict, sentence, text: str) -> tuple[dict, list[tuple[str, str]]]:
    first = sentence.start
    missing = []
    nth = int(row["cue_nth"] or 1)
    cues = [(a + first, b + first) for a, b in find_occurrences(row["cue_text"], sentence.text)]
    if not 1 <= nth <= len(cues):
        why = f"stands {len(cues)} time(s) in its sentence, cue_nth says {nth}; copy its words"
        return {}, [("cue_text", why)]
    cue = cues[nth - 1]
    contents = [
        span
        for span in find_occurrences(row["content_text"], text)
        if first <= span[0] < sentence.end
    ]
    content = nearest(contents, cue, None if row["cue_text"] in row["content_text"] else cue)
    if row["content_text"] and content is None:
        missing.append(("content_text", "does not stand in its sentence; copy it to the letter"))
    sources = [
        (a + first, b + first) for a, b in find_occurrences(row["source_text"], sentence.text)
    ]
    inset = content is not None and content[0] <= cue[0] < content[1]
    source = nearest(sources, cue, None if inset else content)
    if row["source_text"] and source is None:
        missing.append(("source_text", "does not stand in its sentence; copy it to the letter"))
    spans = {}
    for column, span in (("source", source), ("cue", cue), ("content", content)):
        spans[f"{column}_start"], spans[f"{column}_end"] = span or (None, None)
    return spans, missing
