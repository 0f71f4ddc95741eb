"""The rules for content: the words attributed, before or behind source and cue."""

import re
from dataclasses import dataclass

from helpers.cues import Cue
from helpers.phrases import Range, phrase_after
from helpers.tokens import Token

Span = tuple[int, int]
# Words that join one speaker's content to the next speaker.
CONNECTORS = frozenset(
    (",", ";", "-", "and", "but", "while", "whereas", "as", "though", "although")
)
CLOSING = frozenset('"”»')
CLAUSE_VERBS = ("VBD", "VBZ", "MD")


@dataclass
class Sentence:
    """A sentence as the rules see it: its tokens, which of them are quoted, and the text.

    `text` is the whole article's, `end` the sentence's last offset in it; `quotations` are those
    that touch the sentence, as (start, end) in the text.

    >>> from helpers.tokens import tag_words
    >>> Sentence("He left.", 8, tag_words("He left."), [False] * 3, []).tokens[1].text
    'left'
    """

    text: str
    end: int
    tokens: list[Token]
    inside: list[bool]
    quotations: list[Span]


def hearer_end(sentence: Sentence, cue: Cue, source: Range | None) -> int:
    """Return the last token of the cue with the hearer it names: "told the BBC".

    >>> from helpers.cues import Entry
    >>> from helpers.tokens import tag_words
    >>> tokens = tag_words("Patel told the BBC that it is safe.")
    >>> sentence = Sentence("", 0, tokens, [False] * len(tokens), [])
    >>> hearer_end(sentence, Cue(Entry("tell", "verb", "say", frozenset(["hearer"])), 1, 1), (0, 0))
    3
    """
    behind = source is not None and source[0] > cue.last
    hearer = phrase_after(sentence.tokens, cue.last + 1)
    if "hearer" in cue.entry.traits and hearer and not behind and not sentence.inside[hearer[0]]:
        return hearer[1]
    return cue.last


def content_before(sentence: Sentence, cue: Cue, source: Range | None, stop: int) -> Span | None:
    """Return the content that ends before source and cue, or None if it stands behind them.

    It begins behind token `stop` and ends at the closing mark or the comma before the speaker;
    where the quotation is taken up again, or source and cue are an inset, it runs over them. The
    span is in characters of the text; `source` is (first, last) in tokens.

    >>> from helpers.cues import Entry
    >>> from helpers.tokens import tag_words
    >>> text = "It is safe, Patel said."
    >>> sentence = Sentence(text, len(text), tag_words(text), [False] * 7, [])
    >>> content_before(sentence, Cue(Entry("say", "verb", "say", frozenset()), 5, 5), (4, 4), -1)
    (0, 10)
    """
    tokens = sentence.tokens
    first = min(cue.first, source[0]) if source else cue.first
    if first <= stop + 1:
        return None
    closes = tokens[first - 1].text in CLOSING and sentence.inside[first - 1]
    comma = tokens[first - 1].text == "," and not sentence.inside[first - 1]
    after_quotation = comma and first > 1 and tokens[first - 2].text in CLOSING
    after_clause = comma and (_speaker_ends(sentence, cue, source) or _is_behind(source, cue))
    if cue.entry.kind != "phrase" and not (closes or after_quotation or after_clause):
        return None
    begin = stop + 1
    while begin < first and (tokens[begin].lower in CONNECTORS or tokens[begin].tag == "."):
        begin += 1
    if begin >= first:
        return None
    end = tokens[first - 1].end
    resumed = _resumed(sentence, cue, source)
    if resumed and (closes or after_quotation):
        end = resumed
    elif comma and cue.entry.kind == "verb" and _is_inset(sentence, cue, source):
        end = tokens[-1].end
    return trim(sentence.text, tokens[begin].start, end)


def _is_behind(source: Range | None, cue: Cue) -> bool:
    return source is not None and source[0] > cue.last


