"""The signs by which the tone toward one actor, named at a span of a sentence, is told."""

from itertools import pairwise

from helpers.tone.opinion_words import CLAUSE_ENDS, NAME, Reading, fold_names, opinion_values
from helpers.tone.opinions import TOWARD_OTHERS
from helpers.tone.roles import Place, add_role
from helpers.tone.signs import Known, Signs

NEAR, HALF = 4, 8  # words: what is near; where a word beside the actor counts half
PIECE = 1.0


def find_place(reading: Reading, start: int, end: int) -> Place:
    """Return the first and last word that the characters `start` to `end` touch.

    Raises:
        ValueError: they touch none.

    >>> from helpers.tone.stance_signs import read_for_stance
    >>> find_place(read_for_stance("Mr. Lee lied."), 4, 7)
    (1, 1)
    """
    sentence = reading.sentence
    pairs = enumerate(zip(sentence.starts, sentence.ends, strict=True))
    touched = [i for i, (left, right) in pairs if left < end and start < right]
    if not touched:
        raise ValueError(f"no word stands at {start}-{end} of {sentence.text!r}")
    return touched[0], touched[-1]


def tone_signs(reading: Reading, place: Place, known: Known | None = None) -> Signs:
    """Return the signs of the tone toward the actor at the words place[0] to place[1].

    Those that are `known`, or all (see `signs.Signs`).

    Kinds: word, pair, piece; left and right (by closeness, "!" where negated); near (pairs and
    threes with the actor as "*"); does, is, done-to, object, owner (the verb or noun the actor goes
    with), says-of; valence, pole and group by zone; what the actor is called; quotation.

    >>> from helpers.tone.stance_signs import read_for_stance
    >>> signs = tone_signs(read_for_stance("Critics accused Lee of fraud."), (2, 2)).strength
    >>> "object=accus" in signs, "group-left=accuse" in signs, "near=accus_*" in signs
    (True, True, True)
    """
    signs = Signs(known)
    _add_words(signs, reading, place)
    add_role(signs, reading, place)
    _add_opinions(signs, reading, place)
    _add_kind(signs, reading, place)
    return signs


def _distance(i: int, place: Place) -> int:
    return place[0] - i if i < place[0] else i - place[1]


def _clause(reading: Reading, place: Place) -> range:
    lower, (first, last) = reading.sentence.lower, place
    while first > 0 and lower[first - 1] not in CLAUSE_ENDS:
        first -= 1
    while last < len(lower) - 1 and lower[last + 1] not in CLAUSE_ENDS:
        last += 1
    return range(first, last + 1)


def _add_words(signs: Signs, reading: Reading, place: Place) -> None:
    folded = fold_names(reading.stems, place)
    for mark, i in folded:
        if mark in ("*", NAME):
            continue
        side = "left" if i < place[0] else "right"
        turned = "!" if reading.negated[i] else ""
        signs.add(f"word={mark}", [i])
        signs.add(f"{side}={turned}{mark}", [i], 1 / (1 + _distance(i, place) / HALF))
        signs.add_pieces(reading.sentence.lower[i], i, PIECE)
    for (one, i), (other, j) in pairwise(folded):
        signs.add(f"pair={one}_{other}", [i, j])
    at = next(n for n, (mark, _) in enumerate(folded) if mark == "*")
    for low in (at - 2, at - 1, at):
        for high in (at, at + 1, at + 2):
            if 0 < high - low <= 2 and low >= 0 and high < len(folded):
                run = folded[low : high + 1]
                signs.add("near=" + "_".join(mark for mark, _ in run), [i for _, i in run])


def _zones(reading: Reading, place: Place) -> dict[str, list[int]]:
    quoted, (first, last) = reading.sentence.quoted, place
    others = [i for i in range(len(reading.stems)) if not first <= i <= last]
    clause = _clause(reading, place)
    return {
        "": others,
        "-left": [i for i in others if i < first],
        "-right": [i for i in others if i > last],
        "-near": [i for i in others if _distance(i, place) <= NEAR],
        "-clause": [i for i in others if i in clause],
        "-quoted": [i for i in others if quoted[i] != quoted[first]],
        "-behind": [i for i in others if last < i <= last + HALF],
        "-before": [i for i in others if first - HALF <= i < first],
    }


def _add_opinions(signs: Signs, reading: Reading, place: Place) -> None:
    tags, zones = reading.sentence.tags, _zones(reading, place)
    clause = set(zones["-clause"])
    valences, poles = opinion_values(reading, TOWARD_OTHERS)
    for zone, places in zones.items():
        signs.add_balance(f"valence{zone}", {i: valences[i] for i in places if i in valences}, 4)
        if zone not in ("-behind", "-before"):
            signs.add_balance(f"pole{zone}", {i: poles[i] for i in places if i in poles}, 3)
    for i in zones[""]:
        side = "left" if i < place[0] else "right"
        for group, _ in reading.groups[i]:
            told = f"{'!' if reading.negated[i] else ''}{group}"
            where = ["", f"-{side}", f"-{tags[i][:2]}-{side}"]
            where += [f"-clause-{side}"] if i in clause else []
            where += [f"-near-{side}"] if _distance(i, place) <= NEAR else []
            where += ["-quoted"] if i in zones["-quoted"] else []
            for zone in where:
                signs.add(f"group{zone}={told}", [i], most=2)


def _add_kind(signs: Signs, reading: Reading, place: Place) -> None:
    sentence, (first, last) = reading.sentence, place
    head = sentence.lower[last]
    pronoun, name = sentence.tags[last][:3] == "PRP", sentence.names[last]
    kind = head if pronoun else f"name-{min(last - first + 1, 3)}" if name else "noun"
    signs.add(f"called={kind}")
    for i in range(first, last):
        if name and not sentence.names[i]:
            signs.add(f"title={reading.stems[i]}", [i])
    for told, true in {
        "is-quoted": sentence.quoted[first], "is-first": first == 0,
        "quotes": any(sentence.quoted), "asks": "?" in sentence.lower,
    }.items():  # fmt: skip
        if true:
            signs.add(told)
    size = len(reading.stems)
    signs.add("place", strength=first / size)
    signs.add("length", strength=size / 40, most=1.5)
    names = sum(mark == NAME for mark, _ in fold_names(reading.stems, place))
    signs.add("names", strength=names / 4, most=1.5)
