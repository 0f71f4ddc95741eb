"""Downloads of Nexis Uni and Lexis+.

The form is that of their Word export as LexisNexisTools (CRAN; `lnt_read`, its sample.DOCX) and
tm.plugin.lexisnexis (`LexisNexisAdvanceSource`, `readLexisNexisAdvance`) rely on: a cover page
with 'Job Number:' and 'Documents (n)' and the titles numbered; each article with title (a link),
publication, date and copyright by position, labels that end in a colon and a no-break space,
'Body', 'Classification', 'Load-Date:', and 'End of Document'. The articles are made up.
"""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from helpers.reading.documents import read_document
from helpers.reading.nexis import read_nexis, split_bundle
from helpers.reading.rows import Row, Skip

COVER = [
    "Date and Time:\u00a0Monday, May 6, 2024 3:14:00 PM CEST",
    "Job Number:\u00a0223456789",
    "Documents (2)",
    "1. Deal signed",
    "Client/Matter:\u00a0-None-",
    "Search Terms:\u00a0asylum AND deal",
    "2. Court stops flight",
    "Client/Matter:\u00a0-None-",
    "Search Terms:\u00a0asylum AND deal",
]
FIRST = [
    "[link]Deal signed",
    "The Made-up Post (London)",
    "May 3, 2024 Friday 5:34 AM GMT",
    "Late Edition - Final",
    "Copyright 2024 Made-up Newspapers Limited All Rights Reserved",
    "Section:\u00a0NEWS; Pg. 4",
    "Length:\u00a0512 words",
    "Byline:\u00a0A. Writer",
    "Dateline:\u00a0LONDON",
    "Highlight:\u00a0What it means.",
    "Body",
    "The minister said that the deal was signed.",
    "It begins in June.",
    "Graphic",
    "A picture of the minister.",
    "Load-Date:\u00a0May 4, 2024",
    "End of Document",
]
SECOND = [
    "[link]Court stops flight",
    "Le Journal inventé",
    "mardi 10 décembre 2019",
    "Copyright 2019 Le Journal inventé",
    "Length:\u00a033 words",
    "Body",
    "The court said no: in May 2020 it would hear the case.",
    "Classification",
    "Language:\u00a0ENGLISH; FRENCH",
    "Publication-Type:\u00a0Newspaper",
    "Subject:\u00a0ASYLUM (90%); COURTS (78%)",
    "Load-Date:\u00a0December 11, 2019",
    "End of Document",
]


def make_bundle(path, lines):
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph("" if line.startswith("[link]") else line)
        if line.startswith("[link]"):
            text = f"<w:r><w:t>{line.removeprefix('[link]')}</w:t></w:r>"
            paragraph._p.append(parse_xml(f"<w:hyperlink {nsdecls('w')}>{text}</w:hyperlink>"))
    document.save(path)
    return path


def plain(lines):
    return [line.removeprefix("[link]") for line in lines]


def test_articles_and_their_header_fields(tmp_path):
    path = make_bundle(tmp_path / "a.docx", COVER + FIRST + SECOND)
    first, second = read_nexis(path)
    assert first == Row(
        {
            "title": "Deal signed",
            "outlet": "The Made-up Post (London)",
            "published": "May 3, 2024",
            "text": "The minister said that the deal was signed.\n\nIt begins in June.",
            "language": "",
            "outlet_type": "",
            "url": "",
        },
        "a.docx",
        "article 1",
    )
    assert second.fields == {
        "title": "Court stops flight",
        "outlet": "Le Journal inventé",
        "published": "10 décembre 2019",
        "text": "The court said no: in May 2020 it would hear the case.",
        "language": "ENGLISH",
        "outlet_type": "Newspaper",
        "url": "",
    }


def test_a_word_file_with_the_marks_is_split_and_one_without_is_not(tmp_path):
    bundle = make_bundle(tmp_path / "a.docx", COVER + FIRST + SECOND)
    assert [item.place for item in read_document(bundle)] == ["article 1", "article 2"]
    ordinary = make_bundle(tmp_path / "b.docx", ["Body", "One came."])
    assert [item.fields["text"] for item in read_document(ordinary)] == ["Body\n\nOne came."]
    (told,) = read_nexis(ordinary)
    assert (told.file, told.reason) == ("b.docx", "not from Nexis")


def test_one_article_a_file_needs_no_cover_page(tmp_path):
    (item,) = read_nexis(make_bundle(tmp_path / "a.docx", FIRST))
    assert item.fields["title"] == "Deal signed"


@pytest.mark.parametrize(("stated", "told"), [(2, 0), (3, 1), (1, 1)])
def test_the_number_on_the_cover_is_compared(stated, told):
    cover = plain([line.replace("(2)", f"({stated})") for line in COVER])
    items = list(split_bundle(cover + plain(FIRST + SECOND), "a.docx"))
    skips = [item for item in items if isinstance(item, Skip)]
    assert [item.reason for item in skips] == ["count differs"] * told
    assert all(f"states {stated} documents, 2 are" in item.detail for item in skips)


def test_the_title_is_found_when_the_cover_shortens_it():
    cover = [*plain(COVER[:3]), "1. Deal...", "Client/Matter: -None-", "2. Court stops flight"]
    first = next(split_bundle(cover + plain(FIRST + SECOND), "a.docx"))
    assert first.fields["title"] == "Deal signed"


def test_an_article_without_a_text_is_a_skip():
    picture = ["A picture", "The Post", "May 3, 2024", "Graphic", "A man.", "End of Document"]
    empty = ["Nothing", "The Post", "May 3, 2024", "Body", "Load-Date: May 4, 2024"]
    items = list(split_bundle([*plain(FIRST), *picture, *empty, "End of Document"], "a.docx"))
    assert [(item.place, getattr(item, "reason", "")) for item in items] == [
        ("article 1", ""),
        ("article 2", "no text"),
        ("article 3", "no text"),
    ]


def test_a_file_that_ends_within_an_article_gives_it_and_what_is_left_over_is_told():
    cut = split_bundle(plain(FIRST + SECOND[:8]), "a.docx")
    assert [item.place for item in cut] == ["article 1", "article 2"]
    left = list(split_bundle([*plain(FIRST), "A note of mine."], "a.docx"))
    assert Skip("a.docx", "after article 1", "no article", "A note of mine.") in left
    assert len(left) == 2


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("May 3, 2024 Friday", "May 3, 2024"),
        ("Friday, May 3, 2024", "May 3, 2024"),
        ("4 oktober 2017 woensdag", "4 oktober 2017"),
        ("Dienstag 10.Dezember 2019", "10.Dezember 2019"),
        ("10 décembre 2019 mardi 3:00 AM GMT", "10 décembre 2019"),
        ("May 2024", "May 2024"),
        ("2024-05-03", "2024-05-03"),
        ("Spring issue", ""),
    ],
)
def test_dates_are_taken_as_printed(line, published):
    lines = ["Hamas 2026 plan", "The Post", line, "Copyright 2024 The Post", "Body", "One came."]
    (item,) = split_bundle([*lines, "End of Document"], "a.docx")
    assert item.fields["published"] == published
    assert (item.fields["title"], item.fields["outlet"]) == ("Hamas 2026 plan", "The Post")


def test_a_title_like_a_label_is_a_title():
    lines = ["Correction: no deal", "The Post", "May 3, 2024", "Body", "One came."]
    (item,) = split_bundle([*lines, "URL: https://post.example/a", "End of Document"], "a.docx")
    assert item.fields["title"] == "Correction: no deal"
