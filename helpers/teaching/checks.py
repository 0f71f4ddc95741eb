"""Say what is wrong with an answer, and why: the sentences that the exercises print."""

from collections.abc import Callable, Collection, Mapping
from numbers import Real

import pandas as pd

NOT_ANSWERED = "Not answered yet: put your answer in place of the dots and run this cell again."


def check_number(
    answer: object, right: float, why: str, slips: Mapping[str, float] | None = None, places=3
) -> str:
    """Return a sentence on a number: right and `why`, or what went wrong.

    `slips` maps a sentence on a common mistake to the number that the mistake gives. A number is
    taken for another if they are at most one unit of the last of `places` apart, and for the
    nearest one if that holds of several.

    >>> check_number(..., 4, "Two and two.")
    'Not answered yet: put your answer in place of the dots and run this cell again.'
    >>> check_number(4, 4, "Two and two."), check_number(22, 4, "", {"You joined them.": 22})
    ('Right. Two and two.', 'Not yet. You joined them.')
    >>> check_number(3, 4, "", places=0)
    'Not yet: 3 is too low. Go through the steps of the hint one by one, and look at each table.'
    """
    if answer is ...:
        return NOT_ANSWERED
    if isinstance(answer, bool) or not isinstance(answer, Real):
        kind = type(answer).__name__
        return f"Not yet: a number is asked for, and this is a {kind}. Which number tells it?"
    if pd.isna(answer):
        return (
            "Not yet: this is no value (nan). Something was divided by nothing, or no row is left."
        )
    told = {f"Right. {why}": right}
    told |= {f"Not yet. {words}": number for words, number in (slips or {}).items()}
    near = {words: abs(answer - number) for words, number in told.items()
            if _same(answer, number, places)}  # fmt: skip
    if near:
        return min(near, key=near.get)  # the first of those as near: right goes before a slip
    if any(answer == round(float(right), digits) for digits in range(1, places)):
        return "Not yet: this is rounded. Leave the number as it was computed."
    side = "high" if answer > right else "low"
    return (
        f"Not yet: {answer:.{places}f} is too {side}. Go through the steps of the hint one by one, "
        "and look at each table."
    )


def check_share(
    answer: object, hits: float, of: float, why: str, slips: Mapping[str, float] | None = None
) -> str:
    """Return a sentence on a share of `hits` in `of`, from 0 to 1; the rest as `check_number`.

    A count, per cent, the share of the others and a fraction turned round are known as slips.

    >>> check_share(0.25, 1, 4, "One of four.")
    'Right. One of four.'
    >>> check_share(25, 1, 4, "")
    'Not yet. This is in per cent: a share goes from 0 to 1, so divide by a hundred.'
    >>> check_share(1, 1, 4, ""), check_share(0.75, 1, 4, "")
    ('Not yet. This is how many there are: a share is that number divided by all of them.',
     'Not yet. This is the share of all the others: is the condition turned round?')
    """
    share = hits / of
    known = {
        "This is in per cent: a share goes from 0 to 1, so divide by a hundred.": 100 * share,
        "This is how many there are: a share is that number divided by all of them.": hits,
        "This is the share of all the others: is the condition turned round?": 1 - share,
        "This is the fraction turned round: the part belongs above the line.": of / (hits or 1),
    }
    return check_number(answer, share, why, dict(slips or {}) | known)


def check_choice(answer: object, right: str, why: Mapping[str, str]) -> str:
    """Return a sentence on a choice of one letter; `why` maps each letter to its explanation.

    >>> why = {"a": "It is a count.", "b": "It is a share."}
    >>> check_choice("B", "b", why), check_choice("a", "b", why)
    ('Right. It is a share.', 'Not yet. It is a count.')
    >>> check_choice("c", "b", why)
    "Not yet: choose one of the letters a, b, in quotation marks, not 'c'."
    """
    if answer is ...:
        return NOT_ANSWERED
    letter = str(answer).strip().lower()
    if letter not in why:
        letters = ", ".join(why)
        return f"Not yet: choose one of the letters {letters}, in quotation marks, not {answer!r}."
    return f"{'Right' if letter == right else 'Not yet'}. {why[letter]}"


