"""Closed word classes and tags that several modules ask for, each listed once."""

BE = frozenset("is are was were be been being 's ’s 're ’re 'm ’m".split())
HAVE = frozenset("has have had having 've ’ve".split())
MODALS = frozenset("will would can could may might must should shall 'll ’ll 'd ’d".split())
AUXILIARIES = BE | HAVE | MODALS | {"did", "do", "does", "to"}
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIMES = WEEKDAYS | frozenset(
    "today yesterday tomorrow week month year morning night evening day".split()
)
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan. feb. aug. sept. oct. nov. dec.".split()
)
# Titles that are written short, with a full stop.
SHORT_TITLES = tuple(
    "Mr Mrs Ms Dr Gov Govs Sen Sens Rep Reps Gen Lt Col Sgt Capt Prof Rev Hon".split()
)
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
# Capitals on these are the start of a sentence, not of a name.
FUNCTION_WORDS = frozenset(
    "i the a an and but or in on at for with from to by of as is are was were it he she they we "
    "you his her their our my this that these those if when while since after before what who how "
    "why where there not no has have had did do does will would can could may might must should "
    "shall be been being".split()
)
# Prepositions that hang a phrase on another.
ATTACHING = frozenset(
    "of for from in at with on to & by under behind against near about into within across "
    "between".split()
)
# Marks that end a phrase.
STOPS = frozenset((",", ".", ";", ":", "?", "!", "(", ")"))
# Marks that close a quotation.
CLOSING = frozenset('"”»')
# Tags of finite verbs.
FINITE = ("VBD", "VBZ", "VBP")
# Tags of auxiliaries and adverbs.
HELPER_TAGS = ("RB", "MD")
CLAUSE_VERBS = (*FINITE, "MD")


def is_helper(sentence, i: int) -> bool:
    """Say whether word `i` of the Sentence is an auxiliary or an adverb, which belong to a verb.

    >>> from helpers.words.tokens import read_sentence
    >>> is_helper(read_sentence("He has said so.", (0, 15)), 1)
    True
    """
    return sentence.lower[i] in AUXILIARIES or sentence.tags[i] in HELPER_TAGS
