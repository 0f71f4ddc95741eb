"""The parts of the Markdown pages that are written from data, never by hand."""

import re
from pathlib import Path

import pandas as pd

from helpers import load
from helpers.files import write_text
from helpers.findings import findings
from helpers.paths import DERIVED
from helpers.uncertainty import Estimate

BLOCK = re.compile(r"(<!-- (findings|corpus|readings|agreement) -->\n).*?(<!-- end -->)", re.DOTALL)
PAGES = ("README.md", "data/DATASHEET.md")
# The findings that the README tells, in its order.
TOLD = (
    "corrected_government", "articles_naming_relocated_people",
    "corrected_articles_hearing_relocated_people", "against_government", "against_civil_society",
    "textblob_f1", "stance_f1", "source_type_f1",
)  # fmt: skip
MENDS = {
    "mends_person": "who: a person, role or body",
    "mends_attribution": "whose words, or with which kind of verb",
    "mends_fact": "a figure, a date, an act",
    "mends_quotation": "a quotation, to the letter",
    "mends_left_out": "something left out, added",
    "mends_strength": "tense, or a word stronger, weaker or vaguer than the page's",
    "mends_copied": "a run of the page's words, reworded",
    "mends_style": "style or length alone",
    "mends_fields": "another column: outlet, date, wire, story, note",
}


def as_estimate(row: pd.Series) -> Estimate:
    """Return a row of the ledger (see `findings.findings`) as an estimate.

    >>> row = pd.Series({"value": 0.25, "low": 0.1, "high": 0.4, "n": 5, "of": 20, "articles": 8,
    ...                  "kind": "share"})
    >>> print(as_estimate(row))
    25 % (95 % interval 10-40 %; 5 of 20)
    """
    fields = ("value", "low", "high", "n", "of", "articles", "kind")
    return Estimate(**{name: row[name] for name in fields})


def findings_block(ledger: pd.DataFrame) -> str:
    """Return the table of findings for the README as Markdown, one row a key of `TOLD`.

    `ledger` is the table of `findings.findings`.

    Raises:
        KeyError: the ledger lacks a finding that the README tells.

    >>> findings_block(findings()).splitlines()[0]
    '| question | answer | notebook |'
    """
    rows = ledger.set_index("key")
    lines = ["| question | answer | notebook |", "|---|---|---|"]
    for key in TOLD:
        row = rows.loc[key]
        notebook = f"[{row['notebook']}](notebooks/{row['notebook']}.ipynb)"
        lines.append(f"| {row['question']} | {as_estimate(row)} | {notebook} |")
    return "\n".join(lines) + "\n"


def corpus_block(articles: pd.DataFrame) -> str:
    """Return the one-line size of the corpus for the README.

    `articles` has year, outlet, outlet_country and arrangement.

    >>> corpus_block(load.articles().query("year == 2024").head(1))
    '1 records of 1 outlets in 1 countries on 1 arrangements, 2024-2024.\\n'
    """
    years = articles["year"].dropna()
    return (
        f"{len(articles)} records of {articles['outlet'].nunique()} outlets in "
        f"{articles['outlet_country'].nunique()} countries on "
        f"{articles['arrangement'].nunique()} arrangements, {years.min()}-{years.max()}.\n"
    )


def readings_block(readings: pd.DataFrame) -> str:
    """Return what the second readers mended, by kind, as a Markdown table for the datasheet.

    `readings` is `load.readings`'s table.

    >>> readings_block(load.readings()).splitlines()[0]
    '| mended | times | in records |'
    """
    lines = ["| mended | times | in records |", "|---|---|---|"]
    for column, words in MENDS.items():
        records = f"{readings[column].gt(0).sum()} of {len(readings)}"
        lines.append(f"| {words} | {readings[column].sum()} | {records} |")
    return "\n".join(lines) + "\n"


def agreement_block(agreement: pd.DataFrame) -> str:
    """Return the agreement of the coders as a Markdown table for the datasheet.

    `agreement` has the columns of `agreement.ALPHA_COLUMNS`.

    >>> row = ("mode", "nominal", 10, 3, 0.9, 0.8, 0.7, 0.9)
    >>> names = ["field", "level", "units", "articles", "agree", "alpha", "low", "high"]
    >>> agreement_block(pd.DataFrame([row], columns=names)).splitlines()[-1]
    '| `mode` | nominal | 10 in 3 articles | 90 % | .80 (.70 to .90) |'
    """
    head = "| field | level | units | both the same | Krippendorff's alpha (95 % interval) |"
    lines = [head, "|---|---|---|---|---|"]
    for row in agreement.itertuples():
        alpha, low, high = (f"{x:.2f}".lstrip("0") for x in (row.alpha, row.low, row.high))
        lines.append(
            f"| `{row.field}` | {row.level} | {row.units} in {row.articles} articles "
            f"| {100 * row.agree:.0f} % | {alpha} ({low} to {high}) |"
        )
    return "\n".join(lines) + "\n"


def fill(text: str) -> str:
    """Return Markdown with its marked blocks filled from the data; other text stays.

    >>> fill("Text.\\n"), "records of" in fill("<!-- corpus -->\\nold\\n<!-- end -->")
    ('Text.\\n', True)
    """
    blocks = {
        "findings": lambda: findings_block(findings()),
        "corpus": lambda: corpus_block(load.articles()),
        "readings": lambda: readings_block(load.readings()),
        "agreement": lambda: agreement_block(pd.read_csv(DERIVED / "agreement.csv")),
    }
    return BLOCK.sub(lambda match: match[1] + blocks[match[2]]() + match[3], text)


def fill_page(path: Path) -> None:
    """Fill the Markdown page at `path` in place.

    >>> from tempfile import mkdtemp
    >>> path = write_text(Path(mkdtemp()) / "README.md", "<!-- corpus -->\\n<!-- end -->\\n")
    >>> fill_page(path)
    >>> "records of" in path.read_text(encoding="utf-8")
    True
    """
    write_text(path, fill(path.read_text(encoding="utf-8")))


def write_gallery(folder: Path) -> None:
    """Write figures/README.md: each figure with its alt text, caption and plotted numbers.

    `folder` holds, for each figure, a .txt with alt text and caption, a blank line between.

    >>> from tempfile import mkdtemp
    >>> path = write_text(Path(mkdtemp()) / "fig-x.txt", "Two dots.\\n\\nn = 2.\\n")
    >>> write_gallery(path.parent)
    >>> "![Two dots.](fig-x.svg)" in (path.parent / "README.md").read_text(encoding="utf-8")
    True
    """
    parts = ["# Figures\n\nMade by `python run.py reproduce --update`; never edited by hand.\n"]
    for path in sorted(folder.glob("*.txt")):
        alt, caption = path.read_text(encoding="utf-8").strip().split("\n\n", 1)
        name = path.stem
        parts.append(
            f"## {name}\n\n![{alt}]({name}.svg)\n\n{caption}\n\n*In words:* {alt}\n\n"
            f"[PNG]({name}.png) · [SVG]({name}.svg) · [plotted numbers]({name}.csv)\n"
        )
    write_text(folder / "README.md", "\n".join(parts))
