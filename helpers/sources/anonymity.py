"""Whether a source is named, told by a role, or a crowd (CODEBOOK.md, anonymity)."""

import re

from helpers.sources.labels import BODY_WORDS, SourceRules, body_type, head_noun, head_of, is_plural
from helpers.sources.names import ENDS_IN_NAME, NAME

NUMBER = re.compile(
    r"(?:(?:the|its|his|her|their|all|both|at least|about|some|more than|over)\s)*"
    r"(?:other\s)?(?:both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|\d+)\s",
    re.IGNORECASE,
)
POSSESSED = re.compile(r"(?:its|his|her|their|[\w .-]+(?:'s|s'))\s", re.IGNORECASE)
INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
# Offices that one person holds: "the president" is somebody known.
SINGLE_OFFICES = frozenset(
    "president premier minister chancellor king governor ambassador commissioner mayor secretary "
    "commissioner-general pope archbishop ombudsman speaker".split()
)
CHIEF = re.compile(r"\b(?:the|its|their|his|her)\s(?:[\w-]+\s)*(?:chief justice|head)\Z", re.I)
STATES = frozenset("countries governments states nations".split())
BOTH = re.compile(r"(?:the|both)\s", re.IGNORECASE)
MAKER = re.compile(
    r"(?:[\w-]+\s){0,4}(?:statement|report|letter|writ|study|document|email|submission|memo|tweet|post)s?"
    r"\s(?:\w+\s)?(?:by|from|of)\s"
)


def names_person(name: str, nouns: dict[str, dict]) -> bool:
    """Say whether a name tells a person by name: before or behind a comma, or at its end.

    >>> nouns = {"lawyer": {}, "official": {}}
    >>> [names_person(name, nouns) for name in ("Ann Lee, a lawyer", "A lawyer for Ann Lee")]
    [True, False]
    """
    for number, piece in enumerate(name.split(", ")):
        found = ENDS_IN_NAME.search(piece)
        if not found or (number == 0 and INDEFINITE.match(piece)):
            continue
        if number and not piece[0].isupper():
            continue  # "a UNHCR spokesperson", "including Ann Lee"
        words = found.group().split()
        before = piece[: found.start()]
        ends = words[-1].lower() not in nouns and words[-1] not in BODY_WORDS
        ends = ends or any(word in nouns for word in before.split())  # "minister Julie Bishop"
        behind = re.search(r"\b(?:of|for|to|by|with|from|at|in)\s(?:the\s)?\Z", before)
        if ends and not behind:
            return True
    return False


def find_anonymity(text: str, name: str, kind: str, noun: str, rules: SourceRules) -> str:
    """Return "named", "role" or "generic" (CODEBOOK.md, anonymity).

    `text` is the article's; `kind` the kind of the actor or ""; `noun` the telling noun or "".

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> [find_anonymity("", name, "", "lawyer", rules) for name in ("a lawyer", "lawyer Ann Lee")]
    ['role', 'named']
    """
    maker = MAKER.match(name)
    if names_person(name[maker.end() :] if maker else name, rules.nouns):
        return "named"
    own, last = head_noun(name, rules.nouns), head_of(name).split()[-1]
    if own and last.lower() == own and own != noun:
        noun = own  # "a source in the government"
    if (
        kind == "body"
        and last[0].isupper()
        and len(name.split()) > 1
        and not INDEFINITE.match(name)
    ):
        return "named"
    if noun and last.lower() == noun:
        row = rules.nouns[noun]
        if row["kind"] == "person" or (last.islower() and is_plural(noun)):
            return _rank(name, row, noun)
    crowd = last.islower() and last.endswith("s") and " " in name
    if kind == "body" and crowd and not name.lower().startswith("the "):
        return "generic"  # "Italian magistrates"
    if kind in ("person", "body") or body_type(name) or NAME.search(head_of(name)):
        return "named"
    if noun:
        return _rank(name, rules.nouns[noun], noun)
    return "named" if kind == "state" or _is_name_word(text, name) else "generic"


def _rank(name: str, row: dict, noun: str) -> str:
    """Return how named a source is by its noun alone: a body is one, a bare plural a crowd."""
    if noun in STATES and BOTH.match(name):
        return "named"
    if row["kind"] != "document" and NUMBER.match(name):
        return "role"
    if row["anonymity"] == "generic":
        return "generic"
    if row["kind"] != "person":
        if is_plural(noun):
            return "generic"
        alone = head_of(name).split()[-1].lower() == noun
        return "role" if INDEFINITE.match(name) and row["kind"] == "body" and alone else "named"
    if is_plural(noun):
        return "role" if POSSESSED.match(name) else "generic"
    definite = name.lower().startswith("the ") or POSSESSED.match(name) or name[0].isupper()
    office = noun in SINGLE_OFFICES and definite and not INDEFINITE.match(name)
    return "named" if office or CHIEF.search(name) else "role"


def _is_name_word(text: str, name: str) -> bool:
    """Say whether one word is a name: it stands with a capital inside a sentence, too."""
    if " " in name or not name[:1].isupper():
        return False
    return re.search(rf"(?<=[a-z,;\"”]\s){re.escape(name)}\b", text) is not None
