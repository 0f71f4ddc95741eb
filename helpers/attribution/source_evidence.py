"""What speaks for a noun phrase being the source of a cue: signs looked up in the weights.

As in `cue_evidence`: each sign is a short text, and the weights of the signs shown are added up
(data/weights/sources.csv).
"""

from helpers.words.phrases import Range
from helpers.words.tokens import Sentence
from helpers.words.word_classes import AUXILIARIES, CLAUSE_VERBS, CLOSING, FINITE, TIMES

# Distances in words, told apart less finely the longer they are.
EDGES = (0, 1, 2, 3, 6, 6, 6, 11, 11, 11, 11, 11, 99)
WHO_WORDS = ("who", "which", "that", "this")
# Tags of words that are told by themselves where one stands right before the cue.
TOLD_BY_WORD = ("IN", "CC", "TO", ",")


def _steps(distance: int) -> int:
    return EDGES[max(0, min(distance, len(EDGES) - 1))]


def name_kind(sentence: Sentence, place: Range) -> str:
    """Return what kind of phrase `place` is: pronoun, who, time, name, word (one name), or its tag.

    >>> from helpers.words.tokens import read_sentence
    >>> name_kind(read_sentence("Ann Lee left.", (0, 13)), (0, 1))
    'name'
    """
    first, last = place
    if sentence.tags[last] == "PRP":
        return "pronoun"
    if sentence.lower[last] in WHO_WORDS:
        return "who"
    if sentence.lower[last] in TIMES:
        return "time"
    if sentence.names[last]:
        return "name" if last > first else "word"
    return sentence.tags[last]


def _count_between(phrases: list[Range], number: int, cue: int) -> int:
    """Return how many phrases stand between phrase `number` and the cue, four at most."""
    first, last = phrases[number]
    left = last < cue
    step, count, i = (1 if left else -1), 0, number
    while count < 4 and 0 <= (i := i + step) < len(phrases):
        a, b = phrases[i]
        if b >= cue if left else a <= cue:
            break
        count += a > last if left else b < first
    return count


def list_source_evidence(
    sentence: Sentence, cue: int, number: int, before_cue: tuple[str, int, str],
    nouns: dict[str, str],
) -> list[str]:  # fmt: skip
    """Return the signs that phrase `number` of the Sentence shows as the source of word `cue`.

    `before_cue` is what stands before the cue and its auxiliaries (see `cue_evidence.look_left`);
    `nouns` maps a source noun to its kind in data/source_nouns.csv.

    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Patel told the House that it works.", (0, 35))
    >>> list_source_evidence(sentence, 1, 0, ("word", 0, ""), {})[3:5]
    ['side+kind=L_word', 'side+words=L_0']
    """
    phrases, lower, tags, gaps = sentence.phrases, sentence.lower, sentence.tags, sentence.gaps
    _, subject, voice = before_cue
    first, last = phrases[number]
    n = len(lower)
    left = last < cue
    low, high = (last + 1, cue) if left else (cue + 1, first)
    side, kind = ("L" if left else "R"), name_kind(sentence, (first, last))
    between = _count_between(phrases, number, cue)
    verbs, commas = gaps.count("verbs", low, high), gaps.count("commas", low, high)
    near = "far" if gaps.count("others", low, high) else "near"
    who, joined = gaps.count("who", low, high) > 0, gaps.count("joints", low, high) > 0
    before, before_tag = (lower[first - 1], tags[first - 1]) if first else ("^", "^")
    after, after_tag = (lower[last + 1], tags[last + 1]) if last + 1 < n else ("^", "^")
    word, tag = lower[cue], tags[cue]
    previous, previous_tag = (lower[cue - 1], tags[cue - 1]) if cue else ("^", "^")
    following = tags[cue + 1] if cue + 1 < n else "^"
    opens = first == 0 or before in CLOSING or (first == 1 and tags[0] in ("CC", "IN"))
    inset = f"{opens:d}{after == ',':d}{previous == ',':d}"
    v2, c2, b2 = min(verbs, 2), min(commas, 2), min(between, 2)
    at = f"{side}_{near}"
    relative = after in ("who", "which") or (after == "," and lower[last + 2 : last + 3] == ["who"])
    objective = before_tag in FINITE and before not in AUXILIARIES
    own = first <= subject <= last
    verb = last + 1
    while verb < n and tags[verb] == "RB":
        verb += 1
    governs = verb < n and verb != cue and tags[verb] in CLAUSE_VERBS  # has a verb of its own
    joint = previous if previous_tag in TOLD_BY_WORD else previous_tag
    return [
        f"voice={at}_{voice}", f"relative={side}_{relative:d}_{v2}",
        f"object={at}_{objective:d}_{who:d}",
        f"side+kind={side}_{kind}",
        f"side+words={side}_{_steps(high - low)}", f"near+tag={at}_{tag}",
        f"near+kind={at}_{kind}",
        f"head={lower[last]}", f"noun={at}_{nouns.get(lower[last], '')}",
        f"before={side}_{before}", f"before+kind={side}_{before_tag}_{kind}",
        f"after={side}_{after}",
        f"after+tag={side}_{after_tag}_{tag}",
        f"cue+near={at}_{word}", f"tag+near+kind={at}_{tag}_{kind}", f"opens={side}_{opens:d}",
        f"inset={side}_{inset}_{kind}",
        f"verbs+commas+tag={side}_{v2}{c2}_{tag}", f"subject={own:d}",
        f"subject+voice={own:d}_{voice}_{tag}", f"subject+before={own:d}_{voice}_{before_tag}",
        f"before_cue={at}_{previous}", f"behind_cue={at}_{following}",
        f"between={side}_{min(between, 3)}{v2}{c2}", f"before+kind+near={at}_{kind}_{before_tag}",
        f"joined={side}_{joined:d}_{v2}_{tag}", f"cue+phrases={side}_{word}_{b2}",
        f"clause={side}_{before_tag == 'IN':d}{governs:d}_{tag}_{joint}",
    ]  # fmt: skip
