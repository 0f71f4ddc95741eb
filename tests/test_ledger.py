"""The ledger: every finding has its question, pages print from it, and planted errors are seen."""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pandas as pd
import pytest

from helpers.faults import DataFault
from helpers.findings import COLUMNS, find_rows, findings, ledger, questions, replace_rows
from helpers.paths import DERIVED, OUTPUT_VARIABLE, ROOT
from helpers.project.compare import compare_findings
from helpers.project.pages import as_estimate
from helpers.project.reproduce import run_notebook
from helpers.uncertainty import Estimate

NUMBER = r"[+-]?\d*\.?\d+"
INTERVAL = re.compile(
    rf"{NUMBER}(?: %| points)? \((?:95 % interval )?{NUMBER}(?:-| to ){NUMBER}[^)|]*\)"
)


def test_every_finding_has_its_question_and_every_question_its_finding():
    table, asked = findings(), questions()
    assert table.columns.tolist() == COLUMNS and len(table) >= 40
    assert sorted(table["key"]) == sorted(asked["key"]), "mend data/questions.csv, or reproduce"
    words = table[["key", "question", "method"]].merge(asked, on=["key", "question", "method"])
    assert len(words) == len(table)


def test_questions_are_asked_once_and_in_words():
    asked = questions()
    assert asked["question"].is_unique
    assert asked["question"].str.len().between(30, 160).all()


def test_a_key_without_a_question_is_one_clear_error(monkeypatch):
    monkeypatch.delenv(OUTPUT_VARIABLE, raising=False)
    one = Estimate(0.5, 0.1, 0.9, 1, 2, 2, "share")
    with pytest.raises(DataFault, match=r"^questions\.csv: no row for 'flor'.*data/questions\.csv"):
        ledger("04-source-attribution", floor_government=one, flor=one)


def test_a_key_of_two_notebooks_is_one_clear_error():
    table = pd.DataFrame([{"key": "a", "notebook": "01-x"}])
    with pytest.raises(DataFault, match="'a' is a finding of 01-x and of 02-y"):
        replace_rows(table, table.assign(notebook="02-y"), "02-y")


@pytest.mark.parametrize(
    ("kind", "reading"),
    [
        ("share", "25 % (95 % interval 10-40 %; 5 of 20)"),
        ("mean", "+0.250 (95 % interval +0.100 to +0.400; n = 5)"),
        ("score", "0.250 (95 % interval 0.100 to 0.400; n = 5)"),
        ("difference", "+25 points (95 % interval +10 to +40; 5 against 20)"),
        ("mean difference", "+0.250 (95 % interval +0.100 to +0.400; 5 against 20)"),
        ("corrected share", "25 % (95 % interval 10-40 %; corrected by 5 coded articles of 20)"),
        (
            "corrected mean",
            "+0.250 (95 % interval +0.100 to +0.400; corrected by 5 coded articles of 20)",
        ),
        (
            "corrected difference",
            "+25 points (95 % interval +10 to +40; corrected by 5 coded articles of 20)",
        ),
        (
            "corrected mean difference",
            "+0.250 (95 % interval +0.100 to +0.400; corrected by 5 coded articles of 20)",
        ),
    ],
)
def test_an_estimate_of_any_kind_reads_the_same_from_the_ledger(tmp_path, kind, reading):
    estimate = Estimate(0.25, 0.1, 0.4, 5, 20, 8, kind)
    rows = find_rows("04-source-attribution", {"floor_government": estimate}, questions())
    rows.to_csv(tmp_path / "findings.csv", index=False)
    row = findings(tmp_path / "findings.csv").iloc[0]
    assert str(as_estimate(row)) == str(estimate) == reading


def test_a_missing_value_is_the_same_as_a_missing_value():
    nothing = Estimate(float("nan"), float("-inf"), float("inf"), 0, 3, 0, "mean")
    rows = find_rows("03-sentiment", {"mean_polarity": nothing}, questions())
    assert compare_findings(rows, rows.copy()) == ["FINDINGS: 1 of 1 as committed."]


def test_the_verdict_names_what_is_new_gone_and_reworded():
    table = findings().head(3)
    here = table.iloc[1:].assign(method=["other", table["method"].iloc[2]])
    verdict = compare_findings(table, here)
    first, second = table["key"].iloc[:2]
    assert verdict[0] == "FINDINGS: 1 of 3 as committed."
    assert any(re.fullmatch(f"  {first}: committed .*, here nothing", line) for line in verdict)
    assert any(re.fullmatch(f"  {second}: .* but another method", line) for line in verdict)
    assert "committed nothing, here" in compare_findings(here, table)[1]


