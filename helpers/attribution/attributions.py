"""Who says what: cue, source and content of each attribution, each decision one can explain.

For each word that may report the signs it shows are weighed (`cue_evidence`, `weights`); then each
noun phrase of the sentence is weighed as its source (`source_evidence`); where the content stands
is told by rules (`contents`). `sources/identify.py` then says who that is.
"""

from dataclasses import dataclass

from helpers.attribution.content_edges import take_in_subject, trim
from helpers.attribution.contents import content_before, content_behind
from helpers.attribution.cues import Cue
from helpers.attribution.decisions import Model, choose_source, find_cues, is_kept, is_unsaid
from helpers.attribution.hearers import hearer_end, is_behind
from helpers.attribution.joints import next_speaker
from helpers.attribution.subjects import settle_source
from helpers.attribution.told_by import is_quoting
from helpers.words.phrases import Range
from helpers.words.quotations import quotation_share
from helpers.words.texts import read_sentences
from helpers.words.tokens import Sentence, Span

LATER = 8  # how many attributions on, one still bears on another
# Prepositions that belong to the cue: "called for", "warned of", "pointed to".
PARTICLES = frozenset("for on of about to against out with over at as".split())


@dataclass(frozen=True)
class Attribution:
    """One attribution: character spans of source and content (None where absent) and of the cue.

    `mode` is one of codes.MODES, `entry` the cue and `cue_class` its class in data/cues.csv.
    `source_rule` is the rule that chose the source, in words, or "" where the weights did; `chance`
    how likely the cue is by the weights, times its source where they chose it (0 to 1).

    >>> Attribution((0, 5), (6, 10), (11, 21), "indirect", "say", "say", 0.9).cue
    (6, 10)
    """

    source: Span | None
    cue: Span
    content: Span | None
    mode: str
    entry: str
    cue_class: str
    chance: float
    source_rule: str = ""


def find_attributions(text: str, sentences: list[Span], model: Model) -> list[list[Attribution]]:
    """Return, sentence by sentence, the attributions of `text`, in the order of their cues.

    `sentences` are (start, end) character offsets (see `sentences.split_text`); spans found are
    offsets in `text`, too.

    >>> from helpers.attribution.decisions import build_model
    >>> text = 'Kigali is ready, "fully ready", Yolande Makolo told the BBC. Snow fell.'
    >>> [[found], []] = find_attributions(text, [(0, 60), (61, 71)], build_model())
    >>> [text[slice(*span)] for span in (found.source, found.cue, found.content)], found.mode
    (['Yolande Makolo', 'told the BBC', 'Kigali is ready, "fully ready"'], 'mixed')
    """
    nouns = frozenset(model.lexicon.nouns)
    return [find_in_sentence(each, model) for each in read_sentences(text, sentences, nouns)]


def find_in_sentence(sentence: Sentence, model: Model) -> list[Attribution]:
    """Return the attributions whose cue stands in the Sentence, in the order of their cues.

    >>> from helpers.attribution.decisions import build_model
    >>> from helpers.words.tokens import read_sentence
    >>> [found] = find_in_sentence(read_sentence("Critics said it failed.", (0, 23)), build_model())
    >>> found.source, found.cue, found.content
    ((0, 7), (8, 12), (13, 22))
    """
    weighed = [(cue, *choose_source(sentence, cue, model)) for cue in find_cues(sentence, model)]
    kept = [
        (cue, source, chance)
        for cue, source, chance in weighed
        if is_kept(sentence, cue, chance, model)
        and not (model.nested and (is_unsaid(sentence, cue, source) or is_quoting(sentence, cue)))
    ]
    cues = [cue for cue, _, _ in kept]
    sources: list[Range | None] = []
    chosen = []
    for cue, source, chance in kept:
        place = source if chance >= model.source_floor else None
        whole, rule = settle_source(sentence, cue, place, sources[-LATER:], model.nested)
        sources.append(whole)
        chosen.append((cue.chance if rule or whole is None else cue.chance * chance, rule))
    found: list[Attribution] = []
    told: set[Span] = set()
    stop_left = -1
    for number, cue in enumerate(cues):
        attribution = _attribute(sentence, number, cues, sources, stop_left, *chosen[number])
        if attribution.content and attribution.content[0] < attribution.cue[0]:
            stop_left = max(stop_left, cue.last, sources[number][1] if sources[number] else -1)
        if attribution.content is None or attribution.content not in told:
            found.append(attribution)
            told.add(attribution.content)
    if model.nested:
        return found
    return [
        each
        for i, each in enumerate(found)
        if not _is_nested(each, found[max(0, i - LATER) : i + LATER])
    ]


