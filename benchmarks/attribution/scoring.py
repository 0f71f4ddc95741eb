"""PolNeAR's harness called, and its counts made into F1, differences and intervals."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from helpers.uncertainty import DRAWS, SEED

METRICS = {
    "detect": "cue or content, any source", "c": "source right, by head word",
    "c-exact": "source, exact span", "c-nested": "source, nested ignored",
    "d": "quotations", "e": "reporting cues",
}  # fmt: skip


def score_split(found: dict, folder: Path, harness: Path, split: str) -> dict:
    """Return the harness's result for predictions by article, with its intervals."""
    with tempfile.TemporaryDirectory() as place:
        out, result = Path(place) / "out.jsonl", Path(place) / "result.json"
        lines = [json.dumps({"doc": k, "attributions": v}) for k, v in found.items()]
        out.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, harness.name, str(folder), split, str(out), "--json"]
        subprocess.run(
            [*command, str(result)], cwd=harness.parent, check=True, stdout=subprocess.DEVNULL
        )
        return json.loads(result.read_text(encoding="utf-8"))


def load_harness(path: Path):
    """Return the harness's score.py as a module; it reads with its own polnear.py, not ours."""
    ours = sys.modules.pop("polnear", None)
    sys.path.insert(0, str(path.parent))
    try:
        spec = importlib.util.spec_from_file_location("harness", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
        sys.modules.pop("polnear", None)
        if ours:
            sys.modules["polnear"] = ours
    return module


def count(harness, documents: dict, found: dict) -> dict[str, np.ndarray]:
    """Return by metric the harness's (right, false, missed) of each article."""
    scored = [harness.score_document(doc, found[name])[0] for name, doc in documents.items()]
    return {metric: np.array([counts[metric] for counts in scored]) for metric in scored[0]}


def f1(counts: np.ndarray) -> float:
    """Return F1 of (right, false, missed), one row an article.

    >>> f1(np.array([[1, 1, 0], [1, 0, 1]])).item()
    0.6666666666666666
    """
    right, false, missed = counts.sum(axis=0)
    return 2 * right / max(1, 2 * right + false + missed)


def difference(one: np.ndarray, other: np.ndarray) -> tuple[float, float, float]:
    """Return F1 of `one` less that of `other`, with its interval, the same articles resampled."""
    chosen = np.random.default_rng(SEED).integers(0, len(one), (DRAWS, len(one)))
    times = np.array([np.bincount(draw, minlength=len(one)) for draw in chosen])
    drawn = []
    for counts in (one, other):
        right, false, missed = (times @ counts).T
        drawn.append(2 * right / np.maximum(1, 2 * right + false + missed))
    low, high = np.quantile(drawn[0] - drawn[1], [0.025, 0.975])
    return f1(one) - f1(other), float(low), float(high)
