"""The front page: the question, what was found, how to run it, how to cite it."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

from helpers.paths import ROOT
from helpers.project.pages import as_estimate
from helpers.site.gallery import read_figure
from helpers.site.places import Places
from helpers.site.templates import render


@dataclass(frozen=True)
class Main:
    """A main finding: the question it answers, its keys in the ledger, and its figure.

    >>> Main("How many?", ("light_bad",), "fig-06-b-light").keys
    ('light_bad',)
    """

    question: str
    keys: tuple[str, ...]
    figure: str


MAIN = (
    Main(
        "Who has the floor?",
        ("corrected_government", "corrected_civil_society"),
        "fig-05-b-source-types",
    ),
    Main(
        "Are the people who are moved heard?",
        ("articles_naming_relocated_people", "corrected_articles_hearing_relocated_people"),
        "fig-04-c-relocated-voice",
    ),
    Main(
        "Who speaks against the deals?",
        ("against_government", "against_civil_society"),
        "fig-06-a-stance-by-source",
    ),
    Main(
        "Can a general lexicon tell in what light a sentence puts a deal?",
        ("textblob_f1", "stance_f1"),
        "fig-03-d-beside",
    ),
)


def write_front_page(ledger: pd.DataFrame, places: Places, pages: dict[str, list[str]]) -> str:
    """Return the front page as Markdown, numbers from `ledger`, the table of `findings.findings`.

    `pages` are the names of the site's pages by the caption they stand under in the contents.

    Raises:
        KeyError: the ledger or the notebooks lack a main finding, or the figures one of theirs.

    >>> from helpers.findings import findings
    >>> from helpers.site.places import find_places
    >>> write_front_page(findings(), find_places(), {}).splitlines()[0]
    '# Who gets to speak?'
    """
    rows = ledger.set_index("key")
    told = [
        {
            "question": main.question,
            "figure": read_figure(main.figure, places),
            "answers": [
                {
                    "question": rows.loc[key, "question"],
                    "value": value,
                    "spread": f"({spread}",
                    "place": places.findings[key],
                }
                for key in main.keys
                for value, spread in [str(as_estimate(rows.loc[key])).split(" (", 1)]
            ],
        }
        for main in MAIN
    ]
    return render("index.md.j2", findings=told, pages=pages, citation=read_citation())


def read_citation(path: Path = ROOT / "CITATION.cff") -> dict:
    """Return title, version and authors (joined) of the citation file at `path`, dates as text.

    >>> read_citation()["authors"]
    'The third-country coverage project'
    """
    told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    names = [
        author.get("name") or f"{author['family-names']}, {author['given-names']}"
        for author in told["authors"]
    ]
    return {"title": told["title"], "version": told["version"], "authors": "; ".join(names)}
