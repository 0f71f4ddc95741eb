"""What stands between two words of a sentence: counted once for all gaps, then looked up."""

from itertools import accumulate

from helpers.words.word_classes import AUXILIARIES, FINITE, HELPER_TAGS


class Gaps:
    """How many verbs, commas and so on stand in any gap of a sentence: counted once, looked up.

    >>> from helpers.words.tokens import read_sentence
    >>> Gaps(read_sentence("Lee, who left, said no.", (0, 23))).count("commas", 1, 5)
    2
    """

    def __init__(self, sentence) -> None:
        """Count from the start up to every word."""
        lower, tags = sentence.lower, sentence.tags
        tests = {
            "verbs": [t in FINITE and w not in AUXILIARIES
                      for w, t in zip(lower, tags, strict=True)],
            "commas": [word == "," for word in lower],
            "others": [not (w in AUXILIARIES or t in HELPER_TAGS)
                       for w, t in zip(lower, tags, strict=True)],
            "who": [word in ("who", "which") for word in lower],
            "joints": [word in ("and", "but") for word in lower],
        }  # fmt: skip
        self._sums = {name: [0, *accumulate(hits)] for name, hits in tests.items()}

    def count(self, name: str, low: int, high: int) -> int:
        """Return how many of `name` stand among the words low..high-1.

        >>> from helpers.words.tokens import read_sentence
        >>> Gaps(read_sentence("They voted.", (0, 11))).count("verbs", 0, 2)
        1
        """
        sums = self._sums[name]
        return sums[high] - sums[low] if high > low else 0
