"""Reading the codings of data/gold/: each coder's, and the settled one that is called gold."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.faults import DataFault, check_known, read_table
from helpers.gold import forms
from helpers.gold.sample import GOLD
from helpers.source_types import allow_types, check_types

CODERS = ("coder-a", "coder-b")
SETTLED = "settled"
TRAINING = "training"  # the records that were not drawn, coded once, to learn from


@dataclass(frozen=True)
class Coding:
    """What one coder coded: attributions with their places, and the stance of each sentence.

    `attributions` has the columns of `spans.COLUMNS`, `stance` article_id, sentence and stance; an
    article is coded if it has a stance.

    >>> Coding(pd.DataFrame(), pd.DataFrame({"article_id": ["a", "a"]})).coded
    ['a']
    """

    attributions: pd.DataFrame
    stance: pd.DataFrame

    @property
    def coded(self) -> list[str]:
        """The ids of the coded articles, in order.

        >>> Coding(pd.DataFrame(), pd.DataFrame({"article_id": ["b", "a"]})).coded
        ['a', 'b']
        """
        return sorted(set(self.stance["article_id"]))


def read_attributions(who: str, articles: pd.DataFrame, folder: Path = GOLD) -> pd.DataFrame:
    """Return the attributions of a coding, in order of place; columns as in `spans.COLUMNS`.

    Args:
        who: "coder-a", "coder-b" or "settled".
        articles: the corpus, with article_id and text.
        folder: holds attributions-WHO.csv.

    Numbers are nullable integers.

    Raises:
        DataFault: see `faults.read_table`; also where an article is not in the corpus, or a span
            is not the words that stand at its place in the text.

    >>> from helpers import load
    >>> read_attributions("settled", load.articles()).columns[:3].tolist()
    ['article_id', 'sentence', 'source_start']
    """
    return read_placed(Path(folder) / f"attributions-{who}.csv", articles)


def read_placed(
    path: Path, articles: pd.DataFrame, types: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the attributions at `path`; as `read_attributions`, with source types of one's own.

    >>> from helpers import load
    >>> len(read_placed(GOLD / "attributions-settled.csv", load.articles()).columns)
    16
    """
    table = read_table(path, allow_types(forms.ATTRIBUTIONS, check_types(types)))
    check_known(table, "article_id", articles["article_id"], path.name, "articles.csv")
    numbers = [c for c in table.columns if c == "sentence" or c.endswith(("_start", "_end"))]
    table[numbers] = table[numbers].apply(pd.to_numeric, errors="coerce").astype("Int64")
    check_spans(table, articles, path.name)
    return table.astype({"sentence": int})


def check_spans(table: pd.DataFrame, articles: pd.DataFrame, name: str) -> None:
    """Return None if every span of `table` is the words that stand at its place in the text.

    `table` has the columns of `spans.COLUMNS`, `articles` article_id and text.

    Raises:
        DataFault: with a line for each span that is not.

    >>> table = pd.DataFrame({"article_id": ["a"], "cue_start": [0], "cue_end": [2],
    ...                       "cue_text": ["said"]})
    >>> check_spans(table, pd.DataFrame({"article_id": ["a"], "text": ["He said."]}), "mine")
    Traceback (most recent call last):
    helpers.faults.DataFault: 1 fault(s) in mine:
      mine: row 2, column 'cue_text': 'said': the text has 'He' at this place; mend the place
    """
    texts = articles.set_index("article_id")["text"]
    lines = []
    for number, row in enumerate(table.to_dict("records"), start=2):
        text = texts[row["article_id"]]
        for part in ("source", "cue", "content"):
            if f"{part}_text" not in row:
                continue
            start, end = row[f"{part}_start"], row[f"{part}_end"]
            there = "" if pd.isna(start) or pd.isna(end) else text[start:end]
            if there != row[f"{part}_text"]:
                words = f"row {number}, column '{part}_text': {row[f'{part}_text']!r}"
                lines.append(f"{words}: the text has {there!r} at this place; mend the place")
    if lines:
        raise DataFault.of(name, lines)


def read_stance(who: str, sentences: pd.DataFrame, folder: Path = GOLD) -> pd.DataFrame:
    """Return the stance of each sentence by a coding: article_id, sentence (int), stance (text).

    Args:
        who: "coder-a", "coder-b" or "settled".
        sentences: of the corpus (see `sentences.split_articles`).
        folder: holds stance-WHO.csv.

    Raises:
        DataFault: see `faults.read_table`; also where a sentence of a coded article is missing,
            doubled, or not in the corpus.

    >>> from helpers import load
    >>> from helpers.sentences import split_articles
    >>> sorted(set(read_stance("settled", split_articles(load.articles()))["stance"]))
    ['-1', '0', '1']
    """
    return read_stances(Path(folder) / f"stance-{who}.csv", sentences)


def read_stances(path: Path, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the stances at `path`; as `read_stance`.

    >>> from helpers import load
    >>> from helpers.sentences import split_articles
    >>> sentences = split_articles(load.articles())
    >>> read_stances(GOLD / "stance-settled.csv", sentences).columns.tolist()
    ['article_id', 'sentence', 'stance']
    """
    table = read_table(path, forms.STANCE).astype({"sentence": int})
    check_complete(table, sentences, path.name)
    return table


def read_settlements(path: Path = GOLD / "settlements.csv") -> pd.DataFrame:
    """Return each difference of the coders, what each had, what was settled and why, as text.

    Columns: article_id, sentence, coding, differs, coder_a, coder_b, settled, reason.

    Raises:
        DataFault: see `faults.read_table`.

    >>> sorted(set(read_settlements()["coding"]))
    ['attribution', 'stance']
    """
    return read_table(path, forms.SETTLEMENTS)


def check_complete(table: pd.DataFrame, sentences: pd.DataFrame, name: str) -> None:
    """Return None if `table` holds every sentence of each of its articles once and no other.

    Raises:
        DataFault: with a line for each sentence that is missing, doubled or unknown.

    >>> sentences = pd.DataFrame({"article_id": ["a", "a", "b"], "sentence": [0, 1, 0]})
    >>> check_complete(sentences.head(1), sentences, "mine")
    Traceback (most recent call last):
    helpers.faults.DataFault: 1 fault(s) in mine:
      mine: article 'a', sentence 1 is missing; code it
    """
    wanted = sentences[sentences["article_id"].isin(table["article_id"])]
    wanted = set(zip(wanted["article_id"], wanted["sentence"], strict=True))
    given = list(zip(table["article_id"], table["sentence"], strict=True))
    faults = [(key, "is missing; code it") for key in sorted(wanted - set(given))]
    faults += [(key, "is not in the corpus; remove it") for key in sorted(set(given) - wanted)]
    faults += [
        (k, "stands twice; keep one") for k in sorted({k for k in given if given.count(k) > 1})
    ]
    if faults:
        raise DataFault.of(name, [f"article {a!r}, sentence {n} {why}" for (a, n), why in faults])
