"""The form of each input table: which columns, which values."""

from helpers import codes
from helpers.checks import (
    CODES,
    COUNT,
    COUNTRIES,
    COUNTRY,
    COUNTRY_OR_NONE,
    DATE,
    DAY,
    FILLED,
    KEY,
    NUMBER,
    PATTERN,
    QUESTION,
    SLUG,
    SLUG_OR_NONE,
    TRAITS,
    URL,
    make_schema,
    one_of,
)

ARTICLES = make_schema(
    {
        "article_id": [SLUG],
        "title": [FILLED],
        "abstract": [FILLED],
        "url": [URL],
        "outlet": [FILLED],
        "outlet_country": [COUNTRY],
        "outlet_type": [one_of(codes.OUTLET_TYPES)],
        "wire": [],
        "story_id": [SLUG_OR_NONE],
        "genre": [one_of(codes.GENRES)],
        "published": [DATE],
        "arrangement": [SLUG],
        "sending": [COUNTRIES],
        "receiving": [COUNTRIES],
        "seen": [DAY],
        "note": [],
    },
    unique="article_id",
)
# The articles of another corpus: these columns are read, any others are kept as they are.
OTHER_ARTICLES = make_schema(
    {"article_id": [FILLED], "text": [FILLED]}
    | {"outlet_country": [COUNTRY_OR_NONE], "published": [DATE]}
    | {"sending": [CODES], "receiving": [CODES]}
    | {name: [] for name in ("title", "outlet", "outlet_type", "wire", "story_id", "genre")}
    | {"arrangement": [], "note": []},
    unique="article_id",
)
ARRANGEMENTS = make_schema(
    {
        "arrangement": [SLUG],
        "name": [FILLED],
        "family": [one_of(codes.FAMILIES)],
        "sending": [COUNTRIES],
        "receiving": [COUNTRIES],
        "kind": [one_of(codes.KINDS)],
        "start": [DATE],
        "end": [DATE],
        "note": [],
    },
    unique="arrangement",
)
EVENTS = make_schema(
    {
        "event_id": [SLUG],
        "date": [DATE, FILLED],
        "arrangement": [SLUG],
        "event": [FILLED],
        "key_figure": [],
        "url": [URL],
        "checked": [one_of(codes.EVENT_CHECKS)],
        "note": [],
    },
    unique="event_id",
)
EXCLUDED = make_schema(
    {
        "article_id": [SLUG],
        "url": [],
        "outlet": [FILLED],
        "arrangement": [SLUG],
        "reason": [FILLED],
    },
    unique="article_id",
)
READINGS = make_schema(
    {
        "article_id": [SLUG],
        "read_again": [one_of(("yes", "no"))],
        **{f"mends_{kind}": [COUNT] for kind in codes.MENDS},
    },
    unique="article_id",
)
ACTORS = make_schema(
    {
        "actor_id": [SLUG],
        "name": [FILLED],
        "kind": [one_of(codes.ACTOR_KINDS)],
        "type": [one_of(codes.SOURCE_TYPES)],
        "country": [COUNTRY_OR_NONE],
        "aliases": [],
        "short_forms": [],
        "note": [],
    },
    unique="actor_id",
)
AMBIGUOUS_FORMS = make_schema(
    {
        "form": [FILLED],
        "actor_id": [SLUG],
        "not_after": [],
        "not_before": [],
        "rule": [FILLED],
    },
    unique="form",
)
CUES = make_schema(
    {
        "cue": [FILLED],
        "kind": [one_of(codes.CUE_KINDS)],
        "class": [FILLED],
        "stance": [one_of(codes.CUE_STANCES)],
        "traits": [TRAITS],
        "forms": [FILLED],
    },
    unique="cue",
)
SOURCE_NOUNS = make_schema(
    {
        "noun": [FILLED],
        "type": [one_of(codes.SOURCE_TYPES)],
        "anonymity": [one_of(codes.ANONYMITY)],
        "kind": [one_of(("person", "body", "document"))],
    },
    unique="noun",
)
DEMONYMS = make_schema({"word": [FILLED], "country": [COUNTRY]}, unique="word")
_WITHOUT = {f"without_{fold}": [NUMBER] for fold in codes.FOLDS}  # learned without one fold
WEIGHTS = make_schema(
    {"sign": [FILLED], "polnear": [NUMBER], "codebook": [NUMBER], **_WITHOUT}, unique="sign"
)
MADE_UP = make_schema({"article_id": [SLUG], "sentence": [COUNT], "marked": [FILLED]})
BOILERPLATE = make_schema(
    {
        "name": [SLUG],
        "kind": [one_of(codes.BOILERPLATE_KINDS)],
        "pattern": [FILLED, PATTERN],
        "example": [FILLED],
        "reason": [FILLED],
    },
    unique="name",
)
QUESTIONS = make_schema({"key": [KEY], "question": [QUESTION], "method": [FILLED]}, unique="key")
