"""Originals: what is read from a page, what is kept, how a run goes on, what the command says."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace

import local_site
import pandas as pd
import pytest
from local_site import Clock, html

from helpers.faults import DataFault
from helpers.originals import __main__ as command
from helpers.originals.beside import compare_floor, compare_tone, tell_beside
from helpers.originals.content import find_ending, read_text
from helpers.originals.lists import Link, read_list
from helpers.originals.obtain import make_record
from helpers.originals.outcomes import OUTCOMES, Missed
from helpers.originals.store import Result, Store, make_name
from helpers.paths import ROOT
from helpers.reading.rows import COLUMNS

CONTACT = ["--contact", "me@example.org"]


@pytest.fixture
def site():
    with local_site.open_site() as site:
        yield site


# what a page holds


@pytest.mark.parametrize(
    ("header", "before", "encoding"),
    [
        ("text/html; charset=ISO-8859-1", "", "cp1252"),
        ('text/html; charset="windows-1252"', "", "cp1252"),
        ('text/html; charset="utf-8"', "", "utf-8"),
        ("text/html", '<meta charset="windows-1252">', "cp1252"),
        ("text/html", '<meta content="text/html; charset=utf-8">', "utf-8"),
        ("text/html", "", "utf-8"),
        ("text/html", "", "utf-8-sig"),
        ("text/html", "", "cp1252"),
        ("text/html; charset=latin-1", "", "utf-16"),
        ("text/html; charset=latin-1", "", "utf-8"),
        ("text/html; charset=utf-8", '<meta charset="cp1252">', "cp1252"),
        ("text/html; charset=none-such", "", "utf-8"),
        ("text/html; charset=koi8-r", '<meta charset="cp1252">', "koi8-r"),
    ],
)
def test_characters_are_read_whoever_tells_of_them(header, before, encoding):
    said = "Министр: нет." if encoding == "koi8-r" else "The café’s answer – no – was heard."
    page = f"<html><head>{before}</head><body><article><p>{said}</p></article></body></html>"
    body = page.encode(encoding)
    assert read_text("html", {"Content-Type": header}, body)["text"] == said
    if not before:
        assert read_text("txt", {"Content-Type": header}, said.encode(encoding))["text"] == said


def test_html_is_read_without_what_stands_around_it():
    page = local_site.ARTICLE.format(3).replace(
        "<title>", '<meta property="og:site_name" content="The Example">'
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z"><title>',
    )  # fmt: skip
    found = read_text("html", {}, page.encode())
    assert found["text"] == (
        "The minister said on Friday that the deal was off.\n\n"
        "Asylum seekers said that they had waited for 3 months to hear it."
    )
    told = [found[name] for name in ("title", "outlet", "published")]
    assert told == ["The deal is off", "The Example", "2024-05-03"]


def test_a_pdf_is_read_even_where_it_is_called_html():
    body = local_site.make_pdf("The minister said no.", "They left.")
    assert find_ending({"Content-Type": "text/html"}, body) == "pdf"
    text = read_text("pdf", {}, body)["text"]
    assert text.split("\n") == ["The minister said no.", "They left."]


@pytest.mark.parametrize(
    ("ending", "body"),
    [
        ("html", b""),
        ("html", b"<html><body></body></html>"),
        ("html", b"\x00\xff\xfe\x00" * 50),
        ("pdf", b"%PDF-1.4\nbroken"),
        ("pdf", local_site.make_pdf()),
        ("pdf", local_site.make_pdf("The minister said no.")[:300]),
        ("txt", b"  \n "),
    ],
)
def test_a_page_without_a_text_says_so(ending, body):
    with pytest.raises(Missed) as caught:
        read_text(ending, {}, body)
    assert caught.value.outcome == "no text" and caught.value.detail


@pytest.mark.parametrize(
    ("told", "body", "ending"),
    [
        ("", b"<!DOCTYPE html><p>One", "html"),
        ("", b"\n<!-- made by hand --><html>", "html"),
        ("", b"%PDF-1.4", "pdf"),
        ("application/xhtml+xml", b"<?xml version='1.0'?>", "html"),
        ("TEXT/PLAIN; charset=utf-8", b"One", "txt"),
        ("", b"\x89PNG", None),
        ("application/pdf", b"<html>Please log in", None),
        ("application/zip", b"PK", None),
    ],
)
def test_the_type_is_that_of_the_first_bytes_or_the_headers(told, body, ending):
    headers = {"Content-Type": told} if told else {}
    if ending:
        assert find_ending(headers, body) == ending
    else:
        with pytest.raises(Missed, match=r"^type: "):
            find_ending(headers, body)


def test_a_record_has_the_lists_columns_and_the_pages_text():
    fields = {"title": "Of the list", "text": "An abstract.", "arrangement": "uk-rwanda"}
    page = read_text("html", {}, local_site.ARTICLE.format(3).encode())
    record = make_record(Link("a1", "http://example.com/a", fields), page)
    assert record["title"] == "Of the list" and record["arrangement"] == "uk-rwanda"
    assert record["text"].startswith("The minister said") and set(record) <= set(COLUMNS)


# lists


def test_lists_of_the_usual_programs(tmp_path):
    lists = {
        "mediacloud.csv": "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        "1f,2024-05-04,en,The Example,a.example,2024-05-03,No,http://a.example/1\n",
        "gdelt.csv": "URL,MobileURL,Date,Title\nhttp://a.example/1,,2024-05-03 10:00:00,No\n",
        "gdelt.json": '{"articles": [{"url": "http://a.example/1", "title": "No", '
        '"seendate": "20240503T100000Z", "domain": "a.example", "language": "English", '
        '"sourcecountry": "Ghana"}]}',
        "own.tsv": "article_id\tlink\tsending\nx/1\thttp://a.example/1\tGBR\n",
        "plain.txt": "# mine\n\nhttp://a.example/1\n  http://a.example/1  \n",
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text, encoding="utf-8-sig")
        (link,) = read_list(tmp_path / name)
        assert (link.url, link.fault) == ("http://a.example/1", "") and link.article_id, name
    ids = [read_list(tmp_path / name)[0].article_id for name in lists]
    assert ids[0] == "1f" and ids[3] == "x/1" and ids[1] == ids[4]
    assert read_list(tmp_path / "own.tsv")[0].fields["sending"] == "GBR"


def test_the_corpus_is_a_list_with_its_abstracts():
    links = read_list()
    assert len(links) > 300 and all(link.url.startswith("http") for link in links)
    assert all(link.fields["text"] for link in links)


def test_a_row_that_cannot_be_read_is_listed_and_the_others_are_asked(site, tmp_path, capsys):
    given = write_list(site, tmp_path, 2)
    with (tmp_path / "list.csv").open("a") as file:
        file.write("id/2,,no address,GBR,RWA\nid/3,too,few\n")
    command.main([*given, "--dry-run"])
    assert "list.csv row 5: " in capsys.readouterr().out
    command.main([*given, *CONTACT], Clock())
    outcomes = [result.outcome for result in Store(tmp_path / "out").results.values()]
    assert outcomes == ["had", "had", "refused", "refused"]
    assert "cells" in Store(tmp_path / "out").results["list.csv row 5"].detail


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"article_id,date\na,b\n", "a.csv: "),
        ("a.csv", b"", "a.csv: "),
        ("a.csv", b"link,href\na,b\n", "a.csv: "),
        ("a.csv", b"article_id,url\na,http://a.example/1\na,http://a.example/2\n", "row 3.*'a'"),
        ("a.odd", b"http://a.example/", "a.odd: of no form that is read"),
    ],
)
def test_a_bad_list_is_one_clear_error(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataFault, match=said):
        read_list(tmp_path / name)


# what is kept


def test_names_of_files_are_safe_and_told_apart():
    ids = [
        "a/b",
        "a b",
        "A-b",
        "a-b",
        "../../etc/passwd",
        "con",
        "é",
        "",
        "x" * 300,
        "x" * 299,
        ".",
    ]
    names = [make_name(key) for key in ids]
    assert len({name.lower() for name in names}) == len(ids) and make_name("a-b") == "a-b"
    for name in names:
        assert name and len(name) < 100 and name.strip("-") == name and name != "con"
        assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


def test_cells_that_a_spreadsheet_takes_for_formulas_are_made_safe_and_read_back(tmp_path):
    odd = Result("=1+1", "@a", outcome="denied", detail='two lines, "quoted"', content_type="=X()")
    quoted = Result("'=b", "", outcome="gone", detail="-")
    store = Store(tmp_path)
    for result in (replace(odd, detail='two\nlines, "quoted"'), quoted):
        store.add(result)
    lines = (tmp_path / "outcomes.csv").read_text().splitlines()
    assert len(lines) == 3 and lines[1].startswith("'=1+1,'@a") and "'=X()" in lines[1]
    assert Store(tmp_path).results == {"=1+1": odd, "'=b": quoted}


def test_a_row_cut_short_by_a_stop_is_dropped_and_an_older_row_gives_way(tmp_path):
    store = Store(tmp_path)
    for outcome in ("slow", "gone"):
        store.add(Result("a", "http://a.example/", outcome=outcome))
    with (tmp_path / "outcomes.csv").open("a") as file:
        file.write("b,http://b.exam")
    assert {key: result.outcome for key, result in Store(tmp_path).results.items()} == {"a": "gone"}
    assert (tmp_path / "outcomes.csv").read_text().count("\n") == 2


@pytest.mark.parametrize("change", [("gone", "lost"), ("url", "link"), (",0,", ",many,")])
def test_a_list_of_outcomes_that_is_not_ours_is_not_written_over(tmp_path, change):
    Store(tmp_path).add(Result("a", "http://a.example/", outcome="gone"))
    changed = (tmp_path / "outcomes.csv").read_text().replace(*change)
    (tmp_path / "outcomes.csv").write_text(changed)
    with pytest.raises(DataFault, match=r"outcomes\.csv: .* move the file away"):
        Store(tmp_path)
    assert (tmp_path / "outcomes.csv").read_text() == changed


def test_a_text_that_was_taken_away_is_asked_for_again(tmp_path):
    store = Store(tmp_path)
    for key in ("a", "b"):
        store.keep(key, "html", b"<p>One came.", {"article_id": key, "text": "One came."})
        store.add(Result(key, "http://a.example/", outcome="had"))
    (tmp_path / "texts" / "a.json").unlink()
    assert list(Store(tmp_path).results) == ["b"]


def test_what_is_fetched_is_never_committed(tmp_path):
    Store(tmp_path / "mine")
    assert (tmp_path / "mine" / ".gitignore").read_text() == "*\n"
    assert "/originals/\n" in (ROOT / ".gitignore").read_text()


# the command


def write_list(site, folder, n, path="/{}"):
    rows = [f"id/{k},{site.url(path.format(k))},The minister said no.,GBR,RWA" for k in range(n)]
    text = "\n".join(["article_id,url,abstract,sending,receiving", *rows]) + "\n"
    (folder / "list.csv").write_text(text)
    site.pages |= {path.format(k): html(k) for k in range(n)}
    return [str(folder / "list.csv"), "--out", str(folder / "out"), "--allow-private",
            "--port", str(site.port), "--no-archive", "--columns", "text=abstract"]  # fmt: skip


def read_out(folder):
    """Return every file of the folder but hidden ones, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_a_run_keeps_pages_texts_and_outcomes(site, tmp_path, capsys):
    given = write_list(site, tmp_path, 3)
    site.pages["/1"] = (404, {}, b"")
    site.pages["/2"] = (200, {"Content-Type": "application/pdf"}, local_site.make_pdf("They left."))
    command.main([*given, *CONTACT], Clock())
    out = tmp_path / "out"
    outcomes = pd.read_csv(out / "outcomes.csv", dtype=str, keep_default_na=False)
    assert outcomes["outcome"].tolist() == ["had", "gone", "had"]
    assert outcomes["article_id"].tolist() == ["id/0", "id/1", "id/2"]
    assert set(outcomes["fetched"]) == {"2026-03-01"} and outcomes["status"][1] == "404"
    assert sorted(path.suffix for path in (out / "pages").iterdir()) == [".html", ".pdf"]
    records = [json.loads(line) for line in (out / "articles.jsonl").read_text().splitlines()]
    assert [record["article_id"] for record in records] == ["id/0", "id/2"]
    assert records[1]["text"] == "They left." and records[1]["sending"] == "GBR"
    assert "2 had" in capsys.readouterr().out


