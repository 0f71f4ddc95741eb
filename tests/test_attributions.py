"""Who says what, on made-up sentences with known answers; and the failures the docs admit."""

import pandas as pd
import pytest

from helpers import load, measure
from helpers.faults import DataFault
from helpers.load import as_articles
from helpers.words.reach import whole_phrase
from helpers.words.tokens import read_sentence


def attributed(*texts, **columns):
    return measure(as_articles(*texts).assign(**columns)).attributions


def triples(text):
    found = attributed(text)
    return list(zip(found["source_text"], found["cue_text"], found["content_text"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that talks went on.", ("The minister", "said", "talks went on")),
        ("The minister said talks went on.", ("The minister", "said", "talks went on")),
        ('"We are ready," said the minister.', ("the minister", "said", '"We are ready,"')),
        ('"We are ready," the minister said.', ("the minister", "said", '"We are ready,"')),
        ("Talks went on, the minister said.", ("the minister", "said", "Talks went on")),
        (
            "According to the ministry, talks went on.",
            ("the ministry", "According to", "talks went on"),
        ),
        (
            "Talks went on, according to the ministry.",
            ("the ministry", "according to", "Talks went on"),
        ),
        (
            "Priti Patel, the home secretary, said it was legal.",
            ("Priti Patel, the home secretary", "said", "it was legal"),
        ),
        ("Rwanda's foreign minister told the BBC that talks went on.",
         ("Rwanda's foreign minister", "told the BBC", "talks went on")),
        ("A spokesman for the ministry in Kigali denied the claims.",
         ("A spokesman for the ministry in Kigali", "denied", "the claims")),
        ("UNHCR criticised the deal.", ("UNHCR", "criticised", "the deal")),
        ("The plan was condemned by the bishops.", ("the bishops", "condemned", "The plan")),
        ("Patel on Tuesday warned that time was short.", ("Patel", "warned", "time was short")),
        ("A woman who sought asylum told lawyers she was afraid.",
         ("A woman", "told lawyers", "she was afraid")),
        ("The minister promised training.", ("The minister", "promised", "training")),
    ],
)  # fmt: skip
def test_one_attribution(text, expected):
    assert triples(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They state that the camp is full.", ("They", "state", "the camp is full")),
        ("Lawyers note that the ruling is final.", ("Lawyers", "note", "the ruling is final")),
        ("Democrats hope that it ends.", ("Democrats", "hope", "it ends")),
        ("The website notes: nobody came.", ("The website", "notes", "nobody came")),
        ("He tried to counter that it was dead.", ("He", "counter", "it was dead")),
        ("The agency is warning that it is full.", ("The agency", "warning", "it is full")),
        ("He hit back by claiming that it was safe.", ("He", "claiming", "it was safe")),
    ],
)
def test_a_verb_that_is_spelt_like_a_noun_is_told_by_its_neighbours(text, expected):
    assert triples(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As he puts it, the deal is dead.", ("he", "puts it", "the deal is dead")),
        ("As Ann Lee put it, the deal is dead.", ("Ann Lee", "put it", "the deal is dead")),
        ("The lawyer put it bluntly: it was illegal.", ("The lawyer", "put it", "it was illegal")),
        ('"It is over," the minister went on.', ("the minister", "went on", '"It is over,"')),
    ],
)
def test_a_verb_of_two_words_is_one_cue(text, expected):
    assert triples(text) == [expected]


@pytest.mark.parametrize(
    "text", ["They put it in a drawer.", "He put it to a vote.", "The protests went on."]
)
def test_a_verb_of_two_words_may_tell_of_no_words(text):
    assert triples(text) == []


def test_an_inset_cue_lies_within_its_content():
    assert triples("The plan, she said, was wrong.")[0][2] == "The plan, she said, was wrong"


def test_a_quotation_taken_up_again_is_one_attribution():
    found = triples('"It is safe," Makolo said, "and it works."')
    assert len(found) == 1
    assert found[0][2].startswith('"It is safe') and found[0][2].endswith('it works."')


def test_a_quotation_of_the_next_speaker_is_not_swallowed():
    found = triples('"It is safe," Makolo said, while UNHCR called the plan "unlawful".')
    assert [content for _, _, content in found] == ['"It is safe,"', 'the plan "unlawful"']


