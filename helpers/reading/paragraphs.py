"""Paragraphs of a document as one text: a blank line between two, as the measures expect."""

from collections.abc import Iterable


def join_paragraphs(paragraphs: Iterable[str], title: str = "") -> str:
    """Return `paragraphs` as one text with a blank line between two, empty ones left out.

    White space inside a paragraph is one space. A first paragraph that only repeats the `title`
    is left out: a headline has a column of its own.

    >>> join_paragraphs(["Deal signed", "One  came.", " ", "Two\\nleft."], title="Deal signed")
    'One came.\\n\\nTwo left.'
    """
    found = [" ".join(paragraph.split()) for paragraph in paragraphs]
    found = [paragraph for paragraph in found if paragraph]
    if found and found[0] == " ".join(title.split()):
        found = found[1:]
    return "\n\n".join(found)