def _rest(sentence: Sentence, cue: Cue, source: Range | None) -> list[Token]:
    """Return the tokens behind cue, hearer and source, whichever is last."""
    last = max(hearer_end(sentence, cue, source), source[1] if source else -1)
    return sentence.tokens[last + 1 :]


def _resumed(sentence: Sentence, cue: Cue, source: Range | None) -> int | None:
    """Return where a quotation taken up right behind the speaker ends: '"A," he said, "B."'."""
    rest = _rest(sentence, cue, source)
    rest = rest[1:] if rest and rest[0].text in (",", ".", ";") else rest
    if not rest:
        return None
    ends = [right for left, right in sentence.quotations if left == rest[0].start]
    return ends[0] if ends else None


def _speaker_ends(sentence: Sentence, cue: Cue, source: Range | None) -> bool:
    """Say whether a stop, a comma or nothing stands right behind the cue and its hearer."""
    rest = _rest(sentence, cue, source)
    return not rest or rest[0].tag in (".", ",")


def _is_inset(sentence: Sentence, cue: Cue, source: Range | None) -> bool:
    """Say whether source and cue stand inside their content: "It was, he said, new"."""
    rest = _rest(sentence, cue, source)
    if len(rest) < 3 or rest[0].text != ",":
        return False
    return rest[1].lower not in CONNECTORS and rest[1].tag != "VBG"


def content_behind(
    sentence: Sentence, begin: int, cues: list[Cue], sources: list[Range | None]
) -> Span | None:
    """Return the content that starts at token `begin` and ends where the next speaker begins.

    `cues` and `sources` are those that follow in the sentence. A cue behind a comma or an "and"
    ends the content; a cue right inside it ("said that Y had warned") is nested and does not.

    >>> from helpers.tokens import tag_words
    >>> text = "Patel said that it is safe."
    >>> sentence = Sentence(text, len(text), tag_words(text), [False] * 7, [])
    >>> content_behind(sentence, 2, [], [])
    (16, 26)
    """
    tokens = sentence.tokens
    stop = _next_speaker(sentence, begin, cues, sources)
    for i in range(begin, min(begin + 14, stop)):
        if sentence.inside[i]:
            break
        if tokens[i].lower in ("that", ":"):
            bare = not any(t.tag in CLAUSE_VERBS for t in tokens[begin:i])
            begin = i + 1 if bare or tokens[i].lower == ":" else begin
            break
    while stop > begin and tokens[stop - 1].lower in CONNECTORS:
        stop -= 1
    if begin >= stop:
        return None
    end = tokens[stop - 1].end
    for left, right in sentence.quotations:  # a quotation that runs on ends at its closing mark
        if left < end < right:
            end = right
    return trim(sentence.text, tokens[begin].start, end)


def _next_speaker(
    sentence: Sentence, begin: int, cues: list[Cue], sources: list[Range | None]
) -> int:
    tokens, inside = sentence.tokens, sentence.inside
    stop = len(tokens)
    for cue, source in zip(cues, sources, strict=True):
        first = min(cue.first, source[0]) if source and begin < source[0] else cue.first
        joined = tokens[first - 1].lower in CONNECTORS or cue.entry.kind == "phrase"
        if first > begin and joined:
            stop = first
            break
    breaks = [i for i in range(begin, stop) if not inside[i] and _breaks(tokens, i)]
    return min([stop, *breaks])


def _breaks(tokens: list[Token], i: int) -> bool:
    """Say whether the clause ends at `i`: a semicolon, or a full stop that the splitter missed."""
    if tokens[i].text == ";":
        return True
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    return tokens[i].text == "." and behind is not None and behind.text[0].isupper()


def trim(text: str, start: int, end: int) -> Span | None:
    """Return the span without outer spaces and stops, marks kept; None if no word is left.

    >>> trim(', it was "safe", ', 0, 17)
    (2, 15)
    """
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" ,;:-"))
    end -= len(piece) - len(piece.rstrip(" ,;:.-"))
    return (start, end) if re.search(r"\w", text[start:end]) else None
