"""Words of a sentence with their part of speech and place."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from helpers.words.gaps import Gaps
from helpers.words.phrases import Range, find_phrases, is_name_at
from helpers.words.tags import mend_tags, tag_words
from helpers.words.word_classes import AUXILIARIES, FINITE, SHORT_TITLES, is_helper

FINITE_AUXILIARIES = AUXILIARIES - {"to", "being", "been", "be", "having"}
Span = tuple[int, int]
SHORT = (*SHORT_TITLES, *"St Jr Sr No Inc Corp Jan Feb Aug Sept Oct Nov Dec".split())
# Abbreviations keep their full stop; "didn't" is two words, "did" and "n't", "Trump's" too;
# "Sa'ar" is one.
WORD = re.compile(
    r"(?=[A-Z])(?:(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|[A-Z]['’][A-Z]\w+"
    rf"|(?:{'|'.join(SHORT)})\.)"
    r"|(?=\w++['’]t\b)(?i:did|do|does|is|was|were|are|ca|wo|would|could|should|has|have|had|must|need|might)"
    r"(?=n['’]t\b)|n['’]t\b|\d[\d,.]*\d(?:st|nd|rd|th|(?:-\w+)+)?"
    r"|\w+(?:(?:[-&]|['’](?!(?i:s|re|ve|ll|d|m|t)\b))\w+)*"
    r"|['’](?:s|re|ve|ll|d|m|S)\b|\.\.\.|--|[^\w\s]",
)


@dataclass
class Sentence:
    """A sentence as the rules see it: parallel lists, one entry a word or mark.

    `words` and `lower` are the words as they stand and in lower case, `tags` their Penn Treebank
    tags, `starts` and `ends` their character offsets in `text`, the whole article; `quoted` says
    which stand inside a quotation. `quotations` are the (start, end) of those that touch it.

    >>> read_sentence("He left.", (0, 8)).words
    ['He', 'left', '.']
    """

    text: str
    end: int
    words: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    quotations: list[Span]
    lower: list[str] = field(init=False)
    quoted: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        """Fill in what follows from the words."""
        self.lower = [word.lower() for word in self.words]
        inside = [False] * len(self.words)
        for left, right in self.quotations:
            for i in range(bisect_left(self.starts, left), bisect_left(self.starts, right)):
                inside[i] = True
        self.quoted = inside

    @cached_property
    def names(self) -> list[bool]:
        """Say of each word whether it is written like a name.

        >>> read_sentence("On Monday Patel left.", (0, 21)).names
        [False, False, True, False, False]
        """
        return [word[0].isupper() and is_name_at(self, i) for i, word in enumerate(self.words)]

    @cached_property
    def phrases(self) -> list[Range]:
        """The base noun phrases, as (first, last) words; possessors stand as phrases, too.

        >>> read_sentence("The minister's deal failed.", (0, 27)).phrases
        [(0, 1), (0, 3)]
        """
        return find_phrases(self)

    @cached_property
    def opening(self) -> int | None:
        """The number of the first phrase that is not quoted, if there is one.

        >>> read_sentence('"A lie," Patel said.', (0, 20), [(0, 8)]).opening
        1
        """
        free = (i for i, (_, last) in enumerate(self.phrases) if not self.quoted[last])
        return next(free, None)

    @cached_property
    def subject(self) -> int | None:
        """The number of the first phrase that a finite verb follows, outside quotations.

        >>> read_sentence("The minister's deal failed.", (0, 27)).subject
        1
        """
        subjects = (i for i, (_, last) in enumerate(self.phrases) if self.is_subject(last))
        return next(subjects, None)

    def is_subject(self, last: int) -> bool:
        """Say whether a finite verb follows the word `last`, adverbs aside, outside quotations.

        >>> read_sentence("In May Patel has agreed.", (0, 24)).is_subject(1)
        False
        """
        at = last + 1
        while at < len(self.words) and is_helper(self, at):
            at += 1
        if self.quoted[last] or self.lower[last + 1 : last + 2] in (["'s"], ["’s"]):
            return False
        finite = at < len(self.words) and self.tags[at] in FINITE
        return finite or any(word in FINITE_AUXILIARIES for word in self.lower[last + 1 : at])

    @cached_property
    def begins(self) -> dict[int, int]:
        """The last word of the longest phrase that begins at a word, by that word.

        >>> read_sentence("The minister's deal failed.", (0, 27)).begins
        {0: 3}
        """
        return dict(self.phrases)

    @cached_property
    def finishes(self) -> dict[int, int]:
        """The first word of the longest phrase that ends at a word, by that word.

        >>> read_sentence("The minister's deal failed.", (0, 27)).finishes
        {3: 0, 1: 0}
        """
        return {last: first for first, last in reversed(self.phrases)}

    @cached_property
    def stops(self) -> list[int]:
        """The full stops outside quotations that a capital follows: the splitter missed them.

        >>> read_sentence("In the U.S. Lawyers left. He too.", (0, 33)).stops
        [5]
        """
        return [
            i
            for i, word in enumerate(self.words[:-1])
            if word == "." and not self.quoted[i] and self.words[i + 1][0].isupper()
        ]

    @cached_property
    def semicolons(self) -> list[int]:
        """The semicolons outside quotations.

        >>> read_sentence('It rained; it "was; well" wet.', (0, 30), [(14, 25)]).semicolons
        [2]
        """
        words = zip(self.words, self.quoted, strict=True)
        return [i for i, (word, quoted) in enumerate(words) if word == ";" and not quoted]

    @cached_property
    def gaps(self) -> Gaps:
        """What stands between any two words (see `gaps.Gaps`).

        >>> read_sentence("They voted.", (0, 11)).gaps.count("verbs", 0, 2)
        1
        """
        return Gaps(self)

    def span(self, place: Range | None) -> Span | None:
        """Return the characters of the words from place[0] to place[1], or None.

        >>> read_sentence("He left.", (0, 8)).span((0, 1))
        (0, 7)
        """
        return (self.starts[place[0]], self.ends[place[1]]) if place else None


def read_sentence(
    text: str, span: Span, quotations: tuple[Span, ...] | list[Span] = (),
    nouns: frozenset[str] = frozenset(),
) -> Sentence:  # fmt: skip
    """Return the sentence at `span` of `text`, its words tagged by TextBlob's offline tagger.

    `quotations` are those of the whole text (see `quotations.find_quotations`). Words in `nouns`
    (lower case) that the tagger takes for adjectives are retagged: it knows "migrant" only as an
    adjective. The words are what one regular expression finds: TextBlob's own tokenizer tells no
    places.

    >>> sentence = read_sentence("Ms. Patel didn't go.", (0, 20))
    >>> list(zip(sentence.words, sentence.tags, sentence.starts, strict=True))[:4]
    [('Ms.', 'NNP', 0), ('Patel', 'NNP', 4), ('did', 'VBD', 10), ("n't", 'RB', 13)]
    """
    words = WORD.findall(text, *span)
    starts, ends, place = [], [], span[0]
    for word in words:  # what the pattern found, looked up: faster than one match object a word
        place = text.index(word, place)
        starts.append(place)
        place += len(word)
        ends.append(place)
    tags = mend_tags(words, tag_words(words), nouns)
    first = bisect_right(quotations, span[0], key=lambda quotation: quotation[1])
    own = quotations[first : bisect_left(quotations, (span[1],))]
    return Sentence(text, span[1], words, tags, starts, ends, list(own))
