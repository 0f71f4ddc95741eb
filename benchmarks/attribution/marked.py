"""A gold attribution over the words of its text, and examples with the parts marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.sentences import split_text
from helpers.words.texts import read_sentences

Spans = Iterable[tuple[int, int]]
MARKS = ("[]", "<>", "{}")


class Words:
    """The words of a text in a row: place, tag, and the sentence each stands in."""

    def __init__(self, text: str):
        """Read and tag every sentence of the text."""
        self.text = text
        self.lower, self.tags, self.names = [], [], []
        self.starts, self.ends, self.sentence = [], [], []
        for number, read in enumerate(read_sentences(text, split_text(text))):
            for name in ("lower", "tags", "names", "starts", "ends"):
                getattr(self, name).extend(getattr(read, name))
            self.sentence += [number] * len(read.words)

    def touched(self, spans: Spans) -> list[int]:
        """Return the numbers of the words that the spans touch."""
        found = set()
        for start, end in spans or ():
            found |= set(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return sorted(found)


@dataclass
class Case:
    """A gold attribution: its words in the text, and whether its source spoke before it."""

    words: Words
    source: list[int]
    cue: list[int]
    content: list[int]
    quoted: bool  # whether a quotation mark stands in or at the content
    again: bool = False  # whether an earlier cue of the sentence has the same source

    @classmethod
    def mark(cls, words: Words, source: Spans, cue: Spans, content: Spans, again: bool = False):
        """Return the case of three lists of character spans."""
        quoted = any(re.search('["“”]', words.text[max(0, a - 1) : b + 1]) for a, b in content)
        return cls(words, *map(words.touched, (source, cue, content)), quoted, again)

    def tags(self, part: str) -> list[str]:
        """Return the tags of the words of a part."""
        return [self.words.tags[i] for i in getattr(self, part)]

    def before(self, part: list[int]) -> str:
        """Return the word right before a part, marks of quotation passed over; "" if none."""
        i = part[0] - 1 if part else -1
        while i >= 0 and self.words.lower[i] in ('"', "“"):
            i -= 1
        return self.words.lower[i] if i >= 0 else ""


def read_example(marked: str) -> Case:
    """Return the case of an example, its parts marked: [source], <cue>, {content}.

    The source speaks again where an "and" stands between it and the cue.

    >>> read_example("[She] <said> {no}.").cue
    [1]
    """
    text, opened = "", {}
    spans = {marks: [] for marks in MARKS}
    for char in marked:
        for marks in MARKS:
            if char == marks[0]:
                opened[marks] = len(text)
            elif char == marks[1]:
                spans[marks].append((opened[marks], len(text)))
        text += "" if char in "".join(MARKS) else char
    source, cue, content = spans.values()
    between = text[source[0][1] : cue[0][0]] if source else ""
    return Case.mark(Words(text), source, cue, content, again=" and " in between)
