"""Made-up abstracts: marks that can be read, nobody and nothing of the corpus among them."""

import re
import sys

from helpers import load
from helpers.faults import read_table
from helpers.paths import DATA, ROOT
from helpers.schemas import MADE_UP

sys.path.append(str(ROOT / "benchmarks" / "attribution"))

from made_up import MARK, read_made_up

ROWS = read_table(DATA / "made_up.csv", MADE_UP)


def test_marks_become_spans(tmp_path):
    path = tmp_path / "made_up.csv"
    path.write_text(
        "article_id,sentence,marked\n"
        'a,0,"It rained, {1:a guard} <1:said>."\n'
        'a,1,"{1:She} <1:hoped> it <0:was feared>."\n'
    )
    [(text, gold)] = read_made_up(path).values()
    assert text == "It rained, a guard said. She hoped it was feared."
    spans = [(text[slice(*each.cue[0])], [text[a:b] for a, b in each.source]) for each in gold]
    assert spans == [("said", ["a guard"]), ("hoped", ["She"]), ("was feared", [])]


def test_every_mark_can_be_read():
    for row in ROWS.itertuples():
        where = f"{row.article_id} {row.sentence}: {row.marked}"
        assert not re.search("[{}<>]", MARK.sub("", row.marked)), where
        sources = {n for kind, n, _ in MARK.findall(row.marked) if kind == "{"}
        assert sources == {n for kind, n, _ in MARK.findall(row.marked) if kind == "<" and n != "0"}


def test_sentences_are_numbered_within_their_abstract():
    for key, rows in ROWS.groupby("article_id", sort=False):
        assert rows["sentence"].tolist() == [str(n) for n in range(len(rows))], key


def test_no_sentence_is_of_the_corpus():
    texts = " ".join(load.articles()["text"])
    assert not [row.marked for row in ROWS.itertuples() if MARK.sub(r"\3", row.marked) in texts]


def test_nobody_real_is_in_them():
    registry = load.actors()
    people = registry.loc[registry["kind"] == "person", "name"]
    text = " ".join(ROWS["marked"])
    assert not [name for name in people if re.search(rf"\b{re.escape(name)}\b", text)]
