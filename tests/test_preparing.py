"""From rows to articles: nothing lost without a word, ids made and never doubled, counts add up."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import measure
from helpers.faults import DataFault
from helpers.preparing.articles import Article
from helpers.preparing.gather import count_table, gather
from helpers.preparing.identify import clean_name, name_article
from helpers.preparing.prepare import Counts, prepare_rows
from helpers.preparing.settings import Settings
from helpers.reading.rows import COLUMNS, Row, Skip

TEXT = "The minister said on Monday that the flights to Rwanda would begin in June, and left."
OTHER = "The court in Nairobi ruled on Friday that nobody may be held there without a hearing."
FRENCH = "Le ministre a déclaré lundi au parlement que les vols vers le Rwanda partiraient en juin."


def row(number=2, text=TEXT, file="press.csv", **fields):
    return Row({"text": text, **fields}, file, f"row {number}")


def ids_of(found):
    return found.articles["article_id"].tolist()


def test_a_made_id_tells_where_and_is_the_same_at_every_run():
    one = name_article(row()).fields["article_id"]
    assert one.startswith("press-row-2-") and len(one) == len("press-row-2-") + 8
    assert name_article(row()).fields["article_id"] == one
    different = [row(3), row(text=OTHER), row(file="other.csv"), row(file="press.tsv")]
    different.append(Row({"text": TEXT}, "press.csv", "row-2"))
    assert len({one, *(name_article(each).fields["article_id"] for each in different)}) == 6


@pytest.mark.parametrize("file", ["", "नमस्ते.txt", "caf\udce9.txt", "a/" * 90 + "b.txt", "..."])
def test_an_id_is_made_of_any_file_name(file):
    made = name_article(Row({"text": TEXT}, file, "")).fields["article_id"]
    assert 8 <= len(made) <= 69 and made == made.strip("-") and made.encode()


def test_a_made_id_does_not_hang_on_the_settings():
    rows = [row(text=f"{TEXT}\n\n{OTHER}\n\nBack to top")]
    assert ids_of(gather(rows)) == ids_of(gather(rows, Settings(drop_boilerplate=False)))


def test_an_id_of_ones_own_is_trimmed_and_kept_whatever_it_holds():
    rows = [row(article_id=" https://x.org/?a=1&lt;2 "), row(article_id="№ 7/ü", text=OTHER)]
    assert ids_of(gather(rows)) == ["https://x.org/?a=1&lt;2", "№ 7/ü"]


def test_an_exact_copy_is_left_out_and_listed():
    found = gather([row(2, article_id="a1"), row(5, f" {TEXT}\r\n", article_id="a1")])
    assert ids_of(found) == ["a1"]
    (skip,) = found.skipped.to_dict("records")
    assert (skip["place"], skip["reason"]) == ("row 5", "exact copy")
    assert "'a1'" in skip["detail"] and "press.csv, row 2" in skip["detail"]


def test_one_id_over_two_texts_is_an_error_that_names_both_places():
    rows = [row(2, article_id="a1"), row(9, OTHER, article_id="a1", file="b.csv")]
    with pytest.raises(DataFault) as caught:
        gather(rows)
    message = str(caught.value)
    assert "'a1'" in message and "press.csv, row 2" in message and "b.csv, row 9" in message
    assert "\n" not in message


def test_or_is_numbered_where_the_user_says_so():
    texts = [TEXT, OTHER, TEXT + " Late.", OTHER]
    rows = [row(n, text, article_id="a1") for n, text in enumerate(texts, start=2)]
    rows.insert(1, row(9, "Something else happened on that day.", article_id="a1-2"))
    found = gather(rows, Settings(number_doubled=True))
    assert ids_of(found) == ["a1", "a1-2", "a1-3", "a1-4"]
    assert found.skipped["place"].tolist() == ["row 5"], "the same id and text, a copy"
    doubts = found.doubtful[found.doubtful["column"] == "article_id"]
    assert doubts[["article_id", "found", "taken"]].to_numpy().tolist() == [
        ["a1-3", "a1", "a1-3"],
        ["a1-4", "a1", "a1-4"],
    ]


def test_copies_under_other_ids_are_kept_as_one_story_or_dropped():
    rows = [row(2, article_id="b"), row(3, article_id="a"), row(4, OTHER, article_id="c")]
    found = gather(rows)
    assert found.articles["story_id"].tolist() == ["a", "a", ""]
    assert gather(rows, Settings(find_stories=False)).articles["story_id"].tolist() == [""] * 3
    found = gather(rows, Settings(drop_copies=True))
    assert ids_of(found) == ["b", "c"] and "'b'" in found.skipped["detail"][0]


@pytest.mark.parametrize(
    ("fields", "reason", "detail"),
    [
        ({"text": ""}, "no text", "the text is empty"),
        ({"text": " \x00\u200b\n"}, "no text", "the text is empty"),
        ({"text": "..."}, "no text", "the text is empty"),
        ({"text": "", "url": "https://example.org/1"}, "no text", "run.py fetch"),
        ({"text": "Back to top\nAdvertisement"}, "no text", "boilerplate"),
        ({"text": "Deal"}, "too short", "1 word(s); a text has at least 2"),
        ({"text": FRENCH}, "language: fr", "kept are: en"),
        ({"text": "x" * 1_000_001}, "too long", "1,000,001 characters; at most 1,000,000"),
        ({"text": TEXT, "title": "&" + "amp;" * 50}, "cannot be cleaned", "column 'title'"),
    ],
)
def test_what_is_left_out_is_listed_with_its_reason(fields, reason, detail):
    found = gather([Row(fields, "a.csv", "row 2"), row()])
    (skip,) = found.skipped.to_dict("records")
    assert (skip["file"], skip["place"], skip["reason"]) == ("a.csv", "row 2", reason)
    assert detail in skip["detail"] and len(found.articles) == 1


def test_what_readers_left_out_stays_listed():
    found = gather([Skip("caf\udce9.pdf", "", "no text", "pictures"), row()])
    assert found.skipped.to_numpy().tolist() == [["caf\\udce9.pdf", "", "no text", "pictures"]]
    assert clean_name("b\u202e\n.txt") == "b\\u202e\\n.txt"


def test_the_tables_of_a_small_corpus():
    rows = [
        row(2, f"<p>{TEXT}</p><p>Back to top</p>", sending="UK", receiving="Oz", mood="grim"),
        row(3, OTHER, published="13/05/2024", language="ENGLISH", title="A\nb"),
        row(4, f"{OTHER} It was late.", published="03/05/2024"),
        row(5, FRENCH),
    ]
    found = gather(rows)
    articles = found.articles
    assert list(articles.columns) == [*COLUMNS, "file", "place"]
    assert articles["text"].tolist() == [TEXT, OTHER, f"{OTHER} It was late."]
    assert articles["published"].tolist() == ["", "2024-05-13", "2024-05-03"]
    assert articles["language"].eq("en").all() and articles["title"][1] == "A b"
    assert articles["sending"][0] == "GBR" and articles["receiving"][0] == ""
    assert articles["file"].eq("press.csv").all() and articles["place"][0] == "row 2"
    assert found.doubtful[["column", "found"]].to_numpy().tolist() == [["receiving", "Oz"]]
    changed = found.changed[found.changed["article_id"] == articles["article_id"][0]]
    assert changed[["step", "what", "n"]].to_numpy().tolist() == [
        ["name", "id made", 1],
        ["clean", "HTML", 1],
        ["boilerplate", "back-to-top", 1],
    ]
    steps = found.steps.set_index(["step", "what"])["n"]
    assert steps["read", "in"] == 4 and steps["doubles", "out"] == 3
    assert steps["language", "skipped: language: fr"] == 1
    assert steps["boilerplate", "back-to-top: articles"] == 1
    assert steps["doubtful", "receiving"] == 1
    assert steps["date", "order dmy, as other dates settle it"] == 1
    assert len(measure(articles).attributions) == 3


def test_nothing_at_all():
    found = gather([])
    assert found.articles.empty and list(found.articles.columns) == [*COLUMNS, "file", "place"]
    assert found.steps.empty and list(found.doubtful.columns)[:2] == ["article_id", "column"]


def test_rows_are_taken_one_by_one():
    taken = []

    def watch():
        for number in range(3):
            taken.append(number)
            yield row(number, article_id=str(number))

    stream = prepare_rows(watch(), Settings())
    assert isinstance(next(stream), Article) and taken == [0]


def test_counts_of_parts_add_up():
    rows = [row(2), row(3, ""), row(4, FRENCH), row(5, f"{OTHER}\x00"), row(6, "Deal")]
    whole, first, second = Counts(), Counts(), Counts()
    list(prepare_rows(rows, Settings(), whole))
    list(prepare_rows(rows[:2], Settings(), first))
    list(prepare_rows(rows[2:], Settings(), second))
    assert first + second == whole
    assert count_table(first + second).equals(count_table(whole))


FIELDS = st.fixed_dictionaries(
    {},
    optional={
        column: st.text(st.characters(), max_size=12)
        | st.sampled_from([TEXT, OTHER, FRENCH, "", "\x00", "a1", "03/05/2024", "UK; Oz", "<p>"])
        for column in COLUMNS
    },
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FIELDS, max_size=6), st.booleans())
def test_whatever_comes_in_comes_out_or_is_listed(rows, drop):
    rows = [Row(fields, "a.csv", f"row {number}") for number, fields in enumerate(rows, start=2)]
    choices = Settings(languages=(), number_doubled=True, drop_copies=drop)
    found = gather(rows, choices)
    places = [*found.articles["place"], *found.skipped["place"]]
    assert sorted(places) == sorted(each.place for each in rows)
    assert found.articles["article_id"].is_unique and (found.articles["article_id"] != "").all()
    assert found.doubtful["article_id"].isin(found.articles["article_id"]).all()
    assert found.changed["article_id"].isin(found.articles["article_id"]).all()
    steps = found.steps.pivot_table(index="step", columns="what", values="n", aggfunc="sum")
    skipped = steps.filter(like="skipped: ").sum().sum()
    assert skipped == len(found.skipped)
    for table in vars(found).values():
        table.to_csv(index=False).encode("utf-8")
    pd.testing.assert_frame_equal(gather(rows, choices).articles, found.articles)
