"""Base noun phrases of a sentence: what could be a source."""

from helpers.words.word_classes import FINITE, FUNCTION_WORDS, MONTHS, POSSESSIVES, TIMES, WEEKDAYS

NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
INNER = frozenset(
    "DT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS VBN VBG PDT".split()
)  # what a noun phrase may begin with
JOINING = frozenset(("JJ", "JJR", "JJS", "CD", *NOUN_TAGS))
# Words that can be a whole phrase by themselves.
PRONOUNS = frozenset("i he she it we they you who which".split())
BARE_HEADS = PRONOUNS | frozenset(
    "others many some those most another all both none few everyone everybody someone one neither "
    "that several".split()
)
NO_NAMES = FUNCTION_WORDS | WEEKDAYS
# At the start of a sentence a capital makes no name of a word with one of these tags.
NO_NAME_TAGS = frozenset("PRP PRP$ DT IN WP WRB CC RB UH EX MD TO VBG VBN JJ VB VBZ VBD".split())
QUOTE_OR_COLON = frozenset(('"', "“", ":", "'"))
NAME_PARTICLES = frozenset("de del van von der den bin al el la le di da".split())  # inside a name

# States and offices with an "and" inside their name.
PAIRED = frozenset(
    (("antigua", "barbuda"), ("vincent", "grenadines"), ("kitts", "nevis"), ("trinidad", "tobago"),
     ("bosnia", "herzegovina"))
)  # fmt: skip
OFFICE_WORDS = frozenset(
    "minister ministry department committee committees secretary office authority service "
    "commission council agency partnership".split()
)

OPENING_WORDS = 8  # how many words may stand before a subject that follows without a comma

Range = tuple[int, int]


def is_name_at(sentence, i: int) -> bool:
    """Say whether word `i` of the Sentence is written like a name: a capital that is no accident.

    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Critics met Patel.", (0, 18))
    >>> [is_name_at(sentence, i) for i in range(3)]
    [True, False, True]
    """
    word, words = sentence.words[i], sentence.words
    if not word[0].isupper() or sentence.lower[i] in NO_NAMES:
        return False
    closing = i > 0 and sentence.quoted[i - 1] and not sentence.quoted[i]
    if i > 0 and (closing or words[i - 1] not in QUOTE_OR_COLON):
        return True
    followed = i + 1 < len(words) and words[i + 1][0].isupper()
    return followed or sentence.tags[i] not in NO_NAME_TAGS


def find_phrases(sentence) -> list[Range]:
    """Return the base noun phrases of the Sentence as (first, last) words, in order.

    A possessor is a phrase of its own, too ("Trump" of "Trump's claims"), and so is "his". A
    phrase runs from its determiner to its last noun; prepositions and commas end it.

    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("A senior aide to the minister said it was his view.", (0, 51))
    >>> [" ".join(sentence.words[a : b + 1]) for a, b in sentence.phrases]
    ['A senior aide', 'the minister', 'it', 'his', 'his view']
    """
    lower, tags, names = sentence.lower, sentence.tags, sentence.names
    found, i = [], 0
    while i < len(lower):
        if tags[i] == "PRP$":
            found.append((i, i))
        if (
            (lower[i] == "that" and _is_conjunction(sentence, i))
            or lower[i] in WEEKDAYS
            or not (tags[i] in INNER or names[i] or lower[i] in BARE_HEADS)
        ):
            i += 1
        elif lower[i] in PRONOUNS or (tags[i] == "PRP" and not names[i]):
            found.append((i, i))
            i += 1
        else:
            i = _read_phrase(sentence, i, found) + 1
    return found


def _is_head(sentence, i: int) -> bool:
    noun = sentence.tags[i] in NOUN_TAGS or sentence.tags[i] == "CD"
    return noun or sentence.names[i] or sentence.lower[i] in BARE_HEADS


def _last_head(sentence, first: int, last: int) -> int:
    while last > first and not _is_head(sentence, last):
        last -= 1
    return last


