"""Whom a source stands for that is no name: pronouns, numbers, and roles taken up again."""

import re
from dataclasses import replace

from helpers.sources.antecedents import REFERRING, Resolved, find_again, find_antecedent
from helpers.sources.context import Context

AGAIN = re.compile(
    r"(?:the|this|that)\s(?:(?:rights|aid)\s)?(?P<noun>agency|organi[sz]ation|body|centre|center|group|"
    r"panel|union|charity|ngo|newspaper|paper|outlet|broadcaster|court|company|firm|watchdog)",
    re.I,
)
SPEAKING_BODIES = {
    "agency": ("intergovernmental",), "newspaper": ("media",), "paper": ("media",),
    "outlet": ("media",), "broadcaster": ("media",), "court": ("court_legal",),
    "company": ("business",), "firm": ("business",), "charity": ("civil_society",),
    "ngo": ("civil_society",), "watchdog": ("expert", "civil_society"),
}  # fmt: skip
BODIES = ("civil_society", "intergovernmental", "parliament_party", "expert")
# Any state has one: only one that spoke before can be meant again.
GENERAL = frozenset("government administration parliament state authorities police".split())
DEFINITE = re.compile(r"(?:the|its|his|her|their)\s", re.IGNORECASE)
PAIR = re.compile(r"(?:the\s)?(?:both|two)", re.IGNORECASE)
NUMBERS = re.compile(
    r"(?:the\s|all\s|the other\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|most|both|"
    r"many|several|others)",
    re.IGNORECASE,
)
ORDINALS = re.compile(r"(?:the\s)?(?:first|second|third|other|another|latter)", re.IGNORECASE)
OPEN = re.compile(r"(?:the\s)?(?:most|both|two|many|several|others)", re.IGNORECASE)


def is_reference(words: str) -> bool:
    """Say whether a source is nothing but a pronoun or a number.

    >>> [is_reference(words) for words in ("They", "the two", "the second", "the men")]
    [True, True, True, False]
    """
    counted = NUMBERS.fullmatch(words) or ORDINALS.fullmatch(words)
    return words.lower() in REFERRING or counted is not None


def find_referent(
    words: str, place: int, earlier: list[Resolved], context: Context
) -> Resolved | None:
    """Return whom a pronoun, a number or a role at character `place` stands for, or None.

    `earlier` are the sources resolved so far: a role is taken up with the same words ("the
    senator") or, of a body, with what it is ("the agency").

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> context = Context("Ms Lee spoke. She left.", [0, 14], [], {}, build_rules(build_registry()))
    >>> lee = Resolved("Ms Lee", "", "government", "sending", "named", "person", 0)
    >>> find_referent("She", 14, [lee], context).name
    'Ms Lee'
    """
    lower = words.lower()
    pronoun, number = lower in REFERRING, NUMBERS.fullmatch(words)
    if pronoun or number or ORDINALS.fullmatch(words):
        candidates = earlier + context.named_before(place, objects=not pronoun)
        if number and PAIR.fullmatch(words):  # of two who were named, the one that spoke last
            candidates = [replace(who, kind="people") for who in earlier[-1:] if who.name]
        found = find_antecedent(
            words if pronoun else "those", place, candidates, context.count_sentences
        )
        if found and not pronoun and not number:
            return replace(found, anonymity="role", kind="person")
        if found and number and not OPEN.fullmatch(words):
            return replace(found, anonymity="role")
        return found
    if not DEFINITE.match(words) and not lower.startswith(("this ", "that ")):
        return None
    if any(start <= place and end >= place + len(words) for start, end, _ in context.mentions):
        return None
    general = lower.split()[-1] in GENERAL and len(words.split()) == 2
    named = [] if general else context.named_before(place)
    candidates = sorted(earlier + named, key=lambda who: who.place)
    rules = context.rules
    found = find_again(words, candidates, rules.countries, rules.nouns, rules.aliases)
    if found:
        return found
    again = AGAIN.fullmatch(words)
    if again:
        wanted = SPEAKING_BODIES.get(again["noun"].lower(), BODIES)
        bodies = [who for who in candidates if who.source_type in wanted]
        return find_antecedent("it", place, bodies, context.count_sentences)
    return None