def _is_nested(inner: Attribution, found: list[Attribution]) -> bool:
    """Say whether the cue stands inside the content of another that is as likely."""
    return any(
        outer is not inner
        and outer.content is not None
        and outer.content[0] <= inner.cue[0] < outer.content[1]
        and outer.chance >= inner.chance
        for outer in found
    )


def _attribute(
    sentence: Sentence, number: int, cues: list[Cue], sources: list[Range | None],
    stop_left: int, chance: float, rule: str,
) -> Attribution:  # fmt: skip
    cue, source = _with_particle(sentence, cues[number]), sources[number]
    behind_it = slice(number + 1, number + 1 + LATER)
    later = cues[behind_it], sources[behind_it]
    behind = is_behind(source, cue)
    rest = (source[1] if behind else cue.last) + 1
    content = content_before(sentence, cue, source, stop_left, next_speaker(sentence, rest, *later))
    cue_last = hearer_end(sentence, cue, source)
    if cue.passive and behind:  # "the plan was condemned by bishops": content is the subject
        subject = next((p for p in reversed(sentence.phrases) if p[1] == cue.before[1]), None)
        content = sentence.span(subject) or content
    if content is None:
        opening = cue.first == 0 and sentence.tags[0] == "VBG" and cue.entry.kind == "verb"
        begin = cue_last + 1 if cue.passive or opening or not behind else source[1] + 1
        if cue.entry.kind == "no_comment" or cue_last > cue.last:
            topic = sentence.lower[begin : begin + 1]
            if topic in (["on"], ["about"]):
                begin += 1  # "told reporters about the plan", "declined to comment on it"
        judged = cue.entry.cue_class == "judge"
        content = content_behind(sentence, begin, *later, judged)
        if content is None and cue_last > cue.last:  # "promised training": no hearer after all
            cue_last = cue.last
            content = content_behind(sentence, cue.last + 1, *later)
        if content and behind and opening:  # "Citing a report, the group said no"
            content = trim(sentence.text, content[0], min(content[1], sentence.starts[source[0]]))
    content = take_in_subject(sentence, cue, source, content)
    return Attribution(
        source=sentence.span(source),
        cue=(sentence.starts[cue.first], sentence.ends[cue_last]),
        content=content,
        mode=_mode(sentence, cue, content),
        entry=cue.entry.cue,
        cue_class=cue.entry.cue_class,
        chance=chance,
        source_rule=rule,
    )


def _with_particle(sentence: Sentence, cue: Cue) -> Cue:
    """Return the cue with what belongs to it right behind: "called for"."""
    after = cue.last + 1
    several = cue.entry.kind in ("phrase", "no_comment")
    if several or after >= len(sentence.words) or sentence.quoted[after]:
        return cue
    setting = cue.entry.cue_class == "say" and sentence.lower[after] in ("on", "at", "to")
    if sentence.lower[after] in PARTICLES and not setting:
        infinitive = after + 1 < len(sentence.words) and sentence.tags[after + 1] == "VB"
        if not (sentence.lower[after] == "to" and infinitive):
            return Cue(cue.entry, cue.first, after, cue.before, cue.chance)
    return cue


def _mode(sentence: Sentence, cue: Cue, content: Span | None) -> str:
    if cue.entry.kind == "no_comment":
        return "no_comment"
    if content is None:
        return "indirect"
    share = quotation_share(sentence.text, *content, sentence.quotations)
    if share == 1:
        return "direct"
    return "mixed" if share > 0 else "indirect"
