"""Whose words a source's are: the noun that tells what it is, and the actor that speaks."""

import re

from helpers.sources.labels import SourceRules, body_type, head_noun, head_of, is_plural
from helpers.sources.names import ENDS_IN_NAME, NAME, find_roles, name_parts

SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen".split())
VAGUE = frozenset("source sources group groups leader leaders aide aides".split())
# Of these what they are made of tells more: "a panel of judges".
MADE_OF = re.compile(
    r"\b(?:panel|majority|team|delegation|coalition)\sof\s(?:[\w-]+\s){0,2}?([\w-]+)\Z"
)
ATTORNEY_GENERAL = re.compile(r"\battorney[ -]general\b", re.IGNORECASE)
# What such persons are does not follow from the body named beside them: "a lawyer for UNHCR".
OWN_TYPES = frozenset(("court_legal", "relocated_people", "public", "unspecified"))
JOINT = re.compile(r",\s(?:and\s)?|\sand\s|\s(?:along|together)\swith\s|\sas\swell\sas\s")
SET_OFF = re.compile(r"(?:an?|the|its|his|her|their|who|which|whose|led|including)\b|.*'s\s", re.I)


def first_named(text: str, span, mentions, rules: SourceRules) -> tuple[int, int]:
    """Return the first of joint sources in `span` (the codebook labels them by it), or `span`.

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> text = "Lawyers and deportees said no."
    >>> first_named(text, (0, 21), [], rules)
    (0, 7)
    """
    for joint in JOINT.finditer(text, *span):
        if any(start < joint.start() < end for start, end, _ in mentions):
            continue
        left, right = text[span[0] : joint.start()], text[joint.end() : span[1]]
        if joint.group() == ", " and (" and " not in right or SET_OFF.match(right)):
            break  # an apposition
        known = any(span[0] <= start and end <= joint.start() for start, end, _ in mentions)
        noun, last = head_noun(left, rules.nouns), left.split()[-1]
        one = last in rules.nouns and last == noun and not is_plural(noun)
        if one and ENDS_IN_NAME.search(right) and not SET_OFF.match(right):
            break  # "lawyer and activist Ann Lee"
        staff = right.split()[-1].lower() in rules.nouns and not SET_OFF.match(right)
        if staff and known and any(start == joint.end() for start, _, _ in mentions):
            break  # "DHS and State Department officials"
        office = noun and last[0].isupper() and not known and head_of(left) != left
        ends = right.split()[-1]
        names = bool(NAME.search(left)) and last[0].isupper() and not noun
        names = names and ends[0].isupper() and not body_type(right)
        if not office and (
            known or last.lower() in rules.nouns or names or (noun and head_of(left) != left)
        ):
            both = 5 * text[slice(*span)].lower().startswith("both ")
            return span[0] + both, joint.start()
        break
    return span


def telling_noun(text: str, name: str, rules: SourceRules) -> str:
    """Return the noun that tells what a source is: in its name, else in the role beside its name.

    Of "a source in the Rwandan government" it is the government; "the attorney general" is one.

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> telling_noun("Ann Lee, a former prime minister, said no.", "Ann Lee", rules)
    'minister'
    """
    if ATTORNEY_GENERAL.search(name):
        return "minister"
    noun = head_noun(name, rules.nouns)
    made_of = MADE_OF.search(name)
    if made_of and made_of[1] in rules.nouns:
        return made_of[1]
    if noun in VAGUE:
        own = name.lower().split(" including ")[0]
        words = [word for word in re.findall(r"[\w-]+", own) if word in rules.nouns]
        telling = (word for word in words if word not in VAGUE)
        noun = next((w for w in telling if rules.nouns[w]["type"] != "unspecified"), noun)
    if noun or " " not in name or not name_parts(name):
        return noun
    return next((told for told, _ in told_roles(text, name, rules)), "")


