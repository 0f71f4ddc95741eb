"""On which side of an arrangement a source stands: the country it belongs to, and its side."""

import re

# Bodies of these types belong to a state, to that of the text where none is named with them.
OF_A_STATE = ("government", "court_legal", "parliament_party")
EU = "EUE"
EU_MEMBERS = frozenset(
    "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT "
    "ROU SVK SVN SWE".split()
)
SUPRANATIONAL = re.compile(
    r"\b(?:[Ee]uropean?\b.{0,15}\b[Cc]ourt|international community|Strasbourg)"
)
# Where people go or what is named after a country says nothing of who speaks.
BOUND = re.compile(r"\b(?:to|in|into|on|from|with|between|for|via)\s(?:the\s)?\Z")
NAMESAKE = re.compile(
    r"[\s-](?:plan|deal|scheme|policy|agreement|bill|act|pact|treaty|partnership|flights?|"
    r"arrangement|removals?|protocol|memorandum|solution)s?\b",
    re.IGNORECASE,
)


def find_country(name: str, actor: dict | None, rules, head: str = "") -> str:
    """Return a source's country: its actor's, else that of the first word that points to one.

    An ISO code, or "" where nothing points to one. `actor` is the actor's row of the registry, or
    None; `head` what stands in `name` before its first preposition, looked at first.

    >>> from helpers.actors import build_registry
    >>> from helpers.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> find_country("the British envoy to Rwanda", None, rules, "the British envoy")
    'GBR'
    """
    if actor is not None and actor["kind"] != "group" and (actor["country"] or not head):
        return actor["country"]
    for piece in (head, name):
        found = rules.country_pattern.search(piece)
        if found:
            return rules.countries[found.group()]
    return ""


def find_side(source_type: str, country: str, sides: dict[str, str]) -> str:
    """Return the side of a source (CODEBOOK.md, source_side); `sides` maps an ISO code to its side.

    >>> find_side("government", "RWA", {"RWA": "receiving"}), find_side("government", "FRA", {})
    ('receiving', 'other')
    """
    if source_type == "relocated_people":
        return "other"
    if country == EU or source_type == "intergovernmental":
        return sides.get(EU, "international") if country == EU else "international"
    if country in sides:
        return sides[country]
    if country in EU_MEMBERS and EU in sides:
        return sides[EU]
    return "other" if country else "none"


def nearest_side(text: str, at: int, sides: dict[str, str], rules) -> str:
    """Return the side of the last country of `sides` that is named before character `at`, or none.

    Countries that only tell where people go ("to Rwanda", "the Rwanda plan") count if no other does.

    >>> from helpers.actors import build_registry
    >>> from helpers.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> text = "Britain sent them to Rwanda. The court said no."
    >>> nearest_side(text, 29, {"RWA": "receiving", "GBR": "sending"}, rules)
    'sending'
    """
    weak = "none"
    for found in reversed([*rules.country_pattern.finditer(text, 0, at)]):
        side = sides.get(rules.countries[found.group()])
        if side:
            before = text[max(0, found.start() - 16) : found.start()]
            if not (BOUND.search(before) or NAMESAKE.match(text, found.end())):
                return side
            weak = side if weak == "none" else weak
    return weak
