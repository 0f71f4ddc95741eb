"""A quarter of PolNeAR's training split held out; weights are learned on the other three."""

from dataclasses import dataclass, replace
from pathlib import Path

from cases import Corpus, Table
from polnear import read_split
from scoring import load_harness
from train import learn_base

from helpers.attribution.cues import build_lexicon
from helpers.attribution.decisions import Model, build_model
from helpers.attribution.weights import Weights

EVERY = 4  # every fourth article, by name, is held out
LEAST = 0.01  # weights nearer to nought are dropped, as in data/weights


@dataclass
class Quarter:
    """What is held out, as the harness reads it, and what is learned from."""

    harness: object
    documents: dict  # by name, the harness's
    corpus: Corpus
    roots: frozenset[str]
    tables: dict[str, Table]  # cases of cues and of sources

    @classmethod
    def read(cls, folder: Path, harness: Path) -> "Quarter":
        """Read FOLDER/train, and make the tables of cases of three quarters."""
        articles = read_split(folder, "train")
        held_out = set(list(articles)[::EVERY])
        corpus = Corpus({k: v for k, v in articles.items() if k not in held_out}, build_lexicon())
        roots = corpus.known_roots()
        tables = {
            "cues": Table(corpus.cue_cases(roots)), "sources": Table(corpus.source_cases())
        }  # fmt: skip
        module = load_harness(harness)
        documents = module.polnear.load(str(folder), "train")
        documents = {name: doc for name, doc in documents.items() if name in held_out}
        return cls(module, documents, corpus, roots, tables)

    def learn(self) -> dict[str, Weights]:
        """Return the weights of cues and sources, learned on the three quarters."""
        return {name: learn_base(name, table) for name, table in self.tables.items()}


def fit_model(weights: dict[str, Weights], roots: frozenset[str], scheme: str, **more) -> Model:
    """Return the model of a scheme with these weights; words of these `roots` may be cues."""
    kept = {
        name: Weights(each.bias, {k: float(v) for k, v in each.signs.items() if abs(v) >= LEAST})
        for name, each in weights.items()
    }
    model = build_model(scheme=scheme)
    return replace(model, cues=kept["cues"], sources=kept["sources"], roots=roots, **more)


def cue_roots(weights: Weights) -> frozenset[str]:
    """Return the roots of words that the weights know as cues."""
    return frozenset(
        k[5:] for k, v in weights.signs.items() if k.startswith("stem=") and abs(v) >= LEAST
    )
