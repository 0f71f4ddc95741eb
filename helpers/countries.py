"""Country codes and names: ISO 3166-1 alpha-3 through pycountry, with two codes it lacks."""

from functools import cache

import pycountry

# Kosovo's code is user-assigned; EUE is exceptionally reserved for the European Union.
EXTRA_CODES = {"XKX": "Kosovo", "EUE": "European Union"}
# Names as news readers know them, where ISO's official form is unwieldy on a chart.
SHORT_NAMES = {
    "BOL": "Bolivia",
    "CIV": "Ivory Coast",
    "COD": "DR Congo",
    "COG": "Congo",
    "GBR": "United Kingdom",
    "IRN": "Iran",
    "KOR": "South Korea",
    "LAO": "Laos",
    "MDA": "Moldova",
    "PNG": "Papua New Guinea",
    "PRK": "North Korea",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SYR": "Syria",
    "TUR": "Turkey",
    "TWN": "Taiwan",
    "TZA": "Tanzania",
    "USA": "United States",
    "VEN": "Venezuela",
    "VNM": "Vietnam",
}


def is_code(code: str) -> bool:
    """Say whether `code` is a country code this collection accepts.

    >>> is_code("RWA"), is_code("XKX"), is_code("UK"), is_code("rwa")
    (True, True, False, False)
    """
    return code in EXTRA_CODES or (
        len(code) == 3 and code.isupper() and pycountry.countries.get(alpha_3=code) is not None
    )


def split_codes(joined) -> list[str]:
    """Return the codes that ';' joins; none where `joined` is no text.

    >>> split_codes("RWA;UGA"), split_codes(""), split_codes(None)
    (['RWA', 'UGA'], [], [])
    """
    return joined.split(";") if isinstance(joined, str) and joined else []


@cache
def country_name(code: str) -> str:
    """Return the short English name of a country code; raise KeyError if there is none.

    >>> country_name("GBR"), country_name("XKX"), country_name("SWZ")
    ('United Kingdom', 'Kosovo', 'Eswatini')
    """
    if not is_code(code):
        raise KeyError(f"{code!r} is no ISO 3166-1 alpha-3 code (nor one of {[*EXTRA_CODES]})")
    if code in EXTRA_CODES:
        return EXTRA_CODES[code]
    return SHORT_NAMES.get(code) or pycountry.countries.get(alpha_3=code).name
