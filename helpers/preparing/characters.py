"""Characters that nobody sees or meant: taken out or mended, and counted by kind."""

import re
import unicodedata
from collections import Counter
from functools import cache

# Joiners are spelling in Persian and Indic scripts and glue in emoji; elsewhere they are stray.
_JOINING = "\u0590-\u1fff\u2600-\u27bf\ufb1d-\ufefc\U0001e900-\U0010ffff"
_JOINERS = f"(?<![{_JOINING}])[\u200c\u200d]+|[\u200c\u200d]+(?![{_JOINING}\u200c\u200d])"
_UNSEEN = "[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
_KINDS = [
    (kind, re.compile(pattern), instead)
    for kind, pattern, instead in (
        ("NUL byte", "\x00", ""),
        ("byte order mark", "\ufeff", ""),
        ("direction mark", "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", ""),
        ("invisible character", f"{_UNSEEN}|{_JOINERS}", ""),
        ("foreign line end", "\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", "\n"),
        ("control character", "[\x01-\x08\x0e-\x1b\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]", ""),
    )
]
_SURROGATES = re.compile("[\ud800-\udfff]")
# Unicode's stream-safe format allows 30 marks on a letter; sorting far more of them takes hours.
_MOST_MARKS = 30


def mend_characters(text: str) -> tuple[str, Counter]:
    """Return `text` without unseen and stray characters, in form NFC; and how many of each kind.

    Halves of a surrogate pair become the character that they stand for, lone ones U+FFFD; every
    line end becomes a line feed. Text that runs from right to left stays as it is.

    >>> text, found = mend_characters("O\\u200bne\\x00\\r\\ncame")
    >>> text, dict(found)
    ('One\\ncame', {'NUL byte': 1, 'invisible character': 1, 'foreign line end': 1})
    """
    found: Counter = Counter()
    if halves := len(_SURROGATES.findall(text)):
        found["surrogate"] = halves
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    for kind, pattern, instead in _KINDS:
        text, count = pattern.subn(instead, text)
        found[kind] += count
    if not text.isascii():
        text, found["heap of marks"] = _heap_of_marks().subn(r"\1", text)
        composed = unicodedata.normalize("NFC", text)
        found["not composed (NFC)"] = int(composed != text)
        text = composed
    return text, +found


@cache
def _heap_of_marks() -> re.Pattern:
    marks = "".join(c for c in map(chr, range(0x300, 0x1F000)) if unicodedata.combining(c))
    return re.compile(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+")
