"""What the codebook counts once: a speaker's own mind, told by the speaker; news told by an outlet.

"He said he hoped so" is one attribution (CODEBOOK.md, B3.1), and an outlet that only carried
another's words is no source of them (B2.4).
"""

from helpers.attribution.attributions import Attribution
from helpers.sources.antecedents import Resolved

MINDS = frozenset(("think", "want"))
NEAR = 10  # attributions before and behind that may tell the same
Told = tuple[Attribution, Resolved]


def drop_repeats(told: list[Told]) -> list[Told]:
    """Return the attributions of a sentence, each with who says it, that count by the codebook.

    >>> lee = Resolved("Ann Lee", "", "expert", "none", "named")
    >>> said = Attribution((0, 3), (4, 8), (9, 20), "indirect", "say", "say", 0.9)
    >>> hoped = Attribution((9, 11), (12, 17), (18, 20), "indirect", "hope", "think", 0.9)
    >>> [each.entry for each, _ in drop_repeats([(said, lee), (hoped, lee)])]
    ['say']
    """
    return [
        each
        for place, each in enumerate(told)
        if not any(_repeats(each, other) for other in told[max(0, place - NEAR) : place + NEAR + 1])
    ]


def _repeats(one: Told, other: Told) -> bool:
    return _is_own_mind(one, other) or _is_carried(one, other)


def _is_own_mind(inner: Told, outer: Told) -> bool:
    """Say whether `outer`, who is the same, tells the mind that `inner` tells."""
    same = inner[1].name and inner[1].name == outer[1].name
    return bool(same) and inner[0].cue_class in MINDS and _holds(outer[0], inner[0])


def _is_carried(outlet: Told, speaker: Told) -> bool:
    """Say whether an outlet that stands behind what it tells only carried what `speaker` says."""
    if outlet[1].source_type != "media" or speaker[1].source_type == "media":
        return False
    source = speaker[0].source
    opens = source and _holds(outlet[0], speaker[0]) and source[0] == outlet[0].content[0]
    return bool(opens) and outlet[0].cue[0] > speaker[0].cue[0]


def _holds(outer: Attribution, inner: Attribution) -> bool:
    content = outer.content
    return outer is not inner and content is not None and content[0] <= inner.cue[0] < content[1]
