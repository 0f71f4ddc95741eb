"""The data described for machines: data/datapackage.json (Frictionless Data Package, v1)."""

import json
import re
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from helpers import codes, schemas
from helpers.files import write_text
from helpers.paths import DATA

TABLES = {
    "articles": schemas.ARTICLES, "excluded": schemas.EXCLUDED,
    "readings": schemas.READINGS, "arrangements": schemas.ARRANGEMENTS, "events": schemas.EVENTS,
    "actors": schemas.ACTORS, "ambiguous_forms": schemas.AMBIGUOUS_FORMS, "cues": schemas.CUES,
    "source_nouns": schemas.SOURCE_NOUNS, "demonyms": schemas.DEMONYMS,
}  # fmt: skip
ALLOWED = {
    ("articles", "outlet_type"): codes.OUTLET_TYPES, ("articles", "genre"): codes.GENRES,
    ("arrangements", "family"): codes.FAMILIES, ("arrangements", "kind"): codes.KINDS,
    ("events", "checked"): codes.EVENT_CHECKS, ("actors", "kind"): codes.ACTOR_KINDS,
    ("actors", "type"): codes.SOURCE_TYPES, ("cues", "kind"): codes.CUE_KINDS,
    ("cues", "stance"): codes.CUE_STANCES, ("source_nouns", "type"): codes.SOURCE_TYPES,
    ("source_nouns", "anonymity"): codes.ANONYMITY,
}  # fmt: skip
INTEGERS = {("readings", "mends_abstract"), ("readings", "mends_fields")}
KEYS = {
    "articles": ("arrangement", "arrangements"), "events": ("arrangement", "arrangements"),
    "readings": ("article_id", "articles"), "ambiguous_forms": ("actor_id", "actors"),
}  # fmt: skip


def read_descriptions(name: str, readme: str) -> dict[str, str]:
    """Return what data/README.md says of each column of the table `name`.

    >>> read_descriptions("a", "## a.csv\\n| `x` | the x | any |\\n\\n## b.csv\\n| `y` | no | |")
    {'x': 'the x'}
    """
    if f"## {name}.csv" not in readme:
        return {}
    section = readme.split(f"## {name}.csv")[1].split("\n## ")[0]
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
    if (table, name) in ALLOWED:
        constraints["enum"] = list(ALLOWED[table, name])
    kind = "integer" if (table, name) in INTEGERS else "string"
    return {"name": name, "type": kind, "description": description, "constraints": constraints}


def describe_data(folder: Path = DATA) -> dict:
    """Return the descriptor of all input tables in `folder`, in the order of `TABLES`.

    >>> [resource["name"] for resource in describe_data()["resources"]][:2]
    ['articles', 'excluded']
    """
    readme = (folder / "README.md").read_text(encoding="utf-8")
    resources = []
    for name, table in TABLES.items():
        words = read_descriptions(name, readme)
        fields = [
            describe_field(name, *pair, words.get(pair[0], "")) for pair in table.columns.items()
        ]
        schema: dict = {"fields": fields, "primaryKey": next(iter(table.columns))}
        if name in KEYS:
            key, other = KEYS[name]
            schema["foreignKeys"] = [
                {"fields": key, "reference": {"resource": other, "fields": key}}
            ]
        resources.append(
            {"name": name, "path": f"{name}.csv", "profile": "tabular-data-resource",
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
