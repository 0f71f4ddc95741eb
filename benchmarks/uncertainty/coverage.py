"""Do 95 % intervals cover? python benchmarks/uncertainty/coverage.py [REPEATS]

Draws corpora whose true share is known, codes some of their articles, and counts how often each
method's interval holds the truth. Writes RESULTS.md; tests/test_coverage.py runs a short version.
"""

import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.correction.differences import estimate_difference
from helpers.correction.ppi import correct_difference, correct_sums
from helpers.correction.rogan_gladen import rogan_gladen
from helpers.correction.sums import sum_units
from helpers.files import write_text
from helpers.uncertainty import ratio_interval, wilson

SEED = 20261201
REPEATS = 2000
CORRELATION = 0.12  # of the true codes within an article
ERROR_CORRELATION = 0.05  # of the measure's hits and errors within an article
ACCURACY = 0.8
SENTENCES, ATTRIBUTIONS = 10, 7  # in an article, on average
FOUND, FALSE = 0.8, 1.2  # attributions: the share found; false ones an article
OVERRATED = 1.8  # other types are mistaken for the one asked about, more often than the reverse


def draw_beta(random, mean, correlation: float, size: int) -> np.ndarray:
    """Return one share an article, so that units within an article correlate by `correlation`."""
    scale = (1 - correlation) / correlation
    return random.beta(np.multiply(mean, scale), np.multiply(1 - mean, scale), size)


def draw_sentences(random, articles: int, share) -> pd.DataFrame:
    """Return sentences: article_id, gold, predicted. Sensitivity and specificity are ACCURACY."""
    sizes = 1 + random.poisson(SENTENCES - 1, articles)
    ids = np.repeat(np.arange(articles), sizes)
    gold = random.random(len(ids)) < draw_beta(random, share, CORRELATION, articles)[ids]
    right = draw_beta(random, ACCURACY, ERROR_CORRELATION, articles)
    right_no = draw_beta(random, ACCURACY, ERROR_CORRELATION, articles)
    correct = random.random(len(ids)) < np.where(gold, right[ids], right_no[ids])
    return pd.DataFrame({"article_id": ids, "gold": gold, "predicted": gold == correct})


def draw_attributions(random, articles: int, share: float) -> pd.DataFrame:
    """Return sums of attributions: the measure misses some, adds false ones, mistakes the type."""
    of = random.poisson(ATTRIBUTIONS, articles)
    hits = random.binomial(of, draw_beta(random, share, CORRELATION, articles))
    found = draw_beta(random, FOUND, ERROR_CORRELATION, articles)
    yes, no = random.binomial(hits, found), random.binomial(of - hits, found)
    extra = random.poisson(FALSE, articles)
    extra_yes = random.binomial(extra, share)
    mistaken = (1 - ACCURACY) * share / (1 - share) * OVERRATED
    predicted = random.binomial(yes + extra_yes, ACCURACY)
    predicted += random.binomial(no + extra - extra_yes, mistaken)
    return pd.DataFrame(
        {"gold_hits": hits, "gold_of": of, "predicted_hits": predicted,
         "predicted_of": yes + no + extra}
    ).astype(float)  # fmt: skip


def hide(sums: pd.DataFrame, coded) -> pd.DataFrame:
    """Return `sums` with gold for the `coded` articles alone."""
    return sums.assign(
        gold_hits=sums["gold_hits"].where(coded), gold_of=sums["gold_of"].where(coded)
    )


def interval(estimate) -> tuple[float, float]:
    """Return the bounds of an estimate."""
    return (estimate.low, estimate.high)


def judge_sentences(random, coded: int, articles: int, share: float) -> dict:
    """Return one corpus' intervals, method by method; the true share is `share`."""
    units = draw_sentences(random, articles, share)
    labelled = units[units["article_id"] < coded]
    rest = units.loc[units["article_id"] >= coded, ["article_id", "predicted"]]
    alone = labelled.assign(article_id=np.arange(len(labelled)))
    others = rest.assign(article_id=np.arange(len(labelled), len(units)))
    return judge_sums(sum_units(labelled, rest)) | {
        "gold alone, bootstrap, single units": ratio_interval(
            labelled["gold"], np.ones(len(labelled))
        ),
        "PPI++, single units": interval(correct_sums(sum_units(alone, others))),
        "Rogan-Gladen, bootstrap, by article": interval(rogan_gladen(labelled, rest)),
    }


def judge_attributions(random, coded: int, articles: int, share: float) -> dict:
    """Return one corpus' intervals for a share of attributions, both sums measured."""
    sums = draw_attributions(random, articles, share)
    return judge_sums(hide(sums, np.arange(articles) < coded))


