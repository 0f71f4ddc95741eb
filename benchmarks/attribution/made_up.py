"""Made-up abstracts to learn from (data/made_up.csv), read into texts and attributions."""

import re
from pathlib import Path

from polnear import Gold

from helpers.faults import read_table
from helpers.paths import DATA
from helpers.schemas import MADE_UP

MARK = re.compile(r"([{<])(\d+):([^{}<>]*)[}>]")


def read_made_up(path: Path = DATA / "made_up.csv") -> dict[str, tuple[str, list[Gold]]]:
    """Return text and attributions of each made-up abstract, by id, in order of the file.

    A source is marked {1:so}, a cue <1:so>, with the number of its source in the sentence, 0 for
    none.
    """
    texts: dict[str, tuple[str, list[Gold]]] = {}
    for row in read_table(path, MADE_UP).itertuples():
        text, gold = texts.get(row.article_id, ("", []))
        sentence, found = _read_marks(row.marked, start=len(text) + bool(text))
        texts[row.article_id] = (f"{text} {sentence}".lstrip(), gold + found)
    return texts


def _read_marks(marked: str, start: int) -> tuple[str, list[Gold]]:
    plain, last, sources, cues = "", 0, {"0": ()}, []
    for mark in MARK.finditer(marked):
        plain += marked[last : mark.start()]
        span = (start + len(plain), start + len(plain) + len(mark[3]))
        plain, last = plain + mark[3], mark.end()
        if mark[1] == "{":
            sources[mark[2]] = (span,)
        else:
            cues.append((mark[2], span))
    return plain + marked[last:], [Gold(sources[number], (span,)) for number, span in cues]