def test_a_second_run_asks_only_for_what_is_open(site, tmp_path):
    given = [*write_list(site, tmp_path, 4), *CONTACT]
    site.pages["/0"], site.pages["/1"] = (500, {}, b""), (404, {}, b"")
    command.main([*given, "--limit", "3"], Clock())
    asked = len(site.asked)
    command.main(given, Clock())
    assert site.paths()[asked:] == ["/robots.txt", "/3"]
    site.pages["/0"] = site.pages["/1"] = html()
    asked = len(site.asked)
    command.main([*given, "--retry"], Clock())
    assert site.paths()[asked:] == ["/robots.txt", "/0"]  # a 404 is an answer
    (tmp_path / "list.csv").write_text(f"article_id,url,abstract\nid/1,{site.url('/2')},x\n")
    asked = len(site.asked)
    command.main(given, Clock())
    assert site.paths()[asked:] == ["/robots.txt", "/2"]  # another address, another page


def test_a_run_that_was_stopped_goes_on_to_the_same_bytes(site, tmp_path, monkeypatch):
    (tmp_path / "whole").mkdir(), (tmp_path / "stopped").mkdir()
    command.main([*write_list(site, tmp_path / "whole", 4), *CONTACT], Clock())
    given = [*write_list(site, tmp_path / "stopped", 4), *CONTACT]

    keep = Store.keep

    def interrupted(self, article_id, *rest):
        if article_id == "id/2":
            raise KeyboardInterrupt
        keep(self, article_id, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "keep", interrupted)
        with pytest.raises(SystemExit, match="Stopped; what came is kept"):
            command.main(given, Clock())
    half = read_out(tmp_path / "stopped")
    assert half["out/articles.jsonl"].count(b"\n") == half["out/outcomes.csv"].count(b"\n") - 1 == 2
    command.main(given, Clock())
    assert read_out(tmp_path / "stopped") == read_out(tmp_path / "whole")


