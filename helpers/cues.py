"""The lexicon of reporting cues, and where they stand in a sentence."""

import re
from dataclasses import dataclass

import pandas as pd

from helpers import load
from helpers.tokens import Token


@dataclass(frozen=True)
class Entry:
    """One entry of data/cues.csv: the lemma or phrase, its kind, class and traits.

    >>> Entry("tell", "verb", "say", frozenset(["hearer"])).traits
    frozenset({'hearer'})
    """

    cue: str
    kind: str  # verb, phrase or no_comment
    cue_class: str
    traits: frozenset[str]


@dataclass(frozen=True)
class Cue:
    """A cue in a sentence: its entry, the tokens first..last, and whether it is a passive.

    >>> Cue(Entry("say", "verb", "say", frozenset()), first=1, last=1).passive
    False
    """

    entry: Entry
    first: int
    last: int
    passive: bool = False


@dataclass(frozen=True)
class Lexicon:
    """Verbs looked up by form, one pattern for cues of several words, and nouns of sources.

    >>> build_lexicon().verbs["told"].cue
    'tell'
    """

    verbs: dict[str, Entry]
    phrases: dict[str, Entry]
    pattern: re.Pattern
    nouns: frozenset[str]


BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
HAVE = frozenset(("has", "have", "had"))
MODALS = frozenset(("will", "would", "can", "could", "may", "might", "must", "should"))
AUXILIARIES = BE | HAVE | MODALS | {"did", "do", "does"}
NEGATIONS = frozenset(("not", "never", "n", "cannot"))
CONTRACTION = frozenset(("n", "'", "’", "t"))  # "didn't" comes as did, n, ', t
# What is denied in words ("denied the claims", "denied it"), against "denied entry", an act.
DENIED = frozenset(
    ("claim", "claims", "allegation", "allegations", "report", "reports", "it", "this", "any")
)
ATTRIBUTIVE_LEFT = ("DT", "PRP$", "JJ", "CD", "POS")
OPENS_PARTICIPLE = (",", "and", "but", '"', "”")


def build_lexicon(cues: pd.DataFrame | None = None, nouns: pd.DataFrame | None = None) -> Lexicon:
    """Return the lexicon of `cues` and source `nouns` (default: the tables in data/).

    Columns in: those of data/cues.csv and data/source_nouns.csv (data/README.md).

    >>> lexicon = build_lexicon()
    >>> lexicon.phrases["according to"].kind, "lawyer" in lexicon.nouns
    ('phrase', True)
    """
    cues = load.cues() if cues is None else cues
    nouns = load.source_nouns() if nouns is None else nouns
    verbs, phrases = {}, {}
    for row in cues.to_dict("records"):
        traits = frozenset(filter(None, row["traits"].split(";")))
        entry = Entry(row["cue"], row["kind"], row["class"], traits)
        for form in row["forms"].split("|"):
            (verbs if entry.kind == "verb" else phrases)[form] = entry
    longest_first = sorted(phrases, key=lambda form: (-len(form), form))
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)
    return Lexicon(verbs, phrases, pattern, frozenset(nouns["noun"]))


def find_cues(tokens: list[Token], text: str, inside: list[bool], lexicon: Lexicon) -> list[Cue]:
    """Return the cues among `tokens`, in order; those inside a quotation are left out.

    `inside` says of each token whether it stands in a quotation: what a quoted speaker reports is
    part of what the speaker is quoted with.

    >>> from helpers.tokens import tag_words
    >>> text = "Critics said it failed; ministers declined to comment."
    >>> tokens = tag_words(text)
    >>> [cue.entry.cue for cue in find_cues(tokens, text, [False] * len(tokens), build_lexicon())]
    ['say', 'decline to comment']
    """
    found = _find_phrases(tokens, text, inside, lexicon)
    taken = {i for cue in found for i in range(cue.first, cue.last + 1)}
    for i, token in enumerate(tokens):
        entry = lexicon.verbs.get(token.lower)
        if entry and i not in taken and not inside[i] and _is_report(tokens, inside, i, entry):
            # "called for", "called on" and "pointed out" report with their particle
            particle = entry.cue in ("call", "point") and _word(tokens, i + 1) in (
                "on",
                "for",
                "out",
            )
            passive = token.tag in ("VBN", "VBD") and _helper(tokens, i) in BE
            found.append(Cue(entry, i, i + particle, passive))
    return sorted(found, key=lambda cue: cue.first)


