"""Parts of speech: TextBlob's tags, and where they are known to err on news, mended."""

from functools import lru_cache

from textblob.en import parser

from helpers.words.word_classes import BE, CLOSING, HAVE

ENDS = ([], ["."], [","], ["out"])
# Behind a subject a participle has no object of its own; before one it is a past tense.
OBJECTS = frozenset(("DT", "PRP", "PRP$", "WP", "NNP", "NNPS"))
OPENERS = frozenset(("that", "how", "whether", '"', "“", "what", "why"))
SUBJECTS = frozenset(("NN", "NNS", "NNP", "NNPS", "WP", "WDT"))
ADVERBS = 3  # how many may stand between a subject and its verb
COMPLEMENTS = OPENERS - {'"', "“"}
BEFORE_GERUND = frozenset("by in after before without for from while when".split())
IS = BE - {"'s", "’s"}  # which may be a possessive


def tag_words(words: list[str]) -> list[str]:
    """Return the tags of the `words` of a sentence by TextBlob's tagger.

    Of the first word it may know only the form in lower case.

    >>> tag_words(["Escalating", "Escalating"])
    ['VBG', 'NNP']
    """
    first = [tag for _, tag in parser.find_tags(words[:1], map=None)]
    return first + list(map(_tag, words[1:]))


@lru_cache(maxsize=100_000)
def _tag(word: str) -> str:
    [_, [_, tag]] = parser.find_tags(["", word], map=None)  # it looks at no other word
    return tag


def mend_tags(words: list[str], tags: list[str], nouns: frozenset[str]) -> list[str]:
    """Return the `tags` of `words`, mended in place; `nouns` (lower case) are never adjectives.

    >>> mend_tags(["The", "lead", "applicant"], ["DT", "VB", "NN"], frozenset())
    ['DT', 'NN', 'NN']
    >>> mend_tags(["Observers", "note", "that"], ["NNS", "NN", "IN"], frozenset())
    ['NNS', 'VBP', 'IN']
    """
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag == "PRP" and len(word) > 1 and word.isupper():
            tags[i] = "NNP"  # "US" is the country, not the pronoun
        elif tag == "JJ" and word.lower() in nouns:
            tags[i] = "NN"
        elif tag == "NNS" and _ends_inversion(words, tags, i):
            tags[i] = "VBZ"  # '"It works," Patel notes.'
        elif tag == "NN" and word.endswith("ing") and _is_participle(words, i):
            tags[i] = "VBG"  # "it left, warning that"
        elif tag == "VBN" and _is_past(words, tags, i):
            tags[i] = "VBD"  # "Kigali denied this"
        elif tag in ("VB", "VBP") and tags[i - 1 : i] in (["DT"], ["PRP$"]):
            tags[i] = "NN"  # "the lead applicant"
        elif i and tag in ("NN", "NNS") and word.islower():
            tags[i] = _verb_tag(words, tags, i) or tag
    return tags


def _verb_tag(words: list[str], tags: list[str], i: int) -> str | None:
    """Return the tag of a verb where the neighbours of a noun tell that it is one, else None."""
    before, behind = words[i - 1].lower(), words[i + 1].lower() if i + 1 < len(words) else ""
    opens = behind in COMPLEMENTS or tags[i + 1 : i + 2] in (["DT"], ["PRP"], ["PRP$"])
    if tags[i] == "NNS":
        if before in ("he", "she", "it", "who"):
            return "VBZ"  # "who fights with journalists"
        reports = opens or behind in (":", "out")
        return "VBZ" if reports and tags[i - 1] in ("NN", "NNP") else None  # "the report notes:"
    if before in ("they", "we", "i", "you") or tags[i - 1] == "NNPS":
        return "VBP"  # "they state their goal"
    if words[i].endswith("ing"):
        gerund = before in BEFORE_GERUND and (opens or tags[i + 1 : i + 2] == ["RB"])
        verb = words[_past_adverbs(tags, i)].lower() in IS or gerund
        return "VBG" if verb else None  # "by warning darkly that", "is planning to"
    if opens and before == "to":
        return "VB"  # "to counter that"
    return "VBP" if opens and tags[i - 1] == "NNS" else None  # "observers note that"


def _past_adverbs(tags: list[str], i: int) -> int:
    """Return the place before word `i`, up to ADVERBS adverbs passed over."""
    at = i - 1
    while at > 0 and tags[at] == "RB" and i - at <= ADVERBS:
        at -= 1
    return at


def _ends_inversion(words: list[str], tags: list[str], i: int) -> bool:
    """Say whether word `i` ends the clause behind a name that follows a quotation."""
    if not i or tags[i - 1] != "NNP" or words[i + 1 : i + 2] not in ENDS:
        return False
    at = i - 1
    while at and tags[at] == "NNP":
        at -= 1
    return words[at] in CLOSING


def _is_participle(words: list[str], i: int) -> bool:
    """Say whether a form in "-ing" stands behind a comma and before what it reports."""
    behind = words[i + 1].lower() if i + 1 < len(words) else ""
    return words[i - 1 : i] == [","] and (behind in OPENERS or behind in ("of", "against"))


def _is_past(words: list[str], tags: list[str], i: int) -> bool:
    """Say whether a participle by its form is the past tense of the subject before it."""
    at = _past_adverbs(tags, i)
    if at < 0 or words[at].lower() in BE or words[at].lower() in HAVE:
        return False
    if tags[at] == "PRP":
        return True
    behind = i + 1 < len(words) and (
        tags[i + 1] in OBJECTS or words[i + 1].lower() in OPENERS or tags[i + 1] == ":"
    )
    return behind and (tags[at] in SUBJECTS or words[at].lower() in ("and", "but"))
