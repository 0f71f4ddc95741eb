"""How fast the engine, a regular expression and textacy's quotations are, in one run."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 3
REFERENCE = "regular expression"
TEXTACY = Path(__file__).with_name("textacy_quotes.py")
ONE_CORE = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1"
)


@dataclass
class Timed:
    """What a system found in all texts, and the seconds of its best round."""

    name: str
    found: dict[str, list[dict]]
    seconds: float
    note: str = ""


def time_systems(texts: dict[str, str], systems: dict[str, Callable]) -> list[Timed]:
    """Return each system's findings and its best of ROUNDS; the systems take turns."""
    timed = [Timed(name, {}, float("inf")) for name in systems]
    for _ in range(ROUNDS):
        for each in timed:
            system = systems[each.name]
            start = time.perf_counter()
            each.found = {name: system(text) for name, text in texts.items()}
            each.seconds = min(each.seconds, time.perf_counter() - start)
    return timed


def time_textacy(texts: dict[str, str], python: str = sys.executable) -> Timed | str:
    """Return what textacy found and took, run by interpreter `python`; or why it did not run."""
    process = subprocess.run(
        [python, "-W", "ignore", str(TEXTACY), str(ROUNDS)], input=json.dumps(texts),
        capture_output=True, text=True, check=False, env=_clean_environment(),
    )  # fmt: skip
    if process.returncode:
        return (process.stderr.strip().splitlines() or ["it ended without a word"])[-1]
    told = json.loads(process.stdout)
    note = f"{told['left_out']} paragraphs refused for an odd number of quotation marks"
    return Timed(told["system"], told["found"], told["seconds"], note)


def _clean_environment() -> dict[str, str]:
    """Return the environment for another interpreter: not this one's modules, and one core."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    return kept | ONE_CORE


def write_speeds(texts: dict[str, str], timed: list[Timed]) -> list[str]:
    """Return the table in Markdown, with the time each takes in times of the REFERENCE's."""
    size = sum(map(len, texts.values()))
    reference = next(each.seconds for each in timed if each.name == REFERENCE)
    lines = [
        "| system | articles a second | characters a second | time, in times of the regular "
        "expression's |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {each.name} | {len(texts) / each.seconds:.0f} | {size / each.seconds:,.0f} "
        f"| {each.seconds / reference:.1f} |"
        for each in timed
    ]
    return lines
