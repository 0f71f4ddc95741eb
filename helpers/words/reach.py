"""How far a source's words reach: what belongs to a base noun phrase."""

from helpers.words.joint_subjects import joint_start
from helpers.words.phrases import PRONOUNS, Range
from helpers.words.word_classes import (
    ATTACHING,
    AUXILIARIES,
    CLOSING,
    FINITE,
    STOPS,
    TIMES,
    is_helper,
)

_CLAUSE = frozenset(("VBD", "VBZ", "VBP", "MD", "CC", ",", ".", ":"))
_PARTICIPLES = ("VBN", "VBD", "VBG")
RELATIVES = frozenset(("who", "which", "whose", "whom", "where", "when"))
FAR = 100  # words before a verb that are looked at for the clause it stands in
# Before a number they belong to it: "at least 30 people", "more than 100 groups".
ROUGHLY = frozenset(
    "at least most more fewer less than up to over about nearly almost some".split()
)


def whole_phrase(sentence, place: Range, cue: int) -> Range:
    """Return the base phrase `place` with what belongs to it, stopping short of word `cue`.

    Prepositional phrases ("a spokesman for the ministry in Kigali"), what is set off by commas
    ("its foreign minister, Olivier Nduhungirehe", "Ann Lee, a lawyer,") and what is joined by "and"
    belong to it; clauses ("who was in Kigali") do not. A `cue` of -1 is none: then only
    prepositional phrases do.

    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Ann Lee, a lawyer for the group, said no.", (0, 41))
    >>> whole_phrase(sentence, (0, 1), 9)
    (0, 7)
    """
    first, last = place
    if first == last and (sentence.lower[first] in PRONOUNS or sentence.tags[first] == "PRP$"):
        return place
    if cue > last:
        stop = subject_end(sentence, cue)
        first = joint_start(sentence, first, stop, cue)
        reached = _chain(sentence, sentence.begins.get(first, last), stop)
        behind = reached[-1] + 1
        clause = sentence.lower[behind + (sentence.words[behind] == ",")] in RELATIVES
        if stop - 1 in reached or clause:
            return (_with_number(sentence, first), behind - 1)
        first = place[0]
        if sentence.tags[last + 1] in FINITE:  # subject of a verb before: "A and B left, saying"
            first = joint_start(sentence, first, last + 1, last + 1)
    last = _attached(sentence, last, cue)
    if 0 <= cue < first:
        last = max([last, *_set_off(sentence, last, cue)])
    return (_with_number(sentence, first), last)


def phrase_from(sentence, first: int) -> Range | None:
    """Return the whole noun phrase that begins at word `first`, or None.

    >>> from helpers.words.tokens import read_sentence
    >>> phrase_from(read_sentence("told a lawyer for the group that", (0, 32)), 1)
    (1, 5)
    """
    last = sentence.begins.get(first)
    return None if last is None else whole_phrase(sentence, (first, last), -1)


def _attached(sentence, last: int, cue: int) -> int:
    """Return where the phrase that ends at `last` ends with what hangs on it."""
    limit = cue if cue > last else len(sentence.words)
    begins = sentence.begins
    grown = True
    while grown:
        grown = False
        after = last + 1
        if after >= limit:
            break
        word = sentence.lower[after]
        told = cue < 0 and word == "about"  # "told reporters about the camps"
        if word in ATTACHING and not told and after + 1 in begins and begins[after + 1] < limit:
            last, grown = begins[after + 1], True
        elif word == "," and after + 1 in begins and sentence.names[after + 1]:
            end = begins[after + 1]
            closed = end + 1 >= limit or sentence.words[end + 1] in (",", ".")
            if closed and end < limit and all(sentence.names[after + 1 : end + 1]):
                last, grown = end, True
        elif last < cue and sentence.tags[after] in _PARTICIPLES and word not in AUXILIARIES:
            if sentence.tags[cue] not in (*FINITE, "VBN") or sentence.lower[cue - 1] == "to":
                break  # "Trump released an ad calling it wrong": a verb of his own
            end = _before_helpers(sentence, cue) - 1
            clause = range(after + 1, end + 1)
            if end > after and not any(sentence.tags[i] in _CLAUSE for i in clause):
                last = end  # "a man deported to Rwanda"
            elif end == after:
                last = end  # "those deported"
    return last


