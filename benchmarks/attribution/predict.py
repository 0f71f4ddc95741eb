"""Attributions of a folder of texts: python benchmarks/attribution/predict.py TEXTS OUT.jsonl

Reads every .txt in TEXTS and writes one JSON line each, in the form that PolNeAR's scorer reads:
{"doc": name, "attributions": [{"source": [[start, end]] or null, "cue": ..., "content": ...,
"mode": ...}]}. Prints how many articles a second it took, reading and writing included.
"""

import json
import sys
import time
from pathlib import Path

from helpers.attribution.attributions import Attribution, find_attributions
from helpers.attribution.decisions import build_model
from helpers.files import write_text
from helpers.sentences import split_text

MODES = {"no_comment": "indirect"}


def predict(text: str, model) -> list[dict]:
    """Return the attributions of `text` as the scorer wants them."""
    found = find_attributions(text, split_text(text), model)
    return [as_row(each) for sentence in found for each in sentence]


def as_row(found: Attribution) -> dict:
    """Return one attribution as the scorer wants it."""
    return {
        "source": [list(found.source)] if found.source else None,
        "cue": [list(found.cue)],
        "content": [list(found.content)] if found.content else None,
        "mode": MODES.get(found.mode, found.mode),
    }


def main(texts: str, out: str) -> None:
    """Predict all texts of a folder."""
    model = build_model(scheme="polnear")
    start = time.perf_counter()
    lines = []
    for path in sorted(Path(texts).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines.append(json.dumps({"doc": path.stem, "attributions": predict(text, model)}))
    write_text(Path(out), "\n".join(lines) + "\n")
    print(f"{len(lines)} articles, {len(lines) / (time.perf_counter() - start):.0f} a second")


if __name__ == "__main__":
    main(*sys.argv[1:])
