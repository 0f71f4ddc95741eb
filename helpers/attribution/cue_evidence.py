"""What speaks for a word being a cue: signs that are looked up in data/weights/cues.csv.

A sign is a short text such as "stem=say" or "stem+next=say_that"; the weights of the signs that a
word shows are added up (see `weights`). Every sign is listed and named here.
"""

from functools import lru_cache

from nltk.stem.snowball import SnowballStemmer

from helpers.words.word_classes import (
    AUXILIARIES,
    BE,
    CLAUSE_VERBS,
    HAVE,
    NEGATIONS,
    POSSESSIVES,
    is_helper,
)

# Words behind the cue that tell much of some verbs: "asked for", "asked whether".
COMPLEMENT_OPENERS = frozenset(
    ("that", "to", "for", "on", "about", "of", "not", "whether", "if", "how", "as", "why", "what",
     ":", '"', "“")
)  # fmt: skip
CANDIDATE_TAGS = frozenset("VB VBD VBG VBN VBP VBZ NN NNS NNP NNPS JJ JJR JJS".split())
# What may stand behind "put it" and "went on" where they report; an adverb may, too.
BEHIND_PAIR = frozenset((",", ":", ".", '"', "“", "this", "that", "like", "another"))
NEAR_LEFT, NEAR_RIGHT = 5, 6
CLAUSE_OPENERS = frozenset("that whether if how why what who when where".split())
NOMINAL = frozenset("DT PRP$ PRP CD JJ NN NNS NNP NNPS POS".split())

stem = lru_cache(maxsize=100_000)(SnowballStemmer("english").stem)


def find_candidates(sentence, lexicon, roots: frozenset[str]) -> list[int]:
    """Return which words of the Sentence may be a cue: listed verbs, and words of a known root.

    What a quoted speaker reports is part of what the speaker is quoted with, and no candidate.

    >>> from helpers.attribution.cues import build_lexicon
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("Critics said no.", (0, 16))
    >>> find_candidates(sentence, build_lexicon(), frozenset(["critic"]))
    [0, 1]
    """
    found, quoted, verbs = [], sentence.quoted, lexicon.verbs
    for i, (word, tag) in enumerate(zip(sentence.lower, sentence.tags, strict=True)):
        if tag not in CANDIDATE_TAGS and word != ":":
            continue
        if quoted[i] or word in AUXILIARIES or word in POSSESSIVES:
            continue
        if lexicon.find_pair(sentence.lower, i):
            if is_reporting_pair(sentence, i):
                found.append(i)
            continue
        listed = word == ":" or (tag[0] == "V" and word in verbs)
        if listed or lexicon.root_of(word, tag) in roots:
            found.append(i)
    return found


def is_reporting_pair(sentence, i: int) -> bool:
    """Say whether a verb of two words reports: "as he put it,", but not "he put it in a drawer".

    >>> from helpers.words.tokens import read_sentence
    >>> is_reporting_pair(read_sentence("As he put it, no.", (0, 17)), 2)
    True
    """
    behind = sentence.lower[i + 2 : i + 3]
    return not behind or behind[0] in BEHIND_PAIR or sentence.tags[i + 2] == "RB"


def look_left(sentence, i: int) -> tuple[str, int, str]:
    """Return what stands before the verb at `i`, past its auxiliaries: kind, place and voice.

    The kind is a word class ("pronoun", "name", "noun", "who", "comma", "quote", "and", "start",
    else the tag); the place its word number (-1 at the start); the voice "", "be", "have", "modal",
    "to" or "passive", with "-" where it is negated.

    >>> from helpers.words.tokens import read_sentence
    >>> look_left(read_sentence("He was not told.", (0, 16)), 3)
    ('pronoun', 0, 'passive-')
    """
    lower, tags = sentence.lower, sentence.tags
    first, last, negated = "", "", False
    j = i - 1
    while j >= 0 and (is_helper(sentence, j) or lower[j] in NEGATIONS):
        if lower[j] in AUXILIARIES:
            first, last = lower[j], last or lower[j]
        negated = negated or lower[j] in NEGATIONS
        j -= 1
    if last in BE:
        voice = "passive" if tags[i] in ("VBN", "VBD") else "be"
    elif last == "to" or first == "to":
        voice = "to"
    elif first in HAVE:
        voice = "have"
    else:
        voice = "modal" if first else ""
    return _kind(sentence, j), j, voice + "-" * negated


def _kind(sentence, j: int) -> str:
    if j < 0:
        return "start"
    word, tag = sentence.lower[j], sentence.tags[j]
    if word in ("who", "which", "that", "what"):
        return "who"
    if tag == "PRP":
        return "pronoun"
    if sentence.names[j]:
        return "name"
    if tag.startswith("NN"):
        return "noun" if tag == "NN" else "nouns"
    marks = {",": "comma", '"': "quote", "”": "quote", "'": "quote", "and": "and", "but": "and"}
    return marks.get(word, tag)


