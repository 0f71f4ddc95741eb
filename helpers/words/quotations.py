"""Where quotation marks open and close."""

import re
from bisect import bisect_left, bisect_right

# A pair never runs over a blank line: a mark left open does not swallow the rest of the article.
# Publishers mix marks ('"So be it,” he said'), so that either kind of closing mark ends a
# quotation; one inside another is passed over whole.
_BREAK = r"|\n(?!\n)"
QUOTATION = re.compile(
    r'"?“(?:"[^\n"”]*"|[^\n"”]' + _BREAK + r')*(?:[”"]|(?=\n)|\Z)'
    r'|"(?=\S)(?:“[^\n”]*”|[^\n"”]' + _BREAK + r')*["”]'
    r"|«(?:[^\n»]" + _BREAK + r")*»"
)


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) offsets of the quotations in `text`, marks included.

    Single marks are not read as quotation marks, because they are apostrophes far more often.

    >>> text = 'He called it "a stain" and “wrong”. "So be it,” he said. "He “won” it."'
    >>> [text[start:end] for start, end in find_quotations(text)]
    ['"a stain"', '“wrong”', '"So be it,”', '"He “won” it."']
    """
    return [match.span() for match in QUOTATION.finditer(text)]


def quotation_share(text: str, start: int, end: int, quotations: list[tuple[int, int]]) -> float:
    """Return the share (0 to 1) of the letters and digits of text[start:end] inside quotations.

    >>> text = 'It was "very safe", he said'
    >>> round(quotation_share(text, 0, 18, find_quotations(text)), 2)
    0.62
    """
    first = bisect_right(quotations, start, key=lambda quotation: quotation[1])
    touched = quotations[first : bisect_left(quotations, (end,))]
    if not touched:
        return 0.0
    letters = sum(map(str.isalnum, text[start:end]))
    inside = sum(
        sum(map(str.isalnum, text[max(left, start) : min(right, end)])) for left, right in touched
    )
    return inside / letters if letters else 0.0
