"""One command from a corpus to a folder of results: the same bytes, whatever happens on the way."""

import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

import pandas as pd
import pytest

from helpers import measure
from helpers.faults import DataFault
from helpers.files import write_csv, write_text
from helpers.measure import Measurer
from helpers.runs.command import main
from helpers.runs.engines import Engine
from helpers.runs.folder import LOG, RESULTS, TOLD
from helpers.runs.lock import NAME as LOCK
from helpers.runs.lock import hold_folder
from helpers.runs.options import Options
from helpers.runs.run import run
from helpers.runs.tables import MEASURED

SAYINGS = (
    "UNHCR condemned the cruel deal with Rwanda.", "The minister said that the plan was lawful.",
    "It rained in Kigali.", '"We are afraid," an asylum seeker told reporters.',
    "Priti Patel declined to comment on the removals.", "The court found the policy unlawful.",
)  # fmt: skip
TEXTS = [" ".join(SAYINGS[n % 6 :] + SAYINGS[: n % 5]) + f" Flight {n} left." for n in range(12)]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Return a CSV of twelve articles, with ids and texts alone, and one row without a text."""
    ids = [f"a{number:02}" for number in range(13)]
    table = pd.DataFrame({"article_id": ids, "text": [*TEXTS, ""]})
    return write_csv(tmp_path_factory.mktemp("corpus") / "articles.csv", table)


@pytest.fixture(scope="module")
def whole(corpus):
    """Return the results of a run in one piece."""
    return run(Options(corpus, corpus.parent / "whole"))


def digest(folder):
    """Return the SHA-256 of each file of results by name; nothing else may be there."""
    names = {path.name for path in folder.iterdir()}
    assert names == {*RESULTS, TOLD, LOCK, LOG}
    told = {*RESULTS, TOLD}
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in told}


@pytest.mark.parametrize(
    ("partition", "engine"),
    [(6, Engine()), (3, Engine(workers=2)), (4, Engine(cluster=1))],
    ids=["two partitions", "four, two processes", "three, a cluster"],
)
def test_the_bytes_are_the_same_however_it_is_measured(corpus, whole, tmp_path, partition, engine):
    out = run(Options(corpus, tmp_path / "out", partition=partition, engine=engine))
    assert digest(out) == digest(whole)


def test_the_tables_are_those_of_measure(whole):
    articles = pd.read_parquet(whole / "articles.parquet")
    found = measure(articles[["article_id", "text"]])
    for name in ("sentences", "mentions", "attributions"):
        pd.testing.assert_frame_equal(
            pd.read_parquet(whole / f"{name}.parquet"), getattr(found, name), check_dtype=True
        )
    keys = ["article_id", "level", "sentence", "actor_id"]
    scores = pd.read_parquet(whole / "scores.parquet")
    assert scores["article_id"].is_monotonic_increasing
    pd.testing.assert_frame_equal(
        scores.sort_values(keys, ignore_index=True),
        found.scores.sort_values(keys, ignore_index=True),
    )
    assert len(pd.read_parquet(whole / "stance.parquet")) == len(found.sentences)


def test_csv_and_parquet_say_the_same(whole):
    for name in MEASURED:
        parquet = pd.read_parquet(whole / f"{name}.parquet")
        table = pd.read_csv(whole / f"{name}.csv", keep_default_na=False, dtype=str)
        assert table.columns.tolist() == parquet.columns.tolist() and len(table) == len(parquet)
        assert table["article_id"].tolist() == parquet["article_id"].tolist()


def test_what_came_in_and_out_is_counted_and_listed(whole):
    counts = pd.read_csv(whole / "counts.csv").set_index(["step", "what"])["n"]
    assert counts["read", "in"] == 13 and counts["measure", "articles out"] == 12
    skipped = pd.read_csv(whole / "skipped.csv")
    assert skipped["place"].tolist() == ["row 14"] and skipped["reason"].tolist() == ["no text"]
    assert "measure: articles out: 12" in (whole / LOG).read_text()


def test_run_json_tells_what_produced_it_and_neither_time_nor_place(whole, corpus):
    told = json.loads((whole / TOLD).read_text())
    assert told["options"]["languages"] == ["en"] and len(told["data_version"]) == 12
    assert told["input"]["name"] == "articles.csv" and told["input"]["files"] == 1
    assert str(corpus.parent) not in (whole / TOLD).read_text()


KILLS = """
import os, signal, resource, sys
from pathlib import Path
from helpers.runs.command import main
import helpers.runs.page  # what a run needs is there before the fork

corpus, place, *points = sys.argv[1:]
replace = Path.replace

def start(out, arm):
    child = os.fork()
    if not child:
        arm()
        os._exit(main([corpus, "--out", out, "--partition", "4", "--workers", "1"]))
    return os.waitpid(child, 0)[1]

