"""PolNeAR as published (brat standoff), read into texts and attributions."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """One attribution: character spans of source (may be none) and cue; each may have parts."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]


def read_split(folder: Path, split: str) -> dict[str, tuple[str, list[Gold]]]:
    """Return text and attributions of each article in FOLDER/split, by name, in order of name.

    The first annotator's file counts where several annotated; '' is one '"', as in the texts that
    the systems read.
    """
    root = Path(folder) / split
    files: dict[str, Path] = {}
    for path in sorted((root / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], path)
    articles = {}
    for name, path in sorted(files.items()):
        text = (root / "text" / f"{name}.txt").read_text(encoding="utf-8")
        removed = [match.start() + 1 for match in re.finditer("''(?!')", text)]
        text = re.sub("''(?!')", '"', text)
        gold = [_moved(each, removed) for each in _read_standoff(path)]
        articles[name] = (text, gold)
    return articles


def _moved(gold: Gold, removed: list[int]) -> Gold:
    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(
            tuple(edge - sum(place < edge for place in removed) for edge in span) for span in spans
        )

    return Gold(move(gold.source), move(gold.cue)) if removed else gold


def _read_standoff(path: Path) -> list[Gold]:
    spans, events = {}, []
    for line in path.read_text(encoding="utf-8").split("\n"):
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key) and rest:
            offsets = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [tuple(map(int, part.split())) for part in offsets.split(";")]
        elif re.fullmatch(r"E\d+", key) and rest:
            events.append([argument.split(":") for argument in rest.split()])
    found = []
    for arguments in events:
        parts = defaultdict(list)
        for role, key in arguments:
            parts[role.rstrip("0123456789")] += spans.get(key, [])
        if parts["Cue"]:
            found.append(Gold(tuple(sorted(parts["Source"])), tuple(sorted(parts["Cue"]))))
    return found
