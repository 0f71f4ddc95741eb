"""Who a source is: its actor, its type, its side, named or not."""

import re
from dataclasses import replace

from helpers.actors import Form, Registry
from helpers.antecedents import (
    PRONOUNS,
    Resolved,
    find_antecedent,
    fullest_name,
    opens_sentence,
    speak_for,
)  # fmt: skip
from helpers.labels import (
    PREPOSITION,
    SourceRules,
    find_anonymity,
    find_country,
    find_pronoun_kind,
    find_side,
    head_noun,
    nearest_side,
)  # fmt: skip

# The author of a piece is its own voice, not one of its sources (CODEBOOK.md, rule A7): "the
# columnist", "the opinion piece", "the author, Ann Lee", but not "the lead author of the study".
AUTHOR = re.compile(
    r"(?:the|this|an?|its)\s(?:[\w-]+\s)?"
    r"(?:(?P<person>columnist|author|writer|commentator|blogger)|"
    r"editorial|piece|post|column|caption|blog|commentary|essay|article)(?:(?:,|\s(?:in|at|on))\s.+)?",
    re.IGNORECASE,
)
AGAIN = re.compile(
    r"(?:the|this|that)\s(?:agency|organi[sz]ation|body|centre|center|group|panel|union)", re.I
)
OF_A_STATE = ("government", "court_legal", "parliament_party")
BODIES = ("civil_society", "intergovernmental", "parliament_party", "expert")
DEFINITE = re.compile(r"(?:the|its|his|her|their)\s", re.IGNORECASE)
ATTORNEY_GENERAL = re.compile(r"\battorney[ -]general\b", re.IGNORECASE)
VAGUE = frozenset(("source", "sources"))
APPOSITION = re.compile(r",\s((?:an?|the|its|his|her|[A-Z][\w.]*(?:'s)?)\s[^,;.\"]{3,80})(?=[,.;])")
NUMBERS = re.compile(
    r"(?:the\s|all\s|the other\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|most|both)",
    re.IGNORECASE,
)
SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen".split())
KINDS = {"person": "person", "body": "body", "state": "body", "group": "people"}
# What such persons are does not follow from the body named beside them: "a lawyer for UNHCR".
OWN_TYPES = frozenset(("court_legal", "relocated_people", "public", "unspecified"))


