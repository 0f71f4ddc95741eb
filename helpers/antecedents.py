"""What a source is called elsewhere in the article: pronouns, surnames and documents resolved."""

import re
from dataclasses import dataclass

# A name: capitalised words in a row, particles between; full stops only in initials and titles.
_PART = (
    r"(?:[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)*|(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|Lt|Gen|Gov|Sen|Rep)\.|[A-ZÀ-Þ][\w’'-]*)"
)
NAME = re.compile(rf"{_PART}(?:\s(?:(?:of|de|del|von|der|van|bin|al|the|for|y)\s)*{_PART})+")
# Words that open a sentence with a capital and belong to no name.
OPENER = re.compile(
    r"^(?:While|When|As|After|Before|Although|Though|Since|But|And|Now|Then|However|Meanwhile|Also|"
    r"(?:On\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s"
)
SENTENCE_END = re.compile(r"[.!?][\"”’]?\s+(?=[\"“A-Z])")
# What may stand between the start of a sentence and its subject: "On Monday", "The UK's".
OPENING = re.compile(r"(?:\A|[.!?\n][\"”’]?\s)(?:[Tt]he\s|(?:[A-Z]\w+\s){0,3})\Z")
OPENING_REACH = 40
WANTED = {
    "they": ("people", "body"), "them": ("people", "body"), "we": ("people", "body"),
    "those": ("people",), "it": ("body",), "its": ("body",), "their": ("people", "body"),
}  # fmt: skip
PERSON_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "i"])
PRONOUNS = PERSON_PRONOUNS | frozenset(WANTED) - {"those"}
TITLES = frozenset(
    "mr mrs ms dr sir lord lady dame president minister senator justice judge the".split()
)


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


def find_authors(text: str) -> list[Resolved]:
    """Return the authors whom the text introduces as such, without a source type: no sources.

    >>> [who.name for who in find_authors("The author, Ann Lee, recalled 2012.")]
    ['The author, Ann Lee']
    """
    found = re.findall(r"\b([Tt]he (?:author|columnist), [^,.;]+),", text)
    return [Resolved(name, "", "", "none", "generic", "person") for name in found]


def find_antecedent(
    pronoun: str, text: str, at: int, candidates: list[Resolved]
) -> Resolved | None:
    """Return which of `candidates` the `pronoun` at character `at` of `text` stands for.

    He and she stand for a person, they for people, else a body, it for a body. Of those that fit
    the nearest counts, by sentences; who spoke before and what opens a sentence go before what is
    only named or stands later in it, and of several the last. None where nothing fits.

    >>> text = "The court heard Priti Patel. It found for her. She was glad."
    >>> court = Resolved("the court", "", "court_legal", "sending", "role", "body", 0)
    >>> patel = Resolved("Priti Patel", "", "government", "sending", "named", "person", 16)
    >>> [find_antecedent(word, text, 29, [court, patel]).name for word in ("it", "she")]
    ['the court', 'Priti Patel']
    """
    wanted = WANTED.get(pronoun.lower(), ("person",))
    for kind in wanted:
        fitting = [who for who in candidates if who.name and who.kind == kind]
        if fitting:
            return max(fitting, key=lambda who: (_nearness(text, who, at), who.place))
    return None


def opens_sentence(text: str, place: int) -> bool:
    """Say whether what stands at character `place` opens its sentence, a title aside.

    >>> [opens_sentence("The men left. She saw the men.", place) for place in (4, 26)]
    [True, False]
    """
    return OPENING.search(text, max(0, place - OPENING_REACH), place) is not None


def _nearness(text: str, who: Resolved, at: int) -> int:
    if who.place < 0:
        return -99
    sentences = len(SENTENCE_END.findall(text, who.place, at))
    return 2 * opens_sentence(text, who.place) + 3 * who.spoke - 3 * sentences


def fullest_name(text: str, span: tuple[int, int], earlier: list[Resolved]) -> str:
    """Return the words at `span`, or the longest name before them that ends with that name.

    Looked for among the sources resolved so far, and among all names of the text up to there.
    `span` is (start, end) in characters of `text`.

    >>> text = "UK Home Secretary Priti Patel flew. Ms Patel said no."
    >>> fullest_name(text, (36, 44), [])
    'UK Home Secretary Priti Patel'
    """
    words = text[slice(*span)]
    parts = [word for word in words.split() if word.lower().strip(".") not in TITLES]
    if not parts or not all(part[0].isupper() for part in parts):
        return words
    ending = " " + " ".join(parts)
    seen = [who.name for who in earlier]
    seen += [OPENER.sub("", m.group()) for m in NAME.finditer(text, 0, span[1])]
    return max([words, *(name for name in seen if name.endswith(ending))], key=len)


def speak_for(name: str, earlier: list[Resolved]) -> Resolved:
    """Return a document as a source: it speaks for the source named before it, if there is one.

    >>> court = Resolved("the court", "", "court_legal", "sending", "role", "body")
    >>> speak_for("the ruling", [court]).source_type, speak_for("the report", []).source_type
    ('court_legal', 'unspecified')
    """
    by = next((who for who in reversed(earlier) if who.name), None)
    if by is None:
        return Resolved(name, "", "unspecified", "none", "role", "body")
    return Resolved(name, by.actor_id, by.source_type, by.side, by.anonymity, "body")