def _chain(sentence, last: int, stop: int) -> list[int]:
    """Return the words before `stop` at which the chain of phrases from `last` on may end.

    Phrases are chained by prepositions, commas and "and".
    """
    lower, tags, begins = sentence.lower, sentence.tags, sentence.begins
    ends = [last]
    while last + 1 < stop:
        at = last + 1
        if lower[at] in ("there", "here", "themselves", "himself", "herself", "itself", "alike"):
            last = at
            ends.append(last)
            continue
        if lower[at] == "(" and lower[at + 2 : at + 3] == [")"]:
            last = at + 2  # "the Social Democrats (SPD)"
            ends.append(last)
            continue
        if lower[at] == "," and lower[at + 1 : at + 2] in (["and"], ["including"]):
            at += 1
        if tags[at] in ("VBN", "VBD") and lower[at + 1 : at + 2] == ["by"]:
            at += 1  # "a statement signed by the minister"
        if not (lower[at] in ATTACHING or lower[at] in (",", "and", "or", "including")):
            break
        at += 1
        while at < stop and lower[at] in ROUGHLY and at not in begins:
            at += 1
        if at not in begins or tags[at] == "VBG" or lower[begins[at]] in TIMES | RELATIVES:
            break
        last = begins[at]
        if last < stop:
            ends.append(last)
    return ends


def subject_end(sentence, cue: int) -> int:
    """Return the word before which the subject of the verb `cue` ends, a comma aside.

    >>> from helpers.words.tokens import read_sentence
    >>> subject_end(read_sentence("Ann Lee, a lawyer, has said no.", (0, 31)), 7)
    5
    """
    stop = _before_helpers(sentence, cue)
    return stop - 1 if stop and sentence.words[stop - 1] == "," else stop


def _set_off(sentence, last: int, cue: int) -> list[int]:
    """Return where a source behind its cue may end: "said Ann Lee, a lawyer for the group."."""
    n = len(sentence.words)
    ends = []
    phrase = sentence.lower[cue] == "according"
    if phrase and sentence.lower[last + 1 : last + 3] == [",", "the"]:
        return ends  # "According to Kigali, the deal": no apposition
    for end in _chain(sentence, last, n):
        if end + 1 >= n or sentence.words[end + 1] in STOPS or sentence.words[end + 1] in CLOSING:
            ends.append(end)
    return ends


def _with_number(sentence, first: int) -> int:
    """Return where the phrase at `first` begins with what limits its number: "at least 30"."""
    lower, begin = sentence.lower, first
    if sentence.tags[first] == "CD" or lower[first] in ("least", "most"):
        while begin and lower[begin - 1] in ROUGHLY:
            if lower[begin - 1] == "to" and lower[max(0, begin - 2)] != "up":
                break  # "according to 30 members"
            begin -= 1
    return begin


def _before_helpers(sentence, cue: int) -> int:
    """Return the first of the auxiliaries and adverbs right before the cue, or the cue."""
    while cue and is_helper(sentence, cue - 1):
        cue -= 1
    return cue


def clause_start(sentence, verb: int) -> int:
    """Return the first word of the last clause before word `verb` that has a subject of its own.

    Such a clause is joined to the one before it by a semicolon, or by a comma and "but" or "and".
    Where there is none it is the sentence's first word, or one FAR before the verb.

    >>> from helpers.words.tokens import read_sentence
    >>> clause_start(read_sentence("It rained, but Ann Lee came and said no.", (0, 40)), 8)
    4
    """
    far = max(0, verb - FAR)
    for i in range(verb - 1, far, -1):
        joined = sentence.lower[i] in ("but", "and", "while") and sentence.words[i - 1] == ","
        if not (joined or sentence.words[i] == ";") or sentence.quoted[i]:
            continue
        last = sentence.begins.get(i + 1)
        if last is not None and last < verb and sentence.is_subject(last):
            return i + 1
    return far