def resolve(
    text: str, span: tuple[int, int] | None, earlier: list[Resolved],
    mentions: list[tuple[int, int, Form]], sides: dict[str, str], rules: SourceRules,
) -> Resolved:  # fmt: skip
    """Return who the source at `span` is; the piece's own author has an empty source type.

    `earlier` are the sources resolved so far in the article, `mentions` its mentions (see
    `find_mentions`), `sides` maps a country code to "sending" or "receiving". A person or body of
    the registry decides the type; else the head noun in data/source_nouns.csv; else a state that
    stands alone counts as its government; else it is "unspecified".

    >>> from helpers.actors import build_registry
    >>> from helpers.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> who = resolve("A Rwandan lawyer said no.", (0, 16), [], [], {"RWA": "receiving"}, rules)
    >>> who.name, who.source_type, who.side, who.anonymity
    ('A Rwandan lawyer', 'court_legal', 'receiving', 'role')
    """
    if span is None:
        return Resolved("", "", "unspecified", "none", "generic", "none")
    words = text[slice(*span)]
    if words.lower() in PRONOUNS or NUMBERS.fullmatch(words):
        candidates = earlier + _named_before(text, span, mentions, sides, rules)
        pronoun = words if words.lower() in PRONOUNS else "those"
        found = find_antecedent(pronoun, text, span[0], candidates)
        if found:
            return replace(found, place=span[0], spoke=True)
        return Resolved("", "", "unspecified", "none", "generic", "none")
    if AGAIN.fullmatch(words):  # "the agency": a body that was named before
        bodies = earlier + _named_before(text, span, mentions, sides, rules)
        bodies = [who for who in bodies if who.source_type not in ("court_legal", "media", "")]
        states = rules.registry.table.query("kind == 'state'").index
        found = find_antecedent(
            "it", text, span[0], [w for w in bodies if w.actor_id not in states]
        )
        if found:
            return replace(found, place=span[0], spoke=True)
    author = AUTHOR.fullmatch(words)
    if author:
        return Resolved(words, "", "", "none", "generic", "person" if author["person"] else "body")
    named = _actors_in(span, mentions, rules.registry)
    whole = [actor_id for start, end, actor_id in named if (start, end) == span]
    kinds = rules.registry.table["kind"]
    name = words if whole and kinds[whole[0]] != "person" else fullest_name(text, span, earlier)
    if any(who.name == name and not who.source_type for who in earlier):
        return Resolved(name, "", "", "none", "generic", "person")  # the author by surname
    noun = _telling_noun(text, span, name, rules)
    behind = APPOSITION.match(text, span[1])
    if behind and not named and noun in SPOKESPEOPLE:
        named = _actors_in(behind.span(1), mentions, rules.registry)
    actor_id = _speaking_actor(text, span, name, noun, named, mentions, rules)
    actor = rules.registry.table.loc[actor_id] if actor_id else None
    kind = actor["kind"] if actor is not None else ""
    is_person = bool(noun) and rules.nouns[noun]["kind"] == "person"
    document = bool(noun) and not actor_id and rules.nouns[noun]["kind"] == "document"
    if document and rules.nouns[noun]["type"] == "unspecified":
        return replace(speak_for(name, earlier), place=span[0])
    own = is_person and not whole and kind != "person"
    own = own and rules.nouns[noun]["type"] in OWN_TYPES
    if kind in ("person", "body") and not own:
        source_type = actor["type"]
    elif noun:
        source_type = rules.nouns[noun]["type"]
    else:
        source_type = actor["type"] if actor is not None else "unspecified"
    side = find_side(source_type, find_country(name, actor, rules), sides)
    if side == "none" and DEFINITE.match(name):  # "the premier": the side of the last of that type
        side = next((who.side for who in reversed(earlier) if who.source_type == source_type), side)
    if side == "none" and source_type in OF_A_STATE:
        side = nearest_side(text, span[0], sides, rules)
    return Resolved(
        name=name,
        actor_id=actor_id,
        source_type=source_type,
        side=side,
        anonymity=find_anonymity(text, name, kind, noun, rules),
        kind=find_pronoun_kind(name, kind, noun, rules),
        place=span[0],
    )


def _telling_noun(text: str, span, name: str, rules: SourceRules) -> str:
    """Return the noun that tells what a source is: in its name, else set off behind it by a comma.

    Of "a source in the Rwandan government" it is the government; "the attorney general" is one.
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


def _actors_in(span, mentions, registry: Registry) -> list[tuple[int, int, str]]:
    """Return (start, end, actor_id) of the mentions in `span`: persons, bodies, groups, states."""
    order = {"person": 0, "body": 1, "group": 2, "state": 3}
    kinds = registry.table["kind"]
    inside = [(start, end, form.actor_id) for start, end, form in mentions
              if span[0] <= start and end <= span[1]]  # fmt: skip
    return sorted(inside, key=lambda mention: order[kinds[mention[2]]])


def _speaking_actor(text, span, name, noun, named, mentions, rules: SourceRules) -> str:
    """Return the actor who speaks: named in the head of the source, or by its fuller name.

    "A lawyer for Paul Kagame" is not Paul Kagame; "a spokesman for UNHCR" speaks for UNHCR.
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


def _named_before(text, span, mentions, sides, rules) -> list[Resolved]:
    """Return the actors named before `span` as what a pronoun may stand for."""
    table = rules.registry.table
    found = []
    for start, _, form in mentions:
        if start < span[0]:
            actor = table.loc[form.actor_id]
            kind = KINDS[actor["kind"]]
            if kind == "people" and not opens_sentence(text, start):
                continue  # "they" is seldom people who are only an object of the sentence before
            side = find_side(actor["type"], actor["country"], sides)
            named = "generic" if kind == "people" else "named"
            found.append(
                Resolved(actor["name"], form.actor_id, actor["type"], side, named, kind, start)
            )
    return found
