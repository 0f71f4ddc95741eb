"""The lexicon of reporting cues: verbs by form, cues of several words, nouns of sources."""

import re
from bisect import bisect_left
from dataclasses import dataclass

import pandas as pd

from helpers import load


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
    """A cue in a sentence: its entry, the words first..last, how likely it is (0 to 1).

    `before` is what stands before it (see `cue_evidence.look_left`).

    >>> Cue(Entry("say", "verb", "say", frozenset()), first=1, last=1).passive
    False
    """

    entry: Entry
    first: int
    last: int
    before: tuple[str, int, str] = ("start", -1, "")
    chance: float = 1.0

    @property
    def passive(self) -> bool:
        """Whether the verb is a passive.

        >>> Cue(Entry("say", "verb", "say", frozenset()), 1, 1, ("it", 0, "passive")).passive
        True
        """
        return self.before[2].startswith("passive")

    @property
    def negated(self) -> bool:
        """Whether the verb is negated.

        >>> Cue(Entry("say", "verb", "say", frozenset()), 2, 2, ("it", 0, "modal-")).negated
        True
        """
        return self.before[2].endswith("-")


@dataclass(frozen=True)
class Lexicon:
    """Verbs looked up by form, one pattern for cues of several words, and nouns of sources.

    `nouns` maps a noun of data/source_nouns.csv to its kind: person, body or document.

    >>> build_lexicon().verbs["told"].cue
    'tell'
    """

    verbs: dict[str, Entry]
    phrases: dict[str, Entry]
    pattern: re.Pattern
    nouns: dict[str, str]

    def entry_of(self, word: str) -> Entry:
        """Return the entry of a verb form; of another word one of class "other".

        >>> lexicon = build_lexicon()
        >>> lexicon.entry_of("warned").cue_class, lexicon.entry_of("criticism").cue
        ('say', 'criticism')
        """
        return self.verbs.get(word) or Entry(word, "verb", "other", frozenset())


def build_lexicon(cues: pd.DataFrame | None = None, nouns: pd.DataFrame | None = None) -> Lexicon:
    """Return the lexicon of `cues` and source `nouns` (default: the tables in data/).

    Columns in: those of data/cues.csv and data/source_nouns.csv (data/README.md).

    >>> lexicon = build_lexicon()
    >>> lexicon.phrases["according to"].kind, lexicon.nouns["lawyer"]
    ('phrase', 'person')
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
    initials = "".join(sorted({re.escape(form[0]) for form in longest_first}))
    listed = "|".join(map(re.escape, longest_first))
    pattern = re.compile(rf"\b(?=[{initials}])(?:{listed})\b", re.IGNORECASE)
    kinds = dict(zip(nouns["noun"], nouns["kind"], strict=True))
    return Lexicon(verbs, phrases, pattern, kinds)


def find_phrase_cues(sentence, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of several words in the Sentence, those inside a quotation left out.

    >>> from helpers.tokens import read_sentence
    >>> sentence = read_sentence("According to Kigali, nobody came.", (0, 33))
    >>> [cue.entry.cue for cue in find_phrase_cues(sentence, build_lexicon())]
    ['according to']
    """
    if not sentence.starts:
        return []
    found = []
    for match in lexicon.pattern.finditer(sentence.text, sentence.starts[0], sentence.ends[-1]):
        first, behind = (bisect_left(sentence.starts, edge) for edge in match.span())
        if first < behind and not sentence.quoted[first]:
            entry = lexicon.phrases[match.group().lower()]
            found.append(Cue(entry, first, behind - 1))
    return found
