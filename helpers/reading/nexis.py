"""Downloads of Nexis Uni and Lexis+ (.docx): several articles in one file."""

import re
from pathlib import Path

from helpers.reading.guard import skip_faults
from helpers.reading.paragraphs import join_paragraphs
from helpers.reading.places import name_of
from helpers.reading.rows import Reading, Row, Skip, Unread
from helpers.reading.word import read_word

# The marks are those of the English interface, as the R packages LexisNexisTools (lnt_read) and
# tm.plugin.lexisnexis (LexisNexisAdvanceSource) and their sample files have them.
END, BODY = "End of Document", "Body"
AFTER_TEXT = ("Classification", "Graphic")
LOADED = "Load-Date:"
STATED = re.compile(r"Documents? \((\d+)\)")
FIRST_LISTED = re.compile(r"1\. +(.+)")
FIELD = re.compile(
    r"(Section|Length|Byline|Dateline|Highlight|Graphic|Language|Publication-Type|URL|Load-Date"
    r"|Subject|Journal Code|Correction|Series|Edition|Document-Type): *(.*)",
    re.IGNORECASE,
)
LABELLED = re.compile(rf"copyright\b|©|all rights reserved|{FIELD.pattern}", re.IGNORECASE)
NAME = r"[^\W\d_]+\.?"
DATES = (  # 'May 3, 2024 Friday', 'mardi 10 décembre 2019'; and where no line has a day, 'May 2024'
    re.compile(rf"(?:{NAME},? )?(\d{{1,2}}\.? ?{NAME},? \d{{4}}|{NAME} \d{{1,2}},? \d{{4}})\b"),
    re.compile(rf"({NAME} \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})\b"),
)


def read_nexis(path: Path) -> Reading:
    """Yield the articles of the Nexis download at `path`, in order; place is 'article 3'.

    Fields: title, outlet, published (as printed, without weekday, hour and edition), language,
    outlet_type and url where stated, text (what stands under 'Body'; not byline, highlight,
    captions and classification). Skipped are an article without a text, a file that cannot be
    read, and, told so, a difference between the articles found and the cover page's number.

    >>> import tempfile, docx
    >>> path, document = Path(tempfile.mkdtemp()) / "a.docx", docx.Document()
    >>> for line in ("Deal signed", "The Made-up Post", "May 3, 2024 Friday", "Body", "One came.",
    ...              "Load-Date: May 4, 2024", "End of Document"):
    ...     _ = document.add_paragraph(line)
    >>> document.save(path)
    >>> next(read_nexis(path)).fields["published"]
    'May 3, 2024'
    """
    yield from skip_faults(_read(path), name_of(path))


def _read(path: Path) -> Reading:
    paragraphs = read_word(path).paragraphs
    if not has_marks(paragraphs):
        detail = f"has no lines {BODY!r} and {END!r}; read it as an ordinary document (docx)"
        raise Unread("not from Nexis", detail)
    yield from split_bundle(paragraphs, name_of(path))


def has_marks(paragraphs: list[str]) -> bool:
    """Say whether a Word file's `paragraphs` hold the marks of a Nexis download.

    >>> has_marks(["Deal", "Body", "One came.", "End of Document"]), has_marks(["One came."])
    (True, False)
    """
    return BODY in paragraphs and END in paragraphs


def split_bundle(paragraphs: list[str], file: str) -> Reading:
    """Yield the articles among the `paragraphs` of a Nexis download called `file`.

    See `read_nexis`.

    >>> lines = ["Documents (2)", "1. Deal", "Deal", "The Post", "May 3, 2024", "Body", "One came.",
    ...          "End of Document"]
    >>> [type(item).__name__ for item in split_bundle(lines, "a.docx")]
    ['Row', 'Skip']
    """
    articles: list[list[str]] = [[]]
    for paragraph in paragraphs:
        line = " ".join(paragraph.split())  # their labels end in a no-break space
        if line == END:
            articles.append([])
        else:
            articles[-1].append(line)
    rest = articles.pop()
    if BODY in rest:  # the file ends within an article
        articles.append(rest)
    elif rest:
        yield Skip(file, f"after article {len(articles)}", "no article", f"{rest[0]:.80}")
    stated, articles[0] = _take_cover(articles[0])
    for number, lines in enumerate(articles, 1):
        yield _read_article(lines, file, f"article {number}")
    if stated not in (None, len(articles)):
        detail = f"the cover page states {stated} documents, {len(articles)} are in the file"
        yield Skip(file, "", "count differs", f"{detail}; download it again")


def _take_cover(lines: list[str]) -> tuple[int | None, list[str]]:
    """Return the number that the cover page states, and the lines after its list of titles."""
    found = [match for line in lines[:10] if (match := STATED.match(line))]
    if not found:
        return None, lines
    listed = (match[1] for line in lines if (match := FIRST_LISTED.match(line)))
    title = next(listed, None)
    start = lines.index(title) if title in lines else 0
    return int(found[0][1]), lines[start:]


def _read_article(lines: list[str], file: str, place: str) -> Row | Skip:
    if BODY not in lines:
        detail = f"has no line {BODY!r}: a picture, or a document that Nexis could not deliver"
        return Skip(file, place, "no text", detail)
    start = lines.index(BODY)
    head, text, tail = lines[:start], *_cut_tail(lines[start + 1 :])
    labels = {match[1].lower(): match[2] for line in tail + head if (match := FIELD.match(line))}
    url = labels.get("url", "")
    fields = _read_head(head) | {
        "text": join_paragraphs(text),
        "language": labels.get("language", "").partition(";")[0],
        "outlet_type": labels.get("publication-type", "").partition(";")[0],
        "url": url if url.startswith("http") else "",
    }
    if not fields["text"]:
        return Skip(file, place, "no text", f"nothing stands under {BODY!r}")
    return Row(fields, file, place)


def _cut_tail(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the article's text and what stands below it."""
    end = len(lines)
    for mark in AFTER_TEXT:
        end = max((at for at in range(end) if lines[at] == mark), default=end)
    loaded = [at for at in range(end) if lines[at].startswith(LOADED)]
    end = loaded[-1] if loaded else end
    return lines[:end], lines[end:]


def _read_head(head: list[str]) -> dict[str, str]:
    """Return title, outlet and date: the date line stands under the outlet, that under the title.

    Editions may follow the date; copyright and labelled lines end the search.
    """
    labelled = (at for at in range(2, len(head)) if LABELLED.match(head[at]))
    masthead = head[: next(labelled, len(head))]
    for form in DATES:
        for at in range(len(masthead) - 1, 0, -1):
            if match := form.match(masthead[at]):
                above = masthead[: at - 1]
                title = above[-1] if above else ""
                return {"title": title, "outlet": masthead[at - 1], "published": match[1]}
    title, outlet = [*masthead, "", ""][:2]
    return {"title": title, "outlet": outlet, "published": ""}
