"""What an actor does, is, owns or has done to it in a sentence: signs of the tone toward it."""

from helpers.tone.opinion_words import CLAUSE_ENDS, Reading
from helpers.tone.signs import Signs
from helpers.words.word_classes import AUXILIARIES, BE, NEGATIONS, POSSESSIVES, is_helper

OWNERS = POSSESSIVES | {"his", "their", "its", "my", "our"}
EMPTY = frozenset(
    "the a an of in on at for with from to by as is are was were be been it its this that these "
    "those and or , . ' 's NAME".split()
)  # what tells nothing as the object of a verb
Place = tuple[int, int]


def add_role(signs: Signs, reading: Reading, place: Place) -> None:
    """Add the verb or noun that the actor at the words place[0] to place[1] goes with.

    >>> from helpers.tone.stance_signs import read_for_stance
    >>> signs = Signs()
    >>> add_role(signs, read_for_stance("Lee was beaten."), (0, 0))
    >>> list(signs.strength)
    ['done-to', 'done-to=beaten']
    """
    sentence, stems, (first, last) = reading.sentence, reading.stems, place
    lower, tags, size = sentence.lower, sentence.tags, len(stems)
    if is_owner(reading, place):
        signs.add("owner")
        i = last + 2 if lower[last + 1 : last + 2] and lower[last + 1] in POSSESSIVES else last + 1
        while i < min(size, last + 6) and tags[i][:2] in ("JJ", "NN", "RB", "VB"):
            signs.add(f"owner={stems[i]}", [i])
            i += 1
    else:
        _add_verb(signs, reading, last)
    i = first - 1
    while i >= max(0, first - 4) and tags[i][:2] in ("DT", "JJ", "NN", "PR", "CD"):
        i -= 1
    bridge = ""
    if i >= 0 and tags[i] in ("IN", "TO"):
        bridge = lower[i]
        signs.add(f"behind={bridge}", [i])
        i -= 1
    while i >= 0 and tags[i] == "RB":
        i -= 1
    if i >= 0 and tags[i][:2] in ("VB", "NN", "JJ") and lower[i] not in AUXILIARIES:
        signs.add(f"object={stems[i]}", [i])
        if bridge:
            signs.add(f"object={stems[i]}_{bridge}", [i])


def is_owner(reading: Reading, place: Place) -> bool:
    """Say whether the actor stands as the owner of something ("Lee's plan", "his plan").

    >>> from helpers.tone.stance_signs import read_for_stance
    >>> is_owner(read_for_stance("Lee's plan failed."), (0, 0))
    True
    """
    lower, tags, last = reading.sentence.lower, reading.sentence.tags, place[1]
    after = last + 1 < len(lower)
    if lower[last] == "her":
        return after and tags[last + 1][:2] in ("NN", "JJ")
    return lower[last] in OWNERS or (after and lower[last + 1] in POSSESSIVES)


def _add_verb(signs: Signs, reading: Reading, last: int) -> None:
    sentence, stems = reading.sentence, reading.stems
    lower, tags, size = sentence.lower, sentence.tags, len(stems)
    i = last + 1
    if i < size and lower[i] == ",":  # past an inset: "Lee, who is 60, lied"
        i = next((j + 1 for j in range(i + 1, min(size, i + 15)) if lower[j] == ","), i)
    being, turned = False, ""
    while i < size and (is_helper(sentence, i) or lower[i] in NEGATIONS or lower[i] == "who"):
        if lower[i] in BE:
            being = True
        elif lower[i] in NEGATIONS:
            turned = "!"
        else:
            being = being and tags[i] == "RB"
        i += 1
    if i >= size or not (tags[i][:2] == "VB" or being):
        return
    role = "does" if not being else "done-to" if tags[i] in ("VBN", "VBD") else "is"
    signs.add(role)
    signs.add(f"{role}={turned}{stems[i]}", [i])
    first = True
    for j in range(i + 1, min(size, i + 7)):
        if lower[j] in CLAUSE_ENDS:
            break
        if stems[j] not in EMPTY:
            signs.add(f"says-of={stems[j]}", [j])
            if first:
                signs.add(f"does={stems[i]}_{stems[j]}", [i, j])
            first = False
