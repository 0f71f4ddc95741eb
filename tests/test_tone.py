"""Stance and tone on made-up sentences; no record is judged by weights that saw it."""

import re
import sys

import numpy as np
import pandas as pd
import pytest

from helpers.attribution.weights import FOLDER
from helpers.codes import FOLDS
from helpers.faults import read_table
from helpers.gold.folds import fold_of, learned_from
from helpers.gold.sample import read_sample
from helpers.paths import DATA, ROOT
from helpers.tone import schemas
from helpers.tone.analyzer import NewsAnalyzer
from helpers.tone.frames import find_frames, read_frames
from helpers.tone.opinions import read_opinions
from helpers.tone.signs import Signs
from helpers.tone.stance import COLUMNS, explain_stance, score_stance
from helpers.tone.stance_signs import read_for_stance, stance_signs
from helpers.tone.toward import explain_tone, judge_tone, score_of, score_tone
from helpers.tone.toward_signs import find_place, tone_signs
from helpers.tone.votes import Votes, column_for, decide, read_votes
from helpers.tone.words import Entry, ToneWords

sys.path.insert(0, str(ROOT / "benchmarks" / "tone"))
learn = pytest.importorskip("learn", reason="scikit-learn is a development extra")
train = pytest.importorskip("train")
newsmtsc = pytest.importorskip("newsmtsc")
scores = pytest.importorskip("scores")

STANCES = {
    "Rights groups condemned the cruel and unlawful plan.": -1,
    "The court blocked the flight because the men could be tortured.": -1,
    "Two of the men went on hunger strike over the squalid conditions.": -1,
    "He said that the deal would save lives and break the smugglers' model.": 1,
    "The minister defended the plan and said everyone would be safe and housed.": 1,
    "The plane left on Tuesday with four men from Texas.": 0,
    "The two governments had signed the agreement in May 2022.": 0,
}
TONES = {
    "Critics accused *Lee* of fraud and lies.": -1,
    "*Lee* was convicted of corruption and jailed.": -1,
    "Voters praised *Lee* as an honest and brave leader.": 1,
    "*Lee* won the award for her courage.": 1,
    "*Lee* will meet reporters on Monday.": 0,
}


def cut(marked):
    """Return a sentence without its marks, and where the marked name stands."""
    start, end = (match.start() for match in re.finditer(r"\*", marked))
    return marked.replace("*", ""), start, end - 1


@pytest.mark.parametrize("text", STANCES)
def test_stance_of_plain_sentences(text):
    table = score_stance(pd.DataFrame({"article_id": ["new"], "sentence": [0], "text": [text]}))
    assert list(table) == COLUMNS
    assert table["stance"].item() == STANCES[text]
    assert table.filter(like="chance").sum(axis=1).item() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("marked", TONES)
def test_tone_of_plain_sentences(marked):
    assert decide(judge_tone(*cut(marked))) == TONES[marked]


def test_tone_is_toward_the_one_who_is_meant():
    text = "Voters praised Lee, but they accused Patel of fraud."
    assert score_of(judge_tone(text, 15, 18)) > score_of(judge_tone(text, 37, 42)) + 0.2


def test_names_are_no_signs():
    one, other = (read_for_stance(f"Critics accused {name} of fraud.") for name in ("Lee", "Mbeki"))
    assert tone_signs(one, (2, 2)).strength == tone_signs(other, (2, 2)).strength
    assert stance_signs(one).strength == stance_signs(other).strength


def test_sides_of_the_target_are_told_apart():
    signs = tone_signs(read_for_stance("That fraud haunted Lee, a hero."), (3, 3)).strength
    assert {"left=fraud", "right=hero", "object=haunt", "group-left=lie"} <= set(signs)
    assert "right=fraud" not in signs and "left=hero" not in signs
    assert signs["left=fraud"] < signs["left=haunt"] < 1


def test_negation_turns_and_stays_in_its_clause():
    reading = read_for_stance("It wasn't good, but it was fair.")
    words = dict(zip(reading.sentence.lower, reading.values, strict=True))
    assert words["good"] < 0 < words["fair"]
    curly = read_for_stance("It wasn’t good.")
    assert dict(zip(curly.sentence.lower, curly.values, strict=True))["good"] == words["good"]
    signs = stance_signs(read_for_stance("Nobody said it was lawful.")).strength
    assert "word=!said" in signs and "word=said" not in signs


