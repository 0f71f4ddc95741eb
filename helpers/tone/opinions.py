"""Words of opinion: the valence of single words, and groups of words such as praise or danger."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from helpers.attribution.cue_evidence import stem
from helpers.faults import read_table
from helpers.paths import DATA
from helpers.tone import schemas

# What a verb says of whom it is done to ("they praised her"), not of who does it.
TOWARD_OTHERS = frozenset(("hits", "lifts"))


@dataclass(frozen=True)
class Opinions:
    """`valences` (-4 to 4) by word in lower case; `groups` with their pole (-1 or 1) by stem.

    >>> Opinions({"good": 1.9}, {"lie": (("lie", -1),)}).groups["lie"]
    (('lie', -1),)
    """

    valences: dict[str, float]
    groups: dict[str, tuple[tuple[str, int], ...]]


@lru_cache(maxsize=4)
def read_opinions(folder: Path = DATA) -> Opinions:
    """Return the words of valences.csv (Hutto and Gilbert 2014) and opinion_words.csv (ours).

    Raises:
        DataFault: see `faults.read_table`.

    >>> read_opinions().valences["torture"], read_opinions().groups["tortur"]
    (-2.9, (('violence', -1),))
    """
    valences = read_table(Path(folder) / "valences.csv", schemas.VALENCES)
    table = read_table(Path(folder) / "opinion_words.csv", schemas.OPINION_WORDS)
    groups: dict[str, set] = {}
    for row in table.itertuples():
        groups.setdefault(stem(row.word), set()).add((row.group, int(row.pole)))
    return Opinions(
        dict(zip(valences["word"], valences["valence"].astype(float).tolist(), strict=True)),
        {root: tuple(sorted(found)) for root, found in groups.items()},
    )
