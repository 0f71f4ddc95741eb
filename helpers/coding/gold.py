"""The gold of one's own corpus: what its coders coded, settled, as the measures are held to it."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.coding.folder import Draw, read_draw
from helpers.files import write_csv
from helpers.gold.codings import Coding, read_placed, read_stances
from helpers.gold.spans import whole_text

FILES = ("attributions{}.csv", "stance{}.csv")


@dataclass(frozen=True)
class Gold:
    """A draw and its gold coding: the settled one where two coders coded, else that of the one.

    >>> list(Gold.__dataclass_fields__)
    ['draw', 'coding']
    """

    draw: Draw
    coding: Coding


def write_coding(folder: Path, coding: Coding, who: str = "") -> list[Path]:
    """Write a coding into `folder`, as the gold or as that of the coder `who`; return the files.

    They are attributions.csv and stance.csv, or attributions-WHO.csv and stance-WHO.csv.

    >>> from tempfile import mkdtemp
    >>> from helpers.gold.spans import COLUMNS
    >>> stance = pd.DataFrame({"article_id": ["a"], "sentence": [0], "stance": ["1"]})
    >>> coding = Coding(pd.DataFrame(columns=COLUMNS), stance)
    >>> [path.name for path in write_coding(Path(mkdtemp()), coding, "coder-a")]
    ['attributions-coder-a.csv', 'stance-coder-a.csv']
    """
    names = [name.format(f"-{who}" if who else "") for name in FILES]
    tables = (coding.attributions, coding.stance)
    return [
        write_csv(Path(folder) / name, table) for name, table in zip(names, tables, strict=True)
    ]


def read_gold(folder: Path) -> Gold:
    """Return the gold in `folder`: RESULTS/gold of a run, or wherever the articles were drawn to.

    Raises:
        DataFault: a file is missing or broken, or a span is not the words at its place. The gold is
            missing until the sheets were read back and their differences settled.

    >>> read_gold(Path("nowhere"))
    Traceback (most recent call last):
    helpers.faults.DataFault: sample.csv: cannot be read at nowhere/sample.csv (No such file or
    directory)
    """
    folder = Path(folder)
    draw = read_draw(folder)
    groups = draw.sentences.groupby("article_id")
    texts = pd.DataFrame([(key, whole_text(group)) for key, group in groups],
                         columns=["article_id", "text"])  # fmt: skip
    attributions, stance = (folder / name.format("") for name in FILES)
    return Gold(
        draw,
        Coding(read_placed(attributions, texts, draw.types), read_stances(stance, draw.sentences)),
    )
