"""Languages, countries, settings and safe cells: what is known is taken, the rest is told."""

import io
from math import isfinite

import pandas as pd
import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import load
from helpers.preparing.articles import Article
from helpers.preparing.country_names import read_countries
from helpers.preparing.languages import normalise_language, tell_language
from helpers.preparing.safe_cells import make_plain, make_safe
from helpers.preparing.settings import Settings
from helpers.preparing.steps import find_countries, find_date, find_language

ENGLISH = "The minister told parliament on Monday that the flights to Rwanda would begin in June."
FRENCH = "Le ministre a déclaré lundi au parlement que les vols vers le Rwanda partiraient en juin."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"), (FRENCH, "fr"), (ENGLISH.upper(), "en"), ("Kigali", "und"), ("", "und"),
        ("Der Minister sagte am Montag im Parlament, die Flüge würden im Juni beginnen.", "de"),
        ("قال الوزير يوم الاثنين إن الرحلات الجوية إلى رواندا ستبدأ في يونيو المقبل.", "ar"),
        ("部长周一在议会表示，飞往卢旺达的航班将于六月开始。", "zh"), ("1234 5678", "und"),
    ],
)  # fmt: skip
def test_the_language_is_told_from_the_text(text, language):
    assert tell_language(text)[0] == language


def test_every_abstract_of_the_corpus_is_english():
    assert {tell_language(text)[0] for text in load.articles()["text"].head(60)} == {"en"}


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("ENGLISH", "en"), ("English", "en"), ("en-US", "en"), ("en_GB", "en"), (" eng ", "en"),
        ("Spanish", "es"), ("pt-BR", "pt"), ("zh-Hans", "zh"), ("Chinese", "zh"), ("Farsi", "fa"),
        ("English (UK)", "en"), ("Kinyarwanda", "rw"), ("Swahili", "sw"), ("gibberish", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_a_stated_language_is_normalised(stated, language):
    assert normalise_language(stated) == language


@pytest.mark.parametrize("code", ["en", "fr", "rw", "ht", "he", "no", "id"])
def test_a_code_is_never_taken_for_a_name(code):
    assert normalise_language(code) == code


def test_what_is_stated_counts_before_what_the_text_tells():
    kept = find_language(Article({"text": FRENCH, "language": "en-US"}), Settings())
    assert kept.fields["language"] == "en" and kept.doubts == ()
    left = find_language(Article({"text": ENGLISH, "language": "French"}), Settings())
    assert (left.reason, left.detail) == ("language: fr", "as stated; kept are: en")


def test_other_languages_are_left_out_unless_kept():
    left = find_language(Article({"text": FRENCH}, "a.csv", "row 2"), Settings())
    assert (left.file, left.place, left.reason) == ("a.csv", "row 2", "language: fr")
    for languages in ((), ("en", "fr")):
        kept = find_language(Article({"text": FRENCH}), Settings(languages=languages))
        assert kept.fields["language"] == "fr"


def test_a_language_that_cannot_be_told_is_kept_and_listed():
    for stated in ("", "und"):
        kept = find_language(Article({"text": "Kigali deal", "language": stated}), Settings())
        assert kept.fields["language"] == "und"
        (doubt,) = kept.doubts
        assert (doubt.column, doubt.found, doubt.taken) == ("language", stated, "und")


def test_an_unknown_name_of_a_language_is_told_from_the_text_and_listed():
    kept = find_language(Article({"text": ENGLISH, "language": "Inglese?"}), Settings())
    assert kept.fields["language"] == "en" and kept.doubts[0].found == "Inglese?"


@pytest.mark.parametrize(
    ("text", "codes", "unknown"),
    [
        ("RWA", "RWA", []), ("United Kingdom", "GBR", []), ("UK", "GBR", []), ("U.S.", "USA", []),
        ("GB", "GBR", []), ("RWA;GBR", "GBR;RWA", []), ("Rwanda, Uganda", "RWA;UGA", []),
        ("Congo, The Democratic Republic of the", "COD", []), ("Kosovo | XKX", "XKX", []),
        ("côte d'ivoire", "CIV", []), ("", "", []), (" ; ", "", []), ("no", "", ["no"]),
        ("and", "", ["and"]), ("rwa", "", ["rwa"]), ("646", "", ["646"]),
        ("Atlantis; Nauru; Oz", "NRU", ["Atlantis", "Oz"]), ("EU", "EUE", []),
    ],
)  # fmt: skip
def test_countries_as_people_write_them(text, codes, unknown):
    assert read_countries(text) == (codes, unknown)


def test_every_country_is_known_by_name_and_codes():
    for country in pycountry.countries:
        for written in (country.name, country.alpha_2, country.alpha_3, country.name.upper()):
            assert read_countries(written) == (country.alpha_3, []), written


def test_unknown_countries_are_listed():
    fields = {"sending": "Atlantis;UK", "receiving": "Oz", "outlet_country": "France; Spain"}
    article = find_countries(Article(fields))
    assert article.fields["sending"] == "GBR" and article.fields["receiving"] == ""
    assert article.fields["outlet_country"] == "", "an outlet sits in one country"
    assert [(doubt.column, doubt.taken) for doubt in article.doubts] == [
        ("outlet_country", ""), ("sending", "GBR"), ("receiving", ""),
    ]  # fmt: skip
    assert "Atlantis" in article.doubts[1].why


def test_a_doubtful_date_is_listed():
    article = find_date(Article({"published": "03/05/2024"}), Settings())
    assert article.fields["published"] == "" and article.doubts[0].found == "03/05/2024"
    article = find_date(Article({"published": "03/05/2024"}), Settings(date_order="dmy"))
    assert article.fields["published"] == "2024-05-03" and article.doubts == ()


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"languages": ("english",)}, "languages: 'english' is no ISO 639 code"),
        ({"languages": ("eng",)}, "languages: 'eng'"),
        ({"least_words": 0}, "least_words: 0: at least 1 word"),
        ({"largest": 0}, "largest: 0"),
        ({"date_order": "ydm"}, "date_order: 'ydm': use one of dmy, mdy, ymd"),
        ({"alike": 0}, "alike: 0: give a share"),
        ({"alike": 70}, "alike: 70: give a share"),
    ],
)
def test_settings_without_meaning_are_refused(setting, message):
    with pytest.raises(ValueError, match=message):
        Settings(**setting)


