"""The data described for machines: data/datapackage.json (Frictionless Data Package, v1)."""

import json
import re
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from helpers import codes, schemas
from helpers.files import write_text
from helpers.gold import forms
from helpers.gold.codings import CODERS, SETTLED, TRAINING
from helpers.paths import DATA
from helpers.tone import schemas as tone_schemas

TABLES = {
    "articles": schemas.ARTICLES, "excluded": schemas.EXCLUDED,
    "readings": schemas.READINGS, "arrangements": schemas.ARRANGEMENTS, "events": schemas.EVENTS,
    "actors": schemas.ACTORS, "ambiguous_forms": schemas.AMBIGUOUS_FORMS, "cues": schemas.CUES,
    "source_nouns": schemas.SOURCE_NOUNS, "demonyms": schemas.DEMONYMS,
    "tone_lexicon": tone_schemas.TONE_LEXICON, "quirks": tone_schemas.QUIRKS,
    "valences": tone_schemas.VALENCES, "opinion_words": tone_schemas.OPINION_WORDS,
    "stance_frames": tone_schemas.STANCE_FRAMES, "boilerplate": schemas.BOILERPLATE,
    "questions": schemas.QUESTIONS, "made_up": schemas.MADE_UP,
    "gold-sample": forms.SAMPLE, "gold-settlements": forms.SETTLEMENTS,
    **{f"gold-attributions-{who}": forms.ATTRIBUTIONS for who in (*CODERS, SETTLED, TRAINING)},
    **{f"gold-stance-{who}": forms.STANCE for who in (*CODERS, SETTLED, TRAINING)},
    "weights-cues": schemas.WEIGHTS, "weights-sources": schemas.WEIGHTS,
    "weights-stance": tone_schemas.STANCE_WEIGHTS, "weights-tone": tone_schemas.TONE_WEIGHTS,
}  # fmt: skip
ALLOWED = {
    ("articles", "outlet_type"): codes.OUTLET_TYPES, ("articles", "genre"): codes.GENRES,
    ("arrangements", "family"): codes.FAMILIES, ("arrangements", "kind"): codes.KINDS,
    ("events", "checked"): codes.EVENT_CHECKS, ("actors", "kind"): codes.ACTOR_KINDS,
    ("actors", "type"): codes.SOURCE_TYPES, ("cues", "kind"): codes.CUE_KINDS,
    ("cues", "stance"): codes.CUE_STANCES, ("source_nouns", "type"): codes.SOURCE_TYPES,
    ("opinion_words", "pole"): ("-1", "1"), ("stance_frames", "stance"): ("-1", "1"),
    ("stance_frames", "turns"): ("yes", "no"), ("source_nouns", "anonymity"): codes.ANONYMITY,
    ("gold", "part"): codes.GOLD_PARTS,
    ("gold", "mode"): codes.MODES, ("gold", "source_type"): codes.SOURCE_TYPES,
    ("gold", "source_side"): codes.SIDES, ("gold", "anonymity"): codes.ANONYMITY,
    ("gold", "stance"): codes.STANCES, ("tone_lexicon", "kind"): codes.TONE_KINDS,
    ("tone_lexicon", "source"): codes.TONE_SOURCES, ("quirks", "reader"): codes.READINGS,
    ("boilerplate", "kind"): codes.BOILERPLATE_KINDS,
}  # fmt: skip
NUMBERS = {
    ("tone_lexicon", "polarity"), ("tone_lexicon", "subjectivity"), ("quirks", "reads"),
    ("valences", "valence"),
}  # fmt: skip
INTEGERS = re.compile(r"mends_\w+|sentence|\w+_(start|end)")
KEYS = {
    "articles": ("arrangement", "arrangements"), "events": ("arrangement", "arrangements"),
    "readings": ("article_id", "articles"), "ambiguous_forms": ("actor_id", "actors"),
}  # fmt: skip


def path_of(name: str) -> str:
    """Return the path of the table `name` in data/.

    >>> path_of("articles"), path_of("gold-sample")
    ('articles.csv', 'gold/sample.csv')
    """
    return re.sub("^(gold|weights)-", r"\1/", name) + ".csv"


def heading_of(name: str) -> str:
    """Return the heading under which data/README.md describes the table `name`.

    >>> heading_of("articles"), heading_of("gold-stance-coder-a")
    ('articles.csv', 'gold/stance-WHO.csv')
    """
    return (
        re.sub("coder-[ab]|(?<=-)(settled|training)$", "WHO", path_of(name).removesuffix(".csv"))
        + ".csv"
    )


def read_descriptions(heading: str, readme: str) -> dict[str, str]:
    """Return what the section `heading` of data/README.md says of each column.

    >>> read_descriptions("a.csv", "## a.csv\\n| `x` | the x | any |\\n\\n## b.csv\\n| `y` |")
    {'x': 'the x'}
    """
    if f"## {heading}" not in readme:
        return {}
    section = readme.split(f"## {heading}")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", section, re.M))


def describe_field(table: str, name: str, column: pa.Column, description: str) -> dict:
    """Return one column as a Frictionless field: name, type, description, constraints.

    >>> describe_field("demonyms", "word", schemas.DEMONYMS.columns["word"], "the word")
    {'name': 'word', 'type': 'string', 'description': 'the word',
     'constraints': {'required': True, 'unique': True}}
    """
    try:
        column.validate(pd.DataFrame({name: [""]}))
        required = False
    except (pa.errors.SchemaError, pa.errors.SchemaErrors):
        required = True
    constraints: dict = {"required": required}
    if column.unique:
        constraints["unique"] = True
    allowed = ALLOWED.get(("gold" if table.startswith("gold-") else table, name))
    if allowed:
        constraints["enum"] = list(allowed)
    kind = "integer" if INTEGERS.fullmatch(name) else "string"
    if (table.startswith("weights-") and name != "sign") or (table, name) in NUMBERS:
        kind = "number"
    return {"name": name, "type": kind, "description": description, "constraints": constraints}


def describe_data(folder: Path = DATA) -> dict:
    """Return the descriptor of all input tables in `folder`, in the order of `TABLES`.

    >>> [resource["name"] for resource in describe_data()["resources"]][:2]
    ['articles', 'excluded']
    """
    readme = (folder / "README.md").read_text(encoding="utf-8")
    resources = []
    for name, table in TABLES.items():
        words = read_descriptions(heading_of(name), readme)
        fields = [
            describe_field(name, *pair, words.get(pair[0], "")) for pair in table.columns.items()
        ]
        schema: dict = {"fields": fields}
        first = next(iter(table.columns.values()))
        if first.unique:
            schema["primaryKey"] = first.name
        key, other = (
            ("article_id", "articles") if name.startswith("gold-") else KEYS.get(name, ("", ""))
        )
        if key:
            schema["foreignKeys"] = [
                {"fields": key, "reference": {"resource": other, "fields": key}}
            ]
        resources.append(
            {"name": name, "path": path_of(name), "profile": "tabular-data-resource",
             "encoding": "utf-8", "schema": schema}
        )  # fmt: skip
    return {
        "name": "third-country-coverage",
        "title": "Abstracts of coverage of third-country asylum and deportation deals",
        "profile": "tabular-data-package",
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "resources": resources,
    }


def write_datapackage(folder: Path = DATA) -> Path:
    """Write data/datapackage.json, whole or not at all; return its path.

    >>> write_datapackage.__name__
    'write_datapackage'
    """
    text = json.dumps(describe_data(folder), indent=1, ensure_ascii=False)
    return write_text(folder / "datapackage.json", text + "\n")