def kill_at(point):
    left = [point]
    def count(path, target):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(path, target)
    Path.replace = count

for point in map(int, points):
    out = f"{place}/{point}"
    assert os.WTERMSIG(start(out, lambda: kill_at(point))) == signal.SIGKILL
    assert not Path(out, "run.json").exists()
    assert start(out, lambda: None) == 0
small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
assert os.waitstatus_to_exitcode(start(f"{place}/full", small)) == 2
assert not [path.name for path in Path(place, "full").iterdir() if path.suffix == ".parquet"]
assert start(f"{place}/full", lambda: None) == 0
"""


def test_killed_or_short_of_room_it_goes_on_to_the_same_bytes(corpus, whole, tmp_path):
    # while reading, measuring, joining, and putting the results in place
    points = ["2", "14", "40", "60"]
    done = subprocess.run(
        [sys.executable, "-c", KILLS, corpus, tmp_path, *points], capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in [*points, "full"]:
        assert digest(tmp_path / name) == digest(whole), name
    assert re.fullmatch(
        r"measure: \S+/full/work/\S+: File too large; make room; the same command .*\n", done.stderr
    )


def test_a_complete_run_is_left_as_it_is(corpus, whole):
    before = (whole / "scores.parquet").stat().st_mtime_ns
    assert run(Options(corpus, whole)) == whole
    assert (whole / "scores.parquet").stat().st_mtime_ns == before
    assert "nothing to do" in (whole / LOG).read_text()


def test_another_run_in_the_folder_is_refused(corpus, tmp_path):
    with hold_folder(tmp_path / "out"), pytest.raises(DataFault, match="another run works in"):
        run(Options(corpus, tmp_path / "out"))


def test_other_options_and_another_input_are_refused_by_name(whole, corpus, tmp_path):
    with pytest.raises(DataFault, match=r"options sending: '' there, 'GBR' now"):
        run(Options(corpus, whole, sending="GBR"))
    other = write_text(tmp_path / "articles.csv", "article_id,text\na,UNHCR said no.\n")
    with pytest.raises(DataFault, match=r"input bytes: \d+ there, 33 now; input sha256"):
        run(Options(other, whole))


def test_anew_clears_results_and_nothing_else(corpus, tmp_path):
    out = tmp_path / "out"
    other = write_text(tmp_path / "b.csv", "article_id,text\nb,UNHCR said no.\n")
    run(Options(other, out))
    notes = write_text(out / "gold" / "notes.txt", "mine")
    run(Options(other, out, receiving="RWA", anew=True))
    assert pd.read_parquet(out / "articles.parquet")["receiving"].tolist() == ["RWA"]
    assert notes.read_text() == "mine"


def test_a_folder_with_other_files_is_refused(corpus, tmp_path):
    write_text(tmp_path / "thesis.txt", "mine")
    with pytest.raises(DataFault, match=r"holds other files \(thesis.txt\)"):
        run(Options(corpus, tmp_path, anew=True))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_lexicons_of_ones_own_are_measured_with(tmp_path):
    text = "article_id,text\na,The Quiet Harbour Society said no.\n"
    columns = "actor_id,name,kind,type,country,aliases,short_forms,note"
    actors = write_text(
        tmp_path / "mine.csv", f"{columns}\nqhs,Quiet Harbour Society,body,civil_society,,,,\n"
    )
    corpus = write_text(tmp_path / "a.csv", text)
    out = run(Options(corpus, tmp_path / "out", lexicons={"actors": actors}))
    assert pd.read_parquet(out / "mentions.parquet")["actor_id"].tolist() == ["qhs"]
    assert len(json.loads((out / TOLD).read_text())["options"]["lexicons"]["actors"]) == 64
    assert "Quiet Harbour Society" in (out / "summary.html").read_text()


def test_source_types_of_ones_own_are_measured_with_once_declared(tmp_path):
    columns = "actor_id,name,kind,type,country,aliases,short_forms,note"
    actors = write_text(tmp_path / "mine.csv", f"{columns}\npilots,Pilots' Guild,body,union,,,,\n")
    corpus = write_text(tmp_path / "a.csv", "article_id,text\na,The Pilots' Guild said no.\n")
    with pytest.raises(DataFault, match=r"row 2, column 'type': 'union'.*declared in source_types"):
        run(Options(corpus, tmp_path / "out", lexicons={"actors": actors}))
    types = write_text(tmp_path / "types.csv", "type,who,example\nunion,trade unions,a guild\n")
    out = run(Options(corpus, tmp_path / "out", lexicons={"actors": actors, "types": types}))
    assert pd.read_parquet(out / "attributions.parquet")["source_type"].tolist() == ["union"]
    assert (out / "source_types.csv").read_text() == types.read_text()


def test_types_that_are_not_there_are_a_fault(corpus, tmp_path):
    with pytest.raises(DataFault, match="nowhere"):
        run(Options(corpus, tmp_path / "out", lexicons={"types": tmp_path / "nowhere"}))


def test_an_article_that_the_measures_fail_on_is_listed(corpus, tmp_path, monkeypatch):
    call = Measurer.__call__

    def fail(self, articles, quiet=False):
        if "a05" in set(articles["article_id"]):
            raise RecursionError("too deep")
        return call(self, articles, quiet)

    monkeypatch.setattr(Measurer, "__call__", fail)
    out = run(Options(corpus, tmp_path / "out"))
    skipped = pd.read_csv(out / "skipped.csv").set_index("reason")
    assert skipped.loc["not measured", "detail"] == "a05: RecursionError: too deep"
    assert skipped.loc["not measured", "place"] == "row 7"
    sentences = pd.read_parquet(out / "sentences.parquet")
    assert sentences["article_id"].nunique() == 11


def test_an_empty_corpus_is_told_not_refused(tmp_path):
    corpus = write_text(tmp_path / "a.csv", "article_id,text\na,\n")
    out = run(Options(corpus, tmp_path / "out"))
    assert len(pd.read_parquet(out / "attributions.parquet")) == 0
    assert "Not shown: there is no article." in (out / "summary.html").read_text()


def test_cells_are_safe_in_a_spreadsheet(tmp_path):
    text = "article_id,title,text\na,=HYPERLINK(1),UNHCR said no.\n"
    out = run(Options(write_text(tmp_path / "a.csv", text), tmp_path / "out"))
    assert ",'=HYPERLINK(1)," in (out / "articles.csv").read_text()
    assert pd.read_parquet(out / "articles.parquet")["title"].tolist() == ["=HYPERLINK(1)"]


class Page(HTMLParser):
    """Tags with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def test_the_page_asks_nothing_of_the_network_and_says_what_lacks(whole):
    text = (whole / "summary.html").read_text()
    tags = Page(text).tags
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in tags}
    assert "@import" not in text and "url(" not in text
    pictures = [attributes for tag, attributes in tags if tag == "img"]
    assert len(pictures) == 4
    assert all(one["src"].startswith("data:image/svg+xml;base64,") for one in pictures)
    assert all(len(one["alt"]) > 60 for one in pictures)
    for column in ("published", "outlet_country", "sending&#39; or &#39;receiving"):
        assert f"Not shown: no article of this corpus has &#39;{column}&#39;." in text


