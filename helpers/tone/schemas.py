"""The form of the tables that tone is read with: lexicons, phrases, learned weights."""

from helpers import codes
from helpers.checks import FILLED, NUMBER, NUMBER_OR_NONE, PATTERN, SLUG, make_schema, one_of

TONE_LEXICON = make_schema(
    {
        "word": [FILLED],
        "kind": [one_of(codes.TONE_KINDS)],
        "polarity": [NUMBER_OR_NONE],
        "subjectivity": [NUMBER_OR_NONE],
        "forms": [FILLED],
        "source": [one_of(codes.TONE_SOURCES)],
        "reason": [FILLED],
    },
    unique="word",
)
QUIRKS = make_schema(
    {
        "quirk": [SLUG],
        "example": [FILLED],
        "reader": [one_of(codes.READINGS)],
        "pattern": [FILLED, PATTERN],
        "instead": [],
        "reads": [NUMBER_OR_NONE],
        "why": [FILLED],
    },
    unique="quirk",
)
VALENCES = make_schema({"word": [FILLED], "valence": [NUMBER]}, unique="word")
OPINION_WORDS = make_schema({"word": [FILLED], "group": [SLUG], "pole": [one_of(("-1", "1"))]})
STANCE_FRAMES = make_schema(
    {
        "frame": [FILLED],
        "stance": [one_of(("-1", "1"))],
        "turns": [one_of(("yes", "no"))],
        "pattern": [FILLED],
        "example": [FILLED],
    },
    unique="pattern",
)
_FOLDS = (*map(str, codes.FOLDS), "all")
STANCE_WEIGHTS = make_schema(
    {
        "sign": [FILLED],
        **{f"{side}_{fold}": [NUMBER] for fold in _FOLDS for side in ("against", "for")},
    },
    unique="sign",
)
TONE_WEIGHTS = make_schema(
    {"sign": [FILLED], "against_all": [NUMBER], "for_all": [NUMBER]}, unique="sign"
)
