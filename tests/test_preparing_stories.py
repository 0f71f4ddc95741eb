"""Near-duplicates: found whatever the order, and no others; their stories named."""

import random

import numpy as np
import pandas as pd
import pytest

from helpers.preparing.near_duplicates import PERMUTATIONS, group_alike, sign_text
from helpers.preparing.stories import name_stories
from helpers.preparing.words import find_words

WORDS = "court minister flight asylum deal plan judge rights police border camp island".split()


def make_text(seed, words=300):
    """Return made-up words, other ones for each seed."""
    draw = random.Random(seed)
    return " ".join(f"{draw.choice(WORDS)}{draw.randrange(50)}" for _ in range(words))


def change(text, places, seed=0):
    """Return `text` with `places` of its words, spread at random, replaced."""
    words = text.split()
    for place in random.Random(seed).sample(range(len(words)), places):
        words[place] = "changed"
    return " ".join(words)


def group(texts, alike=0.7):
    """Return the places of the texts of each group with more than one."""
    labels = group_alike(np.array([sign_text(text) for text in texts]), alike)
    return sorted(np.flatnonzero(labels == label).tolist() for label in set(labels))


def test_copies_and_near_copies_are_grouped_and_others_are_not():
    one, other = make_text(1), make_text(2)
    texts = [one, other, change(one, 5), make_text(3), other.upper() + "!", one]
    assert group(texts) == [[0, 2, 5], [1, 4], [3]]


def test_the_threshold_counts():
    one = make_text(1)
    half = change(one, 30)  # about 140 of 296 runs of five words are changed
    assert group([one, half], alike=0.7) == [[0], [1]]
    assert group([one, half], alike=0.25) == [[0, 1]]


def test_the_signature_estimates_the_share_of_common_runs():
    one, other = make_text(1), change(make_text(1), 12)
    runs = [
        {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
        for words in (find_words(one), find_words(other))
    ]
    share = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    assert 0.4 < share < 0.9
    assert (sign_text(one) == sign_text(other)).mean() == pytest.approx(share, abs=0.15)


def test_groups_are_the_same_in_any_order():
    texts = [make_text(seed) for seed in range(20)]
    texts += [change(texts[i % 7], 3 + i, seed=i) for i in range(20)]
    there = {frozenset(texts[i] for i in members) for members in group(texts)}
    assert 7 < len(there) < 40
    for seed in range(5):
        mixed = random.Random(seed).sample(texts, len(texts))
        assert {frozenset(mixed[i] for i in members) for members in group(mixed)} == there


def test_what_is_alike_through_a_third_is_one_group():
    one = make_text(1)
    words = one.split()
    between = " ".join([*words[:270], *["middle"] * 30])
    end = " ".join([*words[:240], *["middle"] * 60])
    assert group([one, end], alike=0.8) == [[0], [1]]
    assert group([one, between, end], alike=0.8) == [[0, 1, 2]]


def test_a_chain_holds_where_a_single_band_is_shared():
    between = np.arange(128, dtype=np.uint32)
    one, other = between.copy(), between.copy()
    for start in range(6, 120, 6):  # bands are six wide at 0.7; in each but the first
        one[start : start + 2] = 1_000 + start
        other[start + 2 : start + 4] = 2_000 + start
    for order in ([one, between, other], [other, one, between], [between, one, other]):
        assert group_alike(np.array(order), 0.7).tolist() == [0, 0, 0]
    assert group_alike(np.array([one, other]), 0.7).tolist() == [0, 1]


def test_short_texts_other_scripts_and_texts_without_words():
    assert group(["He left.", "He left!", "She left.", "...", "---"]) == [[0, 1], [2], [3], [4]]
    chinese = "部长周一在议会表示飞往卢旺达的航班将于六月开始法院尚未裁决"
    assert group([chinese, chinese + "。", chinese[::-1]]) == [[0, 1], [2]]


def test_nothing_and_one():
    assert group_alike(np.empty((0, PERMUTATIONS), dtype=np.uint32), 0.7).tolist() == []
    assert group([make_text(1)]) == [[0]]


def test_a_memory_map_serves_as_well(tmp_path):
    texts = [make_text(1), make_text(2), change(make_text(1), 2)]
    np.save(tmp_path / "signatures.npy", np.array([sign_text(text) for text in texts]))
    mapped = np.load(tmp_path / "signatures.npy", mmap_mode="r")
    assert group_alike(mapped, 0.7).tolist() == [0, 1, 0]


def test_ten_thousand_copies_cost_their_number_not_its_square(monkeypatch):
    """Counted are the comparisons of signatures, not seconds."""
    signature = sign_text(make_text(1))
    compared = 0

    class Counting(np.ndarray):
        def __eq__(self, other):
            nonlocal compared
            compared += self.shape[0] if self.ndim == 2 else 0
            return np.asarray(self) == np.asarray(other)

    copies = np.tile(signature, (10_000, 1)).view(Counting)
    assert set(group_alike(copies, 0.7)) == {0}
    assert compared < 10_000 * 40


def test_the_name_is_the_first_id_of_the_group_in_any_order():
    table = pd.DataFrame({"article_id": ["c", "a", "b", "d"], "story_id": [""] * 4})
    groups = np.array([7, 7, 1, 7])
    assert name_stories(table, groups).tolist() == ["a", "a", "", "a"]
    assert name_stories(table[::-1], groups[::-1]).tolist() == ["a", "", "a", "a"]


def test_a_stated_story_stays_and_is_lent_to_its_group():
    table = pd.DataFrame(
        {"article_id": list("abcdef"), "story_id": ["", "s1", "s2", "", "own", ""]}
    )
    groups = np.array([0, 0, 0, 1, 2, 1])
    assert name_stories(table, groups).tolist() == ["s1", "s1", "s2", "d", "own", "d"]


def test_a_made_name_is_nobody_elses():
    table = pd.DataFrame({"article_id": ["a", "b", "c"], "story_id": ["", "", "a"]})
    assert name_stories(table, np.array([0, 0, 1])).tolist() == ["a-alike", "a-alike", "a"]
