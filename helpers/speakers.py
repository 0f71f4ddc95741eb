"""Whose words a source's are: the noun that tells what it is, and the actor that speaks."""

import re

from helpers.actors import Registry
from helpers.labels import PREPOSITION, SourceRules, head_noun

SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen".split())
APPOSITION = re.compile(r",\s((?:an?|the|its|his|her|[A-Z][\w.]*(?:'s)?)\s[^,;.\"]{3,80})(?=[,.;])")
VAGUE = frozenset(("source", "sources"))
ATTORNEY_GENERAL = re.compile(r"\battorney[ -]general\b", re.IGNORECASE)
# What such persons are does not follow from the body named beside them: "a lawyer for UNHCR".
OWN_TYPES = frozenset(("court_legal", "relocated_people", "public", "unspecified"))


def telling_noun(text: str, span, name: str, rules: SourceRules) -> str:
    """Return the noun that tells what a source is: in its name, else set off behind it by a comma.

    Of "a source in the Rwandan government" it is the government; "the attorney general" is one.

    >>> from helpers.actors import build_registry
    >>> from helpers.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> text = "Ann Lee, a former prime minister, said no."
    >>> telling_noun(text, (0, 7), "Ann Lee", rules)
    'minister'
    """
    if ATTORNEY_GENERAL.search(name):
        return "minister"
    noun = head_noun(name, rules.nouns)
    if noun in VAGUE:
        words = [word for word in re.findall(r"[\w-]+", name.lower()) if word in rules.nouns]
        noun = next((word for word in words if word not in VAGUE), noun)
    if not noun:  # "John Key, a former prime minister"
        behind = APPOSITION.match(text, span[1])
        noun = head_noun(behind[1], rules.nouns) if behind else ""
    return noun


def actors_in(span, mentions, registry: Registry) -> list[tuple[int, int, str]]:
    """Return (start, end, actor_id) of the mentions in `span`: persons, bodies, groups, states.

    >>> from helpers.actors import build_registry, find_mentions
    >>> registry = build_registry()
    >>> text = "UNHCR and Rwanda agreed."
    >>> [each[2] for each in actors_in((0, 16), find_mentions(text, registry), registry)]
    ['unhcr', 'state-rwanda']
    """
    order = {"person": 0, "body": 1, "group": 2, "state": 3}
    kinds = registry.table["kind"]
    inside = [(start, end, form.actor_id) for start, end, form in mentions
              if span[0] <= start and end <= span[1]]  # fmt: skip
    return sorted(inside, key=lambda mention: order[kinds[mention[2]]])


def speaking_actor(text, span, name, noun, named, mentions, rules: SourceRules) -> str:
    """Return the actor who speaks: named in the head of the source, or by its fuller name.

    "A lawyer for Paul Kagame" is not Paul Kagame; "a spokesman for UNHCR" speaks for UNHCR. `name`
    and `noun` are the source's, `named` the actors in it (see `actors_in`), `mentions` all of the
    article's. "" where no actor does.

    >>> from helpers.actors import build_registry, find_mentions
    >>> from helpers.labels import build_rules
    >>> registry = build_registry()
    >>> rules, text = build_rules(registry), "A spokesman for UNHCR said no."
    >>> mentions = find_mentions(text, registry)
    >>> named = actors_in((0, 21), mentions, registry)
    >>> speaking_actor(text, (0, 21), text[:21], "spokesman", named, mentions, rules)
    'unhcr'
    """
    cut = PREPOSITION.search(text, span[0], span[1])
    head_end = cut.start() if cut else span[1]
    joint = text.find(" and ", span[0], span[1])
    if joint > 0 and noun and head_noun(text[span[0] : joint], rules.nouns) == noun:
        named = [each for each in named if each[0] < joint]  # of joint sources the first named
    in_head = [actor_id for start, _, actor_id in named if start < head_end]
    if in_head:
        return in_head[0]
    person = bool(noun) and rules.nouns[noun]["kind"] == "person"
    own = noun in SPOKESPEOPLE or (person and rules.nouns[noun]["type"] in OWN_TYPES)
    for start, end, actor_id in named:  # "Secretary of State Marco Rubio", not "relatives of Rubio"
        person_named = rules.registry.table.loc[actor_id, "kind"] == "person"
        behind = re.search(r"\b(?:of|for|to|with|by|behind)\s$", text[span[0] : start])
        if end == span[1] and person_named and not (own or behind):
            return actor_id
    if named and (not person or noun in SPOKESPEOPLE):
        return named[0][2]
    if not named and text[slice(*span)] != name:
        kinds = rules.registry.table["kind"]
        fuller = [form.actor_id for start, end, form in mentions if text[start:end] in name]
        fuller = [actor_id for actor_id in fuller if kinds[actor_id] in ("person", "body")]
        return fuller[0] if fuller else ""
    return ""
