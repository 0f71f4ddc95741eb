"""What a source is labelled with: the tables and rules for its noun, its body and its kind."""

import re
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from helpers import load
from helpers.actors import Registry
from helpers.sources.names import NAME

PREPOSITION = re.compile(
    r"\s(?:of|for|to|from|in|at|on|with|who|behind|by|under|against|near|since|within|inside|after|"
    r"before|including|chosen|led|representing)\s"
)
# "A Church of England spokesman": a name with a preposition inside, and its staff.
STAFF_BEHIND = re.compile(
    r"[A-Z][\w'’-]*\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w'’.-]*\s)+(?:[a-z-]+\s)?[a-z]+\Z"
)
# What a name is of that ends in such a word, or has it before "of", "for", "to".
BODY_WORDS = {
    word: source_type
    for source_type, words in {
        "government": "Ministry Department Office Agency Bureau Directorate Embassy Treasury "
        "Police",
        "court_legal": "Court Tribunal Prosecution",
        "parliament_party": "Party Parliament Assembly Senate Congress Committees Committee "
        "Knesset Commons Lords Caucus",
        "expert": "University Institute College School Observatory Institution",
        "media": "Times Post Herald Guardian News Tribune Telegraph Mail Television TV Radio "
        "Broadcasting Newspaper Gazette Monitor Reuters",
        "civil_society": "Centre Center Foundation Watch Network Coalition Alliance Association "
        "Society Trust Union Service Charity Church Rights Forum Hub Aid Council "
        "Federation Movement Campaign Brotherhood Action Project Refugees",
        "business": "Airlines Airways Ltd Inc Corp Limited",
    }.items()
    for word in words.split()
}


@dataclass
class SourceRules:
    """The tables that tell a source's type and side: nouns, demonyms, and the actor registry.

    `nouns` maps a noun to its row of data/source_nouns.csv, `countries` a word to an ISO code,
    `actors` an actor_id to its row of data/actors.csv, `aliases` to its aliases, joined by "|".

    >>> from helpers.actors import build_registry
    >>> build_rules(build_registry()).nouns["lawyer"]["kind"]
    'person'
    """

    nouns: dict[str, dict]
    countries: dict[str, str]
    country_pattern: re.Pattern
    actors: dict[str, dict]
    aliases: dict[str, str]


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
        actors=registry.table.to_dict("index"),
        aliases=registry.table["aliases"].fillna("").to_dict(),
    )


def is_plural(noun: str) -> bool:
    """Say whether a noun (lower case) tells of several.

    >>> [is_plural(noun) for noun in ("lawyers", "policewomen", "media", "press", "judge")]
    [True, True, True, False, False]
    """
    many = noun.endswith(("s", "men", "people")) and not noun.endswith(("ss", "us"))
    return many or noun == "media"


@lru_cache(maxsize=10_000)
def head_of(name: str) -> str:
    """Return what stands in a name before its first preposition.

    >>> head_of("a lawyer at the court")
    'a lawyer'
    """
    return name if STAFF_BEHIND.search(name) else PREPOSITION.split(name, maxsplit=1)[0]


def head_noun(name: str, nouns: dict[str, dict]) -> str:
    """Return the last known noun before a preposition; else the last known one at all; or "".

    Of sources joined by "and" the first counts; of "court papers" the court, not the papers; of "a
    report by the ministry" the ministry.

    >>> nouns = {"lawyer": {"kind": "person"}, "court": {"kind": "body"}}
    >>> head_noun("a lawyer at the court", nouns), head_noun("Kigali", nouns)
    ('lawyer', '')
    """
    head = head_of(name)
    document = ""
    for piece in (head.split(" and ")[0], head, name):
        if piece != head and piece != name and piece.split()[-1].lower() not in nouns:
            continue  # "many local and international organisations"
        known = [word for word in re.findall(r"[\w-]+", piece.lower()) if word in nouns]
        telling = [word for word in known if nouns[word]["kind"] != "document"]
        if telling:
            return telling[-1] if piece is not name or not document else telling[0]
        if known:
            document = document or known[-1]
            if nouns[document].get("type") != "unspecified":
                return document
    return document


def body_type(name: str) -> str:
    """Return what a named body is by the last word of its name, or "".

    >>> body_type("The Kivu Post"), body_type("the post"), body_type("Ann Lee")
    ('media', '', '')
    """
    words = head_of(name).split()
    if len(words) < 2 or not words[-2][0].isupper():
        return ""
    if name.split()[: len(words) + 1][-1] == "to" and words[-1] == "Committee":
        return "civil_society"
    if words[-2].startswith(("Ombudsman", "Auditor")):
        return "expert"  # "the Ombudsman's Office"
    return BODY_WORDS.get(words[-1], "")


def find_pronoun_kind(name: str, kind: str, noun: str, rules: SourceRules) -> str:
    """Return which pronoun can stand for the source: "person", "people" or "body".

    >>> from helpers.actors import build_registry
    >>> rules = build_rules(build_registry())
    >>> [find_pronoun_kind(name, "", name, rules) for name in ("lawyer", "lawyers", "court")]
    ['person', 'people', 'body']
    """
    head = head_of(name)
    row = rules.nouns.get(noun, {"kind": ""})
    first = rules.nouns.get(head_noun(head, rules.nouns), {"kind": ""})
    if first["kind"] == "document":
        return "body"
    plural = head.split()[-1].lower() == noun and is_plural(noun)
    if kind == "person":
        return "person"
    if row["kind"] == "person":
        return "people" if plural else "person"
    if noun or kind or body_type(name):
        return "people" if kind == "group" else "body"
    return "person" if NAME.search(name) or (name[:1].isupper() and " " not in name) else "body"
