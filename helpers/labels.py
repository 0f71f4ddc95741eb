"""What a source is labelled with: the tables and rules for country, side and anonymity."""

import re
from dataclasses import dataclass

import pandas as pd

from helpers import load
from helpers.actors import Registry
from helpers.antecedents import NAME

PREPOSITION = re.compile(r"\s(?:of|for|to|from|in|at|on|with|who|behind|by)\s")

ENDS_IN_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+\s(?:(?:de|van|von|bin|al)\s)?[A-ZÀ-Þ][\w'’-]+\Z")
COUNTED = re.compile(
    r"(?:the|its|his|her|their|both|two|three|four|five|six|several|one|\d+)\s", re.IGNORECASE
)
# Offices that one person holds: "the president" is somebody known.
OFFICES = frozenset(
    "president premier minister chancellor king governor ambassador commissioner mayor "
    "commissioner-general".split()
)


@dataclass
class SourceRules:
    """The tables that tell a source's type and side: nouns, demonyms, and the actor registry.

    `nouns` maps a noun to its row of data/source_nouns.csv, `countries` a word to an ISO code.

    >>> from helpers.actors import build_registry
    >>> build_rules(build_registry()).nouns["lawyer"]["kind"]
    'person'
    """

    nouns: dict[str, dict]
    countries: dict[str, str]
    country_pattern: re.Pattern
    registry: Registry


def build_rules(
    registry: Registry, nouns: pd.DataFrame | None = None, demonyms: pd.DataFrame | None = None
) -> SourceRules:
    """Return the rules from data/source_nouns.csv and data/demonyms.csv (or the tables given).

    >>> from helpers.actors import build_registry
    >>> build_rules(build_registry()).countries["Rwandan"]
    'RWA'
    """
    nouns = load.source_nouns() if nouns is None else nouns
    demonyms = load.demonyms() if demonyms is None else demonyms
    words = sorted(demonyms["word"], key=lambda word: (-len(word), word))
    return SourceRules(
        nouns=nouns.set_index("noun").to_dict("index"),
        countries=dict(zip(demonyms["word"], demonyms["country"], strict=True)),
        country_pattern=re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)"),
        registry=registry,
    )


def head_noun(name: str, nouns: dict[str, dict]) -> str:
    """Return the last known noun before a preposition; else the last known one at all; or "".

    Of sources joined by "and" the first counts; of "court papers" the court, not the papers.

    >>> nouns = {"lawyer": {"kind": "person"}, "court": {"kind": "body"}}
    >>> head_noun("a lawyer at the court", nouns), head_noun("Kigali", nouns)
    ('lawyer', '')
    """
    head = PREPOSITION.split(name)[0]
    for piece in (head.split(" and ")[0], head, name):
        known = [word for word in re.findall(r"[\w-]+", piece.lower()) if word in nouns]
        telling = [word for word in known if nouns[word]["kind"] != "document"]
        if known:
            return (telling or known)[-1]
    return ""


def find_country(name: str, actor, rules: SourceRules) -> str:
    """Return a source's country: its actor's, else that of the first word that points to one.

    An ISO code, or "" where nothing points to one. `actor` is the actor's row of the registry, or
    None.

    >>> from helpers.actors import build_registry
    >>> find_country("the British envoy to Rwanda", None, build_rules(build_registry()))
    'GBR'
    """
    if actor is not None and actor["country"]:
        return actor["country"]
    for piece in (PREPOSITION.split(name)[0], name):  # "the British envoy to Rwanda" is British
        found = rules.country_pattern.search(piece)
        if found:
            return rules.countries[found.group()]
    return ""


def find_side(source_type: str, country: str, sides: dict[str, str]) -> str:
    """Return the side of a source (CODEBOOK.md, source_side); `sides` maps an ISO code to its side.

    >>> find_side("government", "RWA", {"RWA": "receiving"}), find_side("government", "FRA", {})
    ('receiving', 'other')
    """
    if source_type == "intergovernmental":
        return "international"
    if source_type == "relocated_people":
        return "other"
    if country:
        return sides.get(country, "other")
    return "international" if source_type == "civil_society" else "none"


