"""The signs by which a sentence's stance toward the arrangement is told."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from helpers import load
from helpers.attribution.cues import build_lexicon
from helpers.faults import read_table
from helpers.paths import DATA
from helpers.tone import schemas
from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.opinions import TOWARD_OTHERS, read_opinions
from helpers.tone.signs import (
    CLAUSE_ENDS,
    NAME,
    NUMBER,
    Reading,
    Signs,
    fold_names,
    pole_values,
    read_opinion_words,
    word_pieces,
)
from helpers.words.plain import plain_text
from helpers.words.texts import read_sentences

# What turns a phrase as a whole: also to deny or refuse it, which turns no single word.
NEGATED_BEFORE = re.compile(
    r"\b(?:not|n't|never|no|without|nor|den\w+|refus\w+|rather than)\W+(?:\w+\W+){0,2}$"
)
# How much a kind of sign counts before anything is learned: a phrase says more than a word piece.
STRENGTHS = {"frame": 2.0, "pair": 0.7, "piece": 0.5}


@dataclass(frozen=True)
class Frame:
    """One phrase of data/stance_frames.csv; `turns` says whether a negation turns it.

    >>> frame = Frame("legal win", 1, re.compile("lifted"), True)
    >>> frame.frame, frame.stance
    ('legal win', 1)
    """

    frame: str
    stance: int
    pattern: re.Pattern
    turns: bool


@lru_cache(maxsize=1)
def read_frames(path: Path = DATA / "stance_frames.csv") -> tuple[Frame, ...]:
    """Return the phrases by which an arrangement is attacked or defended.

    Raises:
        DataFault: see `faults.read_table`.

    >>> bool(read_frames()[0].pattern.search("the top court lifted the injunction"))
    True
    """
    return tuple(
        Frame(row.frame, int(row.stance), re.compile(row.pattern), row.turns == "yes")
        for row in read_table(path, schemas.STANCE_FRAMES).itertuples()
    )


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, str]]:
    return {
        form: (row["class"], row["stance"])
        for row in load.cues().to_dict("records")
        if row["kind"] == "verb"
        for form in row["forms"].split("|")
    }


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return frozenset(build_lexicon().nouns)


def read_for_stance(text: str) -> Reading:
    """Return the Reading of one sentence given as text.

    >>> read_for_stance("The deal failed.").stems
    ['the', 'deal', 'fail', '.']
    """
    plain = plain_text(text)
    [sentence] = read_sentences(plain, [(0, len(plain))], _nouns())
    return read_opinion_words(sentence, read_opinions())


def stance_signs(reading: Reading, number: int = 0, of: int = 1) -> Signs:
    """Return the signs of the sentence `number` (0-based) of an article of `of` sentences.

    Kinds: word (negated: "!word"), pair, piece, cue, valence, pole, news (what the news analyzer
    assesses), group (in the last clause:
    group-end), frame (in the second half: frame-end), place, length, and what the sentence holds.

    >>> signs = stance_signs(read_for_stance("The plan was not safe.")).strength
    >>> signs["word=!safe"], signs["frame=not safe there"], signs["length"]
    (1.0, 2.0, 0.15)
    """
    sentence, stems, signs = reading.sentence, reading.stems, Signs()
    words, size, cues = range(len(stems)), len(stems), _cues()
    ends = [i for i in words if sentence.lower[i] in CLAUSE_ENDS and i < size - 4]
    last = ends[-1] + 1 if ends else 0
    for i in words:
        if stems[i] == NAME:
            continue
        signs.add(f"word={'!' if reading.negated[i] else ''}{stems[i]}", [i])
        signs.mark(word_pieces(sentence.lower[i]), i, STRENGTHS["piece"])
        if sentence.lower[i] in cues:
            for kind, value in zip(("does", "lends"), cues[sentence.lower[i]], strict=True):
                signs.add(f"cue-{kind}={value}", [i])
        for group, _ in reading.groups[i]:
            turned = "!" if reading.negated[i] else ""
            signs.add(f"group={turned}{group}", [i], most=2)
            signs.add(f"group-{sentence.tags[i][:2]}={group}", [i])
            if i >= last:
                signs.add(f"group-end={turned}{group}", [i])
    folded = fold_names(stems)
    for (one, i), (other, j) in pairwise(folded):
        signs.add(f"pair={one}_{other}", [i, j], STRENGTHS["pair"], STRENGTHS["pair"])
    poles = pole_values(reading, words, TOWARD_OTHERS)
    news = _news_values(sentence)
    zones = {
        "": words, "-end": range(last, size), "-quoted": [i for i in words if sentence.quoted[i]]
    }  # fmt: skip
    for zone, places in zones.items():
        signs.add_balance(f"valence{zone}", {i: reading.values[i] for i in places}, 4)
        signs.add_balance(f"pole{zone}", {i: poles[i] for i in places}, 3)
        signs.add_balance(f"news{zone}", {i: news[i] for i in places if i in news}, 0.5)
    _add_frames(signs, reading)
    signs.add("place", strength=number / max(of - 1, 1))
    for name, true in {
        "first": number == 0, "last": number == of - 1, "quotes": any(sentence.quoted),
        "numbers": NUMBER in stems, "negates": any(reading.negated),
    }.items():  # fmt: skip
        if true:
            signs.add(name)
    signs.add("length", strength=size / 40, most=3)
    return signs


def _news_values(sentence) -> dict[int, float]:
    """Return what the news analyzer assesses, by the word where it begins."""
    values: dict[int, float] = {}
    for found in _analyzer().find(sentence.text):
        place = max(bisect_right(sentence.starts, found.start) - 1, 0)
        values[place] = values.get(place, 0.0) + found.polarity
    return values


@lru_cache(maxsize=1)
def _analyzer() -> NewsAnalyzer:
    return NewsAnalyzer()


def _add_frames(signs: Signs, reading: Reading) -> None:
    sentence = reading.sentence
    low = sentence.text.lower()
    strength, found = STRENGTHS["frame"], {1: set(), -1: set()}
    count = {1: 0, -1: 0}
    for number, frame in enumerate(read_frames()):
        for match in frame.pattern.finditer(low):
            turned = frame.turns and bool(NEGATED_BEFORE.search(low[: match.start()]))
            name = ("!" if turned else "") + frame.frame
            places = [i for i, start in enumerate(sentence.starts)
                      if match.start() <= start < match.end()]  # fmt: skip
            signs.add(f"frame={name}", places, strength, strength)
            signs.add(f"frame-{number}={name}", places, strength, strength)
            if match.start() > len(low) / 2:
                signs.add(f"frame-end={name}", places, strength, strength)
            side = -frame.stance if turned else frame.stance
            count[side] += 1
            found[side].update(places)
    for side, mark in ((1, "+"), (-1, "-")):
        if count[side]:
            signs.add(f"frames{mark}", found[side], min(count[side], 4), most=4)
    if count[1] + count[-1]:
        balance = (count[1] - count[-1]) / (count[1] + count[-1])
        signs.add("frames~", found[1] | found[-1], strength * balance, strength)