@pytest.mark.parametrize(
    "text",
    [
        "It was feared that people would die.",
        "The men were said to have landed.",
    ],
)
def test_a_rumour_has_no_source(text):
    assert [source for source, _, _ in triples(text)] == [""]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ann Lee, a lawyer for the men, said it was wrong.", ["Ann Lee, a lawyer for the men"]),
        ('"It is wrong," said Ann Lee, a lawyer for the men.', ["Ann Lee, a lawyer for the men"]),
        ("Unions, churches and charities said it was wrong.", ["Unions, churches and charities"]),
        (
            "The mayor of Lyon and a union of nurses said it was wrong.",
            ["The mayor of Lyon and a union of nurses"],
        ),
        ("A letter signed by the mayor warned of delays.", ["A letter signed by the mayor"]),
        ("The Social Democrats (SPD) said it was wrong.", ["The Social Democrats (SPD)"]),
        ("At least 30 people said it was wrong.", ["At least 30 people"]),
        ("It was wrong, according to 30 members.", ["30 members"]),
        ("Up to 30 people said it was wrong.", ["Up to 30 people"]),
        ("A 76-year-old man said it was wrong.", ["A 76-year-old man"]),
        ("On October 18 judges said it was wrong.", ["judges"]),
        ("At the meeting Scholz said it was wrong.", ["Scholz"]),
        ("It blamed the mayor, who said it was wrong.", ["It", "the mayor"]),
        ("It noted that the plan had failed and stressed that it was sorry.", ["It", "It"]),
    ],
)
def test_the_source_is_spanned_as_the_sentence_names_it(text, sources):
    assert [source for source, _, _ in triples(text)] == sources


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The minister said on Monday it was legal.", "it was legal"),
        ("Food was scarce, she said, and nobody came.",
         "Food was scarce, she said, and nobody came"),
        ("The plan was costly; it was also late, she said.", "it was also late"),
        ("She said it was late; it rained.", "it was late"),
        ("It was a deal, which ministers said was legal.", "which ministers said was legal"),
        ("She urged the mayor to resign.", "the mayor to resign"),
        ("She told reporters about the camps.", "the camps"),
        ("The mayor warned of hunger and disease.", "hunger and disease"),
    ],
)  # fmt: skip
def test_content_begins_and_ends_where_the_codebook_says(text, content):
    assert [said for _, _, said in triples(text)] == [content]


@pytest.mark.parametrize(
    "text",
    ["He didn't say it was over.", "He did not immediately say so.", "Ministers never said it."],
)
def test_what_is_not_said_is_no_attribution(text):
    assert triples(text) == []


def test_a_participle_takes_the_subject_of_its_sentence():
    found = triples("The ministry closed the camp, adding that it was unsafe.")
    assert [(source, cue) for source, cue, _ in found] == [("The ministry", "adding")]


@pytest.mark.parametrize(
    "text", ["Citing Kigali, he said it works.", "Citing a report, they said no."]
)
def test_a_participle_that_opens_a_sentence_tells_what_stands_before_its_subject(text):
    source, cue, content = triples(text)[0]
    assert (cue, source in text.split(", ")[1]) == ("Citing", True)
    assert content == text[len("Citing ") : text.index(",")]


def test_two_verbs_with_one_subject_are_two_attributions_with_one_source():
    found = triples("The lawyers said it was cruel and warned that it would fail.")
    assert [(source, cue) for source, cue, _ in found] == [
        ("The lawyers", "said"),
        ("The lawyers", "warned"),
    ]


def test_two_speakers_in_one_sentence_are_kept_apart():
    found = triples("Kigali said it was ready, but UNHCR warned that it was not.")
    assert [(source, content) for source, _, content in found] == [
        ("Kigali", "it was ready"),
        ("UNHCR", "it was not"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The men were flown out on Monday.",
        "Eight people accused of crimes landed.",
        "The alleged members were held.",
        "To say more was hard.",
        "He did not think so.",
        "The court upheld the order.",
    ],
)
def test_acts_and_plain_narration_are_no_attributions(text):
    assert triples(text) == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('He said: "It is safe."', "direct"),
        ('He said it was "very" safe.', "mixed"),
        ("He said it was safe.", "indirect"),
        ("The ministry declined to comment.", "no_comment"),
        ("The ministry did not respond to questions.", "no_comment"),
        ("The ministry refused to answer.", "no_comment"),
        ("The ministry has yet to reply.", "no_comment"),
        ("The minister could not say when talks would begin.", "no_comment"),
        ("The ministry did not immediately disclose its terms.", "no_comment"),
        ("The embassy had no immediate reaction.", "no_comment"),
        ("The ministry gave no further details.", "no_comment"),
        ("The ministry did not release any details.", "no_comment"),
        ("The ministry refused to provide details.", "no_comment"),
    ],
)
def test_mode(text, mode):
    assert attributed(text)["mode"].tolist() == [mode]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry gave details of the plan.",
        "The men had no reason to stay.",
        "The minister never said it was safe.",
        "The agency could not confirm the report.",
        "The ministry promised to reply.",
        "They did not discuss the plan.",
    ],
)
def test_what_only_looks_like_a_refusal_is_none(text):
    assert "no_comment" not in attributed(text)["mode"].tolist()


def test_a_refusal_to_speak_is_one_cue():
    [(_, cue, _)] = triples("The ministry refused to give any further details.")
    assert cue == "refused to give any further details"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Bishops lauded the deal.", "laud"),
        ("The judge clarified that the law stood.", "clarify"),
        ("A lawyer faulted the ministry for the delay.", "fault"),
        ("The ministry's claim that it was safe drew doubts.", "claim (noun)"),
        ("Patel claimed that it was safe.", "claim"),
    ],
)
def test_a_cue_is_named_by_its_lemma_and_kind(text, cue):
    assert cue in attributed(text)["cue"].tolist()


