"""Who a source is: its actor, its type, its side, named or not."""

import re
from dataclasses import replace

from helpers.sources.anonymity import find_anonymity
from helpers.sources.antecedents import (
    GENDERS,
    Resolved,
    find_antecedent,
    find_gender,
    speak_for,
)
from helpers.sources.context import Context
from helpers.sources.labels import body_type, find_pronoun_kind, head_of
from helpers.sources.names import fullest_name, name_parts
from helpers.sources.references import find_referent, is_reference
from helpers.sources.sides import OF_A_STATE, SUPRANATIONAL, find_country, find_side, home_side
from helpers.sources.speakers import (
    SPOKESPEOPLE,
    actors_in,
    first_named,
    speaking_actor,
    speaks_for_itself,
    telling_noun,
    told_roles,
)

# The author of a piece is its own voice, not one of its sources (CODEBOOK.md, rule A7): "the
# columnist", "the opinion piece", "the author, Ann Lee", but not "the lead author of the study".
AUTHOR = re.compile(
    r"(?i:the|this|an?|its)\s(?:[\w-]+\s)?"
    r"(?:(?P<person>columnist|author|writer|commentator|blogger)|"
    r"editorial|piece|post|column|caption|blog|commentary|essay|article)(?:(?:,|\s(?:in|at|on))\s.+)?"
)  # not "The Kivu Post"
LOCAL = ("civil_society", "expert", "public", "business")
OWNED = re.compile(r"(its|his|her|their)\s", re.IGNORECASE)
NAMELESS = Resolved("", "", "unspecified", "none", "generic", "none")


def resolve(span: tuple[int, int] | None, earlier: list[Resolved], context: Context) -> Resolved:
    """Return who the source at `span` is; the piece's own author has an empty source type.

    `earlier` are the sources resolved so far in the article. A person or body of the registry
    decides the type; else the head noun in data/source_nouns.csv, in its name or in the role told
    beside it; else a state that stands alone counts as its government; else it is "unspecified".

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> context = Context("A Rwandan lawyer said no.", [0], [], {"RWA": "receiving"}, rules)
    >>> who = resolve((0, 16), [], context)
    >>> who.name, who.source_type, who.side, who.anonymity
    ('A Rwandan lawyer', 'court_legal', 'receiving', 'role')
    """
    if span is None:
        return NAMELESS
    text = context.text
    words = text[slice(*span)]
    opens = context.opens_sentence(span[0])
    found = find_referent(words, span[0], earlier, context)
    if found:
        gender = GENDERS.get(words.lower()) or found.gender
        return replace(found, place=span[0], spoke=True, opens=opens, aside=False, gender=gender)
    if is_reference(words):
        return NAMELESS
    author = AUTHOR.fullmatch(words)
    if author:
        return Resolved(words, "", "", "none", "generic", "person" if author["person"] else "body")
    name = fullest_name(words, [who.name for who in earlier] + context.names)
    if any(who.name == name and not who.source_type for who in earlier):
        return Resolved(name, "", "", "none", "generic", "person")  # the author by surname
    return replace(identify(span, name, earlier, context), opens=opens)


def identify(span, name: str, earlier: list[Resolved], context: Context) -> Resolved:
    """Return the source at `span`, called `name`, with its labels; joint ones by the first.

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> context = Context("Lawyers and men left.", [0], [], {}, build_rules(build_registry()))
    >>> identify((0, 15), "Lawyers and men", [], context).source_type
    'court_legal'
    """
    text, rules = context.text, context.rules
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
        return replace(speak_for(full, earlier, context.named_before(span[0])), place=span[0])
    own = speaks_for_itself(row) and not whole and kind != "person"
    own = own and not any(noun in text[start:end].lower() for start, end, _ in named)
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
    known = actor is not None and actor["kind"] in ("person", "body")
    if known and not actor["country"] and source_type == "civil_society":
        return "international"  # a worldwide group: the registry gives it no country
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
        return home_side(context.sides_named)
    return "none"
