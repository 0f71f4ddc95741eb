"""The gold sample and codings: drawn as written, spans exact, agreement computed as defined."""

import numpy as np
import openpyxl
import pandas as pd
import pytest
from nltk.metrics.agreement import AnnotationTask

from helpers import load
from helpers.coding import kit
from helpers.faults import DataFault
from helpers.gold import agreement, alpha, codings, sample
from helpers.gold.pairs import pair_attributions
from helpers.gold.spans import place_spans
from helpers.sentences import split_articles

ROW = {
    "article_id": "a", "sentence": "0", "source_text": "She", "source_name": "Ann Lee",
    "cue_text": "said", "content_text": "it was wrong", "cue_nth": "", "mode": "indirect",
    "source_type": "government", "source_side": "sending", "anonymity": "named",
}  # fmt: skip
TEXT = 'She said it was wrong. "It fails", he said, and she said no. Rain fell.'


def place(*changes):
    sentences = split_articles(pd.DataFrame({"article_id": ["a"], "text": [TEXT]}))
    return place_spans(pd.DataFrame([ROW | change for change in changes]), sentences, "mine.csv")


NO = {"sentence": "1", "source_text": "she", "content_text": "no", "cue_nth": "2"}
FAILS = {
    "sentence": "1", "source_text": "he", "content_text": '"It fails"', "mode": "direct",
    "source_type": "expert",
}  # fmt: skip


@pytest.fixture(scope="module")
def articles():
    return load.articles()


@pytest.fixture(scope="module")
def sentences(articles):
    return split_articles(articles)


def test_the_sample_is_the_one_drawn_from_the_corpus_with_the_written_seed(articles):
    kept = sample.read_sample()
    assert kept.equals(sample.draw_sample(list(kept["article_id"])))
    assert set(kept["article_id"]) == set(articles["article_id"])
    assert kept["part"].value_counts()[["tuning", "testing"]].tolist() == [40, 100]


def test_the_draw_does_not_depend_on_the_order_of_the_records():
    ids = [f"a{number}" for number in range(200)]
    assert sample.draw_sample(ids).equals(sample.draw_sample(ids[::-1]))
    with pytest.raises(ValueError, match="different ids"):
        sample.draw_sample(ids[:139])


@pytest.mark.parametrize("who", [*codings.CODERS, codings.SETTLED])
def test_a_coding_covers_the_sample_and_its_spans_are_the_words_of_the_abstracts(
    who, articles, sentences
):
    drawn = sample.read_sample().query("part != 'none'")["article_id"]
    stance = codings.read_stance(who, sentences)
    assert set(stance["article_id"]) == set(drawn)
    table = codings.read_attributions(who, articles)
    assert set(table["article_id"]) <= set(drawn)
    inside = table.merge(sentences, on=["article_id", "sentence"])
    assert len(inside) == len(table)
    assert (inside["cue_start"] >= inside["start"]).all()
    assert (inside["cue_end"] <= inside["end"]).all()


def test_modes_fit_the_content(articles):
    table = codings.read_attributions("settled", articles)
    spoken = table[table["mode"] != "no_comment"]
    assert (spoken["content_text"] != "").all()
    quoted = spoken["content_text"].str.contains('"')
    assert not quoted[spoken["mode"] == "indirect"].any()
    assert quoted[spoken["mode"] == "mixed"].all()


def test_what_both_coders_have_is_gold_and_every_difference_is_settled_with_a_reason(sentences):
    ones, others, gold = (
        codings.read_stance(who, sentences).set_index(["article_id", "sentence"])["stance"]
        for who in (*codings.CODERS, codings.SETTLED)
    )
    agreed = ones == others
    assert (gold[agreed] == ones[agreed]).all()
    settled = pd.read_csv(sample.GOLD / "settlements.csv", dtype=str, keep_default_na=False)
    stance = settled[settled["coding"] == "stance"]
    keys = set(zip(stance["article_id"], stance["sentence"].astype(int), strict=True))
    assert keys == set(agreed[~agreed].index)
    assert (settled["reason"].str.len() > 10).all()


def test_words_are_placed_where_they_stand():
    table = place(NO, {}, FAILS)
    spans = zip(table["cue_start"], table["content_start"], table["source_start"], strict=True)
    at = [TEXT.index("said it"), TEXT.index("said, and"), TEXT.index("said no")]
    assert [tuple(span) for span in spans] == [
        (at[0], TEXT.index("it was"), 0),
        (at[1], TEXT.index('"It fails"'), TEXT.index("he said, and")),
        (at[2], TEXT.index("no. Rain"), TEXT.index("she said no")),
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"content_text": "it was Wrong"}, "row 2, column 'content_text': 'it was Wrong'"),
        ({"source_text": "Sh"}, "row 2, column 'source_text': 'Sh': does not stand"),
        ({"cue_text": "told"}, "row 2, column 'cue_text': 'told': stands 0 time(s)"),
        ({"cue_nth": "2"}, "stands 1 time(s) in its sentence, cue_nth says 2"),
        ({"sentence": "9"}, "row 2, column 'sentence': '9': no such sentence"),
    ],
)
def test_words_that_do_not_stand_there_are_one_clear_fault(change, words):
    with pytest.raises(DataFault) as caught:
        place(change)
    assert words in str(caught.value) and "1 fault(s) in mine.csv" in str(caught.value)


