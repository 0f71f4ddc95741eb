"""What counts once: a speaker's own mind, what an outlet carried, a clause that a speaker ends."""

import pytest

from helpers import measure
from helpers.load import as_articles


def pairs(text):
    found = measure(as_articles(text)).attributions
    return list(zip(found["source_text"], found["cue_text"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee spoke to us on Monday. Lee said she hoped that it would end.",
         [("Lee", "said")]),
        ("Ann Lee said that migrants hoped that it would end.",
         [("Ann Lee", "said"), ("migrants", "hoped")]),
        ("Ann Lee said that the deal would end, the Daily Mail reported.", [("Ann Lee", "said")]),
        ("The deal was about to end, the Daily Mail reported.", [("the Daily Mail", "reported")]),
    ],
)  # fmt: skip
def test_a_mind_told_by_its_owner_and_news_only_carried_count_once(text, expected):
    assert pairs(text) == expected


def test_a_speaker_at_the_end_says_the_whole_sentence_what_others_think_in_it_too():
    text = "Kigali wanted to show that it was grateful for the help, the ministry said."
    found = measure(as_articles(text)).attributions
    said = found[found["cue_text"] == "said"]
    assert said["content_text"].tolist() == [text[: text.index(", the ministry")]]


def test_an_inset_content_ends_at_the_semicolon():
    text = "What was planned, she said, was wrong; it now had to be changed by all of them."
    [content] = measure(as_articles(text)).attributions["content_text"]
    assert content == "What was planned, she said, was wrong"
