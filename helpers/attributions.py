"""Who says what: source, cue and content of each attribution, by rules one can read.

For each cue of a sentence the rules ask: who is the source (before the verb, behind it, or shared
with the verb before), and where does the content stand? `sources.py` then says who that is.
"""

from dataclasses import dataclass

from helpers.contents import CLOSING, Sentence, Span, content_before, content_behind, hearer_end
from helpers.cues import BE, Cue, Lexicon, find_cues
from helpers.phrases import Range, phrase_after
from helpers.quotations import find_quotations, quotation_share
from helpers.subjects import main_subject, subject_before
from helpers.tokens import Token, tag_words

NOBODY = frozenset(("nobody", "no", "none", "neither"))


@dataclass(frozen=True)
class Attribution:
    """One attribution: character spans of source and content (None where absent) and of the cue.

    `mode` is one of codes.MODES, `entry` the cue and `cue_class` its class in data/cues.csv.

    >>> Attribution((0, 5), (6, 10), (11, 21), "indirect", "say", "say").cue
    (6, 10)
    """

    source: Span | None
    cue: Span
    content: Span | None
    mode: str
    entry: str
    cue_class: str


def find_attributions(
    text: str, sentences: list[Span], lexicon: Lexicon
) -> list[list[Attribution]]:
    """Return, sentence by sentence, the attributions of `text`, in the order of their cues.

    `sentences` are (start, end) character offsets (see `sentences.split_text`); spans found are
    offsets in `text`, too.

    >>> from helpers.cues import build_lexicon
    >>> text = 'Kigali is ready, "fully ready", Yolande Makolo told the BBC. Snow fell.'
    >>> [[found], []] = find_attributions(text, [(0, 60), (61, 71)], build_lexicon())
    >>> [text[slice(*span)] for span in (found.source, found.cue, found.content)], found.mode
    (['Yolande Makolo', 'told the BBC', 'Kigali is ready, "fully ready"'], 'mixed')
    """
    quotations = find_quotations(text)
    return [_in_sentence(text, span, quotations, lexicon) for span in sentences]


def _in_sentence(
    text: str, span: Span, quotations: list[Span], lexicon: Lexicon
) -> list[Attribution]:
    quotations = [(left, right) for left, right in quotations if left < span[1] and span[0] < right]
    tokens = tag_words(text[slice(*span)], span[0], lexicon.nouns)
    inside = [any(left <= t.start < right for left, right in quotations) for t in tokens]
    sentence = Sentence(text, span[1], tokens, inside, quotations)
    cues = find_cues(tokens, text, inside, lexicon)
    sources: list[Range | None] = []
    for cue in cues:
        sources.append(_find_source(sentence, cue, sources))
    found: list[Attribution] = []
    for number, (cue, source) in enumerate(zip(cues, sources, strict=True)):
        attribution = _attribute(sentence, number, cues, sources)
        rumour = cue.passive and source is None and _is_rumour(tokens, cue)
        repeats = any(attribution and old.content == attribution.content for old in found)
        nobody = source is not None and tokens[source[0]].lower in NOBODY
        if attribution and (source or rumour) and not (nobody or (attribution.content and repeats)):
            found.append(attribution)
    return found


def _is_rumour(tokens: list[Token], cue: Cue) -> bool:
    """Say whether an agentless passive reports: "it was feared that", "he was said to have"."""
    behind = [token.lower for token in tokens[cue.last + 1 : cue.last + 3]]
    if tokens[cue.first - 1].lower not in BE or "rumour" not in cue.entry.traits:
        return False
    return behind[:1] == ["that"] or behind == ["to", "have"]


def _find_source(sentence: Sentence, cue: Cue, earlier: list[Range | None]) -> Range | None:
    """Return the source of `cue`; a participle or a coordinated verb takes the one before it."""
    tokens, inside = sentence.tokens, sentence.inside
    if cue.entry.kind == "phrase":
        return phrase_after(tokens, cue.last + 1)
    if cue.passive:
        by = [i for i in range(cue.last + 1, len(tokens)) if tokens[i].lower == "by"]
        return phrase_after(tokens, by[0] + 1) if by and by[0] - cue.last < 8 else None
    if _is_inverted(sentence, cue):
        return phrase_after(tokens, cue.last + 1)
    own = None
    if tokens[cue.first].tag != "VBG":
        own = subject_before(tokens, cue.first, inside)
    shared = next((source for source in reversed(earlier) if source), None)
    return own or shared or main_subject(tokens, cue.first, inside)


def _is_inverted(sentence: Sentence, cue: Cue) -> bool:
    """Say whether the verb stands before its subject: '"...," said the minister'."""
    tokens, i = sentence.tokens, cue.first - 1
    if i < 0 or tokens[cue.first].tag == "VBG" or not phrase_after(tokens, cue.last + 1):
        return False
    comma = i > 0 and tokens[i].text == ","
    closing = i - 1 if comma else i
    return tokens[closing].text in CLOSING and sentence.inside[closing]


def _attribute(
    sentence: Sentence, number: int, cues: list[Cue], sources: list[Range | None]
) -> Attribution | None:
    cue, source, tokens = cues[number], sources[number], sentence.tokens
    earlier = zip(cues[:number], sources[:number], strict=True)
    stop_left = max((max(old.last, by[1] if by else -1) for old, by in earlier), default=-1)
    content = content_before(sentence, cue, source, stop_left)
    cue_last = cue.last if cue.passive else hearer_end(sentence, cue, source)
    if cue.passive and source:  # "the plan was condemned by bishops": content is the subject
        content = _span(tokens, subject_before(tokens, cue.first, sentence.inside))
    if content is None:
        source_behind = source is not None and source[0] > cue.last and not cue.passive
        begin = source[1] + 1 if source_behind else cue_last + 1
        later = cues[number + 1 :], sources[number + 1 :]
        content = content_behind(sentence, begin, *later)
        if content is None and cue_last > cue.last:  # "promised training": no hearer after all
            cue_last = cue.last
            content = content_behind(sentence, cue.last + 1, *later)
    if content is None and cue.entry.kind != "no_comment":
        return None
    return Attribution(
        source=_span(tokens, source),
        cue=(tokens[cue.first].start, tokens[cue_last].end),
        content=content,
        mode=_mode(sentence, cue, content),
        entry=cue.entry.cue,
        cue_class=cue.entry.cue_class,
    )


def _span(tokens: list[Token], place: Range | None) -> Span | None:
    return (tokens[place[0]].start, tokens[place[1]].end) if place else None


def _mode(sentence: Sentence, cue: Cue, content: Span | None) -> str:
    if cue.entry.kind == "no_comment":
        return "no_comment"
    share = quotation_share(sentence.text, *content, sentence.quotations)
    return "direct" if share == 1 else "indirect" if share == 0 else "mixed"
