"""The rules for content: the words attributed, before or behind source and cue."""

from bisect import bisect_left

from helpers.attribution.content_edges import (
    CONNECTORS,
    clause_start,
    skip_setting,
    trim,
)
from helpers.attribution.cues import Cue
from helpers.attribution.hearers import hearer_end, is_behind
from helpers.attribution.joints import before_joint, next_speaker
from helpers.words.phrases import Range
from helpers.words.tokens import Sentence, Span
from helpers.words.word_classes import CLAUSE_VERBS, CLOSING, STOPS

# "on Tuesday", "in a statement", "to Reuters": time, place and hearer behind the speaker.
SETTINGS = frozenset(
    "on in at to after before during by through over this last yesterday today late early".split()
)
# Before "that" they join another clause: "and that", "so that".
JOINED = CONNECTORS - {","} | {"so"}
CLAUSE_ENDS = STOPS - {":", "(", ")"}
ADVERB = 2  # words of an adverb and its comma


def content_before(
    sentence: Sentence, cue: Cue, source: Range | None, stop: int, later: int | None = None
) -> Span | None:
    """Return the content that ends before source and cue, or None if it stands behind them.

    It begins behind word `stop` and ends at the closing mark or the comma before the speaker;
    where the quotation is taken up again, or source and cue are an inset, it runs over them. The
    span is in characters of the text; `source` is (first, last) in words, `later` the word at which
    the next speaker begins.

    >>> from helpers.attribution.cues import Entry
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("It is safe, Patel said.", (0, 23))
    >>> content_before(sentence, Cue(Entry("say", "verb", "say", frozenset()), 5, 5), (4, 4), -1)
    (0, 10)
    """
    words, quoted = sentence.words, sentence.quoted
    first = min(cue.first, source[0]) if source else cue.first
    shared = cue.before[0] == "and" and first < cue.before[1]
    if first <= stop + 1 or shared:
        return None
    closes = words[first - 1] in CLOSING and quoted[first - 1]
    comma = words[first - 1] == "," and not quoted[first - 1]
    after_quotation = comma and first > 1 and words[first - 2] in CLOSING
    after_clause = comma and (_speaker_ends(sentence, cue, source) or is_behind(source, cue))
    if cue.entry.kind != "phrase" and not (closes or after_quotation or after_clause):
        return None
    begin = stop + 1
    begin = clause_start(sentence, begin, first)
    while begin < first and (sentence.lower[begin] in CONNECTORS or words[begin] == "."):
        begin += 1
    setting = cue.entry.kind == "phrase" and first - begin <= ADVERB
    if begin >= first or setting:
        return None  # "Meanwhile, according to Reuters, ..."
    end = sentence.ends[first - 1]
    resumed = _resumed(sentence, cue, source)
    if resumed and (closes or after_quotation):
        end = resumed
    closed = (closes or after_quotation) and quoted[begin]
    over = not closed or _is_taken_up(sentence, _rest(sentence, cue, source), later)
    if over and _is_inset(sentence, cue, source, later):
        told = later is not None and words[later - 1] in ("and", "but", "while", "whereas")
        behind = bisect_left(sentence.semicolons, first)
        stops = sentence.semicolons[behind : behind + 1] or [len(words)]
        end = sentence.ends[min(later - 2 if told else len(words) - 1, stops[0] - 1)]
    return trim(sentence.text, sentence.starts[begin], end)


def _rest(sentence: Sentence, cue: Cue, source: Range | None) -> int:
    """Return the first word behind cue, hearer and source, whichever is last."""
    return max(hearer_end(sentence, cue, source), source[1] if source else -1) + 1


def _resumed(sentence: Sentence, cue: Cue, source: Range | None) -> int | None:
    """Return where a quotation taken up right behind the speaker ends: '"A," he said, "B."'."""
    rest = _rest(sentence, cue, source)
    if rest < len(sentence.words) and sentence.words[rest] in (",", ".", ";"):
        rest += 1
    if rest >= len(sentence.words):
        return None
    start = sentence.starts[rest]
    number = bisect_left(sentence.quotations, (start,))
    opened = sentence.quotations[number : number + 1]
    return opened[0][1] if opened and opened[0][0] == start else None