def test_pairs_are_of_one_sentence_and_each_row_is_used_once():
    one, other = place({}, FAILS, NO), place(FAILS, NO, {"content_text": "wrong"})
    pairs = pair_attributions(one, other)
    assert pairs.dropna()[["one", "other"]].to_numpy().tolist() == [[0, 0], [1, 1], [2, 2]]
    alone = pair_attributions(place({}), place(NO))
    assert alone["one"].isna().tolist() == [False, True]


def test_attributions_of_one_sentence_that_share_no_content_are_no_pair():
    same_words_before = FAILS | {"content_text": "no", "mode": "indirect"}
    for other in (NO, same_words_before):
        pairs = pair_attributions(place(FAILS), place(other))
        assert len(pairs) == 2 and pairs.dropna().empty


def test_f1_counts_what_both_marked():
    table = agreement.span_f1(place({}, FAILS), place({"content_text": "wrong"}, FAILS, NO))
    found = table.set_index("what")["f1"].round(3).to_dict()
    assert found["attribution"] == 0.8 and found["content overlaps"] == 0.8
    assert found["content to the character"] == 0.4 and found["cue to the character"] == 0.8


def test_alpha_is_krippendorffs_on_his_own_example():
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example A: two coders, ten
    # units, two codes, four disagreements: alpha = .095
    ones, others = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    units = pd.DataFrame({"article_id": [*"abcdefghij"], "x_a": ones, "x_b": others})
    row = alpha.estimate_alpha(units, "x", (0, 1), "nominal")
    assert round(row["alpha"], 3) == 0.095 and row["low"] < 0.095 < row["high"]
    assert row["agree"] == 0.6 and row["units"] == 10


def test_ordinal_alpha_weighs_how_far_codes_are_apart():
    # .590 and .568 are what the packages krippendorff 0.9.0 and nltk give
    ones, others = [1, 1, 2, 3, 3, 1, 2, 3, 2, 1], [1, 2, 2, 3, 1, 1, 2, 3, 3, 1]
    units = pd.DataFrame({"article_id": [*"abcdefghij"], "x_a": ones, "x_b": others})
    told = {
        level: alpha.estimate_alpha(units, "x", (1, 2, 3), level)["alpha"]
        for level in ("ordinal", "nominal")
    }
    assert round(told["ordinal"], 3) == 0.590 and round(told["nominal"], 3) == 0.568
    triples = [(who, n, x) for who, xs in (("a", ones), ("b", others)) for n, x in enumerate(xs)]
    assert np.isclose(told["nominal"], AnnotationTask(triples).alpha())


def test_alpha_of_one_code_alone_is_missing():
    units = pd.DataFrame({"article_id": ["a", "b"], "x_a": [0, 0], "x_b": [0, 0]})
    for part in (units, units.head(0)):
        row = alpha.estimate_alpha(part, "x", (0, 1), "nominal")
        assert np.isnan([row["alpha"], row["low"], row["high"]]).all()


def test_the_kit_goes_out_and_comes_back(tmp_path):
    kit.write_kit(tmp_path)
    with pytest.raises(DataFault, match="is there already"):
        kit.write_kit(tmp_path)
    assert "tuning" not in (tmp_path / "sample.csv").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(tmp_path / "coder-b.xlsx")
    assert book["articles"].max_row == 141
    rows = list(book["stance"].iter_rows(min_row=2))
    first = rows[0][0].value
    own = [row for row in rows if row[0].value == first]
    for row in own:
        row[3].value = 0
    word = rows[0][2].value.split()[0]
    book["attributions"].append(
        [first, 0, None, None, word, None, None, "indirect", "government", "sending", "named"]
    )
    book.save(tmp_path / "coder-b.xlsx")
    kit.read_kit(tmp_path, "coder-b", gold=tmp_path / "gold")
    kept = pd.read_csv(tmp_path / "gold" / "attributions-coder-b.csv", dtype=str)
    assert kept.loc[0, ["cue_text", "cue_start"]].tolist() == [word, "0"]
    assert len(pd.read_csv(tmp_path / "gold" / "stance-coder-b.csv")) == len(own)


def test_a_half_coded_article_is_told_and_nothing_is_written(tmp_path):
    kit.write_kit(tmp_path)
    book = openpyxl.load_workbook(tmp_path / "coder-a.xlsx")
    book["stance"]["D2"].value = 0
    book.save(tmp_path / "coder-a.xlsx")
    with pytest.raises(DataFault, match="sheet 'stance': row 3, column 'stance': ''"):
        kit.read_kit(tmp_path, "coder-a", gold=tmp_path / "gold")
    assert not (tmp_path / "gold").exists()


def test_the_source_of_an_inset_speaker_is_the_word_beside_the_cue():
    text = "What it had was room; these, it said, were safe."
    sentences = split_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    row = ROW | {"source_text": "it", "content_text": "these, it said, were safe"}
    placed = place_spans(pd.DataFrame([row]), sentences, "mine.csv")
    assert text[: placed["source_start"][0]] == "What it had was room; these, "
