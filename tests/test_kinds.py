"""The kinds of attributions of the benchmark: each made-up example is of its kind, and of few."""

import sys

import pytest

from helpers.paths import ROOT

sys.path.append(str(ROOT / "benchmarks" / "attribution"))

from kinds import KINDS
from marked import read_example


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_is_of_its_kind(kind):
    assert kind.test(read_example(kind.example))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kind_takes_every_example(kind):
    others = [other.example for other in KINDS if other is not kind]
    assert not all(kind.test(read_example(example)) for example in others)