def test_a_mention_without_words_is_told():
    with pytest.raises(ValueError, match="no word stands at 90-93"):
        find_place(read_for_stance("Lee left."), 90, 93)


def test_tone_follows_offsets_of_the_article():
    sentences = pd.DataFrame(
        {"article_id": ["a", "a"], "sentence": [0, 1], "start": [0, 10], "end": [9, 33],
         "text": ["Lee left.", "Voters mocked Patel too."]}
    )  # fmt: skip
    mentions = pd.DataFrame(
        {"article_id": ["a"], "sentence": [1], "actor_id": ["patel"], "start": [24], "end": [29]}
    )
    row = score_tone(sentences, mentions).iloc[0]
    assert row["tone"] == -1
    assert row["score"] == pytest.approx(
        score_of(judge_tone("Voters mocked Patel too.", 14, 19)), abs=1e-5
    )


def test_explanations_name_the_words():
    told = explain_stance("The court found the plan unlawful <b>.")
    strongest = min(told.words, key=lambda word: word[3])
    assert strongest[0] == "unlawful" and told.text[strongest[1] : strongest[2]] == "unlawful"
    assert "unlawful -" in str(told)
    shown = told._repr_html_()
    assert "&lt;" in shown and "<b>." not in shown and 'background:rgba(213,94,0,0.80)"' in shown
    assert re.sub("<[^>]+>", "", shown).endswith("The court found the plan unlawful &lt;b&gt;.")
    words = {word: added for word, _, _, added in explain_tone("They praised Lee.", 13, 16).words}
    assert words["praised"] > 0.3


def test_no_frame_is_missed_by_looking_only_where_a_word_opens_one():
    examples = read_table(DATA / "stance_frames.csv", schemas.STANCE_FRAMES)["example"]
    for text in (*examples, "Half-truths of a win-win plan."):
        for low in (text.lower(), f"{text.lower()} {text.lower()}", "so-called " + text.lower()):
            everywhere = [
                (number, match.span())
                for number, frame in enumerate(read_frames())
                for match in frame.pattern.finditer(low)
            ]
            assert [(number, match.span()) for number, match in find_frames(low)] == everywhere


def test_a_sentence_without_a_telling_word_is_passed_over_and_one_with_it_is_not():
    words = ToneWords({("out", "of", "touch"): Entry("tone", -0.4, 0.5)})
    assert NewsAnalyzer(words=words).find("They are out of touch.")[0].words[-1] == "touch"
    assert NewsAnalyzer(words=words).find("They are out of it.") == []


def test_what_is_added_sums_to_the_decision():
    signs = stance_signs(read_for_stance("The cruel plan failed."))
    votes = read_votes("stance")["all"]
    against, _, favour = votes.chances(signs)
    start = votes.weights["(start)"]
    total = start[1] - start[0] + sum(added for _, added in votes.reasons(signs))
    assert np.log(favour / against) == pytest.approx(total)
    told = explain_stance("The cruel plan failed.")
    added = sum(word[3] for word in told.words) + sum(added for _, added in told.others)
    assert start[1] - start[0] + added == pytest.approx(total)


def planted(marked_fold):
    """Return cases of forty made-up articles; "word=marker" tells the code in one fold alone."""
    signs, codes, groups = [], [], []
    for number in range(40):
        article = f"made-up-{number}"
        for code in (-1, 0, 1):
            each = Signs()
            each.add(f"word=usual{code if number % 4 else 0}")
            if fold_of(article) == marked_fold and code == 1:
                each.add("word=marker")
            signs.append(each), codes.append(code), groups.append(article)
    return learn.Cases(signs, codes, groups, {"": 1})


def test_a_fold_never_sees_the_records_it_judges():
    table = learn.as_table(planted(3), train.learn_stance(planted(3)), 0.001)
    marker = table.set_index("sign").loc["word=marker"].astype(float)
    assert marker["for_3"] == marker["against_3"] == 0
    assert all(marker[f"for_{fold}"] > 0.001 for fold in (*FOLDS, "all") if fold != 3)


