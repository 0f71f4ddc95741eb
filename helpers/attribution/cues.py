"""The lexicon of reporting cues: verbs by form, cues of several words, nouns of sources."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import pandas as pd

from helpers import codes, load
from helpers.attribution.cue_evidence import look_left, stem


@dataclass(frozen=True)
class Entry:
    """One entry of data/cues.csv: the lemma or phrase, its kind, class and traits.

    >>> Entry("tell", "verb", "say", frozenset(["hearer"])).traits
    frozenset({'hearer'})
    """

    cue: str
    kind: str  # one of codes.CUE_KINDS
    cue_class: str
    traits: frozenset[str]

    @property
    def lemma(self) -> str:
        """The word itself: nouns spelt like a verb have their kind in brackets behind it.

        >>> Entry("claim (noun)", "noun", "say", frozenset()).lemma
        'claim'
        """
        return self.cue.split(" (")[0]

    @property
    def sort(self) -> str:
        """The class, of a noun or adjective with its kind.

        >>> Entry("criticism", "noun", "judge", frozenset()).sort
        'noun judge'
        """
        return self.cue_class if self.kind == "verb" else f"{self.kind} {self.cue_class}"


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
    """Words looked up by form and tag, cues of several words, nouns of sources.

    `words` has an entry by form for each first letter of a tag (V, N, J); `verbs` the verbs alone.
    `phrases` has an entry by phrase, `openings` the words of phrases by the first of them.
    `nouns` maps a noun of data/source_nouns.csv to its kind: person, body or document.

    >>> lexicon = build_lexicon()
    >>> lexicon.find("claims", "VBZ").kind, lexicon.find("claims", "NNS").kind
    ('verb', 'noun')
    """

    words: dict[str, dict[str, Entry]]
    verbs: dict[str, Entry]
    phrases: dict[str, Entry]
    openings: dict[str, list[list[str]]]
    silences: dict[str, Entry]
    nouns: dict[str, str]

    def find(self, word: str, tag: str) -> Entry | None:
        """Return the entry of a word (lower case) with this part of speech, if it is listed.

        A noun or adjective that is not listed as such may be a verb that the tagger took amiss.

        >>> build_lexicon().find("criticised", "NN").cue
        'criticise'
        """
        return self.words.get(tag[:1], self.verbs).get(word)

    @cached_property
    def _opening_pairs(self) -> frozenset[str]:
        return frozenset(form.split()[0] for form in self.verbs if " " in form)

    def find_pair(self, lower: list[str], i: int) -> Entry | None:
        """Return the entry of the verb of two words that begins at word `i`, if one does.

        >>> build_lexicon().find_pair(["as", "he", "put", "it"], 2).cue
        'put it'
        """
        return (
            self.verbs.get(" ".join(lower[i : i + 2])) if lower[i] in self._opening_pairs else None
        )

    @cached_property
    def root_of(self) -> Callable[[str, str], str]:
        """Look up the lemma of a word with its tag, or the stem of one that is not listed.

        >>> lexicon = build_lexicon()
        >>> lexicon.root_of("told", "VBD"), lexicon.root_of("airports", "NNS")
        ('tell', 'airport')
        """

        @lru_cache(maxsize=100_000)
        def root_of(word: str, tag: str) -> str:
            entry = self.find(word, tag)
            return entry.lemma if entry else stem(word)

        return root_of

    def entry_of(self, word: str, tag: str = "VB") -> Entry:
        """Return the entry of a word with its tag; of one not listed one of class "other".

        >>> lexicon = build_lexicon()
        >>> lexicon.entry_of("warned").cue_class, lexicon.entry_of("snowed").cue_class
        ('say', 'other')
        """
        return self.find(word, tag) or Entry(word, "verb", "other", frozenset())


def build_lexicon(cues: pd.DataFrame | None = None, nouns: pd.DataFrame | None = None) -> Lexicon:
    """Return the lexicon of `cues` and source `nouns` (default: the tables in data/).

    Columns in: those of data/cues.csv and data/source_nouns.csv (data/README.md).

    >>> lexicon = build_lexicon()
    >>> lexicon.phrases["according to"].kind, lexicon.nouns["lawyer"]
    ('phrase', 'person')
    """
    cues = load.cues() if cues is None else cues
    nouns = load.source_nouns() if nouns is None else nouns
    forms = {kind: {} for kind in codes.CUE_KINDS}
    for row in cues.to_dict("records"):
        traits = frozenset(filter(None, row["traits"].split(";")))
        entry = Entry(row["cue"], row["kind"], row["class"], traits)
        for form in row["forms"].split("|"):
            forms[entry.kind][form] = entry
    phrases = forms["phrase"] | forms["no_comment"]
    verbs, adjectives = forms["verb"], forms["adjective"]
    words = {"N": verbs | forms["noun"], "J": verbs | adjectives, "V": adjectives | verbs}
    openings: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases, key=lambda form: (-len(form), form)):  # the longest first
        openings.setdefault(phrase.split()[0], []).append(phrase.split())
    kinds = dict(zip(nouns["noun"], nouns["kind"], strict=True))
    silences = {entry.cue: entry for entry in forms["no_comment"].values()}
    return Lexicon(words, verbs, phrases, openings, silences, kinds)


def find_phrase_cues(sentence, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of several words in the Sentence, those inside a quotation left out.

    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("According to Kigali, nobody came.", (0, 33))
    >>> [cue.entry.cue for cue in find_phrase_cues(sentence, build_lexicon())]
    ['according to']
    """
    found, lower, behind = [], sentence.lower, 0
    for i in [i for i, word in enumerate(lower) if word in lexicon.openings]:
        if i < behind or sentence.quoted[i]:
            continue
        for words in lexicon.openings[lower[i]]:
            if lower[i : i + len(words)] == words:
                behind = i + len(words)
                found.append(
                    Cue(lexicon.phrases[" ".join(words)], i, behind - 1, look_left(sentence, i))
                )
                break
    return found
