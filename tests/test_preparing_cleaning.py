"""Cleaning: each kind of dirt gone and counted, text in any script kept, for any input at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers.preparing.cleaning import clean_line, clean_text
from helpers.preparing.markup import read_markup

DIRT = st.sampled_from(
    ["\x00", "\ufeff", "\u200b", "\u200d", "\u200f", "\u202e", "\x85", "\r\n", "\ud800", "\udc00",
     "\u0301", "e", "é", "â€™", "â€", "Ã©", "Ã", "Â", "&amp;", "&lt;", "&#8203;", "&", "lt;", "<p>",
     "</p>", "<br>", "<b>", "</b>", "<!--", "<script>", "</script>", "<", ">", "\n\n", " ",
     "נ", "می"]
)  # fmt: skip
TEXTS = st.text(st.characters(), max_size=80) | st.lists(DIRT, max_size=12).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("&amp;amp;lt;p&gt;x</p>")
@example("â\u200b€™")
def test_any_text_comes_to_rest_encodes_and_stays(text):
    cleaned = clean_text(text)
    assert cleaned.settled
    cleaned.text.encode("utf-8")
    again = clean_text(cleaned.text)
    assert again.text == cleaned.text and not again.found
    line = clean_line(text).text
    assert "\n" not in line and clean_line(line).text == line


@pytest.mark.parametrize(
    ("dirty", "clean", "kind"),
    [
        ("a\x00b", "ab", "NUL byte"),
        ("\ufeffa\ufeffb", "ab", "byte order mark"),
        ("a\u200bb\u00adc\u2060d", "abcd", "invisible character"),
        ("a\u200db", "ab", "invisible character"),
        ("a\u202eb\u2066c\u200e", "abc", "direction mark"),
        ("a\x07b\x9dc\uffff", "abc", "control character"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd", "foreign line end"),
        ("cafe\u0301", "café", "not composed (NFC)"),
        ("a\ud800b", "a\ufffdb", "surrogate"),
        ("a\ud83d\ude00b", "a\U0001f600b", "surrogate"),
        ("Itâ€™s", "It’s", "misread UTF-8"),
        ("He said â€œno.â€", "He said “no.”", "misread UTF-8"),
        ("Itâ\x80\x99s", "It’s", "misread UTF-8"),
        ("ItÃ¢â‚¬â„¢s", "It’s", "misread UTF-8"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo", "HTML"),
        ("Rwanda &amp; the UK", "Rwanda & the UK", "HTML entity"),
        ("&lt;p&gt;One&lt;/p&gt;", "One", "HTML"),
    ],
)
def test_each_kind_is_mended_and_counted(dirty, clean, kind):
    cleaned = clean_text(dirty)
    assert cleaned.text == clean and cleaned.found[kind] >= 1


def test_how_many_are_counted():
    assert dict(clean_text("a\x00\x00b\u200b").found) == {"NUL byte": 2, "invisible character": 1}


@pytest.mark.parametrize(
    "text",
    [
        "הוא אמר לא, ויצא.",
        "قال الوزير إنهم مستعدون.",
        "می\u200cخواهم بروم",  # the joiner is spelling here
        "Family \U0001f468\u200d\U0001f469\u200d\U0001f467 photo",
        "क्\u200dष",
        "AMANHÃ” e “PÂ”",
        "5 < 6 and 7 > 3, he said; a <b and c> d",
        "Write to <press@example.org>; AT&T & co; fish&chips;",
        "One.\n\nTwo\nlines.",
        "pâté, naïve, Über, São, Â, Ã",
    ],
)
def test_sound_text_stays_as_it_is(text):
    cleaned = clean_text(text)
    assert cleaned.text == text and not cleaned.found


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("One<br>two<br/><br/>three", "One\ntwo\n\nthree"),
        ("<ul><li>One</li>\n  <li>Two</li></ul>", "One\n\nTwo"),
        ("<p>It <b>was</b> late,\n   he <a href='x>y'>said</a>.</p>", "It was late, he said."),
        ("He <i>said</i>\n\nno.", "He said\n\nno."),
        ("<style>p {}</style><p>One</p><script>x < 1</script>", "One"),
        ("<table><tr><th>a</th><td>b</td></tr></table>", "a b"),
        ("<p>One<!-- two --> three</p>", "One three"),
        ('<?xml version="1.0" encoding="latin-1"?><p>é</p>', "é"),
        ("</div>a</div><p>b", "a\n\nb"),
    ],
)  # fmt: skip
def test_html_is_read_as_a_reader_sees_it(html, text):
    assert read_markup(html) == (text, {"HTML": 1})


def test_what_is_nested_too_deep_for_the_parser_is_not_lost():
    text, _ = read_markup("<div>" * 5_000 + "deep &amp; true" + "</div>" * 5_000)
    assert text.strip() == "deep & true"


def test_escapes_without_end_are_told():
    assert not clean_text("&" + "amp;" * 1_000 + "lt;").settled


@pytest.mark.parametrize(
    "unit", ["a\u0301\u0316", "\u0301\u0316", "<a ", "<!--", "&amp;", "</p>", "\u200d", "â€"]
)
def test_hostile_repetition_ends(unit):
    """Each takes minutes, or longer, where work grows with the square of the length."""
    clean_text(unit * 200_000)


def test_a_heap_of_marks_is_cut_and_counted():
    cleaned = clean_text("Z" + "\u0301" * 500 + "algo")
    assert cleaned.found["heap of marks"] == 1 and len(cleaned.text) < 40


def test_an_address_is_no_markup():
    url = "https://example.org/?a=1&lt;=2&copy;=3"
    assert clean_line(url, markup=False).text == url
