"""Articles that tell one story, grouped over all partitions by the signatures of their texts."""

from pathlib import Path

import numpy as np
import pandas as pd

from helpers.preparing.near_duplicates import PERMUTATIONS, group_alike, sign_text
from helpers.preparing.stories import name_stories

SIGNATURES = "signatures"  # a file in the folder of a partition


def sign_texts(texts: pd.Series) -> bytes:
    """Return the signatures of `texts`, one after the other (see `near_duplicates.sign_text`).

    >>> len(sign_texts(pd.Series(["One came.", "Two left."])))
    1024
    """
    return b"".join(sign_text(text).tobytes() for text in texts)


def group_stories(articles: pd.DataFrame, signatures: Path, alike: float) -> pd.Series:
    """Return the story_id of each article, the index being article_id.

    `articles` has article_id and story_id, of all partitions; the file `signatures` those of their
    texts in the same order, and is left on disk. `alike` is the share of runs of words that the
    texts of a story have in common.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / SIGNATURES
    >>> _ = path.write_bytes(sign_texts(["One came, and two left.", "One came, and two left!"]))
    >>> table = pd.DataFrame({"article_id": ["a", "b"], "story_id": ["", ""]})
    >>> group_stories(table, path, 0.7).tolist()
    ['a', 'a']
    """
    if articles.empty:
        return pd.Series(dtype=str)
    signed = np.memmap(signatures, dtype=np.uint32, mode="r").reshape(-1, PERMUTATIONS)
    stories = name_stories(articles, group_alike(signed, alike))
    return pd.Series(stories.to_numpy(), index=articles["article_id"])