@pytest.mark.parametrize("page", ["README.md", "data/DATASHEET.md"])
def test_every_number_with_an_interval_is_in_the_ledger(page):
    """Coders' alphas, which are no findings but a table of their own, are in agreement.csv."""
    known = {str(as_estimate(row)) for _, row in findings().iterrows()}
    for row in pd.read_csv(DERIVED / "agreement.csv").itertuples():
        alpha, low, high = (f"{x:.2f}".lstrip("0") for x in (row.alpha, row.low, row.high))
        known.add(f"{alpha} ({low} to {high})")
    told = INTERVAL.findall((ROOT / page).read_text(encoding="utf-8"))
    assert len(told) >= 5
    assert [number for number in told if number not in known] == []


def test_an_interval_typed_by_hand_would_be_found():
    for typed in (
        "55 % (52-59 %)",
        "+0.046 (95 % interval +0.035 to +0.056; n = 2)",
        ".80 (.7 to 1)",
    ):
        assert INTERVAL.findall(f"A share of {typed} here.") == [typed]
    assert INTERVAL.findall("In 2021 (2001-2026), 360 (all) and 12 (see 3).") == [
        "2021 (2001-2026)"
    ]


# Planted errors: a copy of the project, one thing changed in its data, one notebook run on it.


@pytest.fixture
def copy(tmp_path):
    """A copy of the code and the data, for kernels that import from it."""
    folder = tmp_path / "copy"
    for name in ("helpers", "data"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    (folder / "notebooks").mkdir()
    return folder


def copy_notebook(copy, notebook):
    """Copy one notebook, its charts not drawn, which would take long; return its path."""
    read = nbformat.read(ROOT / "notebooks" / f"{notebook}.ipynb", as_version=4)
    for cell in read.cells:
        cell.source = cell.source.replace("style.show(", "id(")
    path = copy / "notebooks" / f"{notebook}.ipynb"
    nbformat.write(read, path)
    return path


def change(path, edit):
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    edit(table).to_csv(path, index=False, lineterminator="\n")


def path_first(copy):
    return os.pathsep.join([str(copy), os.environ["PYTHONPATH"]])


def verdict_on(copy, notebook, monkeypatch):
    """Run a notebook on the copy; return the verdict on the notebook's findings."""
    monkeypatch.setenv("PYTHONPATH", path_first(copy))
    run_notebook(copy_notebook(copy, notebook), copy / "out")
    committed = findings()[findings()["notebook"] == notebook]
    return compare_findings(committed, findings(copy / "out" / "data/derived/findings.csv"))


def named(verdict):
    return {line.split(":")[0].strip() for line in verdict[1:]}


def test_a_flipped_gold_label_is_caught(copy, monkeypatch):
    def flip(table):
        parts = pd.read_csv(copy / "data/gold/sample.csv").set_index("article_id")["part"]
        testing = table["article_id"].map(parts).eq("testing") & table["stance"].eq("-1")
        return table.assign(stance=table["stance"].mask(table.index == testing.idxmax(), "1"))

    change(copy / "data/gold/stance-settled.csv", flip)
    verdict = verdict_on(copy, "03-sentiment", monkeypatch)
    assert {"textblob_f1", "news_analyzer_f1"} <= named(verdict), verdict
    assert "mean_polarity" not in named(verdict), "it does not rest on gold"


def test_a_nudged_weight_is_caught(copy, monkeypatch):
    def nudge(table):
        weights = table["codebook"].mask(
            table["sign"] == "(start)", lambda w: w.astype(float) + 0.2
        )
        return table.assign(codebook=weights.astype(str))

    change(copy / "data/weights/cues.csv", nudge)
    verdict = verdict_on(copy, "04-source-attribution", monkeypatch)
    line = next(line for line in verdict if line.startswith("  floor_government:"))
    assert re.search(r"committed 0\.\d+ .*here 0\.\d+", line)


def test_a_dropped_record_is_caught_by_the_whole_command(copy):
    """Drop a record from the corpus and all that is coded of it; reproduce with one notebook."""
    record = pd.read_csv(copy / "data/articles.csv")["article_id"].iloc[7]
    for path in [*(copy / "data").glob("*.csv"), *(copy / "data/gold").glob("*.csv")]:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        if record in table.get("article_id", pd.Series()).to_numpy():
            change(path, lambda table: table[table["article_id"] != record])
    copy_notebook(copy, "02-actors")
    keep = findings()[findings()["notebook"] == "02-actors"]
    keep.to_csv(copy / "data/derived/findings.csv", index=False)
    run = subprocess.run(
        [sys.executable, "-m", "helpers.project.reproduce"],
        cwd=copy, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": path_first(copy)},
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    lines = run.stdout.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("FINDINGS:"))
    assert lines[start] == "FINDINGS: 0 of 4 as committed."
    assert named(lines[start:]) == set(keep["key"])
    assert all(re.search(r"committed 0\.\d+ .*here 0\.\d+", line) for line in lines[start + 1 :])