def test_kill_9_and_on(site, tmp_path):
    (tmp_path / "whole").mkdir(), (tmp_path / "killed").mkdir()
    given = [*write_list(site, tmp_path / "killed", 4), *CONTACT, "--delay", "0"]
    held = local_site.threading.Event()
    site.pages["/2"] = lambda handler: held.wait(60)
    asked = [sys.executable, "-m", "helpers.originals", *given]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    with subprocess.Popen(asked, **quiet) as process:
        while "/2" not in site.paths() and process.poll() is None:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    held.set()
    assert (tmp_path / "killed" / "out" / "outcomes.csv").read_text().count("\n") == 3
    site.pages["/2"] = html(2)
    command.main(given, Clock())
    command.main([*write_list(site, tmp_path / "whole", 4), *CONTACT], Clock())
    # the day of asking is that of the clock that was asked
    assert (
        read_out(tmp_path / "killed")["out/articles.jsonl"]
        == read_out(tmp_path / "whole")["out/articles.jsonl"]
    )
    assert site.paths().count("/0") == 2  # once for each folder


def test_a_full_disk_is_one_clear_error(site, tmp_path, monkeypatch):
    given = [*write_list(site, tmp_path, 2), *CONTACT]

    def full(*rest):
        raise OSError(28, "No space left on device", str(tmp_path / "out"))

    with monkeypatch.context() as patch:
        patch.setattr(Store, "keep", full)
        with pytest.raises(SystemExit, match="No space left on device; mend that and go on"):
            command.main(given, Clock())
    command.main(given, Clock())
    assert read_out(tmp_path)["out/articles.jsonl"].count(b"\n") == 2


