"""A text as the rules see it: its sentences, each with its words and quotations."""

from collections.abc import Iterable, Iterator

from helpers.words.quotations import find_quotations
from helpers.words.tokens import Sentence, Span, read_sentence


def read_sentences(
    text: str, spans: Iterable[Span], nouns: frozenset[str] = frozenset()
) -> Iterator[Sentence]:
    """Yield the sentences of `text` at `spans`, with the quotations of the whole text.

    `spans` are (start, end) in characters (see `sentences.split_text`); `nouns` as in
    `tokens.read_sentence`.

    >>> [first, second] = read_sentences('"It works. It does," he said.', [(0, 10), (11, 29)])
    >>> second.quoted
    [True, True, True, True, False, False, False]
    """
    quotations = find_quotations(text)
    for span in spans:
        yield read_sentence(text, span, quotations, nouns)
