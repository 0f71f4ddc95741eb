"""The forms of the gold files: which columns, which codes, and what to do about a fault."""

from helpers import codes
from helpers.checks import COUNT, COUNT_OR_NONE, FILLED, SLUG, make_schema, one_of

CODED = {
    "mode": [one_of(codes.MODES)],
    "source_type": [one_of(codes.SOURCE_TYPES)],
    "source_side": [one_of(codes.SIDES)],
    "anonymity": [one_of(codes.ANONYMITY)],
}
WORDS = {"source_text": [], "source_name": [], "cue_text": [FILLED], "content_text": []}

SAMPLE = make_schema(
    {"article_id": [SLUG], "part": [one_of(codes.GOLD_PARTS)]}, unique="article_id"
)
# What a coder fills in.
ATTRIBUTION_SHEET = make_schema(
    {"article_id": [SLUG], "sentence": [COUNT], **WORDS, "cue_nth": [COUNT_OR_NONE], **CODED}
)
STANCE = make_schema({"article_id": [SLUG], "sentence": [COUNT], "stance": [one_of(codes.STANCES)]})
STANCE_SHEET = make_schema(
    {
        "article_id": [SLUG],
        "sentence": [COUNT],
        "text": [],
        "stance": [one_of((*codes.STANCES, ""))],
    }
)
# The same with character offsets in the abstract, as data/gold/ keeps it.
ATTRIBUTIONS = make_schema(
    {
        "article_id": [SLUG],
        "sentence": [COUNT],
        "source_start": [COUNT_OR_NONE],
        "source_end": [COUNT_OR_NONE],
        "cue_start": [COUNT],
        "cue_end": [COUNT],
        "content_start": [COUNT_OR_NONE],
        "content_end": [COUNT_OR_NONE],
        **WORDS,
        **CODED,
    }
)
SETTLEMENTS = make_schema(
    {
        "article_id": [SLUG],
        "sentence": [COUNT],
        "coding": [one_of(("attribution", "stance"))],
        "differs": [FILLED],
        "coder_a": [],
        "coder_b": [],
        "settled": [],
        "reason": [FILLED],
    }
)
