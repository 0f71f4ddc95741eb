"""Documents of one article: each form, and files that are not what they say.

PDF files are written by hand after the file structure of ISO 32000 (7.5); Word files by
python-docx; the web page has the marks that sites give (Open Graph, https://ogp.me).
"""

import io
import logging
import os
import zipfile

import docx
import pypdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from helpers.reading.documents import read_document
from helpers.reading.rows import Row, Skip

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Deal signed | The Made-up Post</title>
<meta property="og:site_name" content="The Made-up Post">
<meta property="og:url" content="https://post.example/deal">
<meta property="og:title" content="Deal signed">
<meta property="article:published_time" content="2024-05-03T10:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>Deal signed</h1>
<p>The minister said on Friday that the café deal would be <b>signed</b> within weeks.</p>
<p>Lawyers for <a href="/x">the group</a> said that they would go to court over it.</p>
</article><footer>About us</footer></body></html>"""
PAGE_TEXT = (
    "The minister said on Friday that the café deal would be signed within weeks.\n\n"
    "Lawyers for the group said that they would go to court over it."
)


def read_one(path, content=None, **options):
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    (item,) = read_document(path, **options)
    return item


def make_pdf(pages):
    """Return a PDF with the lines of `pages` as text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    content, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start, size = len(content), len(objects) + 1
    content += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    content += f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    return content.encode("ascii")


def make_docx(*paragraphs, title=""):
    document, target = docx.Document(), io.BytesIO()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(target)
    return target.getvalue()


def test_a_text_is_read_whole(tmp_path):
    item = read_one(tmp_path / "a.txt", "One came.\n\nTwo left.\n")
    assert item == Row({"text": "One came.\n\nTwo left.\n"}, "a.txt")


def test_a_text_in_another_encoding_is_read_and_told(tmp_path, caplog):
    caplog.set_level(logging.INFO)
    text = "The minister of the café said “no” to those who had come. " * 5
    assert read_one(tmp_path / "a.txt", text.encode("cp1252")).fields["text"] == text
    assert "a.txt: read as cp1252" in caplog.text


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_front_matter_fills_fields(tmp_path, ending):
    text = (
        "---\ntitle: Deal: signed\ndate: '2024-05-03'\nsource: The Made-up Post\n"
        'url: "https://post.example/deal"\ntags:\n  - asylum\n---\n\nOne came.\n'
    )
    item = read_one(tmp_path / f"a.{ending}", text)
    assert item.fields["text"].strip() == "One came."
    assert {name: item.fields[name] for name in ("title", "published", "outlet", "url")} == {
        "title": "Deal: signed",
        "published": "2024-05-03",
        "outlet": "The Made-up Post",
        "url": "https://post.example/deal",
    }


def test_front_matter_as_trafilatura_writes_it(tmp_path):
    text = '---\ntitle: Deal\nsitename: The Post\ndate: "2024-05-03"\n---\nOne came.'
    fields = read_one(tmp_path / "a.txt", text).fields
    assert (fields["outlet"], fields["published"]) == ("The Post", "2024-05-03")


@pytest.mark.parametrize(
    "text", ["---\nOne came.\n---\n", "---\ntitle: no end\nOne came.", "- - -"]
)
def test_rules_in_a_text_are_no_front_matter(tmp_path, text):
    assert read_one(tmp_path / "a.txt", text).fields == {"text": text}


def test_two_names_for_one_field_are_told(tmp_path):
    item = read_one(tmp_path / "a.txt", "---\nsource: A\npublisher: B\n---\nOne came.")
    assert item.reason == "not read" and "'source', 'publisher'" in item.detail


def test_markdown_loses_its_markup_and_keeps_the_words_of_links(tmp_path):
    text = (
        "# Deal *signed*\n\nThe **minister** said [no](https://a.example) &\nleft.\n\n"
        "- One\n- Two\n\n> Quoted.\n\n| a | b |\n|---|---|\n| c | d |\n\n![A picture](p.png)\n"
    )
    fields = read_one(tmp_path / "a.md", text).fields
    assert fields["title"] == "Deal signed"
    assert fields["text"].split("\n\n") == [
        "The minister said no & left.", "One", "Two", "Quoted.", "a", "b", "c", "d",
    ]  # fmt: skip