def test_an_attribution_within_anothers_content_is_found_too():
    found = triples("Rights Watch said officials had told the men to sign.")
    assert [source for source, _, _ in found] == ["Rights Watch", "officials"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. O'Neill didn't fly from the U.S. to St. Kitts.",
         "Mr. O'Neill did n't fly from the U.S. to St. Kitts ."),
        ("J. B. Smith's 76-year-old aide can't say: “Won’t work”...",
         "J. B. Smith 's 76-year-old aide ca n't say : “ Wo n’t work ” ..."),
        ("H&M's co-op paid £20,000.50 (or 5%) -- or so.",
         "H&M 's co-op paid £ 20,000.50 ( or 5 % ) -- or so ."),
        ("Sa'ar's Ba'ath plan: they’re in Nuku’alofa, I'll say.",
         "Sa'ar 's Ba'ath plan : they ’re in Nuku’alofa , I 'll say ."),
        ("Sen. Lee's 'yes' on the 7th; we've gone.",
         "Sen. Lee 's ' yes ' on the 7th ; we 've gone ."),
    ],
)  # fmt: skip
def test_words_are_told_apart_and_placed(text, words):
    sentence = read_sentence(text, (0, len(text)))
    assert sentence.words == words.split()
    assert [text[slice(*place)] for place in zip(sentence.starts, sentence.ends, strict=True)] == (
        sentence.words
    )


def test_what_a_quoted_speaker_reports_is_no_attribution_of_its_own():
    assert len(triples('She said: "The minister told us that it was over."')) == 1


def test_every_span_points_to_its_words():
    articles = as_articles(
        'Kigali is ready, "fully ready", Makolo told AFP. He was, he said, sure.'
    )
    text = articles["text"].item()
    found = measure(articles).attributions
    assert len(found) == 2
    for row in found.itertuples():
        assert text[row.source_start : row.source_end] == row.source_text
        assert text[row.cue_start : row.cue_end] == row.cue_text
        assert text[row.content_start : row.content_end] == row.content_text


def test_speech_without_a_cue_is_missed_as_documented():
    assert len(attributed("The minister promised training. Those who come will get houses.")) == 1


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("Peter O’Neill said it wasn’t over.", "Peter O'Neill said it wasn't over."),
        ("According\nto the ministry, it was over.", "According to the ministry, it was over."),
        ("Priti\u00a0Patel said no.", "Priti Patel said no."),
    ],
)
def test_curly_marks_and_line_breaks_change_nothing(text, straight):
    one, two = measure(as_articles(text)), measure(as_articles(straight))
    assert len(two.attributions) == 1
    for name in vars(one):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))


def test_measuring_changes_no_table_it_is_given():
    articles, actors = as_articles("Priti Patel said no."), load.actors()
    kept = articles.copy(), actors.copy()
    measure(articles, actors=actors)
    pd.testing.assert_frame_equal(articles, kept[0])
    pd.testing.assert_frame_equal(actors, kept[1])


def test_own_tables_take_the_place_of_ours():
    row = {"actor_id": "ann-lee", "name": "Ann Lee", "kind": "person", "type": "expert"}
    own = pd.DataFrame([row], columns=load.actors().columns)
    found = measure(as_articles("Ann Lee met Priti Patel."), actors=own)
    assert found.mentions["actor_id"].tolist() == ["ann-lee"]
    with pytest.raises(DataFault, match="actors: row 2, column 'type': 'chef'"):
        measure(as_articles("x"), actors=own.assign(type="chef"))


def test_an_empty_text_has_empty_tables():
    found = measure(as_articles(""))
    assert [len(table) for table in vars(found).values()] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        (pd.DataFrame({"article_id": ["a"]}), "'text' once"),
        (pd.DataFrame({"article_id": ["a", "a"], "text": ["x", "y"]}), "more than once"),
        (pd.DataFrame({"article_id": ["a"], "text": [None]}), "is no string"),
        (pd.DataFrame({"article_id": [None], "text": ["x"]}), "is missing"),
        (as_articles("x").assign(sending="UK"), "'UK' is no ISO"),
    ],
)
def test_measure_says_what_is_wrong_with_its_table(articles, words):
    with pytest.raises(ValueError, match=words):
        measure(articles)


@pytest.mark.parametrize(
    "text",
    [
        "It rained, and the mayor and the bishops criticised it.",
        "Whereas the mayor and the bishops criticised it, Ann Lee did not.",
    ],
)
def test_a_joint_subject_is_whole_behind_any_opener_of_a_clause(text):
    assert triples(text)[-1][0].lower() == "the mayor and the bishops"


def test_a_joint_subject_is_whole_before_a_participle():
    sentence = read_sentence("The mayor and the bishops met, saying no.", (0, 41))
    assert whole_phrase(sentence, (3, 4), 7) == (0, 4)