def _is_taken_up(sentence: Sentence, rest: int, later: int | None) -> bool:
    """Say whether the speaker quoted before word `rest` is quoted again, before the next one is.

    '"A," said Lee, who was there, "B"', but not '"A," said Lee, who was there.'
    """
    stop = len(sentence.words) if later is None or later <= rest else later
    return any(
        sentence.quoted[i] and not sentence.quoted[i - 1] and sentence.words[i - 1] == ","
        for i in range(rest + 1, stop)
    )


def _speaker_ends(sentence: Sentence, cue: Cue, source: Range | None) -> bool:
    """Say whether a stop, a comma or nothing stands right behind the cue and its hearer."""
    rest = _past_setting(sentence, _rest(sentence, cue, source))
    return rest >= len(sentence.words) or sentence.words[rest] in CLAUSE_ENDS


def _past_setting(sentence: Sentence, rest: int) -> int:
    """Return the first word behind "on Tuesday", "in a statement"; `rest` where content follows."""
    at = rest
    if at < len(sentence.words) and sentence.lower[at] in SETTINGS:
        while at < len(sentence.words) and sentence.words[at] not in CLAUSE_ENDS:
            if sentence.tags[at] in CLAUSE_VERBS or sentence.lower[at] == "that":
                return rest  # "Patel said in May that ...": the content comes behind
            at += 1
    return at


def _is_inset(sentence: Sentence, cue: Cue, source: Range | None, later: int | None) -> bool:
    """Say whether source and cue stand inside their content: "It was, he said, new"."""
    rest = _past_setting(sentence, _rest(sentence, cue, source))
    if len(sentence.words) - rest < 3 or sentence.words[rest] != ",":
        return False
    if cue.entry.kind != "verb":
        return sentence.tags[rest + 1] in CLAUSE_VERBS  # it goes on with a clause broken off
    joined = sentence.lower[rest + 1] in CONNECTORS
    if joined and later is not None and later <= rest + 3:
        return False  # "..., he said, and she agreed"
    return sentence.tags[rest + 1] != "VBG"


def content_behind(
    sentence: Sentence, begin: int, cues: list[Cue], sources: list[Range | None],
    judged: bool = False,
) -> Span | None:  # fmt: skip
    """Return the content that starts at word `begin` and ends where the next speaker begins.

    `cues` and `sources` are those that follow in the sentence. A cue behind a comma or an "and"
    ends the content; a cue right inside it ("said that Y had warned") is nested and does not. What
    is `judged` stands before a colon, what is said behind it.

    >>> from helpers.words.tokens import read_sentence
    >>> content_behind(read_sentence("Patel said that it is safe.", (0, 27)), 2, [], [])
    (16, 26)
    """
    lower = sentence.lower
    stop = next_speaker(sentence, begin, cues, sources)
    begin = skip_setting(sentence, begin)
    told = next((cue.first for cue in cues if cue.first > begin), stop)
    for i in range(begin, min(begin + 14, stop, told)):
        if sentence.quoted[i]:
            break
        if lower[i] == ":" and judged and i > begin:
            stop = i
            break
        if lower[i] in ("that", ":"):
            bare = not any(tag in CLAUSE_VERBS for tag in sentence.tags[begin:i])
            joined = i > begin and lower[i] == "that" and lower[i - 1] in JOINED
            begin = i + 1 if bare and not joined else begin
            break
    behind = bisect_left(sentence.semicolons, begin)
    stop = min([stop, *sentence.semicolons[behind : behind + 1]])
    stop = before_joint(sentence, begin, stop)
    if begin >= stop:
        return None
    end = sentence.ends[stop - 1]
    number = bisect_left(sentence.quotations, (end,))
    if number:  # a quotation that runs on ends at its closing mark
        end = max(end, sentence.quotations[number - 1][1])
    return trim(sentence.text, sentence.starts[begin], end)
