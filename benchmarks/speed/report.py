"""Write RESULTS.md: what measuring costs, one core and two, from a thousand articles on.

    python benchmarks/speed/report.py [ARTICLES ...]     # corpus sizes; default 1000 10000 100000

Needs no texts: they are made up (generate.py). PEERS_PYTHON names an interpreter that has
vaderSentiment, spacy and spacytextblob; without it the peers are left out. The costs are processor
time, so that what else the machine does tells little.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from generate import generate_texts
from peers import time_passes
from textblob import TextBlob

from helpers.files import write_text
from helpers.measure import build_measurer
from helpers.sentences import split_articles
from helpers.tone.stance import score_stance

HERE = Path(__file__).parent
SAMPLE, ROUNDS = 500, 3  # articles and rounds of the comparison of systems
SIZES = (1_000, 10_000, 100_000)
TWO = 20_000  # articles of the run with two processes


def cost_of_systems() -> pd.DataFrame:
    """Return system, ms an article, and how many times TextBlob's pass; one process, in turns."""
    texts = list(generate_texts(SAMPLE))
    articles = pd.DataFrame({"article_id": map(str, range(SAMPLE)), "text": texts})
    measurer, sentences = build_measurer(), split_articles(articles)
    measurer(articles.head(2), quiet=True), score_stance(sentences.head(2))
    whole = [None]  # a pass over all texts is one call of ours
    ours = {
        "the four tables (helpers.measure)": lambda _: measurer(articles, quiet=True),
        "stance of each sentence": lambda _: score_stance(sentences),
    }
    seconds: dict[str, float] = {}
    for _ in range(ROUNDS):
        found = time_passes(texts, {"TextBlob's sentiment": lambda x: TextBlob(x).sentiment}, 1)
        found |= time_passes(whole, ours, 1)
        seconds = {name: min(spent, seconds.get(name, spent)) for name, spent in found.items()}
    seconds["all of it"] = sum(seconds[name] for name in ours)
    seconds |= cost_of_peers(texts)
    table = pd.DataFrame({"system": seconds, "ms": seconds}).reset_index(drop=True)
    table["system"], table["ms"] = list(seconds), [1000 * s / SAMPLE for s in seconds.values()]
    return table.assign(times=table["ms"] / table["ms"][0])


def cost_of_peers(texts: list[str]) -> dict[str, float]:
    """Return the seconds of each peer's best round, or nothing where they are not at hand."""
    python = os.environ.get("PEERS_PYTHON")
    if not python:
        return {}
    told = json.dumps({"texts": texts, "rounds": ROUNDS})
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [python, "-W", "ignore", str(HERE / "peers.py")]
    done = subprocess.run(
        command, input=told, capture_output=True, text=True, check=True, env=clean
    )
    return json.loads(done.stdout)


def cost_of_run(n: int, workers: int, folder: Path) -> dict:
    """Return what the command takes for `n` articles: processor time, wall time, most memory.

    Modules are compiled once for all runs, as they are on a user's machine.
    """
    path = folder / f"{n}.jsonl"
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            for number, text in enumerate(generate_texts(n)):
                file.write(json.dumps({"article_id": str(number), "text": text}) + "\n")
    out = folder / f"results-{n}-{workers}"
    command = [sys.executable, "-m", "helpers.runs", str(path), "--out", str(out), "--anew"]
    own = os.environ | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*command, "--workers", str(workers)], check=True, capture_output=True, env=own)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"articles": n, "processes": workers, "spent": spent, "ms": 1000 * spent / n,
            "a_second": n / wall, "memory": after.ru_maxrss / 1024}  # fmt: skip


def as_markdown(table: pd.DataFrame, heads: dict[str, str], forms: dict[str, str]) -> str:
    """Return the columns of `table` named in `heads` as a Markdown table."""
    lines = ["| " + " | ".join(heads.values()) + " |", "|" + "---|" * len(heads)]
    for row in table.to_dict("records"):
        lines.append("| " + " | ".join(format(row[c], forms.get(c, "")) for c in heads) + " |")
    return "\n".join(lines)


def main(sizes: list[int]) -> None:
    """Measure and write RESULTS.md beside this file."""
    systems = cost_of_systems()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost_of_run(1, 1, folder)  # compiles the modules
        start = cost_of_run(1, 1, folder)["spent"]
        both = min(TWO, max(sizes))
        pair = pd.DataFrame([cost_of_run(both, workers, folder) for workers in (1, 2)])
        runs = pd.DataFrame([cost_of_run(n, 1, folder) for n in sizes])
    runs["beside"] = 1000 * (runs["spent"] - start) / runs["articles"]
    heads = {"articles": "articles", "processes": "processes", "ms": "processor ms an article",
             "a_second": "articles a second", "memory": "most memory of a process, MB"}  # fmt: skip
    long = heads | {"beside": "the start left out, ms"}
    forms = {
        "ms": ".2f",
        "beside": ".2f",
        "times": ".1f",
        "a_second": ".0f",
        "memory": ".0f",
        "articles": ",d",
    }
    named = {"system": "system", "ms": "ms an article", "times": "times TextBlob"}
    spread, beside = (runs[column].max() / runs[column].min() - 1 for column in ("ms", "beside"))
    gain = pair["a_second"][1] / pair["a_second"][0]
    write_text(
        HERE / "RESULTS.md",
        f"""# What measuring costs

Written by `report.py`; made-up articles of some 400 words (`generate.py`), Python
{sys.version.split()[0]}, {os.cpu_count()} cores.

## One process, the same texts

Processor time of the best of {ROUNDS} rounds over {SAMPLE} articles; set-up left out.

{as_markdown(systems, named, forms)}

## The command, reading and writing included

{as_markdown(runs, long, forms)}

The start, once a run: {start:.1f} seconds of processor time (a run of one article: modules,
weights, the summary's charts). From the cheapest to the dearest size: {spread:+.0%} processor time
an article, {beside:+.0%} with the start left out.

{as_markdown(pair, heads, forms)}

Two processes: {gain:.2f} times as many articles a second as one.
""",
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