def test_the_page_shows_what_is_there(tmp_path):
    rows = "a,UNHCR said no.,2024-05-03,KE,GBR,RWA\nb,Rwanda said yes.,2023,RW,GBR,RWA\n"
    header = "article_id,text,published,outlet_country,sending,receiving\n"
    out = run(Options(write_text(tmp_path / "a.csv", header + rows), tmp_path / "out"))
    text = (out / "summary.html").read_text()
    assert '<td>2023</td><td class="number">1</td><td>50.0 %</td>' in text
    assert "Kenya" in text and "Not shown: no article of this corpus has &#39;sending" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.csv"], "none.csv: there is no such file or folder"),
        (["a.csv", "--columns", "text"], "columns: 'text' is no pair; write it as text=body"),
        (["a.csv", "--columns", "text=body"], "column 'body', asked for as 'text', is not there"),
        (["a.csv", "--sending", "UK"], "--sending 'UK': no ISO 3166-1 alpha-3 code"),
        (["a.csv", "--language", "klingon"], "languages: 'klingon' is no ISO 639 code"),
        (["a.csv", "--partition", "0"], "take whole numbers from 1 on"),
        (["a.csv", "--cues", "a.csv"], "column 'cue' is missing"),
        (["a.csv", "--form", "papyrus"], "form 'papyrus' is not known"),
        ([".", "--out", "./results"], "--out results: lies in the folder that is read"),
        (["a.csv", "--out", "a.csv"], "--out a.csv: this is a file; name a folder"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_and_no_traceback(arguments, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write_text(tmp_path / "a.csv", "article_id,text\na,UNHCR said no.\n")
    assert main(["--out", "results", *arguments]) == 2
    told = capsys.readouterr().err
    assert message in told and told.startswith("measure: ") and told.count("\n") == 1


def test_ctrl_c_is_answered_tidily(corpus, tmp_path, monkeypatch, capsys):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("helpers.runs.run.measure_partitions", stop)
    assert main([str(corpus), "--out", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err == (
        "measure: stopped; the same command goes on where this one stopped\n"
    )
