"""Signs in plain words, for those who ask why: "said" before "that"; right before the cue.

A sign is written family=value in the weights; `CUES` and `SOURCES` say of each family how its value
is read, piece by piece, and told. What the signs are is in `cue_evidence` and `source_evidence`.
"""

import re

TAGS = {
    "VB": "a base form", "VBD": "a past tense", "VBG": "an -ing form", "VBN": "a participle",
    "VBP": "a present tense", "VBZ": "a present tense in -s", "MD": "a modal verb", "NN": "a noun",
    "NNS": "a plural noun", "NNP": "a name", "NNPS": "a plural name", "JJ": "an adjective",
    "JJR": "a comparative", "JJS": "a superlative", "RB": "an adverb", "RBR": "an adverb",
    "RBS": "an adverb", "RP": "a particle", "IN": "a preposition", "DT": "an article",
    "PDT": "an article", "PRP": "a pronoun", "PRP$": "a possessive", "POS": "a possessive",
    "WP": "a question word", "WP$": "a question word", "WDT": "a question word",
    "WRB": "a question word", "CC": "a conjunction", "CD": "a number", "TO": '"to"',
    "EX": '"there"', "UH": "an interjection", "FW": "a foreign word", "SYM": "a symbol",
    "LS": "a list mark", 
}  # fmt: skip
KINDS = {
    "pronoun": "a pronoun", "who": '"who" or "that"', "time": "a time", "name": "a name",
    "word": "a single name", "noun": "a noun", "nouns": "a plural noun", "comma": "a comma",
    "quote": "a quotation mark", "and": '"and" or "but"', "start": "the sentence's start",
}  # fmt: skip
NOUNS = {"": "no listed source noun", "person": "a noun of persons", "body": "a noun of bodies",
         "document": "a noun of documents"}  # fmt: skip
VOICES = {"": "plain", "be": 'after "be"', "have": 'after "have"', "modal": "after a modal verb",
          "to": 'after "to"', "passive": "passive"}  # fmt: skip
SHAPES = {
    "infinitive": '"to" and a verb', "clause": '"that", "whether" or the like',
    "sentence": "a whole clause", "object": "a noun phrase", "to": '"to"', "end": "nothing",
}  # fmt: skip
SIDES = {"L": "before the cue", "R": "behind the cue"}
NEAR = {"near": ", beside it", "far": ", words between"}
STEPS = {"0": "no word", "1": "one word", "2": "two words", "3": "three words",
         "6": "four to six words", "11": "seven to twelve words", "99": "more words"}  # fmt: skip
FEW = ("no {}", "one {}", "two or more {}s", "three or more {}s")
MARKS = {"^": "the sentence's edge", ",": "a comma", ".": "a full stop", ":": "a colon",
         '"': "a quotation mark", "“": "a quotation mark", "”": "a quotation mark"}  # fmt: skip


def word_sign(sign: str, families: dict) -> str:
    """Return a sign in plain words; `families` is CUES or SOURCES.

    Raises:
        KeyError: no such family.

    >>> word_sign("stem+next=say_that", CUES), word_sign("side+kind=L_name", SOURCES)
    ('"say" before "that"', 'before the cue, a name')
    """
    family, _, value = sign.partition("=")
    template, *readers = families[family]
    pieces = value.split("_", len(readers) - 1) if len(readers) > 1 else [value]
    pieces += [""] * (len(readers) - len(pieces))
    told = template.format(*(read(piece) for read, piece in zip(readers, pieces, strict=True)))
    return re.sub(r"(?:, )+,", ",", told).strip(" ,")


def _word(text: str) -> str:
    return MARKS.get(text) or f'"{text}"'


def _tag(text: str) -> str:
    return TAGS.get(text) or _word(text)


def _tagged(text: str) -> str:
    word, _, tag = text.rpartition("/")
    return f'"{word}", {_tag(tag)}'


def _kind(text: str) -> str:
    found = re.fullmatch(r"(.*?)(person|body|document)?", text)
    told = KINDS.get(found[1]) or _tag(found[1])
    return f"{told} ({NOUNS[found[2]]})" if found[2] else told


def _voice(text: str) -> str:
    found = re.fullmatch(r"([a-z]*)(-?)(.*)", text)
    tag = f", {_tag(found[3])}" if found[3] else ""
    return VOICES[found[1]] + ", negated" * bool(found[2]) + tag


def _class(text: str) -> str:
    return f"a word of the class {text}" if text else "a word that is not listed"


def _quotes(text: str) -> str:
    names = ("inside a quotation", "before a quotation", "behind a quotation")
    told = [name for name, flag in zip(names, text, strict=False) if flag == "1"]
    return " and ".join(told) or "beside no quotation"


def _shape(text: str) -> str:
    return SHAPES.get(text) or _tag(text)


def _others(text: str) -> str:
    told = {"00": "no other listed verb near", "01": "another listed verb soon behind",
            "10": "another listed verb soon before",
            "11": "listed verbs on both sides"}  # fmt: skip
    return told[text[:2]] + ", itself listed" * text.endswith("c")


