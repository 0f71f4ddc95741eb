"""Lines that stand around articles ("Leave a Reply", "Back to top"), dropped by a stated rule.

The rule is told in data/README.md, its patterns stand in data/boilerplate.csv.
"""

import re
from collections import Counter
from functools import cache

from helpers import schemas
from helpers.faults import read_table
from helpers.paths import DATA

_LONGEST = 300  # characters; a longer line is prose
_LONGEST_TITLE = 150
_MOST_TITLES = 10
_SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")


def drop_boilerplate(text: str) -> tuple[str, Counter]:
    """Return `text` without lines of boilerplate, and how many were dropped by kind.

    Kinds are the names in data/boilerplate.csv. A text of one line, and every line that is more
    than boilerplate, stays as it is.

    >>> drop_boilerplate("The minister said no.\\n\\nBack to top\\n\\nHe left.")
    ('The minister said no.\\n\\nHe left.', Counter({'back-to-top': 1}))
    """
    lines = text.split("\n")
    if len(lines) == 1:
        return text, Counter()
    kept: list[str] = []
    dropped: Counter = Counter()
    place, at = 0, 0
    while at < len(lines):
        name = _name_of(lines[at])
        last_third = 3 * place >= 2 * len(text)
        end = at + (_reach(lines[at:], name, last_third) if name else 1)
        if name:
            dropped[name] += sum(bool(line.strip()) for line in lines[at:end])
        else:
            kept.append(lines[at])
        place += sum(len(line) + 1 for line in lines[at:end])
        at = end
    if not dropped:
        return text, dropped
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), dropped


def _reach(lines: list[str], name: str, last_third: bool) -> int:
    """Return how many of `lines` go, the first of which is boilerplate called `name`."""
    kind = _patterns()[1][name]
    if kind == "rest" and last_third:
        return len(lines)
    reach, titles = 1, 0
    if kind == "list":
        for number, line in enumerate(lines[1:], start=1):
            title = line.strip()
            if len(title) > _LONGEST_TITLE or _SENTENCE_END.search(title) or titles == _MOST_TITLES:
                break
            if title:
                reach, titles = number + 1, titles + 1
    return reach


def _name_of(line: str) -> str:
    """Return which boilerplate the whole of `line` is, or ""."""
    stripped = line.strip()
    if not 0 < len(stripped) <= _LONGEST:
        return ""
    pattern, _ = _patterns()
    match = pattern.fullmatch(stripped)
    return match.lastgroup.replace("_", "-") if match else ""


@cache
def _patterns() -> tuple[re.Pattern, dict[str, str]]:
    """Return one pattern of all, a group a name, and the kind of each name."""
    table = read_table(DATA / "boilerplate.csv", schemas.BOILERPLATE)
    groups = [f"(?P<{row.name.replace('-', '_')}>{row.pattern})" for row in table.itertuples()]
    return re.compile("|".join(groups), re.IGNORECASE), dict(table[["name", "kind"]].to_numpy())
