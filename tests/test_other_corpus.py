"""The notebooks on a corpus that is not this collection's: all run, and say what it lacks."""

import csv
import importlib.util
import json
import re
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pandas as pd
import pytest

from helpers import load, measure
from helpers.corpus import find_families, open_corpus, read_articles
from helpers.correction.pairs import compare_pairs
from helpers.correction.twice import Twice
from helpers.faults import DataFault
from helpers.findings import findings, ledger
from helpers.gold.chosen import open_gold
from helpers.lacks import NO_GOLD, NO_WORDS, keep_if_any, lacks
from helpers.paths import CORPUS_VARIABLE, DERIVED, FIGURES, OUTPUT_VARIABLE, ROOT
from helpers.project.other_corpus import ON_ANY_CORPUS, main, run_on
from helpers.tone.stance import score_stance
from helpers.uncertainty import Estimate

TEXTS = (
    'The home secretary said the plan was "safe". Campaigners condemned the cruel scheme.',
    "UNHCR warned that the deal was unlawful. The ministry declined to comment.",
    "A good plan, the minister insisted. Nobody else was asked.",
    "Asylum seekers told reporters that they feared the flight. The government denied it.",
    "The court ruled that the transfer was lawful, according to officials.",
    'Rwanda welcomed the agreement. "We are ready," said Paul Kagame.',
    "Two flights left on Monday. It rained.",
    "The opposition called the policy a gimmick and a great waste of money.",
    "Priti Patel praised the partnership. Patel said it would save lives.",
    "Human Rights Watch said that deportees had been beaten by guards.",
    "The prime minister promised new camps. Critics say it failed.",
    "The International Organization for Migration said that it would help people return.",
)
MINIMAL = [{"article_id": f"m{n:02}", "text": text} for n, text in enumerate(TEXTS)]
# Every column filled, arrangements known and unknown to this collection, dates around the judgment.
FULL = [
    {
        "article_id": f"f{n:02}", "text": f"{text} {TEXTS[(5 * n + 1) % 12]}", "title": "A title",
        "outlet": f"Post {n % 3}", "outlet_country": ("KEN", "GBR", "RWA")[n % 3],
        "outlet_type": ("newspaper", "blog")[n % 2], "genre": ("news", "press_release")[n % 2],
        "wire": "AFP" if n % 4 == 0 else "", "story_id": "one" if n < 2 else "",
        "published": ("2023-11-01", "2024-02", "2023-11-20")[n % 3], "note": "Read in part.",
        "arrangement": ("uk-rwanda", "moon-deal")[n % 12 > 8], "sending": "GBR",
        "receiving": "RWA", "language": "en",
    }
    for n, text in enumerate(TEXTS * 3)
]  # fmt: skip


