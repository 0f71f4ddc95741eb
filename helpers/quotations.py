"""Where quotation marks open and close."""

import re

# A pair never runs over a blank line: a mark left open does not swallow the rest of the article.
QUOTATION = re.compile(
    r'"(?=\S)(?:[^"\n]|\n(?!\n))*"|“(?:[^”\n]|\n(?!\n))*”|«(?:[^»\n]|\n(?!\n))*»'
)


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) offsets of the quotations in `text`, marks included.

    Single marks are not read as quotation marks, because they are apostrophes far more often.

    >>> text = 'He called it "a stain" and “wrong”.'
    >>> [text[start:end] for start, end in find_quotations(text)]
    ['"a stain"', '“wrong”']
    """
    return [match.span() for match in QUOTATION.finditer(text)]


def quotation_share(text: str, start: int, end: int, quotations: list[tuple[int, int]]) -> float:
    """Return the share (0 to 1) of the letters and digits of text[start:end] inside quotations.

    >>> text = 'It was "very safe", he said'
    >>> round(quotation_share(text, 0, 18, find_quotations(text)), 2)
    0.62
    """
    quotations = [(left, right) for left, right in quotations if left < end and start < right]
    places = [i for i in range(start, end) if text[i].isalnum()]
    if not places:
        return 0.0
    inside = sum(any(left <= i < right for left, right in quotations) for i in places)
    return inside / len(places)