def _find_phrases(
    tokens: list[Token], text: str, inside: list[bool], lexicon: Lexicon
) -> list[Cue]:
    found = []
    if tokens:
        for match in lexicon.pattern.finditer(text, tokens[0].start, tokens[-1].end):
            covered = [i for i, t in enumerate(tokens) if match.start() <= t.start < match.end()]
            if covered and not inside[covered[0]]:
                entry = lexicon.phrases[match.group().lower()]
                found.append(Cue(entry, covered[0], covered[-1]))
    return found


def _word(tokens: list[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _helper(tokens: list[Token], i: int) -> str:
    """Return the auxiliary directly before token `i`, adverbs skipped, or ''."""
    i -= 1
    while i >= 0 and tokens[i].tag == "RB":
        i -= 1
    return tokens[i].lower if i >= 0 and tokens[i].lower in AUXILIARIES else ""


def _is_report(tokens: list[Token], inside: list[bool], i: int, entry: Entry) -> bool:
    """Say whether the verb form at `i` reports here, rather than naming a thing or an act."""
    token, helper, after = tokens[i], _helper(tokens, i), _word(tokens, i + 1)
    if not token.tag.startswith("VB") and token.lower not in ("said", "says", "told"):
        return False
    if _word(tokens, i - 1) == "to" or (token.tag == "VB" and (not helper or helper in MODALS)):
        return False  # "to say", "would say": nobody has said it yet
    if _is_negated(tokens, i):
        return False  # "did not say"
    if after == "to" and _word(tokens, i + 2) in ("be", "have") and not helper:
        return False  # "a group said to be denied asylum"
    if after == "of" and entry.cue in ("accuse", "suspect") and not helper:
        return False  # "eight people accused of crimes"
    if token.tag == "VBZ" and i and tokens[i - 1].tag in ("JJ", "PRP$", "DT", "CD"):
        return False  # "unkept promises", "the claims": the tagger took a noun for a verb
    if token.tag in ("VBN", "VBD") and _is_attributive(tokens, i):
        return False  # "the reported deal", "250 alleged members"
    if token.tag == "VBG" and helper not in BE and _word(tokens, i - 1) not in OPENS_PARTICIPLE:
        return after in ("that", ":", '"', "“")
    opens = _opens_content(tokens, inside, i)
    if entry.cue == "deny":
        return opens or after in DENIED or _word(tokens, i + 2) in DENIED
    if entry.cue == "call":
        return opens or after not in ("off", "up", "a", "at")
    if "needs_that" in entry.traits:
        return opens and any(t.lower in ("that", ":") for t in tokens[i + 1 : i + 7])
    return opens or "needs_content" not in entry.traits


def _is_negated(tokens: list[Token], i: int) -> bool:
    i -= 1
    while i >= 0 and (tokens[i].tag == "RB" or tokens[i].lower in AUXILIARIES | CONTRACTION):
        if tokens[i].lower in NEGATIONS:
            return True
        i -= 1
    return False


def _is_attributive(tokens: list[Token], i: int) -> bool:
    noun_follows = i + 1 < len(tokens) and tokens[i + 1].is_noun
    return i > 0 and noun_follows and tokens[i - 1].tag in ATTRIBUTIVE_LEFT


def _opens_content(tokens: list[Token], inside: list[bool], i: int) -> bool:
    """Say whether "that", a colon or a quotation follows the verb at `i` within six words."""
    for j in range(i + 1, min(i + 7, len(tokens))):
        if tokens[j].lower in ("that", ":", "whether") or inside[j]:
            return True
        if tokens[j].tag in (",", ".") or tokens[j].tag.startswith("VB"):
            return False
    return False
