"""Countries as people and databases write them, into ISO 3166-1 alpha-3 codes."""

import re
from functools import cache

import pycountry

from helpers.countries import EXTRA_CODES, SHORT_NAMES, is_code

# Names in use that ISO 3166 does not have; the charts' short names count, too.
_NAMES = {
    "uk": "GBR", "great britain": "GBR", "britain": "GBR", "eu": "EUE", "us": "USA",
    "united states of america": "USA", "the gambia": "GMB", "cape verde": "CPV",
    "swaziland": "SWZ", "macedonia": "MKD", "burma": "MMR", "holland": "NLD",
    "the netherlands": "NLD", "drc": "COD", "uae": "ARE", "palestinian territories": "PSE",
    **{name.lower(): code for code, name in (EXTRA_CODES | SHORT_NAMES).items()},
}  # fmt: skip


def read_countries(text: str) -> tuple[str, list[str]]:
    """Return the codes that `text` names, in alphabetical order joined by ';', and what it names
    that is no country known.

    Several are apart by ';', '|' or ','. Taken are names and codes of ISO 3166-1 (codes in
    capitals: "and" and "no" are words), and names in use such as UK.

    >>> read_countries("Rwanda; GB, USA")
    ('GBR;RWA;USA', [])
    >>> read_countries("Korea, Republic of"), read_countries("Atlantis;RWA")
    (('KOR', []), ('RWA', ['Atlantis']))
    """
    codes, unknown = set(), []
    for part in filter(None, map(str.strip, re.split(r"[;|]", text))):
        # a name may hold a comma, so the whole comes first
        names = [part] if _code_of(part) else filter(None, map(str.strip, part.split(",")))
        for name in names:
            code = _code_of(name)
            codes |= {code} - {""}
            unknown += [] if code else [name]
    return ";".join(sorted(codes)), unknown


@cache
def _code_of(name: str) -> str:
    """Return the code of a country's name or code, or ""."""
    if is_code(name):
        return name
    plain = name.lower().replace(".", "")
    if plain in _NAMES:
        return _NAMES[plain]
    if len(name) <= 3 and not (name.isupper() and name.isalpha()):
        return ""
    try:
        return pycountry.countries.lookup(name).alpha_3
    except LookupError:
        return ""
