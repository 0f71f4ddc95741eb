"""Reading NewsMTSC (Hamborg and Donnay 2021): targets in sentences of political news."""

import json
import lzma
from dataclasses import dataclass
from pathlib import Path

LABELS = {2.0: -1, 4.0: 0, 6.0: 1}


@dataclass(frozen=True)
class Target:
    """One target: its id, sentence, characters, article, mention, and label (None if not told)."""

    gid: str
    text: str
    start: int
    end: int
    article: str
    mention: str
    label: int | None


def read_targets(path: Path | str) -> list[Target]:
    """Return the targets of a .jsonl or .jsonl.xz file, in its order.

    The article is the first three parts of a sentence's id, as the benchmark's reader has it.

    Raises:
        ValueError: a line is not in NewsMTSC's form; the message names it.
    """
    opened = lzma.open if str(path).endswith(".xz") else open
    targets = []
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                article = "_".join(row["primary_gid"].split("_")[:3])
                text = row["sentence_normalized"]
                for each in row["targets"]:
                    start, end = int(each["from"]), int(each["to"])
                    label = LABELS.get(each.get("polarity"))
                    gid, mention = each["Input.gid"], each.get("mention", text[start:end])
                    targets.append(Target(gid, text, start, end, article, mention, label))
            except (KeyError, TypeError, ValueError) as error:
                raise ValueError(
                    f"{path}, line {number}: not NewsMTSC's form ({error!r})"
                ) from None
    return targets