def test_a_dry_run_asks_nothing(site, tmp_path, capsys):
    given = write_list(site, tmp_path, 2)
    command.main([*given, "--dry-run"])
    assert capsys.readouterr().out == f"http://127.0.0.1:{site.port}/robots.txt, then 2 page(s)\n"
    assert site.asked == [] and not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "--contact is needed"),
        (["--contact", "nobody"], "--contact is needed"),
        (["--contact", "me@example.org\r\nX: 1"], "--contact is needed"),
        ([*CONTACT, "--delay", "-1"], "count from 0"),
        ([*CONTACT, "--size", "0"], "count from 0"),
        ([*CONTACT, "--limit", "-1"], "counts from 0"),
    ],
)
def test_options_that_make_no_sense(given, said, capsys):
    with pytest.raises(SystemExit) as caught:
        command.read_options(given)
    assert caught.value.code == 2 and said in capsys.readouterr().err


def test_private_addresses_are_refused_unless_asked_for(site, tmp_path):
    given = [*write_list(site, tmp_path, 1), *CONTACT]
    given.remove("--allow-private")
    command.main(given, Clock())
    assert Store(tmp_path / "out").results["id/0"].outcome == "refused" and site.asked == []


# abstracts beside originals


def test_abstracts_beside_originals(site, tmp_path, capsys):
    given = write_list(site, tmp_path, 4)
    site.pages["/3"] = (404, {}, b"")
    command.main([*given, *CONTACT], Clock())
    command.main([*given, "--compare"])
    folder = tmp_path / "out" / "beside"
    floor = pd.read_csv(folder / "floor.csv").set_index("source_type")
    # each abstract hears the minister; each original the minister and asylum seekers
    assert floor.loc["government", ["abstract_n", "abstract_of"]].tolist() == [3, 3]
    assert floor.loc["relocated_people", ["original_n", "original_of"]].tolist() == [3, 6]
    assert floor.loc["government", "difference_value"] == -0.5
    tone = pd.read_csv(folder / "tone.csv")
    assert tone["article_id"].tolist() == ["id/0", "id/1", "id/2"]
    page = (folder / "beside.md").read_text()
    assert page.startswith("# Abstracts beside originals\n\n3 articles") and "nan" not in page
    assert "beside.md" in capsys.readouterr().out