def write_table(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def read_shown(folder):
    """Return what each executed copy shows, cell by cell, as text; and the cells that failed."""
    shown, failed = {}, []
    for name in ON_ANY_CORPUS:
        notebook = nbformat.read(folder / "notebooks" / f"{name}.ipynb", as_version=4)
        texts = []
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                texts.append(data.get("text/markdown") or data.get("text/html") or "")
                if output.output_type == "error" or output.get("name") == "stderr":
                    failed.append((name, cell.source, output))
        shown[name] = texts
    return shown, failed


def state_of(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The notebooks executed on both corpora, at the same time: exit code and faults of the two."""
    path = write_table(tmp_path_factory.mktemp("minimal") / "mine.csv", MINIMAL)
    folder = write_results(tmp_path_factory.mktemp("full") / "results")
    before = state_of(FIGURES), state_of(DERIVED)
    with ThreadPoolExecutor(2) as pool:
        code, faults = pool.submit(main, ["--corpus", str(path)]), pool.submit(run_on, folder)
        code, faults = code.result(), faults.result()
    untouched = before == (state_of(FIGURES), state_of(DERIVED))
    return (path.with_name("mine-results"), code, untouched), (folder, faults)


@pytest.fixture(scope="module")
def minimal(runs):
    """A corpus of ids and texts alone, by the command a user calls: folder, code, untouched."""
    return runs[0]


@pytest.fixture(scope="module")
def full(runs):
    """A results folder with every column: the folder, and the fault of each notebook."""
    return runs[1]


def write_results(folder):
    """Write what the command `measure` does, into `folder`: articles and measures."""
    folder.mkdir()
    articles = pd.DataFrame(FULL)
    articles.to_parquet(folder / "articles.parquet")
    found = measure(articles)
    for name in ("sentences", "mentions", "scores", "attributions"):
        getattr(found, name).to_parquet(folder / f"{name}.parquet")
    score_stance(found.sentences).to_parquet(folder / "stance.parquet")
    return folder


def test_a_minimal_corpus_runs_through_every_notebook(minimal):
    folder, code, untouched = minimal
    assert code == 0 and read_shown(folder)[1] == []
    assert untouched, "figures/ or data/derived/ of this collection was written"
    assert sorted(path.name for path in folder.iterdir()) == [
        "figures", "findings.csv", "notebooks",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("notebook", "column"),
    [
        ("01-the-corpus", "arrangement"), ("01-the-corpus", "published"),
        ("01-the-corpus", "outlet_country"), ("01-the-corpus", "genre"),
        ("01-the-corpus", "wire"), ("01-the-corpus", "note"), ("01-the-corpus", "sending"),
        ("02-actors", "arrangement"), ("02-actors", "receiving"),
        ("03-sentiment", "arrangement"), ("04-source-attribution", "sending"),
        ("04-source-attribution", "outlet_country"), ("04-source-attribution", "genre"),
        ("06-who-says-what-of-whom", "sending"), ("06-who-says-what-of-whom", "published"),
    ],
)  # fmt: skip
def test_a_missing_column_is_said(minimal, notebook, column):
    told = "Not shown: no article of this corpus has "
    columns = [
        text.removeprefix(told).split("'")[1]
        for text in read_shown(minimal[0])[0][notebook]
        if text.startswith(told)
    ]
    other = {"outlet_type"} if column == "genre" and notebook.startswith("01") else set()
    assert column in columns or other & set(columns)


def test_missing_gold_is_said_and_no_share_is_called_corrected(minimal):
    shown = read_shown(minimal[0])[0]
    assert [shown[name].count(NO_GOLD) > 0 for name in ON_ANY_CORPUS] == [
        False, False, True, True, True,
    ]  # fmt: skip
    assert shown["06-who-says-what-of-whom"].count(NO_WORDS) == 2
    text = " ".join(shown["06-who-says-what-of-whom"])
    assert "corrected not known (no coded article)" in text and not re.search(
        r"corrected by \d", text
    )


def test_every_notebook_says_whose_words_these_are(minimal):
    for texts in read_shown(minimal[0])[0].values():
        assert texts[0].startswith("**Corpus: mine.** Text cells speak of the collection's own")
        assert "12 records" in texts[0]


def test_figures_name_the_corpus_they_are_made_from(minimal):
    captions = [path.read_text() for path in (minimal[0] / "figures").glob("*.txt")]
    assert len(captions) >= 7
    assert all("Source: the corpus mine" in caption for caption in captions)
    assert not any("our abstracts" in caption.lower() for caption in captions)
    assert not list((minimal[0] / "figures").glob("fig-01-a*"))


def test_findings_have_the_same_keys_and_stay_empty_where_not_known(minimal):
    own, found = findings(), findings(minimal[0] / "findings.csv").set_index("key")
    assert set(found.index) == set(own.loc[own["notebook"].isin(ON_ANY_CORPUS), "key"])
    unknown = ["records_dated_to_the_day", "outlets_elsewhere", "wire_copy", "light_bad"]
    assert found.loc[unknown[1:], "value"].isna().all()
    assert found.loc[unknown[0], ["value", "n", "of"]].tolist() == [0, 0, 12]
    assert found.loc["articles_naming_unhcr", ["n", "of"]].tolist() == [1, 12]


def test_a_corpus_with_all_columns_shows_its_charts(full):
    folder, faults = full
    shown, failed = read_shown(folder)
    assert failed == [] and set(faults.values()) == {""}
    figures = {path.stem for path in (folder / "figures").glob("*.svg")}
    own = {path.stem for path in FIGURES.glob("fig-0[12346]-*.svg")}
    assert figures <= own and own - figures <= {"fig-03-d-beside", "fig-06-c-of-whom"}
    text = " ".join(text for texts in shown.values() for text in texts)
    assert "moon-deal" in text and "has 'arrangement'" not in text
    assert NO_GOLD in text and "**naive**" in text
    table = findings(folder / "findings.csv").set_index("key")
    assert table.loc["receiving_open", ["n", "of"]].tolist() == [0, 36]
    assert table.loc["outlets_elsewhere", ["n", "of"]].tolist() == [12, 36]


def choose(monkeypatch, path):
    monkeypatch.setenv(CORPUS_VARIABLE, str(path))
    monkeypatch.setenv(OUTPUT_VARIABLE, "")  # opening a corpus sets it; put back afterwards
    return open_corpus()


def test_measures_of_the_folder_are_taken_as_they_are(tmp_path, monkeypatch):
    pd.DataFrame(MINIMAL).to_parquet(tmp_path / "articles.parquet")
    found = measure(pd.DataFrame(MINIMAL))
    for name in ("sentences", "mentions", "scores", "attributions"):
        getattr(found, name).head(3).to_parquet(tmp_path / f"{name}.parquet")
    corpus = choose(monkeypatch, tmp_path)
    assert len(corpus.measure().sentences) == 3
    (tmp_path / "mentions.parquet").unlink()
    assert len(corpus.measure().sentences) == len(found.sentences)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"article_id": "a", "body": "x"}], r"mine.csv: column 'text' is missing"),
        ([{"article_id": "a", "text": ""}], r"row 2, column 'text': '': fill it in"),
        ([{"article_id": "a", "text": "x"}] * 2, r"row 2, column 'article_id': 'a': it stands"),
        ([{"article_id": "a", "text": "x", "published": "May"}], r"column 'published': 'May': use"),
        ([{"article_id": "a", "text": "x", "outlet_country": "UK"}], "column 'outlet_country'"),
        ([{"article_id": "a", "text": "x", "sending": "GBR,FRA"}], "column 'sending': 'GBR,FRA'"),
    ],
)
def test_a_faulty_corpus_is_one_clear_error(tmp_path, rows, words):
    with pytest.raises(DataFault, match=words):
        read_articles(write_table(tmp_path / "mine.csv", rows))


def test_an_empty_and_a_missing_corpus_are_clear_errors(tmp_path, capsys):
    (tmp_path / "none.csv").write_text("article_id,text\n")
    with pytest.raises(DataFault, match="no article in it"):
        read_articles(tmp_path / "none.csv")
    (tmp_path / "bad.jsonl").write_text("{not json\n")
    with pytest.raises(DataFault, match=r"bad\.jsonl: cannot be read"):
        read_articles(tmp_path / "bad.jsonl")
    assert main(["--corpus", str(tmp_path / "nowhere")]) == 2
    assert "articles.parquet: not found. CORPUS names" in capsys.readouterr().err


def test_json_lines_are_read_as_text(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in [{"article_id": 7, "text": "One came."}]))
    article = read_articles(path).iloc[0]
    assert article[["article_id", "text", "genre"]].tolist() == ["7", "One came.", ""]


def test_the_rarest_of_many_arrangements_are_taken_together():
    deals = pd.Series(["uk-rwanda"] + [f"deal-{n:02}" for n in range(20) for _ in range(40 - n)])
    families = find_families(deals)
    assert families.nunique() == 11
    assert families.value_counts()["other arrangements"] == sum(40 - n for n in range(9, 20))


def test_a_chosen_corpus_leaves_other_notebooks_with_their_own(monkeypatch, tmp_path):
    """05 never opens the chosen corpus: nothing of it may land in the chosen one's folder."""
    monkeypatch.setenv(CORPUS_VARIABLE, str(tmp_path))
    monkeypatch.delenv(OUTPUT_VARIABLE, raising=False)
    table = ledger("05-how-sure-are-we", stance_f1=Estimate(0.5, 0, 1, 1, 2, 1, "score"))
    assert "same" in table and list(tmp_path.iterdir()) == []


def test_lacks_names_the_first_empty_column_or_both():
    table = pd.DataFrame({"a": ["x", ""], "b": ["", "y"], "c": ["", None]})
    assert lacks(table, "a") is None
    assert lacks(table, "a", "c").data == "Not shown: no article of this corpus has 'c'."
    assert lacks(table, "a", "b").data == "Not shown: no article of this corpus has 'a' and 'b'."
    assert (len(keep_if_any(table, "a")), len(keep_if_any(table, "c"))) == (2, 0)


def test_gold_is_asked_of_the_own_corpus_alone(monkeypatch, tmp_path):
    own = open_corpus()
    sentences = pd.read_csv(DERIVED / "sentences.csv")
    gold = open_gold(own, sentences)
    assert len(gold.articles) == 100 and not set(gold.learned["article_id"]) & set(gold.articles)
    corpus = choose(monkeypatch, write_table(tmp_path / "mine.csv", MINIMAL))
    empty = open_gold(corpus, corpus.measure().sentences)
    assert (empty.articles, len(empty.stance), len(empty.attributions)) == ([], 0, 0)


def test_without_gold_in_a_group_its_correction_is_missing_not_wrong():
    units = pd.DataFrame({"article_id": list("abcd"), "side": list("xxyy"), "said": list("0110")})
    twice = Twice(units.head(2), units, ["a", "b"], list("abcd"))
    assert twice.share("said", "1").kind == "corrected share"
    assert str(twice.group("side", "y").share("said", "1")) == "not known (no coded article)"
    assert pd.isna(twice.gap("side", ("x", "y"), "said", "1").value)
    pairs = compare_pairs(twice, "side", [("x", "y"), ("x", "x")], "said", ["1"])
    assert pairs["difference"].isna().tolist() == [True, False]


def test_run_py_hands_on_the_corpus_as_a_whole_path(tmp_path, monkeypatch):
    """A kernel runs in another folder: a path that is relative to the user's would not be found."""
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    monkeypatch.chdir(tmp_path)
    assert run.take_corpus(["--corpus=mine.csv", "--port=1"]) == ("mine.csv", ["--port=1"])
    monkeypatch.setenv(CORPUS_VARIABLE, "other.csv")
    assert run.take_corpus([]) == ("other.csv", [])
    assert run.environment("mine.csv")[CORPUS_VARIABLE] == str(tmp_path / "mine.csv")
    assert CORPUS_VARIABLE not in run.environment(None), "reproduce and test keep to the own corpus"


def test_the_own_corpus_is_untouched_by_the_setting():
    assert open_corpus().articles.equals(load.articles())
