"""Write RESULTS.md: python benchmarks/attribution/report.py FOLDER HARNESS [SPLIT]

FOLDER holds PolNeAR's SPLIT (default dev) and texts/SPLIT, made by the harness; HARNESS is the path
of its score.py. Scores the engine and the regular expression, and times both in one run.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import baseline
from predict import predict

from helpers.decisions import build_model
from helpers.files import write_text

METRICS = {
    "detect": "cue or content, any source", "c": "source right, by head word",
    "c-exact": "source, exact span", "c-nested": "source, nested ignored",
    "d": "quotations", "e": "reporting cues",
}  # fmt: skip
ROUNDS = 3


def time_system(texts: dict[str, str], system) -> tuple[dict, float]:
    """Return the predictions of all texts and the best speed of ROUNDS, in articles a second."""
    best, found = 0.0, {}
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = {name: system(text) for name, text in texts.items()}
        best = max(best, len(texts) / (time.perf_counter() - start))
    return found, best


def score(found: dict, folder: Path, harness: Path, split: str) -> dict:
    """Return the harness's result for predictions."""
    with tempfile.TemporaryDirectory() as place:
        out, result = Path(place) / "out.jsonl", Path(place) / "result.json"
        lines = [json.dumps({"doc": k, "attributions": v}) for k, v in found.items()]
        out.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, harness.name, str(folder), split, str(out), "--json"]
        subprocess.run(
            [*command, str(result)], cwd=harness.parent, check=True, stdout=subprocess.DEVNULL
        )
        return json.loads(result.read_text(encoding="utf-8"))


def main(folder: str, harness: str, split: str = "dev") -> None:
    """Score and time both systems; write RESULTS.md beside this file."""
    root = Path(folder).resolve()
    paths = sorted((root / "texts" / split).glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    model = build_model(scheme="polnear")
    predict(next(iter(texts.values())), model)  # loads the tagger's lexicon before the clock runs
    systems = {"engine": lambda text: predict(text, model), "regular expression": baseline.predict}
    lines = [
        "# Results", "",
        f"PolNeAR, split `{split}`, {len(texts)} articles. Written by `report.py`; 95 %",
        "intervals by the harness, articles resampled. Speed: one core, best of three rounds",
        "in one run, after the tagger was loaded.", "",
        "| system | metric | precision | recall | F1 (interval) | articles a second |",
        "|---|---|---|---|---|---|",
    ]  # fmt: skip
    for name, system in systems.items():
        found, speed = time_system(texts, system)
        result = score(found, root, Path(harness).resolve(), split)
        for metric, words in METRICS.items():
            row = result[metric]
            f1, low, high = row["F"]
            lines.append(
                f"| {name} | {metric}: {words} | {row['P'][0]:.3f} | {row['R'][0]:.3f} "
                f"| {f1:.3f} ({low:.3f}-{high:.3f}) | {speed:.0f} |"
            )
    write_text(Path(__file__).with_name("RESULTS.md"), "\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
