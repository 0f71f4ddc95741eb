"""What a coder may choose, field by field, and what the codebook says of each choice."""

import re

import pandas as pd

from helpers import codes
from helpers.gold.forms import FIELDS
from helpers.paths import DATA
from helpers.source_types import check_types, list_types

COLUMNS = ["field", "code", "when", "example"]
HEADINGS = ("B4. The spans", *(f"B{n}. {f}" for n, f in enumerate(FIELDS, start=5)), "C. Stance")


def list_choices(types: pd.DataFrame | None = None) -> dict[str, tuple[str, ...]]:
    """Return the codes of each coded field; `types` are source types of one's own.

    >>> list_choices()["stance"]
    ('-1', '0', '1')
    """
    return FIELDS | {"source_type": list_types(types), "stance": codes.STANCES}


def list_definitions(types: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return what the codebook says of each field and code, and `types` of one's own; as text.

    Columns: field, code ("" for a span of words), when, example; in the codebook's order (B4 to B8
    and C), own types behind the others.

    >>> list_definitions().query("code == 'direct'")[["field", "when"]].values.tolist()
    [['mode', 'all of the content stands in quotation marks']]
    """
    codebook = (DATA / "CODEBOOK.md").read_text(encoding="utf-8")
    rows = []
    for heading in HEADINGS:
        section = codebook.split(f"# {heading}")[1].split("\n#")[0]
        cells = [re.findall(r"[^|]+", line) for line in re.findall(r"^\|.*\|$", section, re.M)]
        for first, second, third in [[_plain(cell) for cell in row] for row in cells[2:]]:
            if heading == "C. Stance":
                rows.append(("stance", second, first, third))
            elif heading == "B4. The spans":
                rows.append((first, "", second, third))
            else:
                rows.append((heading[4:], first, second, third))
            if first == codes.SOURCE_TYPES[-1]:
                own = check_types(types).to_dict("records")
                rows += [
                    ("source_type", *(row[c] for c in ("type", "who", "example"))) for row in own
                ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _plain(cell: str) -> str:
    return re.sub(r"[`*]", "", cell).strip()