def _counts(text: str) -> str:
    names = ("phrase", "verb", "comma")[-len(text) :]
    return ", ".join(_few(n, name) for n, name in zip(text, names, strict=True))


def _few(n: str, name: str) -> str:
    return FEW[int(n)].format(name)


def _inset(text: str) -> str:
    names = ("opening the sentence", "a comma behind it", "a comma before the cue")
    return _set_flags(names, text)


def _clause(text: str) -> str:
    return _set_flags(("behind a preposition", "with a verb of its own"), text)


def _set_flags(names: tuple[str, ...], flags: str) -> str:
    return ", ".join(name for name, flag in zip(names, flags, strict=True) if flag == "1")


def _either(yes: str, no: str = ""):
    return lambda text: yes if text == "1" else no


def _verbs(text: str) -> str:
    return _few(text, "verb")


def _phrases(text: str) -> str:
    return _few(text, "phrase")


_side, _near, _noun, _words = SIDES.get, NEAR.get, NOUNS.get, STEPS.get
_object = _either("object of another verb", "no other verb's object")
_subject = _either("the subject before the verb", "not the subject before the verb")
CUES = {
    "word": ("{}", _tagged), "stem": ("the word {}", _word), "head": ("behind {}", _word),
    "stem+next": ("{} before {}", _word, _word), "before+stem": ("{1} behind {0}", _word, _word),
    "stem+tag": ("{} before {}", _word, _tag), "stem+left": ("{} behind {}", _word, _kind),
    "stem+voice": ("{}, {}", _word, _voice), "stem+quotes": ("{} {}", _word, _quotes),
    "stem+shape": ("{} before {}", _word, _shape),
    "stem+right": ("{}, {} soon behind", _word, _word),
    "left+tag+voice": ("behind {}, {}, {}", _kind, _tag, _voice),
    "noun+tag+voice": ("behind {}, {}, {}", _noun, _tag, _voice),
    "left+next": ("between {} and {}", _kind, _tag), "quotes+tag": ("{}, {}", _quotes, _tag),
    "class+tag+voice": ("{}, {}, {}", _class, _tag, _voice),
    "class+left": ("{} behind {}", _class, _kind), "class+next": ("{} before {}", _class, _word),
    "class+quotes": ("{} {}", _class, _quotes),
    "class+shape": ("{}, {}, before {}", _class, _tag, _shape),
    "ending": ("ending in -{} {}", str, lambda tag: f"({_tag(tag)})" if tag else ""),
    "opening": ("beginning with {}-", str), "others": ("{}", _others),
    "right": ("{} soon behind", _word), "near": ("{} soon before", _word),
}  # fmt: skip
SOURCES = {
    "voice": ("{}{}, the cue {}", _side, _near, _voice),
    "relative": ("{}, {}{} between", _side, _either('"who" behind it, '), _verbs),
    "object": ("{}{}, {}{}", _side, _near, _object, _either(', "who" between')),
    "side+kind": ("{}, {}", _side, _kind), "near+kind": ("{}{}, {}", _side, _near, _kind),
    "side+words": ("{}, {} between", _side, _words),
    "near+tag": ("{}{}, the cue {}", _side, _near, _tag),
    "head": ("its last word {}", _word), "noun": ("{}{}, {}", _side, _near, _noun),
    "before": ("{}, behind {}", _side, _word),
    "before+kind": ("{0}, {2} behind {1}", _side, _tag, _kind),
    "after": ("{}, followed by {}", _side, _word),
    "after+tag": ("{}, followed by {}, the cue {}", _side, _tag, _tag),
    "cue+near": ("{}{}, the cue {}", _side, _near, _word),
    "tag+near+kind": ("{}{}, the cue {}, {}", _side, _near, _tag, _kind),
    "opens": ("{}, {}", _side, _either("opening the sentence", "not opening the sentence")),
    "inset": ("{}, {}, {}", _side, _inset, _kind),
    "verbs+commas+tag": ("{}, {} between, the cue {}", _side, _counts, _tag),
    "subject": ("{}", _subject), "subject+voice": ("{}, the cue {}, {}", _subject, _voice, _tag),
    "subject+before": ("{}, the cue {}, behind {}", _subject, _voice, _tag),
    "before_cue": ("{}{}, the cue behind {}", _side, _near, _word),
    "behind_cue": ("{}{}, the cue before {}", _side, _near, _tag),
    "between": ("{}, {} between", _side, _counts),
    "before+kind+near": ("{}{}, {} behind {}", _side, _near, _kind, _tag),
    "joined": ("{}, {}{} between, the cue {}", _side, _either('"and" or "but" and '), _verbs, _tag),
    "cue+phrases": ("{}, the cue {}, {} between", _side, _word, _phrases),
    "clause": ("{}, {}, the cue {} behind {}", _side, _clause, _tag, _tag),
}  # fmt: skip
