"""What each group of signs and each group of rules gives: without it, the rest learned anew."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from dataclasses import replace
from unittest.mock import patch

import numpy as np
from cases import Table
from predict import predict
from quarter import Quarter, cue_roots, fit_model
from records import Records
from scoring import count, difference, f1
from tqdm import tqdm
from train import learn_base

from helpers.attribution.decisions import Model
from helpers.attribution.weights import Weights

# Groups of signs, by what the name of a family ("stem+next" of "stem+next=say_that") is made of.
# A family that joins two things belongs to both groups.
SIGNS = {
    "cues": {
        "the word itself": "word stem ending opening",
        "its neighbours": "next before right near",
        "what stands before it, voice": "left voice head noun",
        "quotation signs": "quotes",
        "lexicon class": "class others",
        "source nouns": "noun",
    },
    "sources": {
        "position in the sentence": "side opens inset",
        "kind of phrase": "kind",
        "head word": "head",
        "source nouns": "noun",
        "distance": "words between phrases",
        "what stands between": "near verbs commas joined object",
        "words beside the phrase": "before after relative",
        "the cue and its neighbours": "cue tag before_cue behind_cue",
        "subject and voice": "subject voice clause",
    },
}
SHOWN = {"quarter": ("c", "d", "e"), "records": ("found", "with its source")}


def group_families(name: str, signs: list[str]) -> dict[str, set[str]]:
    """Return the families of each group of SIGNS[name] among `signs`; those in none by themselves.

    >>> group_families("cues", ["stem+next=say_that", "new=1"])["its neighbours"]
    {'stem+next'}
    """
    families = {sign.partition("=")[0] for sign in signs}
    groups = {
        group: {family for family in families if set(family.split("+")) & set(parts.split())}
        for group, parts in SIGNS[name].items()
    }
    rest = families - set().union(*groups.values())
    return {k: v for k, v in groups.items() if v} | {f"`{family}`": {family} for family in rest}


def drop_families(table: Table, families: set[str]) -> Table:
    """Return the table without the signs of these families."""
    kept = [i for i, sign in enumerate(table.names) if sign.partition("=")[0] not in families]
    smaller = copy(table)
    smaller.names, smaller.matrix = [table.names[i] for i in kept], table.matrix[:, kept]
    return smaller


@contextmanager
def _patched(*changes: tuple[str, object]) -> Iterator[None]:
    with ExitStack() as stack:
        for target, new in changes:
            stack.enter_context(patch(target, new))
        yield


def _unlisted(model: Model) -> Model:
    return replace(model, lexicon=replace(model.lexicon, phrases={}, openings={}))


def _same(model: Model) -> Model:
    return model


# Rules switched off: what is patched, and how the model is changed. Weights stay as learned.
RULES = {
    "quotations seen": (
        [("helpers.words.texts.find_quotations", lambda text: [])], _same),
    "reach of the source's phrase": (
        [("helpers.attribution.subjects.whole_phrase", lambda sentence, place, cue: place)],
        _same),
    "attributions inside others left out (PolNeAR), kept (own records)": (
        [], lambda model: replace(model, nested=not model.nested)),
    "listed phrases": ([], _unlisted),
}  # fmt: skip


class Bench:
    """Scores models on the held-out quarter and on the project's own records."""

    def __init__(self, quarter: Quarter, records: Records):
        """Learn with everything, and keep what it scores."""
        self.quarter, self.records = quarter, records
        self.base = quarter.learn()
        self.roots = cue_roots(self.base["cues"])
        self.models = self.make_models(self.base, records.tables)
        self.whole = self.score(*self.models)

    def make_models(self, base: dict[str, Weights], small: dict[str, tuple[Table, Table]]):
        """Return the model of PolNeAR's scheme, and the codebook's for each fold."""
        return fit_model(base, self.roots, "polnear"), self.records.models(base, small)

    def without_signs(self, name: str, families: set[str]) -> dict[str, np.ndarray]:
        """Return the counts without some families of the signs of cues or sources."""
        large = drop_families(self.quarter.tables[name], families)
        small = tuple(drop_families(table, families) for table in self.records.tables[name])
        base = self.base | {name: learn_base(name, large)}
        return self.score(*self.make_models(base, self.records.tables | {name: small}))

    def without_rule(self, rule: str) -> dict[str, np.ndarray]:
        """Return the counts with one group of rules switched off."""
        changes, change = RULES[rule]
        with _patched(*changes):
            return self.score(change(self.models[0]), [change(each) for each in self.models[1]])

    def score(self, model: Model, folds: list[Model]) -> dict[str, np.ndarray]:
        """Return the counts of what is SHOWN, article by article."""
        documents = self.quarter.documents
        found = {name: predict(doc.text, model) for name, doc in documents.items()}
        counts = count(self.quarter.harness, documents, found) | self.records.count(folds)
        return {what: counts[what] for names in SHOWN.values() for what in names}


def write_ablation(bench: Bench) -> list[str]:
    """Return the table in Markdown: F1 with everything, and the difference without each group."""
    todo = [
        (
            f"signs of {name}: {group}",
            len(families),
            lambda n=name, f=families: bench.without_signs(n, f),
        )
        for name, table in bench.quarter.tables.items()
        for group, families in group_families(name, table.names).items()
    ]
    todo += [(f"rules: {rule}", "", lambda r=rule: bench.without_rule(r)) for rule in RULES]
    lines = ["| without | families | " + " | ".join(bench.whole) + " |",
             "|---" * (len(bench.whole) + 2) + "|",
             "| (nothing left out) | | " + " | ".join(
                 f"{f1(counts):.3f}" for counts in bench.whole.values()) + " |"]  # fmt: skip
    for name, size, run in tqdm(todo, desc="groups switched off", disable=None):
        cells = []
        for what, counts in run().items():
            gain, low, high = difference(counts, bench.whole[what])
            cells.append(f"{f1(counts):.3f} ({gain:+.3f}; {low:+.3f} to {high:+.3f})")
        lines.append(f"| {name} | {size} | " + " | ".join(cells) + " |")
    return lines
