"""The signs by which a sentence's stance toward the arrangement is told."""

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from helpers import load
from helpers.attribution.cues import build_lexicon
from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.frames import add_frames
from helpers.tone.opinion_words import (
    CLAUSE_ENDS,
    NAME,
    NUMBER,
    Reading,
    fold_names,
    opinion_values,
    read_opinion_words,
)
from helpers.tone.opinions import TOWARD_OTHERS, read_opinions
from helpers.tone.signs import Known, Signs
from helpers.words.plain import plain_text
from helpers.words.texts import read_sentences

# How much a kind of sign counts before anything is learned.
PAIR, PIECE = 0.7, 0.5


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


def stance_signs(
    reading: Reading, number: int = 0, of: int = 1, known: Known | None = None
) -> Signs:
    """Return the signs of the sentence `number` (0-based) of an article of `of` sentences.

    Those that are `known`, or all (see `signs.Signs`).

    Kinds: word (negated: "!word"), pair, piece, cue, valence, pole, news (what the news analyzer
    assesses), group (in the last clause:
    group-end), frame (in the second half: frame-end), place, length, and what the sentence holds.

    >>> signs = stance_signs(read_for_stance("The plan was not safe.")).strength
    >>> signs["word=!safe"], signs["frame=not safe there"], signs["length"]
    (1.0, 2.0, 0.15)
    """
    sentence, stems, signs = reading.sentence, reading.stems, Signs(known)
    words, size, cues = range(len(stems)), len(stems), _cues()
    ends = [i for i in words if sentence.lower[i] in CLAUSE_ENDS and i < size - 4]
    last = ends[-1] + 1 if ends else 0
    for i in words:
        if stems[i] == NAME:
            continue
        signs.add(f"word={'!' if reading.negated[i] else ''}{stems[i]}", [i])
        signs.add_pieces(sentence.lower[i], i, PIECE)
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
        signs.add(f"pair={one}_{other}", [i, j], PAIR, PAIR)
    valences, poles = opinion_values(reading, TOWARD_OTHERS)
    news = _news_values(sentence)
    zones = {
        "": words, "-end": range(last, size), "-quoted": {i for i in words if sentence.quoted[i]}
    }  # fmt: skip
    told = (("valence", valences, 4), ("pole", poles, 3), ("news", news, 0.5))
    for zone, places in zones.items():
        for name, values, unit in told:
            inside = {i: value for i, value in values.items() if i in places}
            if inside:
                signs.add_balance(f"{name}{zone}", inside, unit)
    add_frames(signs, sentence)
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
