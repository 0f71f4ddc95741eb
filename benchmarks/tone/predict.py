"""Tone toward targets: python benchmarks/tone/predict.py FILE.jsonl OUT.jsonl

Reads NewsMTSC's form (.jsonl or .jsonl.xz; labels are not needed and not read) and writes one JSON
line a target, in its order: {"gid": the target's Input.gid, "label": -1, 0 or 1, "score": -1 to 1}.
"""

import json
import sys
import time
from pathlib import Path

from newsmtsc import Target, read_targets

from helpers.files import write_text
from helpers.tone.toward import judge_tone, score_of
from helpers.tone.votes import decide


def predict(target: Target) -> dict:
    """Return the line of one target."""
    chances = judge_tone(target.text, target.start, target.end)
    return {"gid": target.gid, "label": decide(chances), "score": round(score_of(chances), 6)}


def main(path: str, out: str) -> None:
    """Predict all targets of a file; print how many a second."""
    start = time.perf_counter()
    lines = [json.dumps(predict(target), ensure_ascii=False) for target in read_targets(path)]
    write_text(Path(out), "".join(f"{line}\n" for line in lines))
    print(f"{len(lines)} targets, {len(lines) / (time.perf_counter() - start):.0f} a second")


if __name__ == "__main__":
    main(*sys.argv[1:])
