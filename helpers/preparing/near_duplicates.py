"""Texts that are nearly the same: MinHash signatures, and groups of those that are alike.

`helpers.overlap` finds which words two texts of a small corpus share; this finds, among very many,
which texts to call one story. Held in memory are 512 bytes a text, whatever its length (a memory
map on disk serves as well), and while they are grouped a few hundred more.
"""

from functools import cache

import numpy as np

from helpers.preparing.words import find_words

SHINGLE = 5  # words in a run
PERMUTATIONS = 128  # the estimated likeness of two texts then has a standard error of 0.04
_SEED = 1


def sign_text(text: str) -> np.ndarray:
    """Return the MinHash signature of the runs of five words in `text`: 128 unsigned integers.

    The share of places at which two signatures agree estimates the share of runs that two texts
    have in common (Jaccard). A text of fewer words is one run.

    >>> one, other = sign_text("He left."), sign_text("he LEFT!")
    >>> one.shape, one.dtype.name, bool((one == other).all())
    ((128,), 'uint32', True)
    """
    words = find_words(text) or [text]
    last = max(1, len(words) - SHINGLE + 1)
    runs = {" ".join(words[i : i + SHINGLE]) for i in range(last)}
    signature = _nothing_signed().copy()
    signature.update_batch([run.encode() for run in runs])
    return signature.digest()


@cache
def _nothing_signed():
    from datasketch import MinHash  # it takes two seconds, and not every run groups texts

    return MinHash(num_perm=PERMUTATIONS, seed=_SEED, scheme="affine32")


def group_alike(signatures: np.ndarray, alike: float) -> np.ndarray:
    """Return for each row of `signatures` the number of its group.

    Two texts that agree in a share of at least `alike` are in one group, and so is what either of
    them is alike to; the order of the rows makes no difference to who is with whom. Compared are
    texts that agree in a whole band of the signature (locality-sensitive hashing; of pairs at the
    threshold nine in ten are found, of closer ones more).

    >>> texts = "one came and two left again", "one came and two left again!", "nobody came"
    >>> group_alike(np.array([sign_text(text) for text in texts]), 0.7).tolist()
    [0, 0, 1]
    """
    from datasketch import MinHashLSH
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    plan = MinHashLSH(threshold=alike, num_perm=PERMUTATIONS, weights=(0.1, 0.9))
    pairs: list[tuple[int, int]] = []
    for band in range(plan.b):
        columns = signatures[:, band * plan.r : (band + 1) * plan.r]
        for members in _same_rows(columns):
            pairs += _link(members, signatures, alike)
    ones, others = np.array(pairs, dtype=int).reshape(-1, 2).T
    size = len(signatures)
    links = coo_matrix((np.ones(len(ones), dtype=bool), (ones, others)), shape=(size, size))
    return connected_components(links, directed=False)[1]


def _same_rows(columns: np.ndarray) -> list[np.ndarray]:
    """Return the places of rows that are the same, in groups of two and more.

    Rows are told by a hash of 64 bits; two that share one by chance are told apart by `_link`.
    """
    factors = np.random.default_rng(_SEED).integers(2**63, size=columns.shape[1], dtype=np.uint64)
    hashes = (columns * (2 * factors + 1)).sum(axis=1, dtype=np.uint64)
    order = np.argsort(hashes, kind="stable")
    changes = np.flatnonzero(np.diff(hashes[order])) + 1
    bounds = np.concatenate(([0], changes, [len(order)]))
    several = np.flatnonzero(np.diff(bounds) > 1)
    return [order[bounds[place] : bounds[place + 1]] for place in several]


def _link(members: np.ndarray, signatures: np.ndarray, alike: float) -> list[tuple[int, int]]:
    """Return pairs of `members` that are alike, as many as hold each group together."""
    pairs, waiting = [], []
    while len(members):
        if not waiting:
            waiting, members = [members[0]], members[1:]
        one = waiting.pop()
        near = (signatures[members] == signatures[one]).mean(axis=1) >= alike
        pairs += [(one, other) for other in members[near]]
        waiting += members[near].tolist()
        members = members[~near]
    return pairs
