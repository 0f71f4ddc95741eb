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
    >>> from helpers.sources.labels import build_rules
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
    if source_type == "government" and country and "receiving" not in sides.values() and sides:
        return "receiving"  # a state that might take people, where none has agreed
    return "other" if country else "none"


def place_sides(text: str, sides: dict[str, str], rules) -> list[tuple[int, str, bool]]:
    """Return (place, side, free) of each country of `sides` named in `text`, in order.

    Not free are those that only tell where people go or what is named after a country: "to Rwanda",
    "the Rwanda plan".

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> place_sides("London sent them to Rwanda.", {"RWA": "receiving", "GBR": "sending"}, rules)
    [(0, 'sending', True), (20, 'receiving', False)]
    """
    found = []
    if not sides:
        return found
    for match in rules.country_pattern.finditer(text):
        side = sides.get(rules.countries[match.group()])
        if side:
            before = text[max(0, match.start() - 16) : match.start()]
            free = not (BOUND.search(before) or NAMESAKE.match(text, match.end()))
            found.append((match.start(), side, free))
    return found


def home_side(placed: list[tuple[int, str, bool]]) -> str:
    """Return the side whose "government" or "court" needs no country beside it, or none.

    That is the side of the country that the article names first, as `place_sides` gives them;
    those that are not free count where no other is named.

    >>> home_side([(0, "sending", True), (20, "receiving", False), (40, "receiving", True)])
    'sending'
    """
    free = (side for _, side, free in placed if free)
    return next(free, placed[0][1] if placed else "none")