def test_no_weight_of_a_fold_depends_on_its_labels():
    cases, turned = planted(3), planted(3)
    own = np.array([fold_of(article) == 3 for article in turned.groups])
    turned.codes = np.where(own, -turned.codes, turned.codes)
    one = learn.as_table(cases, train.learn_stance(cases), 0.05).set_index("sign")
    other = learn.as_table(turned, train.learn_stance(turned), 0.05).set_index("sign")
    signs = sorted({*one.index, *other.index})
    for column in ("for_3", "against_3"):
        left, right = (table[column].reindex(signs, fill_value="0") for table in (one, other))
        assert left.equals(right)
    assert not one["for_all"].equals(other["for_all"])


def test_a_weight_stays_or_goes_by_its_own_column():
    cases = planted(3)
    cases.names = ["word=some"]
    columns = {"1": np.array([[0.5, 0.5], [0.04, 0.01]]), "2": np.array([[0.5, 0.5], [0.06, 0.01]])}
    row = learn.as_table(cases, columns, 0.05).set_index("sign").loc["word=some"]
    assert row.tolist() == ["0", "0", "0.06", "0.01"]  # else what others learned would choose


def test_coded_records_are_judged_by_the_fold_that_left_them_out():
    sample = read_sample().set_index("article_id")["part"]
    learnt = sample[sample != "testing"].index
    assert learned_from() == set(learnt)
    assert all(column_for(article) == str(fold_of(article)) for article in learnt)
    assert {column_for(article) for article in sample[sample == "testing"].index} == {"all"}
    assert min(pd.Series([fold_of(a) for a in learnt]).value_counts()) > 30
    table = pd.DataFrame(
        {"article_id": [learnt[0], "mine"], "sentence": [0, 0], "text": ["Word."] * 2}
    )
    votes = {column: Votes({"(start)": (0.0, 0.0)}) for column in (*map(str, FOLDS), "all")}
    votes[str(fold_of(learnt[0]))] = Votes({"(start)": (-9.0, 9.0)})
    assert score_stance(table, votes)["stance"].tolist() == [1, 0]


def test_folds_are_the_same_for_ever():
    assert [fold_of(name) for name in ("a", "b", "c")] == [5, 1, 4]


@pytest.mark.parametrize("name", ["stance", "tone"])
def test_the_weights_are_small_and_hold_no_text(name):
    path = FOLDER / f"{name}.csv"
    assert path.stat().st_size < 600_000
    for sign in read_votes(name)["all"].weights:
        words = sign.split("=", 1)[-1].split("_")
        assert len(words) <= 3, sign  # two words and the actor's mark at most
        assert len([word for word in words if word != "*"]) <= 2, sign
    assert all(
        re.fullmatch(r"-?\d+(\.\d{1,3})?", cell)
        for line in path.read_text(encoding="utf-8").splitlines()[1:50]
        for cell in line.rsplit(",", 2)[1:]
    )


def test_every_frame_is_found_in_its_example():
    table = pd.read_csv(ROOT / "data" / "stance_frames.csv")
    for example, frame in zip(table["example"], read_frames(), strict=True):
        assert frame.pattern.search(example.lower()), (frame.frame, example)


def test_no_word_stands_twice_in_a_group_and_groups_have_one_pole():
    table = pd.read_csv(ROOT / "data" / "opinion_words.csv", dtype=str)
    assert not table.duplicated(["word", "group"]).any()
    assert table.groupby("group")["pole"].nunique().max() == 1
    assert read_opinions().valences["good"] > 0 > read_opinions().valences["bad"]


def test_targets_are_read_and_faults_named(tmp_path):
    path = tmp_path / "some.jsonl"
    line = (
        '{"primary_gid": "x_1_2_3", "sentence_normalized": "Lee lied.", "targets": '
        '[{"Input.gid": "g", "from": 0, "to": 3, "mention": "Lee", "polarity": 2.0}]}'
    )
    path.write_text(line + "\n\n", encoding="utf-8")
    (target,) = newsmtsc.read_targets(path)
    assert (target.gid, target.article, target.label) == ("g", "x_1_2", -1)
    path.write_text(line + '\n{"no": 1}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        newsmtsc.read_targets(path)


def test_scores_against_counts_by_hand():
    found = scores.score_codes([-1, -1, 0, 1], [-1, 0, 0, 1], list("abcd"))
    assert found["accuracy"][0] == 0.75
    assert found["f1"][0] == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    rho = scores.score_ranking([1, 2, 3, 9], [1, 2, 3, -9], list("abcd"), ["p", "q", "r", ""], 1)
    assert rho[0] == pytest.approx(1) and rho[3] == 3