def shape_behind(sentence, i: int) -> str:
    """Return what kind of complement stands behind word `i`, as far as a few words tell.

    "infinitive", "clause" (that, whether, how), "sentence" (a noun phrase with its verb), "object"
    (a noun phrase), else the tag of the next word that is no adverb.

    >>> from helpers.words.tokens import read_sentence
    >>> texts = ("He said the men were here.", "He said that.", "He saw men.", "He refused to go.")
    >>> [shape_behind(read_sentence(text, (0, len(text))), 1) for text in texts]
    ['sentence', 'clause', 'object', 'infinitive']
    """
    lower, tags, n = sentence.lower, sentence.tags, len(sentence.lower)
    k = i + 1
    while k < n and tags[k] == "RB":
        k += 1
    if k == n:
        return "end"
    if lower[k] in CLAUSE_OPENERS:
        return "clause"
    if lower[k] == "to":
        return "infinitive" if k + 1 < n and tags[k + 1] == "VB" else "to"
    if tags[k] not in NOMINAL:
        return tags[k]
    end = k + 1
    while end < min(n, k + NEAR_RIGHT) and tags[end] in NOMINAL:
        end += 1
    return "sentence" if end < n and tags[end] in CLAUSE_VERBS else "object"


def list_evidence(sentence, i: int, before_cue: tuple[str, int, str], lexicon) -> list[str]:
    """Return the signs that word `i` of the Sentence shows; `before_cue` is `look_left`'s answer.

    The stem of a word of the Lexicon (`cues.Lexicon`) is its lemma.

    >>> from helpers.attribution.cues import build_lexicon
    >>> from helpers.words.tokens import read_sentence
    >>> sentence = read_sentence("He said no.", (0, 11))
    >>> list_evidence(sentence, 1, ("", 0, ""), build_lexicon())[:3]
    ['word=said/VBD', 'stem=say', 'stem+next=say_no']
    """
    lower, tags, quoted = sentence.lower, sentence.tags, sentence.quoted
    n, word, tag = len(lower), lower[i], tags[i]
    verbs, entry = lexicon.verbs, lexicon.find(word, tag)
    root, cue_class = lexicon.root_of(word, tag), entry.sort if entry else ""
    kind, j, voice = before_cue
    head = lower[j] if j >= 0 else "^"
    noun = lexicon.nouns.get(head, "")
    after, before = (lower[i + 1] if i + 1 < n else "^"), (lower[i - 1] if i else "^")
    after_tag = tags[i + 1] if i + 1 < n else "^"
    inside = quoted[i]
    opens = not inside and True in quoted[i + 1 : i + 4]
    closed = not inside and True in quoted[max(0, i - 3) : i]
    quotes = f"{inside:d}{opens:d}{closed:d}"
    shape = shape_behind(sentence, i)
    right = dict.fromkeys(lower[i + 1 : i + 1 + NEAR_RIGHT])
    left = dict.fromkeys(lower[max(0, i - NEAR_LEFT) : i])
    signs = [
        f"word={word}/{tag}", f"stem={root}", f"stem+next={root}_{after}",
        f"before+stem={before}_{root}", f"stem+tag={root}_{after_tag}",
        f"stem+left={root}_{kind}{noun}", f"stem+voice={root}_{voice}{tag}",
        f"stem+quotes={root}_{quotes}", f"left+tag+voice={kind}_{tag}_{voice}",
        f"noun+tag+voice={noun}_{tag}_{voice}", f"head={head}",
        f"left+next={kind}{noun}_{after_tag}", f"quotes+tag={quotes}_{tag}",
        f"class+tag+voice={cue_class}_{tag}_{voice}", f"class+left={cue_class}_{kind}",
        f"class+next={cue_class}_{after}", f"class+quotes={cue_class}_{quotes}",
        f"class+shape={cue_class}_{tag[:2]}_{shape}", f"stem+shape={root}_{shape}",
        f"ending={word[-3:]}_{tag}", f"ending={word[-4:]}",
        f"opening={word[:4]}",
    ]  # fmt: skip
    known = verbs.keys()
    other = f"{not known.isdisjoint(left):d}{not known.isdisjoint(right):d}"
    signs.append(f"others={other}{'c' if cue_class else ''}")
    signs += [f"right={x}" for x in right]
    signs += [f"near={x}" for x in left]
    signs += [f"stem+right={root}_{x}" for x in right if x in COMPLEMENT_OPENERS]
    return signs
