"""What a coder's cell holds, with what a spreadsheet made of it taken back where that is clear."""

import re

from helpers.gold.spans import find_occurrences

LOST = {
    "f": "is a formula; write the words with an apostrophe before them",
    "e": "is an error of the spreadsheet; write the words with an apostrophe before them",
    "d": "was made a date by the spreadsheet; format the cell as text and write it again",
}
# Each class is one character to a spreadsheet that corrects what is typed.
ALIKE = ("'‘’‚‛′`´", '"“”„‟«»″', "-‐‑‒–—−")
_CLASS = {mark: f"[{re.escape(marks)}]" for marks in ALIKE for mark in marks}
_TOKEN = re.compile(r"\s+|\.\.\.|…|--|.", re.DOTALL)


def read_cell(cell) -> tuple[str, str]:
    """Return (text, remedy) of an openpyxl cell: its value as text, and what is wrong or "".

    Outer spaces are dropped, those within become one; 3.0 is "3". A formula, an error or a date
    cannot be turned back into what was typed.

    >>> from openpyxl import Workbook
    >>> sheet = Workbook().active
    >>> sheet.append(["  said  so ", 3.0, None, "=1+1"])
    >>> [read_cell(cell) for cell in sheet[1]][:3]
    [('said so', ''), ('3', ''), ('', '')]
    >>> read_cell(sheet["D1"])
    ('=1+1', 'is a formula; write the words with an apostrophe before them')
    """
    value = cell.value
    if cell.data_type in LOST:
        return str(value), LOST[cell.data_type]
    if isinstance(value, bool):
        return str(value).upper(), ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) if value is not None else "", ""


def mend_code(text: str, allowed: tuple[str, ...]) -> str:
    """Return the code of `allowed` that `text` is but for case, spaces and signs; else `text`.

    >>> mend_code("No comment", ("direct", "no_comment")), mend_code("+1", ("-1", "0", "1"))
    ('no_comment', '1')
    """
    code = re.sub(r"[\s-]+(?=[a-z])", "_", text.lower().replace("−", "-")).removeprefix("+")
    return code if code in allowed else text


def mend_words(words: str, text: str) -> str:
    """Return `words` as they stand in `text`, where they stand there in one spelling only.

    A spreadsheet curls quotes, joins dots and dashes and capitalises the first letter; words that
    fit but for that, or for spaces, are taken as `text` has them. Else `words` are returned.

    >>> mend_words("It’s  “safe”…", "She said it's \\"safe\\"... He left.")
    'it\\'s "safe"...'
    >>> mend_words("said", "He wrote.")
    'said'
    """
    if not words or find_occurrences(words, text):
        return words
    pattern = "".join(_loosely(token) for token in _TOKEN.findall(words))
    found = {match.group() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)}
    if not found:
        loose = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)
        found = {match.group() for match in loose.finditer(text)}
    return found.pop() if len(found) == 1 else words


def _loosely(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token in ("...", "…"):
        return r"(?:\.\.\.|…)"
    if token == "--" or token in ALIKE[2]:
        return f"(?:--|{_CLASS['-']})"
    return _CLASS.get(token, re.escape(token))
