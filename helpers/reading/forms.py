"""The forms of files that are read: what each is called, how it is told, and what reads it."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Form:
    """A form: its `name`, file `endings`, how it is `told`, the `library`, and the `reader`.

    `reader` is 'module.function' in helpers.reading, imported when it is needed: some libraries
    take half a second. A form that is a `table` is read with a column map.

    >>> FORMS["csv"].endings
    ('.csv', '.tsv', '.tab')
    """

    name: str
    endings: tuple[str, ...]
    told: str
    library: str
    reader: str
    table: bool


# fmt: off
_ROWS = [  # name, endings, how it is told, library, reader, whether it has columns
    ("csv", ".csv .tsv .tab", "ending", "csv", "delimited.read_csv", True),
    ("xlsx", ".xlsx .xlsm", "what is in the archive", "openpyxl", "spreadsheets.read_xlsx", True),
    ("json", ".json", "ending", "json", "json_files.read_json", True),
    ("jsonl", ".jsonl .ndjson", "ending", "json", "json_files.read_jsonl", True),
    ("parquet", ".parquet .pq", "first bytes", "pyarrow", "parquet.read_parquet", True),
    ("mediacloud", ".csv", "columns indexed_date, media_name", "csv",
     "lists.read_mediacloud", True),
    ("gdelt", ".csv .json", "columns URL, MobileURL, Date, Title; or seendate, sourcecountry",
     "csv, json", "lists.read_gdelt", True),
    ("trafilatura", ".json .jsonl .xml", "names fingerprint, source-hostname; or XML",
     "json, defusedxml", "extracted.read_extracted", False),
    ("ris", ".ris", "ending", "rispy", "citations.read_ris", False),
    ("bibtex", ".bib", "ending", "bibtexparser", "citations.read_bibtex", False),
    ("docx", ".docx", "what is in the archive", "python-docx", "documents.read_document", False),
    ("nexis", ".docx", "paragraphs Body, End of Document", "python-docx",
     "documents.read_document", False),
    ("pdf", ".pdf", "first bytes", "pypdf", "documents.read_document", False),
    ("html", ".html .htm .xhtml", "ending", "trafilatura", "documents.read_document", False),
    ("md", ".md .markdown", "ending", "mistune", "documents.read_document", False),
    ("txt", ".txt .text", "ending", "none", "documents.read_document", False),
    ("zip", ".zip", "first bytes; its files by their own forms", "zipfile", "zips.read_zip", False),
    ("folder", "", "a folder; its files by their own forms", "none", "folders.read_folder", False),
]
# fmt: on
FORMS = {name: Form(name, tuple(endings.split()), *rest) for name, endings, *rest in _ROWS}


def forms() -> pd.DataFrame:
    """Return the forms that are read, one a row.

    Columns: form, endings (joined by spaces), told_by, library.

    >>> forms().set_index("form").loc["parquet"].tolist()
    ['.parquet .pq', 'first bytes', 'pyarrow']
    """
    rows = [(form.name, " ".join(form.endings), form.told, form.library) for form in FORMS.values()]
    return pd.DataFrame(rows, columns=["form", "endings", "told_by", "library"])