def test_settings_can_be_logged_and_compared():
    assert hash(Settings()) == hash(Settings()) and Settings() != Settings(least_words=3)


RISKY = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "=HYPERLINK(1)", "-"]
SOUND = ["-0.25", "+3", "-1,000", "-.5", "-1e-05", "-3%", "Deal", "", "a=b"]


@pytest.mark.parametrize("cell", RISKY)
def test_cells_that_would_run_are_made_safe(cell):
    safe = make_safe(pd.DataFrame({cell: [cell]}))
    assert safe.iloc[0, 0] == f"'{cell}" and safe.columns[0] == f"'{cell}"


@pytest.mark.parametrize("cell", SOUND)
def test_numbers_and_plain_text_stay(cell):
    assert make_safe(pd.DataFrame({"cell": [cell]}))["cell"].tolist() == [cell]


@given(st.lists(st.sampled_from([*RISKY, *SOUND, "'tis", "'=1", "''-2"]) | st.text(), max_size=6))
def test_safe_cells_can_be_taken_back(cells):
    table = pd.DataFrame({"cell": cells, "n": range(len(cells))})
    safe = make_safe(table)
    for cell in safe["cell"]:
        runs = cell[:1] in tuple("=+-@\t\r\n")
        assert not runs or isfinite(float(cell.strip("%").replace(",", "")))
    pd.testing.assert_frame_equal(make_plain(safe), table, check_dtype=False)  # none is object


def test_text_among_numbers_and_in_categories_is_made_safe():
    mixed = pd.DataFrame({"a": pd.Series([1, "=1"], dtype=object), "b": pd.Categorical(["@x", ""])})
    safe = make_safe(mixed)
    assert safe["a"].tolist() == [1, "'=1"] and safe["b"].tolist() == ["'@x", ""]


def test_the_table_goes_through_a_file_and_its_numbers_are_untouched():
    table = pd.DataFrame({"title": ["=1+1", "Deal", None], "value": [-0.25, 1.5, -3.0]})
    file = io.StringIO(make_safe(table).to_csv(index=False))
    assert "'=1+1,-0.25" in file.getvalue()
    again = make_plain(pd.read_csv(file))
    assert again["title"].tolist()[:2] == ["=1+1", "Deal"] and again["value"].tolist()[0] == -0.25
    assert table["title"].tolist()[0] == "=1+1", "the table given is left as it is"