def nearest_side(text: str, at: int, sides: dict[str, str], rules: "SourceRules") -> str:
    """Return the side of the last country of `sides` that is named before character `at`, or none.

    >>> from helpers.actors import build_registry
    >>> rules = build_rules(build_registry())
    >>> nearest_side("Kigali signed. The court said no.", 15, {"RWA": "receiving"}, rules)
    'receiving'
    """
    found = [rules.countries[m.group()] for m in rules.country_pattern.finditer(text, 0, at)]
    return next((sides[code] for code in reversed(found) if code in sides), "none")


def find_anonymity(text: str, name: str, kind: str, noun: str, rules: SourceRules) -> str:
    """Return "named", "role" or "generic" (CODEBOOK.md, anonymity).

    `text` is the article's; `kind` the kind of the actor or ""; `noun` the head noun or "".

    >>> from helpers.actors import build_registry
    >>> rules = build_rules(build_registry())
    >>> [find_anonymity("", name, "", "lawyer", rules) for name in ("a lawyer", "lawyer Ann Lee")]
    ['role', 'named']
    """
    unnamed = _is_unnamed_staff(name, noun, rules)
    if kind == "person" or (kind == "body" and not unnamed):
        return "named"
    if ENDS_IN_NAME.search(name) and name.split()[-1].lower() not in rules.nouns:
        return "named"  # "UNHCR's envoy for protection, Ann Lee"
    if NAME.search(PREPOSITION.split(name)[0]) and not unnamed:
        return "named"
    if noun:
        return _rank(name, rules.nouns[noun], noun)
    return "named" if kind == "state" or _is_name_word(text, name) else "generic"


def _rank(name: str, row: dict, noun: str) -> str:
    """Return how named a source is by its noun alone: a body is one, a bare plural a crowd."""
    if row["anonymity"] == "generic":
        return "generic"
    many = noun.endswith(("s", "men", "people")) and noun not in ("congress", "press", "boss")
    if row["kind"] != "person":
        return "generic" if many and not COUNTED.match(name) else "named"
    if many:
        return "role" if COUNTED.match(name) else "generic"
    office = noun in OFFICES and name.lower().startswith(("the ", "its ", "their ", "his ", "her "))
    return "named" if office else "role"


def _is_name_word(text: str, name: str) -> bool:
    """Say whether one word is a name: it stands with a capital inside a sentence, too."""
    if " " in name or not name[:1].isupper():
        return False
    return re.search(rf"(?<=[a-z,;\"”]\s){re.escape(name)}\b", text) is not None


def _is_unnamed_staff(name: str, noun: str, rules: SourceRules) -> bool:
    """Say whether the name's head is a person's role with no name behind it: "a UNHCR official"."""
    head = PREPOSITION.split(name)[0].split()
    person = bool(noun and head) and rules.nouns[noun]["kind"] == "person"
    return person and head[-1].lower() == noun


def find_pronoun_kind(name: str, kind: str, noun: str, rules: SourceRules) -> str:
    """Return which pronoun can stand for the source: "person", "people" or "body".

    >>> from helpers.actors import build_registry
    >>> rules = build_rules(build_registry())
    >>> [find_pronoun_kind(name, "", name, rules) for name in ("lawyer", "lawyers", "court")]
    ['person', 'people', 'body']
    """
    if kind == "person":
        return "person"
    plural = name.split()[-1].lower() == noun and noun.endswith(("s", "men", "people"))
    if noun and rules.nouns[noun]["kind"] == "person":
        return "people" if plural else "person"
    if noun or kind:
        return "people" if kind == "group" else "body"
    return "person" if NAME.search(name) or (name[:1].isupper() and " " not in name) else "body"
