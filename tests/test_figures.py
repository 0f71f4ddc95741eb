"""The figures: a whole run makes the committed ones again, number by number."""

import re

import pandas as pd
import pytest

from helpers import load, measure, tables
from helpers.charts import article, corpus, floor, tone
from helpers.charts.style import draw, set_style
from helpers.findings import findings
from helpers.paths import FIGURES, NOTEBOOKS, ROOT
from helpers.project.architecture import write_architecture
from helpers.project.compare import compare_findings, differing_files
from helpers.project.pages import write_gallery
from helpers.project.reproduce import run_all, write_tables
from helpers.tone.tables import drivers

NAMES = sorted(path.stem for path in FIGURES.glob("*.csv"))


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """All lessons run in fresh kernels, writing to a folder of their own."""
    folder = tmp_path_factory.mktemp("run")
    write_tables(folder / "data" / "derived")
    results = run_all(folder, update=False, paths=sorted(NOTEBOOKS.glob("*.ipynb")))
    write_gallery(folder / "figures")
    write_architecture(folder / "figures")
    return folder, results


def test_a_run_makes_every_output_figure_and_finding_again(run):
    folder, results = run
    assert {result.name: result.faults for result in results if result.faults} == {}
    assert differing_files(folder, ROOT) == []
    count = len(findings())
    fresh = findings(folder / "data/derived/findings.csv")
    assert compare_findings(findings(), fresh) == [f"FINDINGS: {count} of {count} as committed."]


@pytest.mark.parametrize("name", NAMES)
def test_plotted_numbers_are_the_fresh_ones(run, name):
    fresh, kept = (pd.read_csv(folder / f"{name}.csv") for folder in (run[0] / "figures", FIGURES))
    pd.testing.assert_frame_equal(fresh, kept, check_exact=True)


def test_there_are_enough_figures_each_whole():
    assert len(NAMES) >= 10
    for name in NAMES:
        assert re.fullmatch(r"fig-\d\d-[a-z]-[a-z-]+", name)
        for ending in ("svg", "png", "txt"):
            assert (FIGURES / f"{name}.{ending}").stat().st_size > 0


@pytest.mark.parametrize("name", NAMES)
def test_alt_text_and_caption(name):
    alt, caption = (FIGURES / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    assert 80 < len(alt) < 700 and re.search(r"\d", alt)
    assert "Source:" in caption and "CC BY 4.0" in caption
    assert re.search(r"\bn (?:= |of )", caption)


def test_the_gallery_shows_every_figure():
    text = (FIGURES / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.M) == NAMES


def test_a_chart_is_drawn_to_the_same_bytes():
    set_style()
    articles, events = load.articles(), load.events()
    for kind in ("svg", "png"):
        one, two = (draw(corpus.plot_timeline(articles, events), kind) for _ in range(2))
        assert one == two


def test_a_sentence_without_a_known_word_gets_a_cross():
    found = measure(load.as_articles("A good plan. They were deported. UNHCR said no."))
    scores = found.scores[found.scores["level"] == "sentence"]
    chart = article.plot_article(scores, found.attributions, "x")
    crosses = [line for line in chart.figure.axes[0].lines if line.get_marker() == "x"]
    assert [list(line.get_ydata()) for line in crosses] == [[1, 2]]
    assert list(crosses[0].get_xdata()) == [0, 0]


def test_charts_of_very_little_do_not_break():
    found = measure(load.as_articles("UNHCR said the plan was good."))
    shares = tables.shares_by(found.attributions, "source_type")
    assert floor.plot_floor(shares, "source_type", "fig-x", "x").data["n"].tolist() == [1]
    words = drivers(found.scores[found.scores["level"] == "sentence"])
    assert tone.plot_words(words, 1).data["word"].tolist() == ["good"]
    with pytest.raises(ValueError, match="no word"):
        tone.plot_words(words.head(0), 1)


def test_pictures_hold_no_date_and_no_path():
    for path in FIGURES.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "<dc:date>" not in text and "/home/" not in text
