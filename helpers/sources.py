"""Who a source is: its actor, its type, its side, named or not."""

import re
from dataclasses import dataclass

import pandas as pd

from helpers import load
from helpers.actors import Form, Registry
from helpers.antecedents import (
    NAME,
    PERSON_PRONOUNS,
    PRONOUNS,
    Resolved,
    find_antecedent,
    fullest_name,
    speak_for,
)  # fmt: skip

# The author of a piece is its own voice, not one of its sources (CODEBOOK.md, rule A7).
AUTHORS = frozenset("columnist author writer commentator blogger".split())
PIECES = frozenset("editorial piece post column caption blog commentary essay article".split())
# Who speaks beside a body that is named: "a lawyer for Amnesty" is no campaigner.
STAFF = frozenset("lawyer lawyers critics deportee deportees resident residents".split())


@dataclass
class SourceRules:
    """The tables that tell a source's type and side: nouns, demonyms, and the actor registry."""

    nouns: dict[str, dict]
    countries: dict[str, str]
    country_pattern: re.Pattern
    registry: Registry


def build_rules(
    registry: Registry, nouns: pd.DataFrame | None = None, demonyms: pd.DataFrame | None = None
) -> SourceRules:
    """Return the rules from data/source_nouns.csv and data/demonyms.csv (or the tables given)."""
    nouns = load.source_nouns() if nouns is None else nouns
    demonyms = load.demonyms() if demonyms is None else demonyms
    words = sorted(demonyms["word"], key=lambda word: (-len(word), word))
    return SourceRules(
        nouns=nouns.set_index("noun").to_dict("index"),
        countries=dict(zip(demonyms["word"], demonyms["country"], strict=True)),
        country_pattern=re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"),
        registry=registry,
    )


def resolve(
    text: str, span: tuple[int, int] | None, earlier: list[Resolved],
    mentions: list[tuple[int, int, Form]], sides: dict[str, str], rules: SourceRules,
) -> Resolved:  # fmt: skip
    """Return who the source at `span` is; the piece's own author has an empty source type.

    `earlier` are the sources resolved so far in the article, `mentions` its mentions (see
    `find_mentions`), `sides` maps a country code to "sending" or "receiving". A person or body of
    the registry decides the type; else the head noun in data/source_nouns.csv; else a state that
    stands alone counts as its government; else it is "unspecified".
    """
    if span is None:
        return Resolved("", "", "unspecified", "none", "generic", "none")
    words = text[slice(*span)]
    if words.lower() in PRONOUNS:
        found = find_antecedent(words, earlier)
        if found is None and words.lower() in PERSON_PRONOUNS:
            found = _last_person(span, mentions, sides, rules)
        return found or Resolved("", "", "unspecified", "none", "generic", "none")
    name = fullest_name(text, span, earlier)
    noun = _head_noun(name, rules.nouns)
    head = set(re.findall(r"[a-z]+", re.split(r"\b(?:of|for|in|by)\b", name.lower())[0]))
    if head & (AUTHORS | PIECES):
        kind = "person" if head & AUTHORS else "body"
        return Resolved(name, "", "", "none", "generic", kind)
    actor_id = _actor_in(span, name, text, mentions, rules.registry)
    actor = rules.registry.table.loc[actor_id] if actor_id else None
    kind = actor["kind"] if actor is not None else ""
    if kind in ("person", "body") and noun not in STAFF:
        source_type = actor["type"]
    elif noun:
        source_type = rules.nouns[noun]["type"]
    else:
        source_type = actor["type"] if actor is not None else "unspecified"
    if noun and not actor_id and rules.nouns[noun]["kind"] == "document":
        return speak_for(name, earlier)
    side = _side(source_type, _country(name, actor, rules), sides)
    if side == "none":  # "the premier", "the court": the side of the last of that type
        side = next((who.side for who in reversed(earlier) if who.source_type == source_type), side)
    return Resolved(
        name=name,
        actor_id=actor_id,
        source_type=source_type,
        side=side,
        anonymity=_anonymity(name, kind, noun, rules),
        kind=_pronoun_kind(name, kind, noun, rules),
    )


def _last_person(span, mentions, sides, rules) -> Resolved | None:
    """Return the person named last before `span`, for a pronoun without a source before it."""
    table = rules.registry.table
    before = [form.actor_id for start, _, form in mentions if start < span[0]]
    persons = [actor_id for actor_id in before if table.loc[actor_id, "kind"] == "person"]
    if not persons:
        return None
    actor = table.loc[persons[-1]]
    side = _side(actor["type"], actor["country"], sides)
    return Resolved(actor["name"], persons[-1], actor["type"], side, "named", "person")


def _country(name: str, actor, rules: SourceRules) -> str:
    if actor is not None and actor["country"]:
        return actor["country"]
    found = rules.country_pattern.search(name)
    return rules.countries[found.group()] if found else ""


def _side(source_type: str, country: str, sides: dict[str, str]) -> str:
    if source_type == "intergovernmental":
        return "international"
    if source_type == "relocated_people":
        return "other"
    if country:
        return sides.get(country, "other")
    return "international" if source_type == "civil_society" else "none"


def _anonymity(name: str, kind: str, noun: str, rules: SourceRules) -> str:
    if kind == "person" or (kind == "body" and not _is_unnamed_staff(name, noun, rules)):
        return "named"
    if NAME.search(name) and not _is_unnamed_staff(name, noun, rules):
        return "named"
    if noun:
        return rules.nouns[noun]["anonymity"]
    return "named" if kind == "state" or (name[:1].isupper() and " " not in name) else "generic"


def _is_unnamed_staff(name: str, noun: str, rules: SourceRules) -> bool:
    """Say whether the name's head is a person's role with no name behind it: "a UNHCR official"."""
    head = re.split(r"\b(?:of|for|in|from|at|on|with|who|behind)\b", name)[0].split()
    return (
        bool(noun and head) and rules.nouns[noun]["kind"] == "person" and (head[-1].lower() == noun)
    )


def _pronoun_kind(name: str, kind: str, noun: str, rules: SourceRules) -> str:
    if kind == "person":
        return "person"
    plural = name.split()[-1].lower() == noun and noun.endswith(("s", "men", "people"))
    if noun and rules.nouns[noun]["kind"] == "person":
        return "people" if plural else "person"
    if noun or kind:
        return "people" if kind == "group" else "body"
    return "person" if NAME.search(name) or (name[:1].isupper() and " " not in name) else "body"


def _actor_in(span, name, text, mentions, registry) -> str:
    """Return the actor in the source: a person before a body before a group before a state."""
    order = {"person": 0, "body": 1, "group": 2, "state": 3}
    found = [form.actor_id for start, end, form in mentions if span[0] <= start and end <= span[1]]
    if not found and text[slice(*span)] != name:
        found = [form.actor_id for start, end, form in mentions if text[start:end] in name]
    return min(found, key=lambda actor_id: order[registry.table.loc[actor_id, "kind"]], default="")


def _head_noun(name: str, nouns: dict[str, dict]) -> str:
    """Return the last known noun before "of", "for", "in"; else the last known one at all.

    Of sources joined by "and" the first counts; of "court papers" the court, not the papers.
    """
    head = re.split(r"\b(?:of|for|in|from|at|on|with|who|behind)\b", name)[0]
    for piece in (head.split(" and ")[0], head, name):
        known = [word for word in re.findall(r"[\w-]+", piece.lower()) if word in nouns]
        telling = [word for word in known if nouns[word]["kind"] != "document"]
        if known:
            return (telling or known)[-1]
    return ""