def test_a_comparison_without_attributions_says_so():
    from helpers import load, measure

    one, other = (measure(load.as_articles(text)) for text in ("It rained.", "She said no."))
    floor = compare_floor(one, other)
    assert floor["difference_value"].isna().all() and (floor["abstract_of"] == 0).all()
    page = tell_beside(floor, compare_tone(one, other))
    assert "| government | no attribution | " in page and "nan" not in page


def test_a_comparison_without_originals_is_one_clear_error(site, tmp_path):
    given = write_list(site, tmp_path, 1)
    with pytest.raises(SystemExit, match="fetch some originals first"):
        command.main([*given, "--compare"])
    command.main([*given, *CONTACT], Clock())
    given = given[: given.index("--columns")]
    with pytest.raises(SystemExit, match="no row of the list has both"):
        command.main([*given, "--compare"])


# the page about it


def test_the_page_lists_every_outcome_and_option():
    page = (ROOT / "docs" / "originals.md").read_text(encoding="utf-8")
    for outcome, meaning in OUTCOMES.items():
        assert f"| {outcome} | {meaning.words} | {'yes ' if meaning.passing else ''}|" in page
    for option in re.findall(r"--[a-z]+(?:-[a-z]+)?", page):
        given = {"--out": ["x"], "--contact": ["a@b.example"], "--port": ["1"]}.get(option, ["1"])
        flag = option in ("--dry-run", "--retry", "--compare", "--allow-private", "--no-archive")
        command.read_options([option, *([] if flag else given), *CONTACT])
