"""What trafilatura wrote: made by trafilatura itself from a made-up page.

Its forms: https://trafilatura.readthedocs.io/en/latest/usage-cli.html (--json, --xml, --xmltei).
"""

import json

import pytest
import trafilatura

from helpers.reading.extracted import is_extracted, read_extracted
from helpers.reading.rows import Row

PAGE = """<html><head><meta property="og:site_name" content="The Made-up Post">
<meta property="og:url" content="https://post.example/deal">
<meta property="og:title" content="Deal signed">
<meta property="article:published_time" content="2024-05-03T10:00:00Z"></head><body><article>
<h1>Deal signed</h1><p>The minister said on Friday that <b>the deal</b> would be signed soon.</p>
<ul><li>One point of the deal</li><li>Another point</li></ul>
<blockquote>It is safe, he said.</blockquote></article></body></html>"""
TOLD = {
    "title": "Deal signed",
    "url": "https://post.example/deal",
    "outlet": "The Made-up Post",
    "published": "2024-05-03",
}
PARAGRAPHS = [
    "The minister said on Friday that the deal would be signed soon.",
    "One point of the deal",
    "Another point",
    "It is safe, he said.",
]


def extract(form):
    return trafilatura.extract(PAGE, output_format=form, with_metadata=True)


def read_text(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return list(read_extracted(tmp_path / name))


@pytest.mark.parametrize("form", ["json", "xml", "xmltei"])
def test_each_form_gives_the_same_article(tmp_path, form):
    (item,) = read_text(tmp_path, f"a.{form}", extract(form))
    assert isinstance(item, Row) and item.file == f"a.{form}"
    assert {name: item.fields[name] for name in TOLD} == TOLD
    found = [paragraph.removeprefix("- ") for paragraph in item.fields["text"].split("\n\n")]
    assert found == PARAGRAPHS


def test_json_in_every_layout(tmp_path):
    record = json.loads(extract("json"))
    layouts = {
        "lines": f"{json.dumps(record)}\n\n{json.dumps(record)}\n",
        "list": json.dumps([record, record]),
        "laid-out list": json.dumps([record, record], indent=2),
        "with a byte order mark": "\ufeff" + json.dumps([record, record]),
    }
    for name, text in layouts.items():
        items = read_text(tmp_path, "a.json", text)
        assert [item.fields["title"] for item in items] == ["Deal signed"] * 2, name
    (item,) = read_text(tmp_path, "a.json", json.dumps(record, indent=2))
    assert item.fields["title"] == "Deal signed"


def test_its_records_are_known_from_others():
    assert is_extracted(json.loads(extract("json")))
    assert not is_extracted({"title": "A", "text": "One came.", "source": "The Post"})


def test_broken_lines_are_told_and_the_others_read(tmp_path):
    record = extract("json")
    text = f'{record}\n{{"text": \n[1]\n{{"text": null}}\n{record}'
    items = read_text(tmp_path, "a.jsonl", text)
    assert [(item.place, getattr(item, "reason", "")) for item in items] == [
        ("line 1", ""),
        ("line 2", "broken JSON"),
        ("line 3", "no article"),
        ("line 4", "no text"),
        ("line 5", ""),
    ]


BOMB = (
    '<!DOCTYPE doc [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><doc><main><p>&b;</p></main></doc>'
)
OUTSIDE = (
    '<!DOCTYPE doc [<!ENTITY x SYSTEM "file:///etc/hostname">]><doc><main><p>&x;</p></main></doc>'
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BOMB, "unsafe XML"),
        (OUTSIDE, "unsafe XML"),
        ("<doc><main>", "broken XML"),
        ("<rss><channel/></rss>", "other form"),
        ("<doc title='A'><main/></doc>", "no text"),
        ("<doc><main>" + "<list>" * 50_000 + "</list>" * 50_000 + "</main></doc>", "broken XML"),
        ("[" * 100_000, "broken JSON"),
        ("[{", "broken JSON"),
    ],
)
def test_what_gives_no_article_is_a_skip_that_says_why(tmp_path, text, reason):
    (item,) = read_text(tmp_path, "a.xml", text)
    assert (item.file, item.reason) == ("a.xml", reason)


def test_an_empty_file_and_a_missing_one_are_told(tmp_path):
    (item,) = read_extracted(tmp_path / "gone.json")
    assert item.reason == "cannot be opened"
    (item,) = read_text(tmp_path, "a.json", "")
    assert item.reason == "empty"
