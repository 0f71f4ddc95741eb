"""What a source is called elsewhere in the article: pronouns, roles and documents resolved."""

import re
from dataclasses import dataclass

WANTED = {
    "they": ("people", "body"), "them": ("people", "body"), "we": ("people", "body"),
    "those": ("people",), "it": ("body",), "its": ("body",), "their": ("people", "body"),
}  # fmt: skip
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
REFERRING = frozenset(GENDERS) | {"i"} | frozenset(WANTED) - {"those"}
FEMALE = re.compile(r"\b(?:Ms|Mrs|Miss|Dame|Lady|Baroness|\w*woman|Queen|her|mother)\b")
# "Spokesman", "chairman" and the like are offices that women hold, too.
MALE = re.compile(
    r"\b(?:Mr|Sir|Lord|Baron|(?!\w*(?:spokes|chair|ombuds)man)\w*[a-z]man|King|father)\b"
)
# What a candidate gains, in sentences of distance times NEARER.
SPOKE, OPENS, NEARER, UNSAID_HERE, ASIDE, SECOND_KIND = 4, 2, 3, 3, 4, 1
ROLE = re.compile(r"(?:the|this|that|these|those)\s((?:[\w-]+\s){0,2}[\w-]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Resolved:
    """A source resolved: its fullest name, the actor it is (or ''), type, side, anonymity, kind.

    The author of a piece has no source type: a voice of the outlet's own, not a source.

    >>> Resolved("critics", "", "public", "none", "generic", "people").actor_id
    ''
    """

    name: str
    actor_id: str
    source_type: str
    side: str
    anonymity: str
    kind: str = "person"  # person, people or body: which pronoun can stand for it
    place: int = -1  # the character where it was named last; -1 where nowhere
    spoke: bool = True  # whether it was a source before, or only named
    opens: bool = False  # whether it opens its sentence there
    aside: bool = False  # whether it is no more than part of a phrase: "in X", "X's", "the X plan"
    gender: str = ""  # m or f where a pronoun or a title told it


def find_authors(text: str) -> list[Resolved]:
    """Return the authors whom the text introduces as such, without a source type: no sources.

    >>> [who.name for who in find_authors("The author, Ann Lee, recalled 2012.")]
    ['The author, Ann Lee']
    """
    found = re.findall(r"\b([Tt]he (?:author|columnist), [^,.;]+),", text)
    return [Resolved(name, "", "", "none", "generic", "person") for name in found]


def find_antecedent(pronoun: str, at: int, candidates: list[Resolved], count) -> Resolved | None:
    """Return which of `candidates` the `pronoun` at character `at` stands for, or None.

    He and she stand for a person, they for people or else a body, it for a body. The nearest
    counts, by sentences (`count` tells how many end between two characters): who spoke before and
    what opens a sentence go before what is only named, and what stands in the pronoun's own
    sentence without speaking, or inside another phrase, comes last.

    >>> court = Resolved("the court", "", "court_legal", "sending", "role", "body", 0)
    >>> patel = Resolved("Priti Patel", "", "government", "sending", "named", "person", 16)
    >>> found = [find_antecedent(word, 29, [court, patel], lambda a, b: 1) for word in ("it", "he")]
    >>> [who.name for who in found]
    ['the court', 'Priti Patel']
    """
    word = pronoun.lower()
    wanted = WANTED.get(word, ("person",))
    gender = GENDERS.get(word, "")
    fitting = [who for who in candidates if who.name and who.kind in wanted]
    if gender:
        known = {who.name: who.gender for who in candidates if who.gender}
        fitting = [who for who in fitting if known.get(who.name, gender) == gender]

    def fitness(who: Resolved) -> tuple[int, int]:
        if who.place < 0:
            return (-99, 0)
        between = count(who.place, at)
        points = SPOKE * who.spoke + OPENS * who.opens - NEARER * between
        if not who.spoke:
            points -= UNSAID_HERE * (between == 0) + ASIDE * who.aside
        return (points - SECOND_KIND * (who.kind != wanted[0]), who.place)

    return max(fitting, key=fitness, default=None)


def find_gender(words: str) -> str:
    """Return "m" or "f" where a title or the noun tells it, else "".

    >>> find_gender("Dame Ann Lee"), find_gender("a policeman"), find_gender("a spokesman")
    ('f', 'm', '')
    """
    return "f" if FEMALE.search(words) else "m" if MALE.search(words) else ""


def find_again(
    words: str, candidates: list[Resolved], adjectives=(), nouns=(), aliases=None
) -> Resolved | None:
    """Return the last of `candidates` whose name holds every word of "the senator", or None.

    One whose name begins so goes before others, words of `adjectives` such as "Rwandan" aside: "the
    president" is rather President Ann Lee than Senate President Bob Ray. `aliases` maps an actor_id
    to what else the actor is called, joined by "|".

    >>> welch = Resolved("Senator Peter Welch", "", "parliament_party", "sending", "named")
    >>> find_again("the senator", [welch]).name, find_again("the court", [welch])
    ('Senator Peter Welch', None)
    """
    role = ROLE.fullmatch(words)
    if not role:
        return None
    wanted = role[1].lower().split()
    best = None
    for who in reversed(candidates):
        titled = "|" + (aliases or {}).get(who.actor_id, "").lower()
        if f"|{role[1].lower()} " in titled:
            return who
        if wanted[-1] not in who.name.lower():
            continue
        held = [word for word in re.findall(r"[\w-]+", who.name) if word not in adjectives]
        held = [word.lower() for word in held]
        if held[:1] in (["the"], ["a"], ["an"]):
            held = held[1:]
        after = held[held.index(wanted[-1]) + 1 :][:1] if wanted[-1] in held else []
        if after and after[0] in nouns:
            continue
        if held[: len(wanted)] == wanted:
            return who
        if best is None and wanted and set(wanted) <= set(held):
            best = who
    return best


def speak_for(name: str, earlier: list[Resolved], named: list[Resolved] = ()) -> Resolved:
    """Return a document as a source: it speaks for the source named before it, if there is one.

    An author of the piece (without a source type) is none. Where nobody spoke, what was `named`
    before and opens its sentence is the maker ("Rome and Tirana signed a statement. It said").

    >>> court = Resolved("the court", "", "court_legal", "sending", "role", "body")
    >>> speak_for("the ruling", [court]).source_type, speak_for("the report", []).source_type
    ('court_legal', 'unspecified')
    """
    by = next((who for who in reversed(earlier) if who.name and who.source_type), None)
    by = by or next((who for who in reversed(named) if who.opens), None)
    if by is None:
        return Resolved(name, "", "unspecified", "none", "role", "body")
    return Resolved(name, by.actor_id, by.source_type, by.side, by.anonymity, "body")
