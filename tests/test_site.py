"""The pages that are made at build: what they tell is what the tables and notebooks say."""

import re

import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import load
from helpers.findings import findings
from helpers.paths import FIGURES, ROOT
from helpers.project.pages import as_estimate
from helpers.site.cells import find_figures, find_findings
from helpers.site.front import MAIN, read_citation, write_front_page
from helpers.site.gallery import read_figure, write_gallery_page
from helpers.site.places import Places, find_places
from helpers.site.records import list_records, write_table
from helpers.site.reference import list_packages, write_pages
from helpers.site.sources import copy_sources, list_pages

PLACES = find_places()


def notebook(*sources):
    return new_notebook(cells=[new_code_cell(source) for source in sources])


def test_a_finding_is_made_where_its_name_was_last_given():
    made = find_findings(
        notebook(
            "a = 1", "b, c = a, 2", "for d in [b]:\n    e = d", "a = 3", "ledger('n', x=a, y=e)"
        )
    )
    assert made == {"x": 3, "y": 2}


def test_markdown_cells_count_so_that_numbers_are_the_pages():
    cells = [new_markdown_cell("# T"), new_code_cell("a = 1"), new_code_cell("ledger('n', x=a)")]
    assert find_findings(new_notebook(cells=cells)) == {"x": 1}


def test_a_name_that_nothing_assigns_is_an_error():
    with pytest.raises(KeyError, match="b"):
        find_findings(notebook("a = 1", "ledger('n', x=b)"))


def test_a_figure_is_known_by_its_words_and_a_table_is_none():
    def shown(page):
        return new_code_cell(outputs=[new_output("execute_result", {"text/html": page})])

    cells = [shown("<table></table>"), shown('<figure><img alt="&quot;A&quot; &lt; b" src="x">')]
    assert find_figures(new_notebook(cells=cells)) == {'"A" < b': 1}


def test_every_finding_and_every_figure_has_its_cell():
    assert set(findings()["key"]) <= set(PLACES.findings)
    figures = [read_figure(path.stem, PLACES) for path in FIGURES.glob("*.txt")]
    assert len(figures) > 20 and all("#cell-" in figure.place for figure in figures)


def test_the_front_page_tells_the_ledgers_numbers_and_no_others():
    ledger = findings()
    page = write_front_page(ledger, PLACES, {})
    rows = ledger.set_index("key")
    for key in (key for main in MAIN for key in main.keys):
        value, spread = str(as_estimate(rows.loc[key])).split(" (", 1)
        assert f'href="{PLACES.findings[key]}"><b>{value}</b> ({spread}</a>' in page
    moved = ledger.assign(value=ledger["value"] / 2)
    assert write_front_page(moved, PLACES, {}) != page
    template = (ROOT / "docs/_pages/index.md.j2").read_text(encoding="utf-8")
    assert not re.search(r"\d+ %|(?<!CC BY )\d\.\d", template)


def test_four_main_findings_each_with_its_figure():
    page = write_front_page(findings(), PLACES, {"Notebooks": ["notebooks/a"]})
    assert page.count("```{figure} figures/") == page.count("\n### ") == len(MAIN) == 4
    assert ":caption: Notebooks\n\nnotebooks/a\n" in page


def test_a_missing_finding_is_an_error():
    with pytest.raises(KeyError):
        write_front_page(findings().head(0), PLACES, {})


def test_the_citation_is_that_of_the_file(tmp_path):
    path = tmp_path / "CITATION.cff"
    path.write_text(
        "title: T\nversion: 1.10\nauthors:\n  - name: A\n  - family-names: B\n    given-names: C\n"
    )
    assert read_citation(path) == {"title": "T", "version": "1.10", "authors": "A; B, C"}


def test_the_gallery_shows_each_figure_with_words_caption_and_numbers(tmp_path):
    (tmp_path / "fig-01-a-two-dots.txt").write_text("Two dots.\n\nn = 2.\n")
    places = Places({}, {"Two dots.": "notebooks/01-the-corpus.html#cell-7"})
    page = write_gallery_page(places, tmp_path)
    assert "### Two dots\n" in page and ":alt: Two dots.\n" in page and "\nn = 2.\n" in page
    assert "(fig-01-a-two-dots.csv)" in page and "../notebooks/01-the-corpus.html#cell-7" in page
    assert "## What is in the corpus, and what is missing?" in page


def test_a_record_is_told_with_its_marks_and_nothing_in_it_is_code():
    articles = load.articles().head(2).assign(
        title="<b>Bold</b>", text="He said <no>.", note="A & B", url="https://a.example/?x=1&y=2"
    )  # fmt: skip
    spans = {"source_start": 0, "source_end": 2, "cue_start": 3, "cue_end": 7,
             "content_start": 8, "content_end": 12}  # fmt: skip
    found = pd.DataFrame([{"article_id": articles["article_id"].iloc[1]} | spans])
    records = list_records(articles, found, load.arrangements())
    assert [record["attributions"] for record in records] == [0, 1]
    page = write_table(records)
    assert page.count("<details>") == 2 and page.count('class="source"') == 1
    assert '<b class="source">He</b> <i class="cue">said</i>' in page
    assert "&lt;b&gt;Bold" in page and "&lt;no&gt;" in page and "A &amp; B" in page
    assert 'href="https://a.example/?x=1&amp;y=2"' in page


def test_every_module_has_its_place_in_the_reference():
    packages = list_packages()
    pages = write_pages(packages)
    told = {name for page in pages.values() for name in re.findall(r"automodule:: (\S+)", page)}
    assert {"helpers.measure", "helpers.site.records", "helpers.attribution.markup"} <= told
    assert len(told) == sum(map(len, packages.values()))
    assert all(f":doc:`{name}`" in pages["index"] for name in packages)


def test_sources_are_copies_at_their_places(tmp_path):
    copy_sources(tmp_path)
    assert (tmp_path / "data/DATASHEET.md").exists() and (tmp_path / "LICENSE").exists()
    assert not (tmp_path / "docs/conf.py").exists() and not (tmp_path / "helpers").exists()
    told = list_pages(tmp_path)
    assert told["Notebooks"][0].endswith("<notebooks/00-start-here>")
    assert "docs/own-gold" in told["Your own articles"]