def judge_sums(sums: pd.DataFrame) -> dict:
    """Return the intervals of the methods that need the sums of each article alone."""
    gold = sums.dropna()
    return {
        "naive: the predictions": ratio_interval(sums["predicted_hits"], sums["predicted_of"]),
        "gold alone, Wilson, single units": wilson(gold["gold_hits"].sum(), gold["gold_of"].sum()),
        "gold alone, bootstrap, by article": ratio_interval(gold["gold_hits"], gold["gold_of"]),
        "gold alone, Wilson with t, by article": interval(
            correct_sums(gold.assign(predicted_hits=0.0, predicted_of=0.0))
        ),
        "PPI++, by article": interval(correct_sums(sums)),
    }


def judge_difference(random, coded: int, articles: int, share: float) -> dict:
    """Return intervals of the difference of two groups, half of the articles each.

    The true shares are `share` + .15 and `share`, so the truth is .15.
    """
    one = np.arange(articles) % 2 == 0
    units = draw_sentences(random, articles, np.where(one, share + 0.15, share))
    group = units["article_id"] % 2 == 0
    gold = units["article_id"] < coded
    sums = [
        sum_units(units[gold & side], units.loc[~gold & side, ["article_id", "predicted"]])
        for side in (group, ~group)
    ]
    return {
        "naive: the predictions": interval(estimate_difference(units, units["predicted"], group)),
        "gold alone, bootstrap, by article": interval(
            estimate_difference(units[gold], units.loc[gold, "gold"], group[gold])
        ),
        "PPI++, by article": interval(correct_difference(*sums)),
    }


CASES = {
    "sentences": (judge_sentences, 60, 360, 0.3, 0.3),
    "sentences, fewer coded": (judge_sentences, 20, 360, 0.3, 0.3),
    "attributions": (judge_attributions, 60, 360, 0.5, 0.5),
    "a rare type": (judge_attributions, 60, 360, 0.03, 0.03),
    "a rare type, more coded": (judge_attributions, 140, 360, 0.03, 0.03),
    "difference of two groups": (judge_difference, 60, 360, 0.3, 0.15),
}


def simulate(judge, coded: int, articles: int, share: float, truth: float, repeats: int, seed=SEED):
    """Return, for each method of `judge`, its coverage and the mean width of its intervals.

    Columns: method, coverage, error (its Monte Carlo standard error), width (of the scale 0 to 1).
    """
    random = np.random.default_rng(seed)
    drawn = [judge(random, coded, articles, share) for _ in range(repeats)]
    rows = []
    for method in drawn[0]:
        low, high = np.array([bounds[method] for bounds in drawn]).T
        covered = float(((low <= truth) & (truth <= high)).mean())
        error = math.sqrt(covered * (1 - covered) / repeats)
        rows.append((method, covered, error, float((high - low).mean())))
    return pd.DataFrame(rows, columns=["method", "coverage", "error", "width"])


HEAD = """# Coverage

Written by `coverage.py`, {repeats} repeats a case. Made-up corpora of {articles} articles whose
true share is known; some articles are coded, drawn at random. About {sentences} sentences an
article (or {attributions} attributions), true codes correlated {icc} within an article, accuracy
{accuracy} in sentences, {found:.0%} of attributions found and {false} false ones an article.
`covers` is how often the 95 % interval holds the truth, with its Monte Carlo standard error;
`width` is the mean width of the intervals, in points. Single units: each sentence or attribution
is taken as independent, which it is not.
"""


def main(repeats: int = REPEATS) -> None:
    """Write RESULTS.md."""
    lines = [
        HEAD.format(
            repeats=repeats, articles=360, sentences=SENTENCES, attributions=ATTRIBUTIONS,
            icc=CORRELATION, accuracy=ACCURACY, found=FOUND, false=FALSE,
        )
    ]  # fmt: skip
    for name, (judge, coded, articles, share, truth) in CASES.items():
        found = simulate(judge, coded, articles, share, truth, repeats)
        lines.append(f"## {name.capitalize()}: {coded} coded of {articles}, truth {truth:.0%}\n")
        lines += ["| method | covers | width |", "|---|---|---|"]
        lines += [
            f"| {row.method} | {100 * row.coverage:.1f} % (± {100 * row.error:.1f}) "
            f"| {100 * row.width:.1f} |"
            for row in found.itertuples()
        ]
        lines.append("")
        print("\n".join(lines[-2 - len(found) :]), flush=True)
    write_text(Path(__file__).parent / "RESULTS.md", "\n".join(lines))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
