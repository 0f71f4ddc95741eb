"""Word files (.docx): their title and paragraphs."""

from dataclasses import dataclass
from pathlib import Path

import docx

from helpers.reading.archives import check_archive
from helpers.reading.rows import Unread

# python-docx' own `text` leaves out what was inserted with "track changes" and content controls;
# here everything counts that the reader sees, but for text boxes, which repeat themselves.
PARAGRAPHS = ".//w:p[not(ancestor::w:txbxContent)]"
PIECES = (
    "descendant::w:r[not(ancestor::w:moveFrom or ancestor::w:txbxContent)]"
    "/*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
)
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
NO_TITLE = "Word Document"  # python-docx gives it to files that have none


@dataclass(frozen=True)
class Word:
    """A Word file: the `title` of its properties, or "", and its `paragraphs` with text.

    >>> Word("", ["One came."]).paragraphs
    ['One came.']
    """

    title: str
    paragraphs: list[str]


def read_word(path: Path) -> Word:
    """Return title and paragraphs of the Word file at `path`, in reading order.

    A table's cells are paragraphs like others. Left out are text boxes, footnotes, headers,
    footers, comments, and what was deleted with "track changes".

    Raises:
        DataFault: the archive is unsafe, has a password or is an old .doc (`check_archive`).
        Unread: the archive holds no Word document, or a damaged one.
        OSError: it cannot be read.

    >>> import tempfile
    >>> path, document = Path(tempfile.mkdtemp()) / "a.docx", docx.Document()
    >>> _ = document.add_paragraph("One came.")
    >>> document.save(path)
    >>> read_word(path)
    Word(title='', paragraphs=['One came.'])
    """
    check_archive(path)
    try:
        document = docx.Document(str(path))
        found = document.element.body.xpath(PARAGRAPHS)
        texts = [_text_of(paragraph) for paragraph in found]
        title = (document.core_properties.title or "").strip()
    except OSError:
        raise
    except Exception as error:  # a damaged file makes the library raise nearly anything
        raise Unread("damaged", f"no Word document can be read from it ({error})") from None
    return Word("" if title == NO_TITLE else title, [text for text in texts if text])


def _text_of(paragraph) -> str:
    pieces = paragraph.xpath(PIECES)
    names = [(piece.tag.rpartition("}")[2], piece.text or "") for piece in pieces]
    return "".join(SIGNS.get(name, text) for name, text in names).strip()
