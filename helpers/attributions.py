"""Who says what: cue, source and content of each attribution, each decision one can explain.

For each word that may report the signs it shows are weighed (`cue_evidence`, `weights`); then each
noun phrase of the sentence is weighed as its source (`source_evidence`); where the content stands
is told by rules (`contents`). `sources.py` then says who that is.
"""

from dataclasses import dataclass
from functools import lru_cache

from helpers.contents import Span, content_before, content_behind, hearer_end
from helpers.cue_evidence import is_candidate, list_evidence, look_left
from helpers.cues import Cue, Lexicon, find_phrases
from helpers.phrases import Range, whole_phrase
from helpers.quotations import find_quotations, quotation_share
from helpers.source_evidence import list_source_evidence
from helpers.tokens import Sentence, read_sentence
from helpers.weights import Weights, read_weights

# Prepositions that belong to the cue: "called for", "warned of", "pointed to".
NESTING = 1.0  # how much likelier an attribution around another must be to hide it
LEFT, RIGHT = 5, 3  # how many phrases on either side of a cue may be its source
PARTICLES = frozenset("for on of about to against out with over at".split())


@dataclass(frozen=True)
class Attribution:
    """One attribution: character spans of source and content (None where absent) and of the cue.

    `mode` is one of codes.MODES, `entry` the cue and `cue_class` its class in data/cues.csv,
    `chance` how likely cue and source are by the weights (0 to 1).

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


@dataclass(frozen=True)
class Model:
    """What decides: the lexicon, the weights of cues and sources, and three thresholds (0 to 1).

    A word below `cue_floor` is no cue; an attribution is kept from `sourced` on (chance of the cue
    times chance of the source; from `quoted` on, beside a quotation), or, where no phrase reaches
    `source_floor`, without a source from `unsourced` on. Without `nested`, an attribution inside
    the content of another is left out, as PolNeAR does.

    >>> build_model().sourced < 1
    True
    """

    lexicon: Lexicon
    cues: Weights
    sources: Weights
    roots: frozenset[str]
    cue_floor: float = 0.15
    source_floor: float = 0.25
    sourced: float = 0.3
    quoted: float = 0.2
    unsourced: float = 0.4
    nested: bool = True


def build_model(lexicon: Lexicon | None = None, scheme: str = "codebook", **thresholds) -> Model:
    """Return the model for a scheme of `weights.SCHEMES`, with the `lexicon` given or data/'s.

    >>> sorted(build_model(scheme="polnear").roots)[:1] != []
    True
    """
    from helpers.cues import build_lexicon

    if scheme == "polnear":
        thresholds = {"nested": False, "sourced": 0.27} | thresholds
    cues, sources = _weights("cues", scheme), _weights("sources", scheme)
    roots = frozenset(sign[5:] for sign in cues.signs if sign.startswith("stem="))
    return Model(lexicon or build_lexicon(), cues, sources, roots, **thresholds)


@lru_cache
def _weights(name: str, scheme: str) -> Weights:
    return read_weights(name, scheme)


def find_attributions(text: str, sentences: list[Span], model: Model) -> list[list[Attribution]]:
    """Return, sentence by sentence, the attributions of `text`, in the order of their cues.

    `sentences` are (start, end) character offsets (see `sentences.split_text`); spans found are
    offsets in `text`, too.

    >>> text = 'Kigali is ready, "fully ready", Yolande Makolo told the BBC. Snow fell.'
    >>> [[found], []] = find_attributions(text, [(0, 60), (61, 71)], build_model())
    >>> [text[slice(*span)] for span in (found.source, found.cue, found.content)], found.mode
    (['Yolande Makolo', 'told the BBC', 'Kigali is ready, "fully ready"'], 'mixed')
    """
    quotations = find_quotations(text)
    nouns = frozenset(model.lexicon.nouns)
    return [
        find_in_sentence(read_sentence(text, span, quotations, nouns), model) for span in sentences
    ]


def find_in_sentence(sentence: Sentence, model: Model) -> list[Attribution]:
    """Return the attributions whose cue stands in the Sentence, in the order of their cues.

    >>> [found] = find_in_sentence(read_sentence("Critics said it failed.", (0, 23)), build_model())
    >>> found.source, found.cue, found.content
    ((0, 7), (8, 12), (13, 22))
    """
    weighed = [(cue, *choose_source(sentence, cue, model)) for cue in find_cues(sentence, model)]
    kept = [each for each in weighed if _is_kept(sentence, each[0], each[2], model)]
    cues = [cue for cue, _, _ in kept]
    sources = [
        whole_phrase(sentence, source, cue.first) if chance >= model.source_floor else None
        for cue, source, chance in kept
    ]
    found: list[Attribution] = []
    for number, (cue, _, chance) in enumerate(kept):
        attribution = _attribute(sentence, number, cues, sources, cue.chance * chance)
        repeats = any(attribution and old.content == attribution.content for old in found)
        if attribution and not (attribution.content and repeats):
            found.append(attribution)
    return found if model.nested else [each for each in found if not _is_nested(each, found)]


def _is_nested(inner: Attribution, found: list[Attribution]) -> bool:
    """Say whether the cue stands inside the content of another that is as likely."""
    return any(
        outer is not inner
        and outer.content is not None
        and outer.content[0] <= inner.cue[0] < outer.content[1]
        and outer.chance >= NESTING * inner.chance
        for outer in found
    )


def find_cues(sentence: Sentence, model: Model) -> list[Cue]:
    """Return the words and phrases of the Sentence that may report, each with its chance.

    >>> sentence = read_sentence("Critics said it failed.", (0, 23))
    >>> [sentence.words[cue.first] for cue in find_cues(sentence, build_model())]
    ['said']
    """
    lexicon = model.lexicon
    found = find_phrases(sentence, lexicon)
    taken = {i for cue in found for i in range(cue.first, cue.last + 1)}
    for i in range(len(sentence.words)):
        if i in taken or not is_candidate(sentence, i, lexicon.verbs, model.roots):
            continue
        signs = list_evidence(sentence, i, lexicon.verbs, lexicon.nouns)
        chance = model.cues.chance(signs)
        if chance >= model.cue_floor:
            passive = look_left(sentence, i)[2].startswith("passive")
            found.append(Cue(lexicon.entry_of(sentence.lower[i]), i, i, passive, chance))
    return sorted(found, key=lambda cue: cue.first)


def choose_source(sentence: Sentence, cue: Cue, model: Model) -> tuple[Range | None, float]:
    """Return the base noun phrase most likely the source of `cue`, and its chance (0 to 1).

    Weighed are the phrases nearest to the cue on either side, and the first of the sentence; for
    a phrase such as "according to" only what stands right behind it.

    >>> sentence = read_sentence("The plan, Patel said, works.", (0, 28))
    >>> from helpers.cues import Entry
    >>> cue = Cue(Entry("say", "verb", "say", frozenset()), 4, 4)
    >>> choose_source(sentence, cue, build_model())[0]
    (3, 3)
    """
    phrases = sentence.phrases
    if cue.entry.kind == "phrase":
        behind = [place for place in phrases if place[0] == cue.last + 1]
        return (behind[-1], 1.0) if behind else (None, 0.0)
    subject = look_left(sentence, cue.first)[1]
    best, likeliest = None, 0.0
    for number in _near(sentence, cue.first):
        signs = list_source_evidence(
            sentence, cue.first, number, sentence.gaps, subject, model.lexicon.nouns
        )
        chance = model.sources.chance(signs)
        if chance > likeliest:
            best, likeliest = phrases[number], chance
    return best, likeliest


def _near(sentence: Sentence, cue: int) -> list[int]:
    """Return the numbers of the phrases that may be the source of the word `cue`.

    Outside a quotation the source stands outside it, too.
    """
    phrases, quoted = sentence.phrases, sentence.quoted
    free = [i for i, (_, last) in enumerate(phrases) if quoted[cue] or not quoted[last]]
    left = [i for i in free if phrases[i][1] < cue]
    around = [i for i in free if phrases[i][0] <= cue <= phrases[i][1] != phrases[i][0]]
    right = [i for i in free if phrases[i][0] > cue]
    return [*left[:1], *left[1:][-LEFT:], *around, *right[:RIGHT]]


def _is_kept(sentence: Sentence, cue: Cue, source_chance: float, model: Model) -> bool:
    if source_chance >= model.source_floor:
        beside = sentence.quoted[max(0, cue.first - 3) : cue.last + 4]
        return cue.chance * source_chance >= (model.quoted if True in beside else model.sourced)
    return cue.chance >= model.unsourced


def _attribute(
    sentence: Sentence, number: int, cues: list[Cue], sources: list[Range | None], chance: float
) -> Attribution | None:
    cue, source = _with_particle(sentence, cues[number]), sources[number]
    earlier = zip(cues[:number], sources[:number], strict=True)
    stop_left = max((max(old.last, by[1] if by else -1) for old, by in earlier), default=-1)
    content = content_before(sentence, cue, source, stop_left)
    cue_last = hearer_end(sentence, cue, source)
    behind = source is not None and source[0] > cue.last
    if cue.passive and behind:  # "the plan was condemned by bishops": content is the subject
        j = look_left(sentence, cue.first)[1]
        subject = [place for place in sentence.phrases if place[1] == j]
        content = sentence.span(whole_phrase(sentence, subject[0], -1)) if subject else content
    if content is None:
        begin = source[1] + 1 if behind and not cue.passive else cue_last + 1
        later = cues[number + 1 :], sources[number + 1 :]
        content = content_behind(sentence, begin, *later)
        if content is None and cue_last > cue.last:  # "promised training": no hearer after all
            cue_last = cue.last
            content = content_behind(sentence, cue.last + 1, *later)
    return Attribution(
        source=sentence.span(source),
        cue=(sentence.starts[cue.first], sentence.ends[cue_last]),
        content=content,
        mode=_mode(sentence, cue, content),
        entry=cue.entry.cue,
        cue_class=cue.entry.cue_class,
        chance=chance,
    )


def _with_particle(sentence: Sentence, cue: Cue) -> Cue:
    """Return the cue with a preposition right behind it: "called for", "warned of"."""
    after = cue.last + 1
    if cue.entry.kind != "verb" or after >= len(sentence.words) or sentence.quoted[after]:
        return cue
    if sentence.lower[after] in PARTICLES and sentence.tags[after] in ("IN", "RP", "TO"):
        infinitive = after + 1 < len(sentence.words) and sentence.tags[after + 1] == "VB"
        if not (sentence.lower[after] == "to" and infinitive):
            return Cue(cue.entry, cue.first, after, cue.passive, cue.chance)
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
