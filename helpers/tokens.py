"""Words with their part of speech and their place, from TextBlob's offline tagger."""

from dataclasses import dataclass
from functools import cache

from textblob.en.taggers import PatternTagger

# A capital on these is the start of a sentence: "But Kagame", "However ministers".
NO_NAME_TAGS = frozenset("PRP PRP$ DT IN WP WRB CC RB UH EX MD TO".split())


@dataclass(frozen=True)
class Token:
    """One word or mark: its text, Penn Treebank tag and character offsets.

    >>> Token("Patel", "NNP", 3, 8).tag
    'NNP'
    """

    text: str
    tag: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The text in lower case.

        >>> Token("Patel", "NNP", 3, 8).lower
        'patel'
        """
        return self.text.lower()

    @property
    def is_noun(self) -> bool:
        """Whether the tag is a noun's.

        >>> Token("deal", "NN", 0, 4).is_noun, Token("said", "VBD", 0, 4).is_noun
        (True, False)
        """
        return self.tag.startswith("NN")

    @property
    def is_name(self) -> bool:
        """Whether the word is written like a name: it starts with a capital and is no pronoun.

        >>> Token("Patel", "NNP", 3, 8).is_name, Token("She", "PRP", 0, 3).is_name
        (True, False)
        """
        return self.text[0].isupper() and self.tag not in NO_NAME_TAGS


@cache
def _tagger() -> PatternTagger:
    return PatternTagger()


def tag_words(text: str, start: int = 0, nouns: frozenset[str] = frozenset()) -> list[Token]:
    """Return the tokens of `text`, with offsets counted from `start`.

    The tagger gives words and tags but no places; each word is looked up in the text from where
    the one before it ended. Contractions come in pieces: "n", "'", "t". Words in `nouns` (lower
    case) that it takes for adjectives are retagged: it knows "migrant" only as an adjective.

    >>> [(token.text, token.tag, token.start) for token in tag_words("Ms Patel said no.")]
    [('Ms', 'NNP', 0), ('Patel', 'NNP', 3), ('said', 'VBD', 9), ('no', 'DT', 14), ('.', '.', 16)]
    """
    tokens, position = [], 0
    for word, tag in _tagger().tag(text):
        place = text.find(word, position)
        if place < 0:
            continue
        position = place + len(word)
        if tag == "PRP" and len(word) > 1 and word.isupper():
            tag = "NNP"  # "US" is the country, not the pronoun
        elif tag.startswith("JJ") and word.lower() in nouns:
            tag = "NN"
        tokens.append(Token(word, tag, start + place, start + position))
    return tokens
