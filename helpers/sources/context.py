"""What an article tells about its sources beside their own words: who else is named, and where."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from helpers.actors import Form
from helpers.sources.antecedents import Resolved
from helpers.sources.labels import SourceRules
from helpers.sources.names import find_names
from helpers.sources.sides import NAMESAKE, find_side, place_sides

# What may stand between the start of a sentence and its subject: "On Monday", "The".
BEFORE_SUBJECT = re.compile(r"[Tt]he\s|(?:[A-Z]\w+\s){0,3}")
KINDS = {"person": "person", "body": "body", "state": "body", "group": "people"}
# Words before a name that make it part of another phrase, and what may follow a name that is not.
INSIDE = re.compile(
    r"\b(?:of|to|in|by|from|with|for|against|at|on|into|between|near)\s(?:the\s)?\Z"
)
FREE = re.compile(
    r"\W*\Z|[,.;:)]|\s(?:and|or|had|has|have|was|were|is|are|would|could|will|did|said|told|took|"
    r"wrote|gave|held|saw|found|began|made|put|who|which|that|also|in|on|at|\w+ed|\w+ly)\b"
)


@dataclass
class Context:
    """An article as the resolver of sources sees it; what it derives is derived once.

    `starts` are the characters at which its sentences start; `mentions` those of `find_mentions`,
    `sides` maps a country code to its side.

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> context = Context("It rained. He left.", [0, 11], [], {}, build_rules(build_registry()))
    >>> context.count_sentences(0, 14)
    1
    """

    text: str
    starts: list[int]
    mentions: list[tuple[int, int, Form]]
    sides: dict[str, str]
    rules: SourceRules

    def count_sentences(self, start: int, end: int) -> int:
        """Return how many sentences start between two characters.

        >>> Context("It rained. He left.", [0, 11], [], {}, None).count_sentences(0, 14)
        1
        """
        return bisect_right(self.starts, end) - bisect_right(self.starts, start)

    @cached_property
    def names(self) -> list[str]:
        """The names in the text (see `names.find_names`)."""
        return find_names(self.text)

    @cached_property
    def sides_named(self) -> list[tuple[int, str, bool]]:
        """Where countries of the arrangement are named (see `sides.place_sides`)."""
        return place_sides(self.text, self.sides, self.rules)

    def opens_sentence(self, place: int) -> bool:
        """Say whether what stands at character `place` opens its sentence, a title aside.

        >>> context = Context("The men left. She saw the men.", [0, 14], [], {}, None)
        >>> [context.opens_sentence(place) for place in (4, 26)]
        [True, False]
        """
        start = self.starts[bisect_right(self.starts, place) - 1]
        return BEFORE_SUBJECT.fullmatch(self.text, start, place) is not None

    @cached_property
    def named(self) -> list[Resolved]:
        """The actors named, as what a pronoun may stand for, in order of place."""
        found = []
        for start, end, form in self.mentions:
            actor = self.rules.actors[form.actor_id]
            kind = KINDS[actor["kind"]]
            opens = self.opens_sentence(start)
            before = self.text[max(0, start - 12) : start]
            free = FREE.match(self.text, end) and not NAMESAKE.match(self.text, end)
            found.append(
                Resolved(
                    actor["name"], form.actor_id, actor["type"],
                    find_side(actor["type"], actor["country"], self.sides),
                    "generic" if kind == "people" else "named", kind, start,
                    spoke=False, opens=opens, aside=not free or bool(INSIDE.search(before)),
                )
            )  # fmt: skip
        return found

    @cached_property
    def _places(self) -> list[int]:
        return [who.place for who in self.named]

    def named_before(self, place: int, objects: bool = False) -> list[Resolved]:
        """Return those of `named` before character `place`.

        Groups of people only as subjects, unless `objects` are wanted, too: "they" is seldom people
        who are only an object of the sentence before.

        >>> from helpers.actors import build_registry, find_mentions
        >>> from helpers.sources.labels import build_rules
        >>> registry, text = build_registry(), "UNHCR left. It rained on migrants."
        >>> mentions = find_mentions(text, registry)
        >>> context = Context(text, [0, 12], mentions, {}, build_rules(registry))
        >>> [who.actor_id for who in context.named_before(34)]
        ['unhcr']
        >>> [who.actor_id for who in context.named_before(34, objects=True)]
        ['unhcr', 'group-migrants']
        """
        before = self.named[: bisect_left(self._places, place)]
        return [who for who in before if objects or who.opens or who.kind != "people"]
