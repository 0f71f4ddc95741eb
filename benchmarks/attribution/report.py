"""Write RESULTS.md: python benchmarks/attribution/report.py FOLDER HARNESS [SPLIT] [PAGE]

FOLDER holds PolNeAR's train and SPLIT (default dev), and texts/SPLIT, made by the harness; HARNESS
is the path of its score.py; PAGE is written in place of RESULTS.md. Scores the engine and the
regular expression on SPLIT and times them; then looks into a quarter of train with weights learned
on the rest: what is missed, and what each group of signs and rules gives. textacy is timed, too,
by the interpreter named in the environment variable TEXTACY_PYTHON, or this one.
"""

import os
import sys
from pathlib import Path

import baseline
from ablate import Bench, write_ablation
from errors import list_errors, write_errors
from predict import predict
from quarter import Quarter
from records import Records
from scoring import METRICS, score_split
from speed import REFERENCE, Timed, time_systems, time_textacy, write_speeds

from helpers.attribution.decisions import build_model
from helpers.files import write_text

QUOTATIONS = {"d": METRICS["d"]}  # all that textacy looks for


def score_systems(timed: list[Timed], root: Path, harness: Path, split: str) -> list[str]:
    """Return the table of scores in Markdown."""
    lines = ["| system | metric | precision | recall | F1 (interval) |", "|---|---|---|---|---|"]
    for each in timed:
        result = score_split(each.found, root, harness, split)
        for metric, words in (QUOTATIONS if each.note else METRICS).items():
            row = result[metric]
            f1, low, high = row["F"]
            lines.append(
                f"| {each.name} | {metric}: {words} | {row['P'][0]:.3f} | {row['R'][0]:.3f} "
                f"| {f1:.3f} ({low:.3f}-{high:.3f}) |"
            )
    return lines


def compare_systems(root: Path, harness: Path, split: str) -> list[str]:
    """Return the sections on scores and speed."""
    paths = sorted((root / "texts" / split).glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    model = build_model(scheme="polnear")
    predict(next(iter(texts.values())), model)  # loads the tagger's lexicon before the clock runs
    systems = {"engine": lambda text: predict(text, model), REFERENCE: baseline.predict}
    timed = time_systems(texts, systems)
    textacy = time_textacy(texts, os.environ.get("TEXTACY_PYTHON", sys.executable))
    if isinstance(textacy, Timed):
        timed.append(textacy)
        told = (
            f"textacy finds direct quotations only ({textacy.note}), so that only metric d is told."
        )
    else:
        told = f"textacy is left out: `{textacy}`."
    return [
        f"## Scores: PolNeAR, split `{split}`, {len(texts)} articles", "",
        "95 % intervals by the harness, articles resampled. " + told, "",
        *score_systems(timed, root, harness, split), "",
        "## Speed", "",
        "One core, best of three rounds in one run, after taggers were loaded. The last column",
        "tells the same on any machine, nearly.", "",
        *write_speeds(texts, timed), "",
    ]  # fmt: skip


def look_inside(root: Path, harness: Path) -> list[str]:
    """Return the sections on errors and on groups switched off."""
    quarter = Quarter.read(root, harness)
    corpus = quarter.corpus
    bench = Bench(quarter, Records.read(corpus.lexicon, corpus.rates, quarter.roots))
    errors = list_errors(quarter.harness, quarter.documents, bench.models[0])
    return [
        f"## What is missed: a quarter of `train`, {len(quarter.documents)} articles", "",
        "Weights learned on the other three quarters. A kind is told by the gold annotation and",
        "the tags; an attribution may be of several. Wilson's 95 % intervals.", "",
        *write_errors(*errors), "",
        "## What each group gives", "",
        "F1, and in brackets what leaving the group out adds, with its 95 % interval (the same",
        "articles resampled). c, d, e: the same quarter. Found, with its source: this project's",
        f"{len(bench.records.articles)} learning records by the codebook, cross-validated in four",
        "folds. Signs left out: the weights of the rest are learned anew; a sign that joins two",
        "things is in both groups; which words may be cues stays. Rules switched off: the weights",
        "stay. The rules for content cannot be switched off: nothing would be left.", "",
        *write_ablation(bench), "",
    ]  # fmt: skip


def main(folder: str, harness: str, split: str = "dev", page: str = "") -> None:
    """Write the page, and print it."""
    root, scorer = Path(folder).resolve(), Path(harness).resolve()
    lines = ["# Results", "", "Written by `report.py`.", ""]
    lines += compare_systems(root, scorer, split)
    lines += look_inside(root, scorer)
    write_text(Path(page or Path(__file__).with_name("RESULTS.md")), "\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
