"""Who a source is: its actor, its type, its side, named or not."""

import re
from dataclasses import replace

from helpers.actors import Form
from helpers.antecedents import (
    PRONOUNS,
    Resolved,
    find_antecedent,
    fullest_name,
    opens_sentence,
    speak_for,
)  # fmt: skip
from helpers.labels import (
    SourceRules,
    find_anonymity,
    find_country,
    find_pronoun_kind,
    find_side,
    nearest_side,
)
from helpers.speakers import (
    APPOSITION,
    OWN_TYPES,
    SPOKESPEOPLE,
    actors_in,
    speaking_actor,
    telling_noun,
)

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
NUMBERS = re.compile(
    r"(?:the\s|all\s|the other\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|most|both)",
    re.IGNORECASE,
)
KINDS = {"person": "person", "body": "body", "state": "body", "group": "people"}


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
        wanted = ("intergovernmental",) if words.lower().endswith("agency") else BODIES
        bodies = [who for who in bodies if who.source_type in wanted]
        found = find_antecedent("it", text, span[0], bodies)
        if found:
            return replace(found, place=span[0], spoke=True)
    author = AUTHOR.fullmatch(words)
    if author:
        return Resolved(words, "", "", "none", "generic", "person" if author["person"] else "body")
    named = actors_in(span, mentions, rules.registry)
    whole = [actor_id for start, end, actor_id in named if (start, end) == span]
    kinds = rules.registry.table["kind"]
    name = words if whole and kinds[whole[0]] != "person" else fullest_name(text, span, earlier)
    if any(who.name == name and not who.source_type for who in earlier):
        return Resolved(name, "", "", "none", "generic", "person")  # the author by surname
    noun = telling_noun(text, span, name, rules)
    behind = APPOSITION.match(text, span[1])
    if behind and not named and noun in SPOKESPEOPLE:
        named = actors_in(behind.span(1), mentions, rules.registry)
    actor_id = speaking_actor(text, span, name, noun, named, mentions, rules)
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
