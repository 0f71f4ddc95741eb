"""The splitter on abbreviations, quotations and initials: the cases it was chosen by."""

from itertools import pairwise

import pytest

from helpers.load import as_articles
from helpers.sentences import split_articles, split_text

TWO_SENTENCES = [
    "Mr. Smith met Dr. J. B. Pritzker in Kigali. They talked.",
    "U.S. officials flew five men to Eswatini. The U.S. Supreme Court had allowed it on June 23.",
    '"We are ready." Makolo said the talks went on.',
    '"Is it legal?" asked Lord Justice Underhill. He did not answer.',
    'Patel said the deal was "world-leading." Critics disagreed.',
    'The minister said: "It is safe. It is humane." He left.',
    "Gov. J.B. Pritzker and Sen. P. Welch wrote to St. Kitts and Nevis. No reply came.",
    "About 1.5 million people and $7.5 million, e.g. in Palau. It began at 5 p.m. on Monday.",
    "The case, A.A.A. v. Home Secretary, ended on Nov. 15. Judges ruled 5-0.",
    "They asked why... Nobody answered.",
    "He worked for Rights Inc. in Juba. She worked for the Jan. 6 panel.",
    "UNHCR's Filippo Grandi warned of 'catastrophic' harm! Ministers shrugged?",
    'A lawyer told AFP: "Why here? We do not know." The court rose.',
    "Lt. Gen. James Marape of P.N.G. refused. Prime Minister O'Neill agreed.",
    "He cited art. 3 of the E.C.H.R. and sec. 4(b). It passed.",
    "Bukele met Trump et al. in Washington, D.C. on Monday. They shook hands.",
    "Gjadër is near Shëngjin. Next came Élite.",
    "Paragraph one ends here.\n\nParagraph two begins here",
]


@pytest.mark.parametrize("text", TWO_SENTENCES)
def test_two_sentences_are_found(text):
    assert len(split_text(text)) == 2


def test_known_failure_stays_as_documented():
    assert len(split_text("The men were held in the U.S. Lawyers objected.")) == 1


def test_offsets_give_back_every_word_and_nothing_twice():
    text = "  " + "\n".join(TWO_SENTENCES)
    spans = split_text(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert " ".join(text[a:b] for a, b in spans).split() == text.split()


def test_empty_text_has_no_sentence():
    assert split_articles(as_articles("", "One.")).values.tolist() == [
        ["example-2", 0, 0, 4, "One."]
    ]