def check_pick(
    answer: object, right: Collection[str], known: Collection[str], why: str,
    slips: Mapping[str, Collection[str]] | None = None,
) -> str:  # fmt: skip
    """Return a sentence on one name picked from `known`; any of `right` will do.

    `slips` maps a sentence on a mistake to the names that it leads to.

    >>> check_pick("b", ["b"], ["a", "b"], "It has most.")
    'Right. It has most.'
    >>> check_pick("x", ["b"], ["a", "b"], "")
    "Not yet: there is no 'x' in this table. Copy the name as it is there, in quotation marks."
    >>> check_pick(7, ["b"], ["a", "b"], "")
    'Not yet: one name is asked for, and this is of type int. Of which row is it?'
    >>> check_pick("a", ["b"], ["a", "b"], "", {"It is the first, not the largest.": ["a"]})
    'Not yet. It is the first, not the largest.'
    """
    if answer is ...:
        return NOT_ANSWERED
    if not isinstance(answer, str):
        kind = type(answer).__name__
        return f"Not yet: one name is asked for, and this is of type {kind}. Of which row is it?"
    if answer not in set(known):
        return (
            f"Not yet: there is no {answer!r} in this table. Copy the name as it is there, "
            "in quotation marks."
        )
    if answer in right:
        return f"Right. {why}"
    for words, names in (slips or {}).items():
        if answer in names:
            return f"Not yet. {words}"
    return "Not yet: it is another one. Sort the whole table and look at its first rows."


def check_members(
    answer: object, right: Collection[str], why: str, extra: str = "", missing: str = ""
) -> str:
    """Return a sentence on a list or set of words: which are too many, how many are missing.

    `extra` and `missing` say why a word would be too many, and where to look for those missing.

    >>> check_members({"a"}, {"a", "b"}, "", missing="Look at the end.")
    'Not yet: 1 of 2 is missing. Look at the end.'
    >>> check_members(["b", "a"], {"a", "b"}, "Both."), check_members("a", {"a"}, "")
    ('Right. Both.', 'Not yet: a list of words is asked for, such as ["one", "two"].')
    """
    if answer is ...:
        return NOT_ANSWERED
    if isinstance(answer, str) or not isinstance(answer, Collection):
        return 'Not yet: a list of words is asked for, such as ["one", "two"].'
    given = {str(word).strip().lower() for word in answer}
    wrong, lacking = sorted(given - set(right)), len(set(right) - given)
    if wrong:
        return f"Not yet: too many: {', '.join(wrong)}. {extra}".strip()
    if lacking:
        verb = "is" if lacking == 1 else "are"
        return f"Not yet: {lacking} of {len(right)} {verb} missing. {missing}".strip()
    return f"Right. {why}"


def check_text(answer: object, judge: Callable[[str], str], least: int = 4) -> str:
    """Return what `judge` says of a text of the student's own, of at least `least` words.

    >>> check_text("It went ahead as planned.", lambda text: f"{len(text)} characters.")
    '25 characters.'
    >>> check_text("Hm.", str)
    'Not yet: write a whole sentence, of at least 4 words.'
    >>> check_text(3, str)
    'Not yet: a text is asked for, in quotation marks.'
    """
    if answer is ...:
        return NOT_ANSWERED
    if not isinstance(answer, str):
        return "Not yet: a text is asked for, in quotation marks."
    if len(answer.split()) < least:
        return f"Not yet: write a whole sentence, of at least {least} words."
    return judge(answer)


def _same(one: float, other: float, places: int) -> bool:
    apart = abs(float(one) - float(other))
    return bool(apart <= 10.0**-places) if places else bool(apart < 0.5)
