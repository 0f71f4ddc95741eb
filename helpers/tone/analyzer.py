"""A sentiment analyzer for news in TextBlob's own form: names and terms masked, negation mended."""

import re
from collections import namedtuple
from dataclasses import dataclass
from functools import lru_cache

from textblob.base import CONTINUOUS, BaseSentimentAnalyzer
from textblob.en.sentiments import PatternAnalyzer

from helpers.sentences import split_text
from helpers.tone.words import NEGATION, TONE, ToneWords, default_tone_words, fold

TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
# A negation turns what follows in its clause, at most so many words on (3 to 8 tried: no
# difference beyond chance); a clause ends at these.
REACH = 5
FULL_STOPS = frozenset(".!?")  # "He said no. Fair enough": no sentence end for sentencex
CLAUSE_ENDS = (
    FULL_STOPS | frozenset(",;:()–—") | {"but", "although", "though", "while", "whereas", "because"}
)
TURNED = -0.5  # TextBlob's own: "not good" is half as bad as "good" is good
OPENING = frozenset("\"“'‘«([:")  # behind these, as at the start, a capital makes no name


@dataclass(frozen=True)
class Assessed:
    """A word or phrase that counted: its place in the text, its words, its scores.

    `start` and `end` are the offsets of the word or phrase itself; `words` are in lower case, with
    the negation that turned it, if any, in front.

    >>> Assessed(12, 16, ("not", "good"), -0.35, 0.6).words[-1]
    'good'
    """

    start: int
    end: int
    words: tuple[str, ...]
    polarity: float
    subjectivity: float


class NewsAnalyzer(BaseSentimentAnalyzer):
    """TextBlob's analyzer for news: give it as `TextBlob(text, analyzer=NewsAnalyzer())`.

    Polarity (-1 to 1) and subjectivity (0 to 1) are means over the words that are known, as with
    TextBlob's own analyzer, and 0.0 where none is. What differs: each sentence is read by itself;
    "n't", "cannot", "without" and their like negate, within their clause; "!" and emoticons do
    nothing; terms of art and names are passed over; and data/tone_lexicon.csv adds to, mends and
    masks TextBlob's lexicon, of which only entries of some strength are used.

    TextBlob's shortcuts `.polarity` and `.subjectivity` ask its own analyzer whatever is given
    here: take `.sentiment` or `.sentiment_assessments`.

    `names` are further names to pass over, `words` a lexicon in place of the default.

    >>> from textblob import TextBlob
    >>> text = "The deal isn't fair! Rwanda is a safe third country."
    >>> TextBlob(text, analyzer=NewsAnalyzer()).sentiment
    Sentiment(polarity=-0.2, subjectivity=0.5)
    >>> TextBlob(text).sentiment_assessments.assessments
    [(['fair', '!'], 0.875, 0.9, None), (['safe'], 0.5, 0.5, None), (['third'], 0.0, 0.0, None)]
    """

    kind = CONTINUOUS
    RETURN_TYPE = PatternAnalyzer.RETURN_TYPE
    _ASSESSED_TYPE = namedtuple("Sentiment", ["polarity", "subjectivity", "assessments"])

    def __init__(self, names=(), words: ToneWords | None = None):
        """Keep the words; nothing is learned at run time."""
        super().__init__()
        self.words = words or default_tone_words()
        if names:
            self.words = self.words.masking(names)
        # Whether a piece of text holds a word that may count: most pieces come again and again.
        self._holds = lru_cache(maxsize=100_000)(
            lambda piece: any(fold(word) in self.words.telling for word in TOKEN.findall(piece))
        )

    def analyze(self, text: str, keep_assessments: bool = False) -> tuple[float, ...]:
        """Return polarity and subjectivity of `text` as a named tuple, in TextBlob's own form.

        With `keep_assessments` also the list of (words, polarity, subjectivity, None), one for
        each word or phrase that counted.

        >>> NewsAnalyzer().analyze("They had no access to a fair trial.", keep_assessments=True)
        Sentiment(polarity=-0.2, subjectivity=0.5, assessments=[(['no', 'fair'], -0.2, 0.5, None)])
        """
        found = self.find(text)
        count = len(found) or 1
        scores = (
            sum(one.polarity for one in found) / count,
            sum(one.subjectivity for one in found) / count,
        )
        if not keep_assessments:
            return self.RETURN_TYPE(*scores)
        listed = [(list(one.words), one.polarity, one.subjectivity, None) for one in found]
        return self._ASSESSED_TYPE(*scores, listed)

    def find(self, text: str) -> list[Assessed]:
        """Return the words and phrases of `text` that count, in order, with their offsets.

        >>> text = "Great Britain was never cruel."
        >>> [(text[one.start : one.end], one.words) for one in NewsAnalyzer().find(text)]
        [('cruel', ('never', 'cruel'))]
        """
        if not any(map(self._holds, text.split())):
            return []
        return [found for span in split_text(text) for found in self._find_in(text, span)]

    def _find_in(self, text: str, span: tuple[int, int]) -> list[Assessed]:
        matches = list(TOKEN.finditer(text, *span))
        tokens = [match.group() for match in matches]
        lower, names = [fold(token) for token in tokens], find_names(tokens)
        found: list[Assessed] = []
        negation, until, place = "", -1, 0
        while place < len(tokens):
            length, entry = self.words.match(lower, place)
            after = place + length
            if lower[place] in CLAUSE_ENDS or place > until:
                negation = ""
            if lower[place].endswith("n't") or (entry and entry.kind == NEGATION):
                negation, until = " ".join(lower[place:after]), after - 1 + REACH
            elif entry and entry.kind == TONE and not any(names[place:after]):
                words, polarity = tuple(lower[place:after]), entry.polarity
                if negation:
                    words, polarity = (negation, *words), polarity * TURNED
                start, end = matches[place].start(), matches[after - 1].end()
                found.append(Assessed(start, end, words, polarity, entry.subjectivity))
            place = after
        return found


def find_names(tokens: list[str]) -> list[bool]:
    """Say of each token of a sentence whether it is written like a name.

    A capital makes a name unless it opens the sentence or a quotation; an opening word belongs to
    a name if the next one does. In a headline (most words have capitals, no full stop) they say
    nothing.

    >>> find_names(["Critics", "met", "the", "Home", "Office", "."])
    [False, False, False, True, True, False]
    >>> find_names(["Court", "Finds", "Deal", "Unlawful"])
    [False, False, False, False]
    """
    words = [token for token in tokens if token[0].isalpha()]
    mostly = 2 * sum(word[0].isupper() for word in words) > len(words) > 2
    if mostly and not FULL_STOPS & set(tokens[-2:]):
        return [False] * len(tokens)
    capitals = [token[0].isupper() for token in tokens]
    opens = [_opens(tokens, place) for place in range(len(tokens))]
    following = [*capitals[1:], False]
    return [
        capital and (not opening or next_too)
        for capital, opening, next_too in zip(capitals, opens, following, strict=False)
    ]


def _opens(tokens: list[str], place: int) -> bool:
    if place == 0 or tokens[place - 1] in OPENING:
        return True
    return place > 1 and tokens[place - 1] in FULL_STOPS and tokens[place - 2].islower()
