"""Phrases by which an arrangement is attacked or defended, found in a sentence as signs."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex

from helpers.faults import read_table
from helpers.paths import DATA
from helpers.tone import schemas
from helpers.tone.signs import Signs
from helpers.words.tokens import Sentence

WORD = regex.compile(r"\w+")
# What turns a phrase as a whole: also to deny or refuse it, which turns no single word.
NEGATED_BEFORE = regex.compile(
    r"\b(?:not|n't|never|no|without|nor|den\w+|refus\w+|rather than)\W+(?:\w+\W+){0,2}$"
)
# How much a phrase counts before anything is learned: more than a word.
STRENGTH = 2.0


@dataclass(frozen=True)
class Frame:
    """One phrase of data/stance_frames.csv; `turns` says whether a negation turns it.

    >>> frame = Frame("legal win", 1, regex.compile("lifted"), True)
    >>> frame.frame, frame.stance
    ('legal win', 1)
    """

    frame: str
    stance: int
    pattern: regex.Pattern
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
        Frame(row.frame, int(row.stance), regex.compile(row.pattern), row.turns == "yes")
        for row in read_table(path, schemas.STANCE_FRAMES).itertuples()
    )


@lru_cache(maxsize=100_000)
def opened_by(word: str) -> tuple[int, ...]:
    """Return the numbers of the frames that may begin with `word` (lower case, whole).

    Frames begin where a word does; looking only where one may begin spares most looks. What stands
    behind a word is space, hyphen, apostrophe or a mark that no frame names.

    >>> [read_frames()[number].frame for number in opened_by("lifted")]
    ['legal win']
    """
    if not _any_frame().match(word, partial=True):
        return ()
    return tuple(
        number
        for number, frame in enumerate(read_frames())
        if frame.pattern.match(word, partial=True)
        and any(frame.pattern.match(word + mark, partial=True) for mark in " -'.")
    )


@lru_cache(maxsize=1)
def _any_frame() -> regex.Pattern:
    return regex.compile("|".join(frame.pattern.pattern for frame in read_frames()))


def find_frames(low: str) -> list[tuple[int, regex.Match]]:
    """Return the number and the match of each frame in `low` (lower case), by number and place.

    >>> [(number, match.start()) for number, match in find_frames("an illegal, illegal plan")]
    [(5, 3), (5, 12)]
    """
    frames, found = read_frames(), []
    opened = [(number, word.start()) for word in WORD.finditer(low)
              for number in opened_by(word.group())]  # fmt: skip
    for number, start in sorted(opened):
        if found and found[-1][0] == number and start < found[-1][1].end():
            continue  # inside the last one
        match = frames[number].pattern.match(low, start)
        if match:
            found.append((number, match))
    return found


def add_frames(signs: Signs, sentence: Sentence) -> None:
    """Add the frames that stand in the Sentence: each, where, and which side has more of them.

    >>> from helpers.words.tokens import read_sentence
    >>> signs = Signs()
    >>> add_frames(signs, read_sentence("Illegal.", (0, 8)))
    >>> signs.strength
    {'frame=legal defeat': 2.0, 'frame-5=legal defeat': 2.0, 'frames-': 1.0, 'frames~': -2.0}
    """
    low = sentence.text.lower()
    found, count = {1: set(), -1: set()}, {1: 0, -1: 0}
    for number, match in find_frames(low):
        frame = read_frames()[number]
        turned = frame.turns and bool(NEGATED_BEFORE.search(low[: match.start()]))
        name = ("!" if turned else "") + frame.frame
        places = range(*(bisect_left(sentence.starts, edge) for edge in match.span()))
        signs.add(f"frame={name}", places, STRENGTH, STRENGTH)
        signs.add(f"frame-{number}={name}", places, STRENGTH, STRENGTH)
        if match.start() > len(low) / 2:
            signs.add(f"frame-end={name}", places, STRENGTH, STRENGTH)
        side = -frame.stance if turned else frame.stance
        count[side] += 1
        found[side].update(places)
    for side, mark in ((1, "+"), (-1, "-")):
        if count[side]:
            signs.add(f"frames{mark}", found[side], min(count[side], 4), most=4)
    if count[1] + count[-1]:
        balance = (count[1] - count[-1]) / (count[1] + count[-1])
        signs.add("frames~", found[1] | found[-1], STRENGTH * balance, STRENGTH)
