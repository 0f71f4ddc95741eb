"""Noun phrases of a sentence: what could be a source, and how far its words reach."""

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
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
# Capitals on these are the start of a sentence, not of a name.
FUNCTION_WORDS = frozenset(
    "i the a an and but or in on at for with from to by of as is are was were it he she they we "
    "you his her their our my this that these those if when while since after before what who how "
    "why where there not no has have had did do does will would can could may might must should "
    "shall be been being".split()
)
# At the start of a sentence a capital makes no name of a word with one of these tags.
NO_NAME_TAGS = frozenset("PRP PRP$ DT IN WP WRB CC RB UH EX MD TO VBG VBN JJ VB VBZ VBD".split())
QUOTE_OR_COLON = frozenset(('"', "“", ":", "'"))
PARTICLES = frozenset("de del van von der den bin al el la le di da".split())  # inside a name
ATTACHING = frozenset("of for from in at with on to & by under behind against near".split())

HELPERS = frozenset("has have had is are was were be been being did do does 's ’s n't n’t".split())
_CLAUSE = frozenset(("VBD", "VBZ", "VBP", "MD", "CC", ",", ".", ":"))
# States and offices with an "and" inside their name.
PAIRED = frozenset(
    (("antigua", "barbuda"), ("vincent", "grenadines"), ("kitts", "nevis"), ("trinidad", "tobago"),
     ("bosnia", "herzegovina"))
)  # fmt: skip
OFFICES = frozenset(
    "minister ministry department committee committees secretary office authority service "
    "commission council agency partnership".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

Range = tuple[int, int]


def is_name_at(sentence, i: int) -> bool:
    """Say whether word `i` of the Sentence is written like a name: a capital that is no accident.

    >>> from helpers.tokens import read_sentence
    >>> sentence = read_sentence("Critics met Patel.", (0, 18))
    >>> [is_name_at(sentence, i) for i in range(3)]
    [True, False, True]
    """
    word, words = sentence.words[i], sentence.words
    if not word[0].isupper() or sentence.lower[i] in FUNCTION_WORDS | WEEKDAYS:
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

    >>> from helpers.tokens import read_sentence
    >>> sentence = read_sentence("A senior aide to the minister said it was his view.", (0, 51))
    >>> [" ".join(sentence.words[a : b + 1]) for a, b in sentence.phrases]
    ['A senior aide', 'the minister', 'it', 'his', 'his view']
    """
    lower, tags, names = sentence.lower, sentence.tags, sentence.names
    found, i = [], 0
    while i < len(lower):
        if tags[i] == "PRP$":
            found.append((i, i))
        if lower[i] in WEEKDAYS or not (tags[i] in INNER or names[i] or lower[i] in BARE_HEADS):
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
        participle = tags[after] in ("VBG", "VBN") and not _is_head(sentence, last)
        if lower[after] in WEEKDAYS:
            break
        if lower[after] in POSSESSIVES and more and not bare:
            found.append((first, _last_head(sentence, first, last)))
        elif lower[after] == "and" and _joins_one_name(sentence, after):
            pass  # "Antigua and Barbuda", "the Immigration and Integration Minister"
        elif lower[after] in PARTICLES and names[last] and more and names[after + 1]:
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
    return any(word in OFFICES for word in behind)


def whole_phrase(sentence, place: Range, cue: int) -> Range:
    """Return the base phrase `place` with what belongs to it, stopping short of word `cue`.

    Prepositional phrases behind it ("a spokesman for the ministry in Kigali"), names set off by
    commas ("its foreign minister, Olivier Nduhungirehe"), and what is joined by "and" belong to it.

    >>> from helpers.tokens import read_sentence
    >>> sentence = read_sentence("A lawyer for the group, Ann Lee, said no.", (0, 41))
    >>> whole_phrase(sentence, (0, 1), 9)
    (0, 7)
    """
    first, last = place
    if first == last and (sentence.lower[first] in PRONOUNS or sentence.tags[first] == "PRP$"):
        return place
    limit = cue if cue > last else len(sentence.words)
    begins = sentence.begins
    grown = True
    while grown:
        grown = False
        after = last + 1
        if after >= limit:
            break
        word = sentence.lower[after]
        joined = word in ATTACHING or (word == "and" and cue > last)
        if joined and after + 1 < limit and after + 1 in begins and begins[after + 1] < limit:
            if word != "and" or _ends_before(sentence, begins[after + 1], cue):
                last, grown = begins[after + 1], True
        elif word == "," and after + 1 in begins and sentence.names[after + 1]:
            end = begins[after + 1]
            closed = end + 1 >= limit or sentence.words[end + 1] in (",", ".")
            if closed and end < limit and all(sentence.names[after + 1 : end + 1]):
                last, grown = end, True
        elif sentence.tags[after] in ("VBN", "VBD") and last < cue:
            end = _before_helpers(sentence, cue) - 1
            clause = range(after + 1, end + 1)
            if end > after and not any(sentence.tags[i] in _CLAUSE for i in clause):
                last = end  # "a man deported to Rwanda"
            elif end == after:
                last = end  # "those deported"
    return (first, last)


def phrase_from(sentence, first: int) -> Range | None:
    """Return the whole noun phrase that begins at word `first`, or None.

    >>> from helpers.tokens import read_sentence
    >>> phrase_from(read_sentence("told a lawyer for the group that", (0, 32)), 1)
    (1, 5)
    """
    last = sentence.begins.get(first)
    return None if last is None else whole_phrase(sentence, (first, last), -1)


def _before_helpers(sentence, cue: int) -> int:
    """Return the first of the auxiliaries and adverbs right before the cue, or the cue."""
    while cue and (sentence.tags[cue - 1] in ("RB", "MD") or sentence.lower[cue - 1] in HELPERS):
        cue -= 1
    return cue


def _ends_before(sentence, end: int, cue: int) -> bool:
    """Say whether nothing but auxiliaries and adverbs stand between `end` and the cue."""
    return cue < end or _before_helpers(sentence, cue) == end + 1