def _read_phrase(sentence, first: int, found: list[Range]) -> int:
    """Add the phrase that begins at word `first` to `found`; return its last word."""
    lower, tags, names, quoted = sentence.lower, sentence.tags, sentence.names, sentence.quoted
    last = first
    while last + 1 < len(lower) and quoted[last + 1] == quoted[first]:
        after = last + 1
        more = after + 1 < len(lower)
        bare = lower[after] in ("'", "’") and not lower[last].endswith("s")
        participle = tags[after] in ("VBG", "VBN") and (
            tags[last] == "CD" or not _is_head(sentence, last)
        )
        if lower[after] in WEEKDAYS or _is_date(sentence, first, last, after):
            break
        if names[after] and not names[last] and _opens_clause(sentence, first, after):
            break  # "At the meeting Patel said"
        if lower[after] in POSSESSIVES and more and not bare:
            found.append((first, _last_head(sentence, first, last)))
        elif lower[after] == "and" and _joins_one_name(sentence, after):
            pass  # "Antigua and Barbuda", "the Immigration and Integration Minister"
        elif lower[after] == "to" and more and tags[after + 1] == "VB" and names[after + 1]:
            pass  # "the Committee to Protect Journalists"
        elif lower[after] == "/" and names[last] and more and names[after + 1]:
            pass  # "a Quinnipiac/CNN poll"
        elif lower[after] in NAME_PARTICLES and names[last] and more and names[after + 1]:
            pass  # "Pierre de Vos"
        elif not (names[after] or tags[after] in JOINING or participle or lower[after] == "%"):
            break  # determiners and possessive pronouns begin a phrase of their own
        last = after
    head = _last_head(sentence, first, last)
    if _is_head(sentence, head):
        found.append((first, head))
    ends_odd = tags[last] in ("JJ", "JJR", "JJS", "VBG", "VBN")
    if ends_odd and (head < last) and tags[first] in INNER:
        found.append((first, last))  # "a campaign chief", where the tagger takes the noun amiss
    return last


def _is_conjunction(sentence, i: int) -> bool:
    """Say whether the "that" at `i` joins a clause: before a name or a plural it is no article."""
    at = i + 1
    while at < len(sentence.tags) and sentence.tags[at] in ("JJ", "JJR", "JJS", "CD"):
        at += 1
    if at >= len(sentence.tags):
        return False
    return sentence.names[i + 1] or sentence.tags[at] in ("NNS", "NNPS")


def _is_date(sentence, first: int, last: int, after: int) -> bool:
    """Say whether first..last is a date ("that week", "October 18") that the next word ends."""
    lower = sentence.lower
    if lower[after] in POSSESSIVES:
        return False
    if last == first + 1 and lower[last] in TIMES:
        return lower[first] in ("that", "this", "last")
    return last > first and lower[last - 1] in MONTHS and lower[last].isdigit()


def _opens_clause(sentence, first: int, name: int) -> bool:
    """Say whether the name at `name` is a subject behind the words of place or time that open.

    A noun behind a preposition cannot be the subject of the verb that follows: the name is.
    """
    tags = sentence.tags
    if not 0 < first <= OPENING_WORDS or tags[first - 1] not in ("IN", "TO") or tags[0] != "IN":
        return False
    if tags[name - 1] not in ("NN", "NNS") or any(tag in FINITE for tag in tags[:first]):
        return False
    while name < len(tags) and (tags[name] in JOINING or tags[name] in ("POS", "RB", "MD")):
        name += 1
    return name < len(tags) and tags[name] in FINITE


def _joins_one_name(sentence, place: int) -> bool:
    """Say whether the "and" at `place` stands inside one name: a state's, an office's."""
    if not place or not sentence.names[place - 1]:
        return False
    lower = sentence.lower
    end = place + 1 + (lower[place + 1 : place + 2] == ["the"])
    if end >= len(lower) or not sentence.names[end]:
        return False
    if (lower[place - 1], lower[end]) in PAIRED:
        return True
    while end + 1 < len(lower) and sentence.names[end + 1]:
        end += 1
    behind = lower[place + 2 : end + 2]
    return any(word in OFFICE_WORDS for word in behind)
