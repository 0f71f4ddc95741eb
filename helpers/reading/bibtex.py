"""BibTeX and BibLaTeX: entries such as @article{key, title = {A title}}."""

import re
from collections.abc import Iterator

import bibtexparser
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.middlewares.parsestack import default_parse_stack
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)

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
        split = bibtexparser.parse_string(text.lstrip("\ufeff"), parse_stack=[])
        keys, library = _number([_mend(block) for block in split.blocks])
        for step in default_parse_stack():
            library = step.transform(library)
        plain = LatexDecodingMiddleware(allow_inplace_modification=False).transform(library)
    for before, after in zip(library.blocks, plain.blocks, strict=True):
        if isinstance(before, Entry):
            key = keys[before.key]
            yield f"entry {before.key}" + f" ({key})" * bool(key), _read(before, after)
        elif isinstance(before, ParsingFailedBlock):
            yield f"line {before.start_line + 1}", _explain(before)


def _mend(block: Block) -> Block:
    """Return the entry itself where its key alone has stood before: lists are often joined."""
    return block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock) else block


def _number(blocks: list[Block]) -> tuple[dict[str, str], Library]:
    """Return the entries' keys by their numbers, and a library in which numbers are the keys."""
    keys = {}
    for number, entry in enumerate((block for block in blocks if isinstance(block, Entry)), 1):
        keys[str(number)], entry.key = entry.key, str(number)
    return keys, Library(blocks)


def _explain(block: ParsingFailedBlock) -> Unread:
    if isinstance(block, DuplicateFieldKeyBlock):
        doubled = ", ".join(sorted(block.duplicate_keys))
        return Unread("broken entry", f"stands twice in it: {doubled}; remove one")
    return Unread("broken entry", "its braces or quotes do not fit")


def _read(before: Entry, after: Entry) -> Reference:
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
