"""BibTeX and BibLaTeX: entries such as @article{key, title = {A title}}."""

import re
from collections.abc import Iterator

import bibtexparser
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry, ParsingFailedBlock

from helpers.reading.quiet import keep_quiet
from helpers.reading.ris import Reference
from helpers.reading.rows import Unread

NAMES = {  # ours, and theirs: the first that has a value counts
    "title": ("title",),
    "outlet": ("journaltitle", "journal", "newspaper", "organization", "publisher"),
    "published": ("date", "year"),
    "language": ("langid", "language"),
    "text": ("abstract",),
}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FILES, PARTS = re.compile(r"(?<!\\);"), re.compile(r"(?<!\\):")


def read_entries(text: str) -> Iterator[tuple[str, Reference | Unread]]:
    """Yield place ('entry 3 (its key)'), then fields and attached files, or why there is none.

    Fields: title, outlet (journaltitle, journal, organization, publisher), published (date, or year
    and month), url, language (langid), text (the abstract), TeX's commands and braces turned into
    signs. Attached files are those of `file`, in Zotero's form 'what it is:path:type', or a path.

    >>> text = r"@misc{doe, title = {{\\'E}tat}, year = 2024, month = may, file = {a:b/a.pdf:pdf}}"
    >>> place, (fields, attached) = next(read_entries(text))
    >>> place, fields["title"], fields["published"], attached
    ('entry 1 (doe)', 'État', '2024-05', ['b/a.pdf'])
    """
    with keep_quiet("bibtexparser"):
        raw = bibtexparser.parse_string(text.lstrip("\ufeff"))
        decoded = LatexDecodingMiddleware(allow_inplace_modification=False).transform(raw)
    pairs = zip(raw.blocks, decoded.blocks, strict=True)
    entries = [pair for pair in pairs if isinstance(pair[0], Entry | ParsingFailedBlock)]
    for number, (before, after) in enumerate(entries, 1):
        before, after = _mend(before), _mend(after)
        key = getattr(before, "key", "")
        place = f"entry {number} ({key})" if key else f"entry {number}"
        yield place, _read(before, after)


def _mend(block: Entry | ParsingFailedBlock) -> Entry | ParsingFailedBlock:
    """Return the entry itself where only its key or a field stands twice."""
    return getattr(block, "ignore_error_block", None) or block


def _read(before: Entry | ParsingFailedBlock, after: Entry) -> Reference | Unread:
    if not isinstance(before, Entry):
        line = (before.start_line or 0) + 1
        return Unread("broken entry", f"line {line}: braces or quotes do not fit")
    raw = {key: str(field.value) for key, field in before.fields_dict.items()}
    plain = {key: str(field.value) for key, field in after.fields_dict.items()}
    fields = {
        ours: next((plain[name] for name in theirs if plain.get(name)), "")
        for ours, theirs in NAMES.items()
    }
    fields["published"] = _with_month(fields["published"], plain.get("month", ""))
    fields["url"] = raw.get("url", "").replace("\\", "")  # TeX's escapes of %, & and _
    return fields, [_path_of(part) for part in FILES.split(raw.get("file", "")) if part]


def _with_month(date: str, month: str) -> str:
    short = month.lower()[:3]
    if not re.fullmatch(r"\d{4}", date) or short not in MONTHS:
        return date
    return f"{date}-{MONTHS.index(short) + 1:02}"


def _path_of(part: str) -> str:
    """Return the path in 'what it is:path:type'; signs that would end a part are escaped there."""
    parts = PARTS.split(part)
    return re.sub(r"\\(.)", r"\1", parts[-2] if len(parts) > 1 else part)
