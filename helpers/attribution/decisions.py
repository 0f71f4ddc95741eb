"""What counts as a cue, and which phrase is its source: signs weighed, thresholds applied."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from helpers.attribution.cue_evidence import find_candidates, list_evidence, look_left
from helpers.attribution.cues import Cue, Lexicon, build_lexicon
from helpers.attribution.silences import find_listed_cues
from helpers.attribution.source_evidence import list_source_evidence
from helpers.attribution.told_by import find_told_by
from helpers.attribution.weights import Weights, read_weights
from helpers.words.phrases import Range
from helpers.words.tokens import Sentence

NOBODY = frozenset(("nobody", "no", "none"))
LEFT, RIGHT = 5, 2  # how many phrases on either side of a cue may be its source
BEFORE_NOUN = frozenset("JJ RB RBS RBR VBN DT".split())  # what may open a source beside them
PHRASES_AWAY = 30  # how far they are looked for, in phrases


@dataclass(frozen=True)
class Model:
    """What decides: the lexicon, the weights of cues and sources, and thresholds (0 to 1).

    A word below `cue_floor` is no cue; an attribution is kept from `sourced` on (chance of the cue
    times chance of the source; from `quoted` on, beside a quotation), or, where no phrase reaches
    `source_floor`, without a source from `unsourced` on. Without `nested`, an attribution inside
    the content of another is left out and a source is what stands by the verb, be it "who", as in
    PolNeAR; else "who" stands for its antecedent, and a verb may share its subject.

    >>> build_model().sourced < 1
    True
    """

    lexicon: Lexicon
    cues: Weights
    sources: Weights
    roots: frozenset[str]
    cue_floor: float = 0.2
    source_floor: float = 0.25
    sourced: float = 0.34
    quoted: float = 0.25
    unsourced: float = 0.5
    nested: bool = True


def build_model(lexicon: Lexicon | None = None, scheme: str = "codebook", **thresholds) -> Model:
    """Return the model for a scheme of `weights.SCHEMES`, with the `lexicon` given or data/'s.

    >>> sorted(build_model(scheme="polnear").roots)[:1] != []
    True
    """
    if scheme == "polnear":
        own = {"source_floor": 0.45, "sourced": 0.27, "quoted": 0.2, "unsourced": 0.4}
        thresholds = {"nested": False} | own | thresholds
    cues, sources = _weights("cues", scheme), _weights("sources", scheme)
    roots = frozenset(sign[5:] for sign in cues.signs if sign.startswith("stem="))
    return Model(lexicon or build_lexicon(), cues, sources, roots, **thresholds)


@lru_cache
def _weights(name: str, scheme: str) -> Weights:
    return read_weights(name, scheme)


def find_cues(sentence: Sentence, model: Model) -> list[Cue]:
    """Return the words and phrases of the Sentence that may report, each with its chance.

    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Critics said it failed.", (0, 23))
    >>> [sentence.words[cue.first] for cue in find_cues(sentence, build_model())]
    ['said']
    """
    lexicon = model.lexicon
    found = find_listed_cues(sentence, lexicon)
    taken = {i for cue in found for i in range(cue.first, cue.last + 1)}
    for i in find_candidates(sentence, lexicon, model.roots):
        if i in taken:
            continue
        before = look_left(sentence, i)
        signs = list_evidence(sentence, i, before, lexicon)
        chance = model.cues.chance(signs)
        if chance >= model.cue_floor:
            pair = lexicon.find_pair(sentence.lower, i)
            entry = pair or lexicon.entry_of(sentence.lower[i], sentence.tags[i])
            found.append(Cue(entry, i, i + bool(pair), before, chance))
    return sorted(found, key=lambda cue: cue.first)


def choose_source(sentence: Sentence, cue: Cue, model: Model) -> tuple[Range | None, float]:
    """Return the base noun phrase most likely the source of `cue`, and its chance (0 to 1).

    Weighed against each other are the phrases nearest to the cue on either side, and the first of
    the sentence. Nothing is weighed for a phrase such as "according to", whose source stands right
    behind it, nor where words beside the cue name one (see `told_by`).

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("The plan, Patel said, works.", (0, 28))
    >>> cue = Cue(Entry("say", "verb", "say", frozenset()), 4, 4)
    >>> choose_source(sentence, cue, build_model())[0]
    (3, 3)
    """
    phrases = sentence.phrases
    if cue.entry.kind == "phrase":
        first = at = cue.last + 1
        while at not in sentence.begins and at < len(sentence.words):
            if sentence.lower[at] != "and" and sentence.tags[at] not in BEFORE_NOUN:
                break
            at += 1  # "according to congressional and party sources"
        return ((first, sentence.begins[at]), 1.0) if at in sentence.begins else (None, 0.0)
    told_by = find_told_by(sentence, cue) if model.nested else None
    if told_by:
        return told_by, 1.0
    itself = (cue.first, cue.first)  # a noun cue is not its own source
    numbers = [i for i in _near(sentence, cue.first) if phrases[i] != itself]
    if not numbers:
        return None, 0.0
    best, chance = model.sources.choose([
        list_source_evidence(sentence, cue.first, number, cue.before, model.lexicon.nouns)
        for number in numbers
    ])  # fmt: skip
    return phrases[numbers[best]], chance


def _near(sentence: Sentence, cue: int) -> list[int]:
    """Return the numbers of the phrases that may be the source of the word `cue`.

    Outside a quotation the source stands outside it, too; the first such phrase is always in.
    """
    phrases, quoted = sentence.phrases, sentence.quoted
    middle = bisect_left(phrases, (cue, 0))
    chosen = []
    for i in range(middle - 1, -1, -1):  # to the left, and what the cue stands in
        if len(chosen) == LEFT or middle - i > PHRASES_AWAY:
            break
        if quoted[cue] or not quoted[phrases[i][1]]:
            chosen.append(i)
    chosen.reverse()
    if sentence.opening is not None and chosen and sentence.opening < chosen[0]:
        chosen.insert(0, sentence.opening)
    right = range(middle, min(middle + PHRASES_AWAY, len(phrases)))
    free = [i for i in right if quoted[cue] or not quoted[phrases[i][1]]]
    return chosen + free[:RIGHT]


def is_kept(sentence: Sentence, cue: Cue, source_chance: float, model: Model) -> bool:
    """Say whether cue and source are likely enough together (see `Model`).

    >>> from helpers.words.tokens import read_sentence
    >>> sentence, model = read_sentence("Critics said it failed.", (0, 23)), build_model()
    >>> [is_kept(sentence, cue, 0.9, model) for cue in find_cues(sentence, model)]
    [True]
    """
    if source_chance >= model.source_floor:
        beside = sentence.quoted[max(0, cue.first - 3) : cue.last + 4]
        return cue.chance * source_chance >= (model.quoted if True in beside else model.sourced)
    return cue.chance >= model.unsourced


def is_unsaid(sentence: Sentence, cue: Cue, source: Range | None) -> bool:
    """Say whether nobody says it: "did not say", "nobody said" (the codebook's rule).

    >>> from helpers.words.tokens import read_sentence
    >>> sentence, model = read_sentence("He did not warn of it.", (0, 22)), build_model()
    >>> [is_unsaid(sentence, cue, (0, 0)) for cue in find_cues(sentence, model)]
    [True]
    """
    if source is not None and sentence.lower[source[0]] in NOBODY:
        return True
    return cue.entry.kind == "verb" and cue.entry.cue_class == "say" and cue.negated
