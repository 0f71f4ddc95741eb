"""Which articles of a corpus are coded: a random draw, and how many are enough."""

import math

import numpy as np
import pandas as pd

from helpers.correction.influence import linearise
from helpers.correction.sums import sum_codes
from helpers.faults import DataFault
from helpers.gold.sample import SEED
from helpers.uncertainty import Z95

COLUMNS = ["article_id", "stratum", "drawn", "of", "seed"]
HALF_WIDTH = 0.1
# Below it intervals held the truth less often than they say (benchmarks/uncertainty).
LEAST = 36


def draw_articles(
    articles: pd.DataFrame, n: int, seed: int = SEED, by: str | None = None
) -> pd.DataFrame:
    """Draw `n` of `articles` at random, each with the same chance; return them, columns COLUMNS.

    Without `by` the draw is a simple random one. With it, each value of the column `by` (the
    strata) gets its share of the draw to within one article: from the list sorted by stratum, in
    random order within, every step-th article is taken from a random start (systematic sampling:
    Cochran 1977, chapter 8). The chances stay the same for all, so shares need no weights, and
    intervals of a simple random draw are, if anything, too wide.

    Rows are in random order: whoever codes from the top and stops early has coded a random draw,
    too. Columns out: article_id, stratum ("" without `by`), drawn and of (articles drawn from it
    and in it), seed. The order in which articles are given makes no difference.

    Raises:
        DataFault: there is no column `by`, or `n` is not between 1 and the number of articles.

    >>> articles = pd.DataFrame({"article_id": list("abcdef"), "outlet": list("xxxxyy")})
    >>> drawn = draw_articles(articles, 3, by="outlet").groupby("stratum").first()
    >>> drawn[["drawn", "of"]].T.to_dict("list")
    {'x': [2, 4], 'y': [1, 2]}
    """
    if not 1 <= n <= len(articles):
        raise DataFault(f"{n} articles cannot be drawn of {len(articles)}; ask for 1 to all")
    if by is not None and by not in articles:
        raise DataFault(f"the articles have no column {by!r}; they have {', '.join(articles)}")
    stratum = "" if by is None else articles[by].fillna("").astype(str)
    frame = articles[["article_id"]].assign(stratum=stratum)
    frame = frame.sort_values("article_id", ignore_index=True)
    random = np.random.default_rng(seed)
    listed = frame.iloc[random.permutation(len(frame))].sort_values("stratum", kind="stable")
    step = len(frame) / n
    places = np.floor(random.uniform(0, step) + step * np.arange(n)).astype(int)
    places = random.permutation(np.minimum(places, len(frame) - 1))
    drawn = listed.iloc[places].reset_index(drop=True)
    sizes, taken = listed["stratum"].value_counts(), drawn["stratum"].value_counts()
    drawn["drawn"], drawn["of"] = drawn["stratum"].map(taken), drawn["stratum"].map(sizes)
    return drawn.assign(seed=seed)[COLUMNS]


def expect_half_width(attributions: pd.DataFrame, articles: list[str], n: int) -> float:
    """Return half the 95 % interval to expect for the commonest source type's share, 0 to 1.

    It is that of `n` coded articles alone, if gold varies from article to article as the measured
    `attributions` (article_id, source_type) of all `articles` (ids) do; a good measure makes the
    corrected interval shorter (see `worth.compare_measures`). Missing where nothing was measured.

    >>> said = pd.DataFrame({"article_id": list("abcd"), "source_type": ["media", "public"] * 2})
    >>> expect_half_width(said, list("abcd"), 96).__round__(2)
    0.1
    """
    return Z95 * _spread(attributions, articles) / math.sqrt(n)


def suggest_size(attributions: pd.DataFrame, articles: list[str]) -> int:
    """Return how many articles to code: as many as bring `expect_half_width` to HALF_WIDTH.

    Never fewer than LEAST, as far as there are so many.

    >>> said = pd.DataFrame({"article_id": list("abcd"), "source_type": ["media", "public"] * 2})
    >>> suggest_size(said, list("abcd")), suggest_size(said, [*"abcd", *map(str, range(996))])
    (4, 1000)
    """
    spread = _spread(attributions, articles)
    enough = 0 if math.isnan(spread) else math.ceil((Z95 * spread / HALF_WIDTH) ** 2)
    return min(len(articles), max(LEAST, enough))


def _spread(attributions: pd.DataFrame, articles: list[str]) -> float:
    """Return the standard error of the commonest type's share, for one article."""
    if attributions.empty:
        return math.nan
    common = attributions["source_type"].value_counts().sort_index().idxmax()
    sums = sum_codes(attributions, attributions, "source_type", common, [], articles)
    _, parts = linearise(sums["predicted_hits"], sums["predicted_of"])
    return math.sqrt(float((parts**2).sum()) * len(articles))
