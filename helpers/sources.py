"""Who a source is: its actor, its type, its side, named or not."""

import re
from dataclasses import replace

from helpers.antecedents import (
    GENDERS,
    PRONOUNS,
    Resolved,
    find_again,
    find_antecedent,
    find_gender,
    speak_for,
)
from helpers.context import Context
from helpers.labels import (
    body_type,
    find_anonymity,
    find_pronoun_kind,
    head_of,
)
from helpers.names import fullest_name, name_parts
from helpers.sides import OF_A_STATE, SUPRANATIONAL, find_country, find_side, home_side
from helpers.speakers import (
    OWN_TYPES,
    SPOKESPEOPLE,
    actors_in,
    first_named,
    speaking_actor,
    telling_noun,
    told_roles,
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
    r"(?:the|this|that)\s(?:(?:rights|aid)\s)?(?P<noun>agency|organi[sz]ation|body|centre|center|group|"
    r"panel|union|charity|ngo|newspaper|paper|outlet|broadcaster|court|company|firm|watchdog)",
    re.I,
)
SPEAKING_BODIES = {
    "agency": ("intergovernmental",), "newspaper": ("media",), "paper": ("media",),
    "outlet": ("media",), "broadcaster": ("media",), "court": ("court_legal",),
    "company": ("business",), "firm": ("business",), "charity": ("civil_society",),
    "ngo": ("civil_society",), "watchdog": ("expert", "civil_society"),
}  # fmt: skip
BODIES = ("civil_society", "intergovernmental", "parliament_party", "expert")
LOCAL = ("civil_society", "expert", "public", "business")
# Any state has one: only one that spoke before can be meant again.
GENERAL = frozenset("government administration parliament state authorities police".split())
DEFINITE = re.compile(r"(?:the|its|his|her|their)\s", re.IGNORECASE)
OWNED = re.compile(r"(its|his|her|their)\s", re.IGNORECASE)
NUMBERS = re.compile(
    r"(?:the\s|all\s|the other\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|most|both)",
    re.IGNORECASE,
)
ORDINALS = re.compile(r"(?:the\s)?(?:first|second|third|other|another|latter)", re.IGNORECASE)
NOBODY = Resolved("", "", "unspecified", "none", "generic", "none")


def resolve(span: tuple[int, int] | None, earlier: list[Resolved], context: Context) -> Resolved:
    """Return who the source at `span` is; the piece's own author has an empty source type.

    `earlier` are the sources resolved so far in the article. A person or body of the registry
    decides the type; else the head noun in data/source_nouns.csv, in its name or in the role told
    beside it; else a state that stands alone counts as its government; else it is "unspecified".

    >>> from helpers.actors import build_registry
    >>> from helpers.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> context = Context("A Rwandan lawyer said no.", [], {"RWA": "receiving"}, rules)
    >>> who = resolve((0, 16), [], context)
    >>> who.name, who.source_type, who.side, who.anonymity
    ('A Rwandan lawyer', 'court_legal', 'receiving', 'role')
    """
    if span is None:
        return NOBODY
    text = context.text
    words = text[slice(*span)]
    opens = context.opens_sentence(span[0])
    found = _referred(words, span[0], earlier, context)
    if found:
        gender = GENDERS.get(words.lower()) or found.gender
        return replace(found, place=span[0], spoke=True, opens=opens, aside=False, gender=gender)
    if words.lower() in PRONOUNS or NUMBERS.fullmatch(words) or ORDINALS.fullmatch(words):
        return NOBODY
    author = AUTHOR.fullmatch(words)
    if author:
        return Resolved(words, "", "", "none", "generic", "person" if author["person"] else "body")
    name = fullest_name(words, [who.name for who in earlier] + context.names)
    if any(who.name == name and not who.source_type for who in earlier):
        return Resolved(name, "", "", "none", "generic", "person")  # the author by surname
    return replace(identify(span, name, earlier, context), opens=opens)


