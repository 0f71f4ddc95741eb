"""The forms of the gold files: which columns, which codes, and what to do about a fault."""

from helpers import codes
from helpers.checks import COUNT, COUNT_OR_NONE, FILLED, SLUG, make_schema, one_of

FIELDS = {
    "mode": codes.MODES, "source_type": codes.SOURCE_TYPES, "source_side": codes.SIDES,
    "anonymity": codes.ANONYMITY,
}  # fmt: skip
CODED = {name: [one_of(values)] for name, values in FIELDS.items()}
WORDS = {"source_text": [], "source_name": [], "cue_text": [FILLED], "content_text": []}

SAMPLE = make_schema(
    {"article_id": [SLUG], "part": [one_of(codes.GOLD_PARTS)]}, unique="article_id"
)
# What a coder fills in. Ids are checked against those of the corpus, whatever their form.
ATTRIBUTION_SHEET = make_schema(
    {"article_id": [FILLED], "sentence": [COUNT], **WORDS, "cue_nth": [COUNT_OR_NONE], **CODED}
)
STANCE = make_schema(
    {"article_id": [FILLED], "sentence": [COUNT], "stance": [one_of(codes.STANCES)]}
)
# The same with character offsets in the abstract, as data/gold/ keeps it.
ATTRIBUTIONS = make_schema(
    {
        "article_id": [FILLED],
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
        "article_id": [FILLED],
        "sentence": [COUNT],
        "coding": [one_of(("attribution", "stance"))],
        "differs": [FILLED],
        "coder_a": [],
        "coder_b": [],
        "settled": [],
        "reason": [FILLED],
    }
)
