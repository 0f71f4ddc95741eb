"""Coded articles as cases to learn from: each word that may be a cue, each phrase beside one."""

from collections import Counter
from itertools import count

import numpy as np
import pandas as pd
from polnear import Gold
from scipy.sparse import csr_matrix

from helpers import load
from helpers.attribution.cue_evidence import find_candidates, list_evidence, look_left
from helpers.attribution.cues import Lexicon
from helpers.attribution.silences import find_listed_cues
from helpers.attribution.source_evidence import list_source_evidence
from helpers.attribution.subjects import find_antecedent_phrase
from helpers.gold.codings import SETTLED, TRAINING, read_attributions
from helpers.gold.sample import read_sample
from helpers.sentences import split_text
from helpers.words.reach import whole_phrase
from helpers.words.texts import read_sentences
from helpers.words.tokens import Sentence

AT_LEAST = 5  # articles' worth of signs seen less often are dropped


def read_gold() -> dict[str, tuple[str, list[Gold]]]:
    """Return text and attributions of the records coded for tuning and training, by id."""
    articles = load.articles()
    sample = read_sample().set_index("article_id")["part"]
    coded = pd.concat([read_attributions(who, articles) for who in (SETTLED, TRAINING)])
    coded = coded[coded["article_id"].map(sample) != "testing"]
    gold = {}
    for row in articles.itertuples():
        if sample[row.article_id] != "testing":
            gold[row.article_id] = (row.text, [])
    for row in coded.itertuples():
        source = () if pd.isna(row.source_start) else ((row.source_start, row.source_end),)
        gold[row.article_id][1].append(Gold(source, ((row.cue_start, row.cue_end),)))
    return gold


def words_in(sentence: Sentence, spans: tuple) -> list[int]:
    """Return the words of the sentence that the spans touch."""
    pairs = zip(sentence.starts, sentence.ends, strict=True)
    return [i for i, (a, b) in enumerate(pairs) if any(a < e and s < b for s, e in spans)]


def source_phrase(sentence: Sentence, spans: tuple) -> tuple[int, int] | None:
    """Return the base phrase that heads a gold source: the first in it, the longest of these."""
    inside = set(words_in(sentence, spans))
    held = [place for place in sentence.phrases if place[1] in inside]
    return min(held, key=lambda place: (place[0], -place[1]), default=None)


def _relative(sentence: Sentence, cue: int, source: tuple[int, int]) -> tuple[int, int]:
    """Return the "who" right before the cue where it stands for the source, else the source."""
    at = look_left(sentence, cue)[1]
    if at < 0 or (at, at) not in sentence.phrases or sentence.lower[at] not in ("who", "which"):
        return source
    antecedent = find_antecedent_phrase(sentence, at)
    near = antecedent and whole_phrase(sentence, antecedent, at)
    return (at, at) if near and near[0] <= source[0] <= near[1] else source


class Corpus:
    """Sentences of articles with, for each cue word, the phrase that is its source (or None)."""

    def __init__(self, articles: dict, lexicon: Lexicon, rates: dict | None = None):
        """Read and tag all articles; choose for each gold cue the word that carries it."""
        self.lexicon = lexicon
        nouns = frozenset(lexicon.nouns)
        self.sentences: list[tuple[int, Sentence, list]] = []
        for number, (text, gold) in enumerate(articles.values()):
            spans = split_text(text)
            read = read_sentences(text, spans, nouns)
            for (start, end), sentence in zip(spans, read, strict=True):
                own = [g for g in gold if start <= g.cue[0][0] < end]
                self.sentences.append((number, sentence, own))
        self.rates = rates or self._count_rates()

    def _count_rates(self) -> dict:
        seen, cues = Counter(), Counter()
        for _, sentence, own in self.sentences:
            marked = {i for gold in own for i in words_in(sentence, gold.cue)}
            for i, word in enumerate(sentence.lower):
                key = (self.lexicon.root_of(word, sentence.tags[i]), sentence.tags[i][:2])
                seen[key] += 1
                cues[key] += i in marked
        return {key: cues[key] / seen[key] for key in cues if cues[key]}

    def anchors(self, sentence: Sentence, own: list[Gold]) -> dict[int, tuple | None]:
        """Return the cue word of each gold attribution, with its source phrase."""
        found = {}
        for gold in own:
            words = words_in(sentence, gold.cue)
            if words:
                best = max(words, key=lambda i: (self._worth(sentence, i), -i))
                source = source_phrase(sentence, gold.source) if gold.source else None
                found[best] = source and _relative(sentence, best, source)
        return found

    def _worth(self, sentence: Sentence, i: int) -> float:
        tag = sentence.tags[i]
        rate = self.rates.get((self.lexicon.root_of(sentence.lower[i], tag), tag[:2]), 0)
        if tag in ("IN", "DT", "TO", "PRP", "RB"):
            return rate * 0.3
        verb = tag[:2] == "VB" and i in find_candidates(sentence, self.lexicon, frozenset())
        return rate + 0.3 * verb

    def cue_cases(self, roots: frozenset[str]):
        """Yield (article, number, signs, is a cue) for every word that may be one."""
        numbers = count()
        for number, sentence, own in self.sentences:
            anchors = self.anchors(sentence, own)
            taken = {
                i for cue in find_listed_cues(sentence, self.lexicon)
                for i in range(cue.first, cue.last + 1)
            }  # fmt: skip
            for i in find_candidates(sentence, self.lexicon, roots):
                if i not in taken:
                    before = look_left(sentence, i)
                    signs = list_evidence(sentence, i, before, self.lexicon)
                    yield number, next(numbers), signs, i in anchors

    def source_cases(self):
        """Yield (article, cue, signs, is the source) for every phrase beside every gold cue."""
        numbers = count()
        for number, sentence, own in self.sentences:
            for cue, source in self.anchors(sentence, own).items():
                before, choice = look_left(sentence, cue), next(numbers)
                for i, place in enumerate(sentence.phrases):
                    if place != (cue, cue) and not sentence.quoted[place[1]]:
                        signs = list_source_evidence(sentence, cue, i, before, self.lexicon.nouns)
                        yield number, choice, signs, place == source

    def known_roots(self) -> frozenset[str]:
        """Return the roots that carry a cue at least in three of a hundred cases."""
        return frozenset(root for (root, _), rate in self.rates.items() if rate > 0.03)


class Table:
    """Signs of many cases as a sparse matrix over a fixed list of signs."""

    def __init__(self, cases, names: list[str] | None = None):
        """Keep signs seen in `AT_LEAST` cases, or those of `names`."""
        rows = list(cases)
        self.article = np.array([number for number, *_ in rows])
        self.choice = np.array([choice for _, choice, *_ in rows])
        self.hit = np.array([hit for *_, hit in rows])
        if names is None:
            seen = Counter(sign for _, _, signs, _ in rows for sign in set(signs))
            names = sorted(sign for sign, n in seen.items() if n >= AT_LEAST)
        self.names = names
        place = {name: i for i, name in enumerate(names)}
        ends, columns = [0], []
        for _, _, signs, _ in rows:
            columns += sorted({place[sign] for sign in signs if sign in place})
            ends.append(len(columns))
        shape = (len(rows), len(names))
        self.matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)
