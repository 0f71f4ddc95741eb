"""The allowed values of the coded columns, as data/README.md and data/CODEBOOK.md explain them."""

OUTLET_TYPES = (
    "newspaper", "broadcaster", "digital", "magazine", "wire", "ngo", "think_tank",
    "government", "parliament_court", "intergovernmental",
)  # fmt: skip
GENRES = ("news", "opinion", "explainer", "report", "press_release")
KINDS = ("asylum_processing", "deportation", "resettlement")
# Arrangements grouped for tables and charts: too few records stand on most of them alone.
FAMILIES = (
    "United Kingdom", "Australia", "European Union and members", "Israel", "US to Africa",
    "US to the Americas", "US elsewhere or in general", "UN transit and general",
)  # fmt: skip
SOURCE_TYPES = (
    "government", "parliament_party", "court_legal", "intergovernmental", "civil_society",
    "expert", "media", "relocated_people", "public", "business", "unspecified",
)  # fmt: skip
SIDES = ("sending", "receiving", "other", "international", "none")
MODES = ("direct", "mixed", "indirect", "no_comment")
ANONYMITY = ("named", "role", "generic")
ACTOR_KINDS = ("person", "body", "state", "group")
CUE_KINDS = ("verb", "noun", "adjective", "phrase", "no_comment")
CUE_STANCES = ("neutral", "assertive", "doubting", "commissive")
CUE_TRAITS = ("hearer",)
EVENT_CHECKS = ("confirmed", "corrected", "part")
STANCES = ("-1", "0", "1")
GOLD_PARTS = ("tuning", "testing", "none")
# What a second reader mended in an abstract; "fields" is another column of the record.
MENDS = (
    "person", "attribution", "fact", "quotation", "left_out", "strength", "copied", "style",
    "fields",
)  # fmt: skip
# Folds of the records that weights were learned from, and the fold of all other articles.
FOLDS = (1, 2, 3, 4, 5)
UNSEEN = 0

TONE_KINDS = ("tone", "mask", "negation")
TONE_SOURCES = ("meaning", "term", "textblob", "learning")
READINGS = ("negative", "neither", "positive")
BOILERPLATE_KINDS = ("line", "list", "rest")
