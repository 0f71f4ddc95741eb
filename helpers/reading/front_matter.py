"""Lines such as 'date: 2024-05-03' between two '---' at the top of a text file."""

import re

from helpers.reading.columns import match_columns
from helpers.reading.records import to_row

FENCE = "---"
ENDS = (FENCE, "...")
LONGEST = 100  # lines; farther down '---' is a rule in the text
FIELD = re.compile(r"([A-Za-z][\w -]*?)\s*:(?:\s+(.*))?")


def split_front_matter(text: str, file: str = "text") -> tuple[dict[str, str], str]:
    """Return the fields in the front matter of `text`, and the text below it.

    Names are matched as those of a table's columns are (`columns.match_columns`). Values are taken
    as written, quotes around them left out; lists and nested values are not read. Without front
    matter the text is returned whole.

    Raises:
        DataFault: two names may be the same field.

    >>> split_front_matter("---\\ntitle: Deal signed\\ndate: '2024-05-03'\\n---\\nOne came.")
    ({'title': 'Deal signed', 'published': '2024-05-03'}, 'One came.')
    """
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != FENCE:
        return {}, text
    ends = (at for at in range(1, min(len(lines), LONGEST)) if lines[at].rstrip() in ENDS)
    end = next(ends, 0)
    found = [match for line in lines[1:end] if (match := FIELD.fullmatch(line.rstrip()))]
    if not found:
        return {}, text
    record = {match[1]: (match[2] or "").strip().strip("\"'") for match in found}
    match = match_columns([*record, "text"], file=file)
    fields = to_row(record, match, file, "").fields
    del fields["text"]
    return fields, "\n".join(lines[end + 1 :])
