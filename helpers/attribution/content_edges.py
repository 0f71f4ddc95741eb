"""Where content may begin and end: settings skipped, relatives taken in, new clauses cut off."""

import re
from bisect import bisect_left

from helpers.words.word_classes import MONTHS, TIMES, WEEKDAYS

OPENERS = frozenset(("which", "whom", "who"))
# Words that join one speaker's content to the next speaker.
CONNECTORS = frozenset(
    (",", ";", "-", "–", "—", "and", "but", "while", "whereas", "as", "though", "although")
)
HEARD = {"hearer"}
MEDIA = frozenset("statement interview letter post email speech report briefing conference".split())


def skip_setting(sentence, begin: int) -> int:
    """Return the first word behind the time or place of speaking at `begin`: "on Monday that".

    >>> from helpers.words.tokens import read_sentence
    >>> skip_setting(read_sentence("He said on Monday it failed.", (0, 28)), 2)
    4
    """
    lower, n = sentence.lower, len(sentence.words)
    at = begin
    if lower[at : at + 1] == ["on"] and at + 1 < n and lower[at + 1] in WEEKDAYS | MONTHS:
        at += 2
        while at < n and lower[at].isdigit():
            at += 1
    elif at < n and lower[at] in WEEKDAYS:
        at += 1
    elif lower[at : at + 1] in (["this"], ["last"]) and at + 1 < n and lower[at + 1] in TIMES:
        at += 2
    elif lower[at : at + 1] == ["in"] and at + 1 < n:
        last = sentence.begins.get(at + 1, at)
        if lower[last] in MEDIA or lower[last] in TIMES or lower[last] in MONTHS:
            at = last + 1
    if at == begin or at >= n:
        return begin
    return at + (lower[at] in (",", "that"))


def relative_before(sentence, first: int) -> int:
    """Return the "which", "whom" or "who" right before word `first`, which opens content, or -1.

    >>> from helpers.words.tokens import read_sentence
    >>> relative_before(read_sentence("It was a deal which he called bad.", (0, 34)), 5)
    4
    """
    before = first - 1
    while before > 0 and sentence.tags[before] == "RB":
        before -= 1
    return before if before >= 0 and sentence.lower[before] in OPENERS else -1


def clause_start(sentence, begin: int, end: int) -> int:
    """Return the first word behind the last semicolon from `begin` to `end`, or `begin`.

    >>> from helpers.words.tokens import read_sentence
    >>> clause_start(read_sentence("It rained; it was wet, he said.", (0, 31)), 0, 7)
    3
    """
    number = bisect_left(sentence.semicolons, end)
    return max(begin, sentence.semicolons[number - 1] + 1) if number else begin


def take_in_subject(sentence, cue, source, content):
    """Return the content with what opens it before the cue: a relative, a passive's subject.

    "A plan which he called bad": the content runs from "which". "He was said to be ill", with
    nobody named: from "He". `content` is a span in characters or None, `source` one in words.

    >>> from helpers.attribution.cues import Cue, Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("He was said to be ill.", (0, 22))
    >>> cue = Cue(Entry("say", "verb", "say", frozenset()), 2, 2, ("pronoun", 0, "passive"))
    >>> take_in_subject(sentence, cue, None, (12, 21))
    (0, 21)
    """
    if content is None or cue.entry.kind != "verb" or content[0] < sentence.starts[cue.first]:
        return content
    if source is not None and source[1] < cue.first:
        relative = relative_before(sentence, source[0])
        return content if relative < 0 else (sentence.starts[relative], content[1])
    if source is None and cue.passive and not HEARD & cue.entry.traits:
        first = sentence.finishes.get(cue.before[1])
        if first is not None and sentence.lower[first] != "it":
            return (sentence.starts[first], content[1])
    return content


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without outer spaces and stops, marks kept; None if no word is left.

    >>> trim(', it was "safe", ', 0, 17)
    (2, 15)
    """
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" ,;:-"))
    end -= len(piece) - len(piece.rstrip(" ,;:.-"))
    return (start, end) if re.search(r"\w", text[start:end]) else None
