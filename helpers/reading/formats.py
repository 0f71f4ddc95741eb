"""Reading any file or folder that people hold, each by its own form."""

import zipfile
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from helpers.faults import DataFault
from helpers.reading.archives import OLE_MARK
from helpers.reading.encodings import decode
from helpers.reading.forms import FORMS
from helpers.reading.rows import Reading, Row, Skip, Unread

BEGINNING = 64 * 1024
BY_BYTES = {b"PAR1": "parquet", b"%PDF-": "pdf", OLE_MARK: "xlsx"}  # whose reader tells of OLE
BY_CONTENTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
BY_ENDING = {
    ending: form.name
    for form in reversed(FORMS.values())  # of forms with the same ending the first is the plain one
    for ending in form.endings
}
HEADERS = {  # names that stand in a CSV header
    "mediacloud": ("indexed_date", "media_name", "publish_date"),
    "gdelt": ("MobileURL", "Date", "Title"),
}
KEYS = {  # names that stand in the first objects of a JSON file
    "gdelt": ('"seendate"', '"sourcecountry"'),
    "trafilatura": ('"fingerprint"', '"hostname"'),
}
FETCH = (
    "there is an address: fetch the page first (python run.py fetch), then measure what it gives"
)


def find_format(path: Path) -> str:
    """Return the name of the form that the file or folder at `path` has (see forms.FORMS).

    Told by its first bytes, what is in the archive, or its ending; lists of pages by the names
    of their columns.

    Raises:
        DataFault: it is not there, or of no form that is read.
        OSError: it cannot be read.

    >>> from helpers.paths import DATA
    >>> find_format(DATA), find_format(DATA / "cues.csv")
    ('folder', 'csv')
    """
    path = Path(path)
    if path.is_dir():
        return "folder"
    if not path.exists():
        raise DataFault(f"{path.name}: is not there; looked for at {path}")
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    for mark, form in BY_BYTES.items():
        if beginning.startswith(mark):
            return form
    if beginning.startswith(b"PK\x03\x04"):
        return _find_archive(path)
    form = BY_ENDING.get(path.suffix.lower())
    if form is None:
        endings = " ".join(dict.fromkeys(BY_ENDING))
        raise DataFault(f"{path.name}: of no form that is read; say which it is, or use {endings}")
    text = decode(beginning).text
    if form == "csv":
        text = text.partition("\n")[0]
    marks = {"csv": HEADERS, "json": KEYS, "jsonl": KEYS}.get(form, {})
    return next((name for name, names in marks.items() if all(n in text for n in names)), form)


def read_rows(
    path: Path,
    form: str | None = None,
    columns: Mapping[str, str] | None = None,
    need_text: bool = True,
) -> Reading:
    """Yield the articles of the file or folder at `path`, and a Skip for what is left out.

    A folder or .zip is read file by file, each by its own form; a file of it that cannot be read
    is a Skip. What was taken for what is logged by helpers.reading's loggers.

    Args:
        path: the file or folder.
        form: a name of forms.FORMS, where it is not to be found; for each file of a folder.
        columns: which column of a table is which of ours (see columns.match_columns).
        need_text: whether an article without a text is a Skip; a list of pages to fetch has none.

    Raises:
        DataFault: there is no such form; the file is of none, or cannot be read by its own.
        OSError: the file or folder cannot be opened.

    >>> from helpers.paths import DATA
    >>> next(read_rows(DATA / "articles.csv", columns={"text": "abstract"})).place
    'row 2'
    """
    path = Path(path)
    if form is not None and form not in FORMS:
        raise DataFault(f"form {form!r} is not known; there are {', '.join(FORMS)}")
    found = FORMS["folder" if path.is_dir() else form or find_format(path)]
    form = None if form == found.name else form
    module, _, function = found.reader.partition(".")
    read: Callable[..., Reading] = getattr(import_module(f"helpers.reading.{module}"), function)
    if found.name in ("folder", "zip"):
        items = read(path, lambda file: _try(file, form, columns, need_text))
    else:
        items = read(path, columns) if found.table else read(path)
    try:
        for item in items:
            yield _skip_if_empty(item) if need_text and isinstance(item, Row) else item
    except Unread as fault:
        raise DataFault(f"{path.name}: {fault}") from None


def _try(path: Path, *how) -> Reading:
    """Yield the articles of a file among many; a fault of it is a Skip."""
    try:
        yield from read_rows(path, *how)
    except DataFault as fault:
        yield Skip(path.name, "", "not read", str(fault).removeprefix(f"{path.name}: "))
    except OSError as error:
        yield Skip(path.name, "", "cannot be opened", error.strerror or str(error))


def _skip_if_empty(row: Row) -> Row | Skip:
    if row.fields.get("text", "").strip():
        return row
    detail = FETCH if row.fields.get("url") else "there is no text, and no address to fetch it from"
    return Skip(row.file, row.place, "no text", detail)


def _find_archive(path: Path) -> str:
    """Return the form of the ZIP archive at `path`: an Office file, or else an archive of files."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return BY_ENDING.get(path.suffix.lower(), "zip")  # whose reader says what is wrong
    return next((form for entry, form in BY_CONTENTS.items() if entry in names), "zip")
