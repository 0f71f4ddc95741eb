"""95 % intervals hold the truth 95 times in 100, and the plain ones do not: a short simulation.

benchmarks/uncertainty/RESULTS.md has the long one.
"""

import runpy

import numpy as np
import pandas as pd

from helpers.paths import ROOT

REPEATS = 600  # Monte Carlo standard error .9 points at 95 %; three of them are let through


def test_corrected_intervals_cover_with_sixty_articles():
    module = runpy.run_path(str(ROOT / "benchmarks" / "uncertainty" / "coverage.py"))

    def judge(random, coded, articles, share):
        units = module["draw_sentences"](random, articles, share)
        ids = units["article_id"]
        hits, predicted, of = (
            np.bincount(ids, weights) for weights in (units["gold"], units["predicted"], None)
        )
        sums = pd.DataFrame(
            {"gold_hits": hits, "gold_of": of * 1.0, "predicted_hits": predicted,
             "predicted_of": of * 1.0}
        )  # fmt: skip
        sums = module["hide"](sums, np.arange(articles) < coded)
        alone = sums.dropna().assign(predicted_hits=0.0, predicted_of=0.0)
        return {
            "plain": module["wilson"](alone["gold_hits"].sum(), alone["gold_of"].sum()),
            "gold alone": module["interval"](module["correct_sums"](alone)),
            "corrected": module["interval"](module["correct_sums"](sums)),
        }

    found = module["simulate"](judge, 60, 360, 0.3, 0.3, REPEATS).set_index("method")
    assert 0.78 < found.loc["plain", "coverage"] < 0.88
    assert 0.925 < found.loc["gold alone", "coverage"] < 0.975
    assert 0.925 < found.loc["corrected", "coverage"] < 0.975
    assert found.loc["corrected", "width"] < 0.85 * found.loc["gold alone", "width"]
