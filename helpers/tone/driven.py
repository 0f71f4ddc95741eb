"""Which words drive a decision: what each adds, as text and in colours."""

import html
from dataclasses import dataclass

from helpers.tone.signs import Signs
from helpers.tone.votes import Votes, decide
from helpers.words.tokens import Sentence

MOST = 6  # words, and signs without a word, that the text tells
RED, BLUE = "213,94,0", "0,114,178"  # against and for, told apart by the colour-blind, too
DEEPEST = 0.8  # the most opaque shade


@dataclass(frozen=True, repr=False)
class Drivers:
    """A decision on a sentence with the words that drive it; shown in colours in a notebook.

    `code` is -1, 0 or 1; `chances` those of against, neither and for; `words` has (word, start,
    end, what it adds) in the sentence's order, `others` (sign, what it adds) for signs that stand
    on no word. What is added counts for where above 0, against where below.

    >>> drivers = Drivers("It failed.", -1, (0.7, 0.2, 0.1), ("bad", "neither", "good"),
    ...                   [("failed", 3, 9, -1.5)], [])
    >>> print(drivers)
    bad (70 %): It failed.
      failed -1.50
    """

    text: str
    code: int
    chances: tuple[float, float, float]
    names: tuple[str, str, str]
    words: list[tuple[str, int, int, float]]
    others: list[tuple[str, float]]

    def __str__(self) -> str:
        """Return the decision and its strongest words as plain text."""
        told = [f"{self.names[self.code + 1]} ({self.chances[self.code + 1]:.0%}): {self.text}"]
        told[0] = told[0].replace("%)", " %)", 1)
        for word, _, _, added in sorted(self.words, key=lambda row: -abs(row[3]))[:MOST]:
            if abs(added) >= 0.005:
                told.append(f"  {word} {added:+.2f}")
        for sign, added in self.others[:2]:
            told.append(f"  ({sign}) {added:+.2f}")
        return "\n".join(told)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        deepest = max((abs(row[3]) for row in self.words), default=0) or 1
        pieces, place = [], 0
        for word, start, end, added in self.words:
            shade = f"rgba({BLUE if added > 0 else RED},{DEEPEST * abs(added) / deepest:.2f})"
            pieces.append(html.escape(self.text[place:start]))
            pieces.append(
                f'<span style="background:{shade}" title="{added:+.2f}">{html.escape(word)}</span>'
            )
            place = end
        head = f"{self.names[self.code + 1]} ({100 * self.chances[self.code + 1]:.0f} %): "
        body = "".join(pieces) + html.escape(self.text[place:])
        return f'<p style="max-width:44em;line-height:1.7"><b>{html.escape(head)}</b>{body}</p>'


def find_drivers(
    sentence: Sentence, signs: Signs, votes: Votes, names: tuple[str, str, str]
) -> Drivers:
    """Return the words that drive the decision of `votes` on `signs`; offsets are the sentence's.

    What a sign adds is shared evenly by the words it stands on. `names` are the words for -1, 0
    and 1.

    >>> from helpers.words.tokens import read_sentence
    >>> signs = Signs()
    >>> signs.add("pair=it_fail", [0, 1])
    >>> votes = Votes({"(start)": (0.0, 0.0), "pair=it_fail": (1.0, 0.0)})
    >>> found = find_drivers(read_sentence("It failed.", (0, 10)), signs, votes, ("-", "0", "+"))
    >>> found.words[:2]
    [('It', 0, 2, -0.5), ('failed', 3, 9, -0.5)]
    """
    added = [0.0] * len(sentence.words)
    others = []
    for sign, weight in votes.reasons(signs):
        places = signs.places(sign)
        if not places:
            others.append((sign, weight))
        for place in places:
            added[place] += weight / len(places)
    chances = votes.chances(signs)
    words = list(zip(sentence.words, sentence.starts, sentence.ends, added, strict=True))
    return Drivers(sentence.text, decide(chances), chances, names, words, others)
