"""UTF-8 that was read as Windows-1252 or Latin-1: the clear cases mended ("â€™" is "’")."""

import re


def _bytes_of() -> dict[str, int]:
    """Return the byte behind each character that may stand for one from 0x80 to 0xBF."""
    behind = {chr(byte): byte for byte in range(0x80, 0xC0)}
    for byte in range(0x80, 0xA0):
        behind[bytes([byte]).decode("cp1252", "replace")] = byte
    behind.pop("\ufffd", None)
    return behind


_BYTES = _bytes_of() | {"Â": 0xC2, "Ã": 0xC3, "â": 0xE2}
_REST = "[" + "".join(sorted(set(_BYTES) - set("ÂÃâ"))) + "]"
# Behind a capital, Â and Ã may be letters of a word in capitals with a quotation mark behind it.
_MISREAD = re.compile(f"â[€‚„\x80\x82\x84]{_REST}|(?<![A-ZÀ-ÖØ-Þ])(?:Ã{_REST}|Â[\xa0-\xbf])")
_LOST = re.compile(r"â€(?![\w\x80-\x9f])")  # “â€\x9d” whose last byte some program dropped


def mend_mojibake(text: str) -> tuple[str, int]:
    """Return `text` with misread punctuation and accents as they were, and how many were mended.

    Only sequences that no language writes are mended: "â€" and one more, "Ã" or "Â" and a sign
    that no letter is followed by. What was misread twice is mended twice.

    >>> mend_mojibake("Itâ€™s a cafÃ©: Â£5")
    ('It’s a café: £5', 3)
    >>> mend_mojibake("AMANHÃ” e “mâle”")
    ('AMANHÃ” e “mâle”', 0)
    """
    mended = 0
    while True:
        text, misread = _MISREAD.subn(_reread, text)
        if not misread:
            text, lost = _LOST.subn("”", text)
            return text, mended + lost
        mended += misread


def _reread(match: re.Match) -> str:
    return bytes(_BYTES[character] for character in match.group()).decode("utf-8")
