"""Learn the weights of stance and tone: python benchmarks/tone/train.py NEWSMTSC_FILE

NEWSMTSC_FILE is the train split of NewsMTSC (.jsonl or .jsonl.xz; MIT), which is not part of this
project. Stance is learned from data/gold alone, never from its testing records. Writes
data/weights/stance.csv (five folds that each leave a fifth of the records out, and all) and
tone.csv: signs with their weights, no text; the same bytes every time.
"""

import sys

from learn import Cases, as_table, fit
from material import STANCE, TONE, read_coded, stance_cases, tone_cases
from newsmtsc import read_targets

from helpers.attribution.weights import FOLDER
from helpers.codes import FOLDS
from helpers.files import write_csv
from helpers.gold.folds import fold_of

SMALLEST = {"stance": 0.05, "tone": 0.005}  # a sign that weighs less anywhere is left out


def learn_stance(cases: Cases) -> dict:
    """Return the weights by column: each fold's from the records of the others, and all's."""
    folds = [fold_of(article) for article in cases.groups]
    columns = {}
    for fold in FOLDS:
        rows = [number for number, found in enumerate(folds) if found != fold]
        columns[fold] = fit(cases, **STANCE, rows=rows)
    return columns | {"all": fit(cases, **STANCE)}


def main(path: str) -> None:
    """Learn and write both files; print how many signs each holds."""
    stance = stance_cases(read_coded("learning"))
    tone = tone_cases(read_targets(path))
    for name, cases, columns in (
        ("stance", stance, learn_stance(stance)), ("tone", tone, {"all": fit(tone, **TONE)}),
    ):  # fmt: skip
        table = as_table(cases, columns, SMALLEST[name])
        write_csv(FOLDER / f"{name}.csv", table)
        print(f"{name}: {len(table)} signs from {len(cases.codes)} cases")


if __name__ == "__main__":
    main(sys.argv[1])
