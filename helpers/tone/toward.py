"""The tone toward an actor where a sentence names it: negative (-1), neither (0), positive (1)."""

from functools import lru_cache

import pandas as pd

from helpers.tone.driven import Drivers, find_drivers
from helpers.tone.stance_signs import read_for_stance
from helpers.tone.toward_signs import find_place, tone_signs
from helpers.tone.votes import Votes, decide, read_votes

COLUMNS = [
    "article_id", "sentence", "actor_id", "start", "end", "tone", "score",
    "chance_negative", "chance_neither", "chance_positive",
]  # fmt: skip
_votes = lru_cache(maxsize=1)(lambda: read_votes("tone")["all"])
_read = lru_cache(maxsize=16)(read_for_stance)  # several actors of one sentence stand together


def judge_tone(
    text: str, start: int, end: int, votes: Votes | None = None
) -> tuple[float, float, float]:
    """Return the chances (0 to 1) that `text` is negative, neither, positive on the actor it names.

    `text` is one sentence; `start` and `end` are the characters of the actor's name in it.

    Raises:
        ValueError: no word stands there.

    >>> chances = judge_tone("Critics accused Lee of fraud and lies.", 16, 19)
    >>> max(chances) == chances[0]
    True
    """
    reading, votes = _read(text), votes or _votes()
    place = find_place(reading, start, end)
    return votes.chances(tone_signs(reading, place, votes.known))


def score_of(chances: tuple[float, float, float]) -> float:
    """Return the tone as one number, -1 to 1: the chance of positive less that of negative.

    >>> score_of((0.5, 0.25, 0.25))
    -0.25
    """
    return chances[2] - chances[0]


def score_tone(
    sentences: pd.DataFrame, mentions: pd.DataFrame, votes: Votes | None = None
) -> pd.DataFrame:
    """Return the tone toward each mentioned actor, in the order of `mentions`; columns COLUMNS.

    `sentences` is that of `sentences.split_articles`, `mentions` that of `actors.mention_table`
    (article_id, sentence, actor_id, start, end: characters in the article). `tone` is the
    likeliest code, `score` (-1 to 1) the chance of positive less that of negative.

    The weights were learned on people and bodies in US political news (NewsMTSC: Hamborg and
    Donnay 2021); what holds there need not hold of groups and states.

    >>> from helpers import measure
    >>> articles = pd.DataFrame({"article_id": ["a"], "text": ["Lawyers praised Paul Kagame."]})
    >>> found = measure(articles)
    >>> score_tone(found.sentences, found.mentions)["tone"].tolist()[-1]
    1
    """
    texts = sentences.set_index(["article_id", "sentence"])[["start", "text"]]
    texts = dict(zip(texts.index, texts.itertuples(index=False, name=None), strict=True))
    rows = []
    for row in mentions.itertuples():
        offset, text = texts[row.article_id, row.sentence]
        end = min(row.end - offset, len(text))
        chances = judge_tone(text, row.start - offset, end, votes)
        rows.append(
            (row.article_id, row.sentence, row.actor_id, row.start, row.end, decide(chances),
             round(score_of(chances), 6), *(round(chance, 6) for chance in chances))
        )  # fmt: skip
    return pd.DataFrame(rows, columns=COLUMNS)


def explain_tone(text: str, start: int, end: int, votes: Votes | None = None) -> Drivers:
    """Return the words that drive the tone toward the actor at `start` to `end` of a sentence.

    Raises:
        ValueError: no word stands there.

    >>> explain_tone("Critics accused Lee of fraud and lies.", 16, 19).code
    -1
    """
    reading = _read(text)
    signs = tone_signs(reading, find_place(reading, start, end))
    return find_drivers(
        reading.sentence, signs, votes or _votes(), names=("negative", "neither", "positive")
    )