def told_roles(text: str, name: str, rules: SourceRules) -> list[tuple[str, str]]:
    """Return (noun, words) of each role that the text tells beside a person's name.

    >>> from helpers.actors import build_registry
    >>> from helpers.sources.labels import build_rules
    >>> rules = build_rules(build_registry())
    >>> told_roles("Ann Lee, a lawyer in Rome, said no.", "Ann Lee", rules)
    [('lawyer', 'a lawyer in Rome')]
    """
    found = []
    for words in find_roles(text, name):
        noun = head_noun(head_of(words), rules.nouns)
        if noun and rules.nouns[noun]["kind"] != "document":
            found.append((noun, words))
    return found


def speaks_for_itself(row: dict) -> bool:
    """Say whether a noun (its row of data/source_nouns.csv) tells the type, whoever it is of.

    "A lawyer for UNHCR" and "the suit by Amnesty" are of the court, whose lawyer or suit it is.

    >>> speaks_for_itself({"kind": "document", "type": "court_legal"})
    True
    """
    filing = row["kind"] == "document" and row["type"] == "court_legal"
    return filing or (row["kind"] == "person" and row["type"] in OWN_TYPES)


def actors_in(span, mentions, rules: SourceRules) -> list[tuple[int, int, str]]:
    """Return (start, end, actor_id) of the mentions in `span`: persons, bodies, groups, states.

    One may run on behind it, as a surname does that is a weekday, too ("Godwin Friday said").

    >>> from helpers.actors import build_registry, find_mentions
    >>> from helpers.sources.labels import build_rules
    >>> registry = build_registry()
    >>> mentions = find_mentions("UNHCR and Rwanda agreed.", registry)
    >>> [each[2] for each in actors_in((0, 16), mentions, build_rules(registry))]
    ['unhcr', 'state-rwanda']
    """
    order = {"person": 0, "body": 1, "group": 2, "state": 3}
    inside = [(start, end, form.actor_id) for start, end, form in mentions
              if span[0] <= start < span[1]]  # fmt: skip
    return sorted(inside, key=lambda mention: order[rules.actors[mention[2]]["kind"]])


def speaking_actor(text, span, name, noun, named, mentions, rules: SourceRules) -> str:
    """Return the actor who speaks: named in the head of the source, or by its fuller name.

    "A lawyer for Paul Kagame" is not Paul Kagame; "a spokesman for UNHCR" speaks for UNHCR. `name`
    and `noun` are the source's, `named` the actors in it (see `actors_in`), `mentions` all of the
    article's. "" where no actor does.

    >>> from helpers.actors import build_registry, find_mentions
    >>> from helpers.sources.labels import build_rules
    >>> registry = build_registry()
    >>> rules, text = build_rules(registry), "A spokesman for UNHCR said no."
    >>> mentions = find_mentions(text, registry)
    >>> named = actors_in((0, 21), mentions, rules)
    >>> speaking_actor(text, (0, 21), text[:21], "spokesman", named, mentions, rules)
    'unhcr'
    """
    head_end = span[0] + len(head_of(text[slice(*span)]))
    in_head = [actor_id for start, _, actor_id in named if start < head_end]
    if in_head:
        return in_head[0]
    person = bool(noun) and rules.nouns[noun]["kind"] == "person"
    own = noun in SPOKESPEOPLE or (person and rules.nouns[noun]["type"] in OWN_TYPES)
    for start, end, actor_id in named:  # "Secretary of State Marco Rubio", not "relatives of Rubio"
        person_named = rules.actors[actor_id]["kind"] == "person"
        behind = re.search(r"\b(?:of|for|to|with|by|behind)\s$", text[span[0] : start])
        of_body = bool(noun) and rules.nouns[noun]["kind"] == "body"  # "a panel under Ann Lee"
        if end == span[1] and person_named and not (own or behind or of_body):
            return actor_id
    if named and (not person or noun in SPOKESPEOPLE):
        kinds = [rules.actors[actor_id]["kind"] for _, _, actor_id in named]
        if not (noun and rules.nouns[noun]["kind"] == "body" and "person" in kinds):
            return named[0][2]
    if not named and text[slice(*span)] != name:
        fuller = [form.actor_id for start, end, form in mentions if text[start:end] in name]
        fuller = [each for each in fuller if rules.actors[each]["kind"] in ("person", "body")]
        return fuller[0] if fuller else ""
    return ""
