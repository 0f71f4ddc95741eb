"""Names of sources: their fullest form in the article, and the role told beside them."""

import re
from functools import lru_cache

from helpers.words.word_classes import SHORT_TITLES

# A name: capitalised words in a row, particles between; full stops only in initials and titles.
_PART = rf"(?:[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.)*|(?:{'|'.join(SHORT_TITLES)}|St|Jr|Sr)\.|[A-ZÀ-Þ][\w’'-]*)"
NAME = re.compile(rf"{_PART}(?:\s(?:(?:of|de|del|von|der|van|bin|al|the|for|y)\s)*{_PART})+")
ENDS_IN_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+\s(?:(?:de|van|von|bin|al)\s)?[A-ZÀ-Þ][\w'’-]+\Z")
# Words that open a sentence with a capital and belong to no name.
OPENER = re.compile(
    r"^(?:While|When|As|After|Before|Although|Though|Since|But|And|Now|Then|However|Meanwhile|Also|"
    r"With|(?:On\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s"
)
TITLES = frozenset(map(str.lower, SHORT_TITLES)) | frozenset(
    "sir lord lady dame president minister senator justice judge the".split()
)
APPOSITION = re.compile(
    r",\s((?:(?:an?|the|its|his|her|their|[A-Z][\w.]*(?:'s)?)\s"
    r"|(?:[\w-]+\s){1,4}(?:of|for|at|with|in|to)\s)[^,;.\"]{3,80})(?=[,.;]|\Z)"
)
BEFORE_COMMA = re.compile(r"((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er)\s[^,.;:\"]{3,80}),\s\Z")
BEFORE = re.compile(r"((?:[\w'’-]+\s){1,5})\Z")
ROLE_REACH = 90  # how far before a name its role is looked for, in characters


def name_parts(words: str) -> list[str]:
    """Return the words of a name without its titles, or [] where `words` are no name.

    >>> name_parts("Ms Patel"), name_parts("The court")
    (['Patel'], [])
    """
    parts = [word for word in words.split() if word.lower().strip(".") not in TITLES]
    return parts if parts and all(part[0].isupper() for part in parts) else []


def fullest_name(words: str, names: list[str]) -> str:
    """Return the longest of `names` that ends with the name `words`, or `words`.

    >>> fullest_name("Ms Patel", ["Rwanda", "UK Home Secretary Priti Patel"])
    'UK Home Secretary Priti Patel'
    """
    parts = name_parts(words)
    if not parts:
        return words
    ending = " " + " ".join(parts)
    return max([words, *(name for name in names if name.endswith(ending))], key=len)


def find_names(text: str) -> list[str]:
    """Return the names of two words or more that stand in `text`, in order.

    >>> find_names("But Ann Lee met Priti Patel.")
    ['Ann Lee', 'Priti Patel']
    """
    return [OPENER.sub("", match.group()) for match in NAME.finditer(text)]


@lru_cache(maxsize=64)
def find_roles(text: str, name: str) -> list[str]:
    """Return what the text tells beside a `name` where it first stands, the likeliest role first.

    >>> find_roles("The envoy to Rwanda, Ann Lee, left.", "Ann Lee")[-1]
    'The envoy to Rwanda'
    """
    place = text.find(name)
    if place < 0:
        return []
    before = text[max(0, place - ROLE_REACH) : place]
    behind = APPOSITION.match(text, place + len(name))
    found = [behind, BEFORE.search(before), BEFORE_COMMA.search(before)]
    return [match[1] for match in found if match]
