"""Lists of references.

RIS has the tags of the Research Information Systems specification (2011) as Zotero's translator
writes them (dates 'YYYY/MM/DD/', attached files in L1 as 'files/12/name.pdf'); BibTeX is as
Zotero's translator writes it ('file = {what:path:type;...}'). The references are made up.
"""

import pytest

from helpers.reading.citations import read_bibtex, read_ris
from helpers.reading.rows import Row, Skip

RIS = """TY  - NEWS
TI  - Deal signed
AU  - Writer, A.
T2  - The Made-up Post
AB  - The minister said yes.
Lawyers said no.
DA  - 2024/05/03/
PY  - 2024
LA  - en
UR  - https://post.example/a;b?c=1&d=2
ER  - 

TY  - JOUR
T1  - On deals
JF  - Journal of Deals
N2  - Deals are made.
Y1  - 2023/04//
ER  - 
"""
BIBTEX = r"""
@article{writer_deal_2024,
	title = {Deal of the {UK} with {R\'epublique}},
	url = {https://post.example/a\_b?c=1&d=2},
	abstract = {The minister said \textit{yes} \& left: 5\% of all.},
	journal = {The Made-up Post},
	author = {Writer, A.},
	month = may,
	year = {2024},
	langid = {english},
	keywords = {asylum},
}
@online{second, title = {Second}, date = {2024-05-03}, abstract = "One came."}
"""


def save(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_ris_as_zotero_writes_it(tmp_path):
    first, second = read_ris(save(tmp_path / "a.ris", RIS))
    assert first == Row(
        {
            "title": "Deal signed",
            "outlet": "The Made-up Post",
            "published": "2024-05-03",
            "url": "https://post.example/a;b?c=1&d=2",
            "language": "en",
            "text": "The minister said yes. Lawyers said no.",
        },
        "a.ris",
        "entry 1",
    )
    fields = second.fields
    assert (fields["title"], fields["outlet"]) == ("On deals", "Journal of Deals")
    assert (fields["published"], fields["text"]) == ("2023-04", "Deals are made.")


def test_bibtex_as_zotero_writes_it(tmp_path):
    first, second = read_bibtex(save(tmp_path / "a.bib", BIBTEX))
    assert first == Row(
        {
            "title": "Deal of the UK with République",
            "outlet": "The Made-up Post",
            "published": "2024-05",
            "url": "https://post.example/a_b?c=1&d=2",
            "language": "english",
            "text": "The minister said yes & left: 5% of all.",
        },
        "a.bib",
        "entry 1 (writer_deal_2024)",
    )
    assert (second.fields["published"], second.fields["text"]) == ("2024-05-03", "One came.")


def ris_with(*lines):
    return "TY  - NEWS\nTI  - Deal\n" + "".join(f"{line}\n" for line in lines) + "ER  - \n"


@pytest.mark.parametrize("name", ["files/1/a.txt", r"files\1\a.txt"])
def test_an_attached_file_gives_the_text(tmp_path, name):
    save(tmp_path / "files" / "1" / "a.txt", "The whole article.")
    (item,) = read_ris(save(tmp_path / "a.ris", ris_with(f"L1  - {name}", "AB  - Abstract.")))
    assert (item.fields["text"], item.place) == ("The whole article.", "entry 1")
    name = name.replace("\\", r"\\")
    text = f"@misc{{k, file = {{Full Text:{name}:text/plain;Other:b.pdf:application/pdf}}}}"
    (item,) = read_bibtex(save(tmp_path / "a.bib", text))
    assert item.fields["text"] == "The whole article."


def test_the_next_attached_file_is_taken_where_one_cannot_be_read(tmp_path):
    save(tmp_path / "b.html", "<html><body><article><p>From the page.</p></article></body></html>")
    text = ris_with("L1  - gone.pdf", "L2  - b.html", "AB  - Abstract.")
    told, item = read_ris(save(tmp_path / "a.ris", text))
    assert (told.place, told.reason) == ("entry 1", "cannot be opened")
    assert "'gone.pdf'" in told.detail and item.fields["text"] == "From the page."


OUTSIDE = (
    "../secret.txt /etc/hostname files/../../secret.txt link.txt C:/secret.txt "
    "file:///etc/hostname internal-pdf://1/a.pdf"
)


@pytest.mark.parametrize("name", OUTSIDE.split())
def test_files_outside_are_never_read(tmp_path, name):
    save(tmp_path / "secret.txt", "Secret.")
    text = ris_with(f"L1  - {name}", "AB  - Abstract.")
    path = save(tmp_path / "corpus" / "a.ris", text)
    (path.parent / "link.txt").symlink_to("../secret.txt")
    told, item = read_ris(path)
    assert told.reason == "path outside" and item.fields["text"] == "Abstract."


def test_addresses_are_no_attached_files(tmp_path):
    (item,) = read_ris(
        save(tmp_path / "a.ris", ris_with("L1  - https://a.example/a.pdf", "AB  - A"))
    )
    assert item.fields["text"] == "A"


def test_a_reference_with_an_address_alone_is_kept_and_one_with_nothing_is_told(tmp_path):
    text = ris_with("UR  - https://a.example") + ris_with("PY  - 2024")
    kept, told = read_ris(save(tmp_path / "a.ris", text))
    assert (kept.fields["text"], kept.fields["url"]) == ("", "https://a.example")
    assert (told.place, told.reason) == ("entry 2", "no text")


def test_broken_ris_entries_are_told_and_the_others_read(tmp_path):
    text = "Provider: Made-up\n\nTY  - NEWS\nTI  - no end\n" + RIS + "TY  - NEWS\nTI  - cut off"
    items = list(read_ris(save(tmp_path / "a.ris", "\ufeff" + text)))
    assert [(item.place, getattr(item, "reason", "")) for item in items] == [
        ("entry 1", "broken entry"),
        ("entry 2", ""),
        ("entry 3", ""),
        ("entry 4", "broken entry"),
    ]


def test_broken_bibtex_entries_are_told_and_the_others_read(tmp_path, caplog):
    text = (
        "@string{p = {The Post}}\n@comment{mine}\n@misc{a, title = {No end\n\n"
        "@misc{b, title = {Deal}, journal = p, abstract = {One.}}\n"
        "@misc{b, title = {Same key}, abstract = {Two.}}\n"
        "@misc{c, title = {One}, title = {Two}, abstract = {Three.}}\n"
    )
    broken, first, second, doubled = read_bibtex(save(tmp_path / "a.bib", text))
    assert isinstance(broken, Skip) and (broken.reason, broken.place) == ("broken entry", "line 3")
    assert (first.fields["text"], first.fields["outlet"]) == ("One.", "The Post")
    assert (second.fields["text"], second.place) == ("Two.", "entry 2 (b)")
    assert (doubled.reason, doubled.place) == ("broken entry", "line 7")
    assert "twice in it: title" in doubled.detail
    assert caplog.text == ""


def test_other_encodings_are_read(tmp_path):
    (tmp_path / "a.ris").write_bytes(ris_with("AB  - Café “deal”.").encode("cp1252"))
    (item,) = read_ris(tmp_path / "a.ris")
    assert item.fields["text"] == "Café “deal”."


@pytest.mark.parametrize("read", [read_ris, read_bibtex])
def test_a_list_that_is_not_there_or_holds_nothing_is_told(tmp_path, read):
    (item,) = read(tmp_path / "a.ris")
    assert (item.file, item.reason) == ("a.ris", "cannot be opened")
    (item,) = read(save(tmp_path / "a.ris", "One came.\n"))
    assert (item.file, item.reason) == ("a.ris", "empty")