def test_a_heading_that_differs_from_the_stated_title_stays_in_the_text(tmp_path):
    fields = read_one(tmp_path / "a.md", "---\ntitle: Deal\n---\n# Other\n\nOne came.").fields
    assert (fields["title"], fields["text"]) == ("Deal", "Other\n\nOne came.")


def test_a_page_gives_article_and_metadata(tmp_path):
    fields = read_one(tmp_path / "a.html", PAGE).fields
    assert fields["text"] == PAGE_TEXT
    assert {name: fields[name] for name in ("title", "published", "outlet", "url")} == {
        "title": "Deal signed",
        "published": "2024-05-03",
        "outlet": "The Made-up Post",
        "url": "https://post.example/deal",
    }


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Friday", "“Friday”")
    fields = read_one(tmp_path / "a.htm", page.encode("cp1252")).fields
    assert fields["text"] == PAGE_TEXT.replace("Friday", "“Friday”")
    turkish = page.replace("iso-8859-1", "iso-8859-9").replace("café", "Işık")
    fields = read_one(tmp_path / "b.htm", turkish.replace("“Friday”", "Friday").encode("iso8859-9"))
    assert "the Işık deal" in fields.fields["text"]


def test_a_word_file_gives_title_paragraphs_and_tables_in_order(tmp_path):
    document = docx.Document()
    document.core_properties.title = "Deal signed"
    document.add_paragraph("Deal signed")
    document.add_paragraph("One came.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "In a cell.", "In another."
    document.add_paragraph("Two left.")
    document.save(tmp_path / "a.docx")
    fields = read_one(tmp_path / "a.docx").fields
    assert fields["title"] == "Deal signed"
    assert fields["text"].split("\n\n") == ["One came.", "In a cell.", "In another.", "Two left."]


def test_a_word_file_is_read_as_it_shows_tracked_changes(tmp_path):
    document = docx.Document()
    space = nsdecls("w")
    for mark in (
        f'<w:ins {space} w:id="1"><w:r><w:t xml:space="preserve">They said </w:t></w:r></w:ins>',
        f'<w:del {space} w:id="2"><w:r><w:delText>yes</w:delText></w:r></w:del>',
        f'<w:hyperlink {space}><w:r><w:t>no</w:t></w:r></w:hyperlink>',
    ):  # fmt: skip
        paragraph = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
        paragraph._p.append(parse_xml(mark))
    document.save(tmp_path / "a.docx")
    assert read_one(tmp_path / "a.docx").fields["text"] == "They said no"


def test_a_pdf_loses_page_numbers_running_titles_and_hyphens(tmp_path):
    pages = [
        ["The Made-up Post", "The govern-", "ment of a third-", "country deal said", "1"],
        ["The Made-up Post", "that 300 came.", "300", "of them left.", "Page 2 of 3"],
        ["The Made-up Post", "The third-country deal failed.", "More.", "- 3 -"],
    ]
    item = read_one(tmp_path / "a.pdf", make_pdf(pages))
    assert " ".join(item.fields["text"].split()) == (
        "The government of a third-country deal said that 300 came. 300 of them left. "
        "The third-country deal failed. More."
    )


def test_lines_that_repeat_on_two_pages_only_stay(tmp_path):
    item = read_one(tmp_path / "a.pdf", make_pdf([["No deal", "One."], ["No deal", "Two."]]))
    assert item.fields["text"].split("\n") == ["No deal", "One.", "No deal", "Two."]


def encrypt(content, password):
    writer, target = pypdf.PdfWriter(clone_from=io.BytesIO(content)), io.BytesIO()
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


def test_a_pdf_with_a_password_is_skipped_unless_the_password_is_empty(tmp_path):
    plain = make_pdf([["One came."]])
    assert read_one(tmp_path / "a.pdf", encrypt(plain, "secret")).reason == "password"
    assert read_one(tmp_path / "b.pdf", encrypt(plain, "")).fields["text"] == "One came."


def zip_of(files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def entity_bomb():
    """Return a Word file whose text is an entity that unfolds a billion times."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    with zipfile.ZipFile(io.BytesIO(make_docx("One came."))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    xml = files["word/document.xml"].decode().partition("?>")[2]
    xml = xml.replace("One came.", "&e9;")
    bomb = f'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY e0 "ha">{levels}]>{xml}'
    return zip_of(files | {"word/document.xml": bomb})


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
NOISE = bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "content", "reason", "detail"),
    [
        ("a.txt", b"", "empty", "no content"),
        ("a.txt", b" \n\t\n", "no text", "white space"),
        ("a.md", b"---\ntitle: A\n---\n", "no text", "white space"),
        ("a.txt", NOISE, "no text", "something else"),
        ("a.html", b"<html><body></body></html>", "no text", "no article"),
        ("a.docx", make_docx(), "no text", "pictures"),
        ("a.docx", OLE, "not read", "password"),
        ("a.doc", OLE, "not read", "save it"),
        ("a.docx", b"One came.", "wrong ending", "no docx inside"),
        ("a.docx", make_docx("One came.")[:-40], "damaged", "again"),
        ("a.docx", zip_of({"word/document.xml": "<a/>"}), "damaged", "no Word document"),
        ("a.docx", zip_of({"word/document.xml": "a", "../b": "b"}), "not read", "leaves"),
        ("a.docx", zip_of({"word/document.xml": " " * 10**8}), "not read", "times its size"),
        ("a.docx", entity_bomb(), "damaged", "no Word document"),
        ("a.xlsx", zip_of({"xl/workbook.xml": "<a/>"}), "other form", "archive"),
        ("a.rtf", b"{\\rtf1 One came.}", "other form", "RTF"),
        ("a.odd", b"One came.", "other form", ".docx"),
        ("a.pdf", b"One came.", "wrong ending", "no pdf inside"),
        ("a.pdf", b"%PDF-1.4\nnothing", "damaged", "no PDF"),
        ("a.pdf", make_pdf([[]]), "no text", "OCR"),
    ],
)
def test_what_gives_no_article_is_a_skip_that_says_why(tmp_path, name, content, reason, detail):
    item = read_one(tmp_path / name, content)
    assert isinstance(item, Skip) and (item.file, item.place) == (name, "")
    assert item.reason == reason
    assert detail in item.detail


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", make_pdf([["One came."]])),
        ("a.html", make_docx("One came.")),
        ("A.DOCX", make_docx("One came.")),
        ("a", make_docx("One came.")),
        ("a.txt", "<!doctype html><html><body><article><p>One came.</p></article></body></html>"),
        ("a.pdf", "<html><body><article><p>One came.</p></article></body></html>"),
    ],
)
def test_the_first_bytes_tell_the_form_whatever_the_ending(tmp_path, name, content):
    assert read_one(tmp_path / name, content).fields["text"] == "One came."


def test_a_few_nul_bytes_do_not_make_a_text_something_else(tmp_path):
    assert read_one(tmp_path / "a.txt", b"One\0 came.\0").fields["text"] == "One\0 came.\0"


def test_utf_16_is_text(tmp_path):
    item = read_one(tmp_path / "a.txt", ("One came. " * 50).encode("utf-16"))
    assert item.fields["text"] == "One came. " * 50


def test_a_file_over_the_limit_is_skipped_and_the_limit_can_be_raised(tmp_path):
    item = read_one(tmp_path / "a.txt", "One came.", most_bytes=8)
    assert item.reason == "too large" and "9 bytes, more than 8" in item.detail
    assert read_one(tmp_path / "a.txt", most_bytes=9).fields["text"] == "One came."


def test_a_file_that_may_not_be_read_is_a_skip(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("One came.")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert list(read_document(path)) == [Skip("a.txt", "", "cannot be opened", "Permission denied")]


def test_a_file_that_is_not_there_is_a_skip(tmp_path):
    (item,) = read_document(tmp_path / "a.txt")
    assert (item.file, item.reason) == ("a.txt", "cannot be opened")


def test_names_are_told_below_the_root_and_can_be_written(tmp_path):
    path = tmp_path / "b" / os.fsdecode(b"caf\xe9.txt")
    path.parent.mkdir()
    item = read_one(path, "One came.", root=tmp_path)
    assert item.file == "b/caf\\udce9.txt"
    assert item.file.encode("utf-8")
