"""Learn the weights of cues and sources: python benchmarks/attribution/train.py FOLDER

FOLDER holds PolNeAR's train/text and train/attributions (Newell, Margolin and Ruths 2018); it is
not part of this project. Three steps: sparse regressions on PolNeAR (logistic for cues; for sources
one choice among the phrases of a sentence, see `choice`); a correction of their sum on the made-up
abstracts of data/made_up.csv, because the codebook counts other things than PolNeAR does; a
correction of that sum on the records of data/gold that were coded for tuning and training (never
the testing ones). Writes data/weights/cues.csv and sources.csv: signs (words, word
pairs, tags) with a weight for each scheme, no text; for our own records also weights learned
without the fold that a record is in (see `helpers.gold.folds`).
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from cases import Corpus, Table, read_gold
from choice import fit_choice
from made_up import read_made_up
from polnear import read_split
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from helpers.attribution.cues import build_lexicon
from helpers.attribution.weights import BIAS, FOLDER, SCHEMES, Weights
from helpers.codes import FOLDS
from helpers.files import write_csv
from helpers.gold.folds import fold_of

SEED = 20261123
STRENGTH = 0.5  # C of the L1 regression of cues, chosen by cross-validation
PENALTIES = (0.5, 0.5)  # on absolute and squared weights of sources, chosen likewise
# C of the L2 corrections, on made-up abstracts and on our records, chosen likewise.
CORRECTION = {"cues": (1.0, 0.3), "sources": (1.0, 0.2)}
BASE_SCALE = 10.0  # the sum of a step enters the next hardly penalised


def fit_sparse(table: Table, strength: float, rows=slice(None)) -> tuple[np.ndarray, float]:
    """Return weights and bias of an L1 logistic regression."""
    model = LogisticRegression(
        C=strength, l1_ratio=1.0, solver="liblinear", random_state=SEED, max_iter=300
    )
    model.fit(table.matrix[rows], table.hit[rows])
    return model.coef_[0], float(model.intercept_[0])


def fit_correction(
    name: str, table: Table, base: np.ndarray, strength: float, rows=slice(None)
) -> tuple[np.ndarray, float, float]:
    """Return weights, factor of `base` and bias of an L2 regression on signs and the base sum."""
    whole = hstack([csr_matrix(base[:, None] * BASE_SCALE), table.matrix]).tocsr()
    if name == "sources":
        weights, bias = fit_choice(
            whole[rows], table.hit[rows], table.choice[rows], 0.0, 1 / strength
        )
        return weights[1:], float(weights[0] * BASE_SCALE), bias
    model = LogisticRegression(C=strength, solver="liblinear", random_state=SEED, max_iter=300)
    model.fit(whole[rows], table.hit[rows])
    return model.coef_[0][1:], float(model.coef_[0][0] * BASE_SCALE), float(model.intercept_[0])


def learn_base(name: str, large: Table) -> Weights:
    """Return what PolNeAR teaches: a weight for each sign of the table, many of them nought."""
    if name == "sources":
        weights, bias = fit_choice(large.matrix, large.hit, large.choice, *PENALTIES)
    else:
        weights, bias = fit_sparse(large, STRENGTH)
    return Weights(bias, dict(zip(large.names, weights, strict=True)))


def learn_correction(
    name: str, known: Weights, small: Table, strength: float, rows=slice(None)
) -> Weights:
    """Return the weights corrected on `rows` of coded cases, a table over its own signs."""
    of_small = np.array([known.signs.get(sign, 0.0) for sign in small.names])
    base = small.matrix @ of_small + known.bias
    more, factor, shift = fit_correction(name, small, base, strength, rows)
    codebook = {sign: factor * weight for sign, weight in known.signs.items()}
    for sign, weight in zip(small.names, more, strict=True):
        codebook[sign] = codebook.get(sign, 0.0) + weight
    return Weights(factor * known.bias + shift, codebook)


def learn(name: str, large: Table, made_up: Table, gold: Table, ids: list[str]) -> pd.DataFrame:
    """Return the weights for all schemes; each table has its own signs, `gold` these ids."""
    polnear = learn_base(name, large)
    first, second = CORRECTION[name]
    base = learn_correction(name, polnear, made_up, first)
    learned = [polnear, learn_correction(name, base, gold, second)]
    fold = np.array([fold_of(key) for key in ids])[gold.article]
    learned += [learn_correction(name, base, gold, second, fold != left_out) for left_out in FOLDS]
    rows = [(BIAS, *(weights.bias for weights in learned))]
    for sign in sorted(learned[1].signs):
        row = [weights.signs.get(sign, 0.0) for weights in learned]
        if abs(row[0]) >= 0.01 or max(map(abs, row[1:])) >= 0.02:
            rows.append((sign, *row))
    return pd.DataFrame(rows, columns=["sign", *SCHEMES]).round(3)


def main(folder: str) -> None:
    """Learn and write both files; print how many signs each holds."""
    lexicon = build_lexicon()
    large = Corpus(read_split(Path(folder), "train"), lexicon)
    gold = read_gold()
    corpora = [large, *(Corpus(coded, lexicon, large.rates) for coded in (read_made_up(), gold))]
    roots = large.known_roots()
    tables = {
        "cues": [Table(corpus.cue_cases(roots)) for corpus in corpora],
        "sources": [Table(corpus.source_cases()) for corpus in corpora],
    }
    for name, three in tables.items():
        table = learn(name, *three, list(gold))
        write_csv(FOLDER / f"{name}.csv", table)
        print(f"{name}: {len(table)} signs from {sum(len(each.hit) for each in three)} cases")


if __name__ == "__main__":
    main(sys.argv[1])