def _referred(words, place, earlier, context) -> Resolved | None:
    """Return whom a pronoun, a number or a role stands for, or None."""
    lower = words.lower()
    pronoun, number = lower in PRONOUNS, NUMBERS.fullmatch(words)
    if pronoun or number or ORDINALS.fullmatch(words):
        candidates = earlier + context.named_before(place)
        found = find_antecedent(
            words if pronoun else "those", place, candidates, context.count_sentences
        )
        if found and not pronoun and not number:
            return replace(found, anonymity="role", kind="person")
        return found
    if not DEFINITE.match(words) and not lower.startswith(("this ", "that ")):
        return None
    if any(start <= place and end >= place + len(words) for start, end, _ in context.mentions):
        return None
    general = lower.split()[-1] in GENERAL and len(words.split()) == 2
    named = [] if general else context.named_before(place)
    candidates = sorted(earlier + named, key=lambda who: who.place)
    found = find_again(words, candidates, context.rules.countries, context.rules.nouns)
    if found:
        return found
    again = AGAIN.fullmatch(words)
    if again:
        wanted = SPEAKING_BODIES.get(again["noun"].lower(), BODIES)
        bodies = [who for who in candidates if who.source_type in wanted]
        return find_antecedent("it", place, bodies, context.count_sentences)
    return None


def identify(span, name: str, earlier: list[Resolved], context: Context) -> Resolved:
    """Return the source at `span`, called `name`, with its labels; joint ones by the first.

    >>> from helpers.actors import build_registry
    >>> from helpers.labels import build_rules
    >>> context = Context("Lawyers and men left.", [], {}, build_rules(build_registry()))
    >>> identify((0, 15), "Lawyers and men", [], context).source_type
    'court_legal'
    """
    text, rules, sides = context.text, context.rules, context.sides
    full, whole_span = name, span
    span = first_named(text, span, context.mentions, rules)
    joint = span != whole_span
    if joint:
        name = text[slice(*span)]
    named = actors_in(span, context.mentions, rules)
    whole = [actor_id for start, end, actor_id in named if (start, end) == span]
    if whole and rules.actors[whole[0]]["kind"] != "person":
        name = text[slice(*span)]
        full = full if joint else name
    noun, body = telling_noun(text, name, rules), body_type(name)
    roles = [] if named or not name_parts(name) else told_roles(text, name, rules)
    role = roles[0][1] if roles else ""
    if role and noun in SPOKESPEOPLE:
        start = text.find(role)
        named = actors_in((start, start + len(role)), context.mentions, rules)
    actor_id = speaking_actor(text, span, name, noun, named, context.mentions, rules)
    actor = rules.actors[actor_id] if actor_id else None
    kind = actor["kind"] if actor is not None else ""
    row = rules.nouns[noun] if noun else {"kind": "", "type": ""}
    if row["kind"] == "document" and row["type"] == "unspecified" and not actor_id:
        return replace(speak_for(full, earlier), place=span[0])
    own = row["kind"] == "person" and not whole and kind != "person" and row["type"] in OWN_TYPES
    if kind in ("person", "body") and not own:
        source_type = actor["type"]
    elif body:
        source_type = body
    elif noun:
        source_type = row["type"]
    else:
        source_type = actor["type"] if actor is not None else "unspecified"
    anonymity = find_anonymity(text, name, kind, noun, rules)
    return Resolved(
        name=full,
        actor_id=actor_id,
        source_type=source_type,
        side=_side(name + (", " + role if role else ""), span[0], source_type, actor, anonymity,
                   earlier, context),
        anonymity=anonymity,
        kind=find_pronoun_kind(name, kind, noun, rules),
        place=span[0],
        gender=find_gender(full) or find_gender(role),
    )  # fmt: skip


def _side(name, place, source_type, actor, anonymity, earlier, context) -> str:
    if SUPRANATIONAL.search(name) and source_type == "court_legal":
        return "international"
    if actor is not None and actor["kind"] in ("person", "body") and not actor["country"]:
        if source_type == "civil_society":
            return "international"
    country = find_country(name, actor, context.rules, head_of(name))
    side = find_side(source_type, country, context.sides)
    if side != "none":
        return side
    owner = OWNED.match(name)
    if owner:  # "its authorities", "his spokesperson": the side of whose they are
        known = earlier + context.named_before(place)
        whose = find_antecedent(owner[1], place, known, context.count_sentences)
        if whose and whose.side != "none":
            return whose.side
    if source_type in OF_A_STATE:
        # "the premier", "ministers": the side of the last of that type
        same = (who.side for who in reversed(earlier) if who.source_type == source_type)
        side = next(same, side)
        return home_side(context.sides_named) if side == "none" else side
    if source_type in LOCAL and anonymity != "generic":
        worldwide = (
            source_type == "civil_society" and actor is not None and actor["kind"] != "group"
        )
        return "international" if worldwide else home_side(context.sides_named)
    return "none"
