"""HTML in cells: text that really holds tags is read as HTML, entities are read everywhere."""

import re
from html import unescape

from lxml import etree, html

_NAMES = (
    "a|abbr|article|aside|b|blockquote|body|caption|cite|code|dd|del|div|dl|dt|em|figcaption|"
    "figure|font|footer|h[1-6]|head|header|html|i|iframe|ins|li|main|mark|nav|ol|p|pre|q|s|script|"
    "section|small|span|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul"
)
_BLOCKS = frozenset(
    "article aside blockquote caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tr ul".split()
)
_UNREAD = ("script", "style", "template", "noscript", "iframe", "head")
_HOLDS_TAGS = re.compile(rf"</(?:{_NAMES})\s*>|<(?:br|hr|img|p)\b[^<>]*>", re.I)
_HOLDS_BLOCKS = re.compile(rf"<(?:br|{'|'.join(sorted(_BLOCKS))})\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_ENTITY = re.compile(r"&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});", re.I)


def read_markup(text: str) -> tuple[str, dict[str, int]]:
    """Return `text` as a reader of the page would see it, and what was read: tags, or entities.

    Text holds tags where it has the closing tag of a known element, or a `<p>`, `<br>`, `<hr>`
    or `<img>`; a lone "<" is none. Paragraphs, items and cells stay apart; scripts and styles
    are left out. Without tags, entities such as `&amp;` are still read.

    >>> read_markup("<p>He said <b>no</b>.</p><p>She left &amp; wept.</p>")
    ('He said no.\\n\\nShe left & wept.', {'HTML': 1})
    >>> read_markup("R&amp;D where a < b")
    ('R&D where a < b', {'HTML entity': 1})
    """
    if _HOLDS_TAGS.search(text):
        return _read_html(text), {"HTML": 1}
    entities = [entity for entity in _ENTITY.findall(text) if unescape(entity) != entity]
    if not entities:
        return text, {}
    return _ENTITY.sub(lambda match: unescape(match.group()), text), {"HTML entity": len(entities)}


def _read_html(text: str) -> str:
    parser = html.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    tree = html.document_fromstring(f"<div>{text}</div>".encode(), parser)
    if parser.error_log.filter_from_fatals():  # nested beyond what the parser can follow
        return unescape(_TAG.sub(" ", text))
    etree.strip_elements(tree, *_UNREAD, with_tail=False)
    blocks = bool(_HOLDS_BLOCKS.search(text))
    for element in tree.iter(etree.Element):
        apart = "\n\n" if element.tag in _BLOCKS else ""
        behind = {"br": "\n", "td": " ", "th": " "}.get(element.tag, apart)
        element.text = apart + _squeeze(element.text or "", blocks)
        element.tail = behind + _squeeze(element.tail or "", blocks)
    seen = re.sub(r"[ \t]*\n[ \t]*", "\n", tree.text_content())
    return re.sub(r"\n{3,}", "\n\n", seen).strip()


def _squeeze(text: str, blocks: bool) -> str:
    """Return `text` with single spaces; its own line breaks count where no block element does."""
    if not blocks:
        return text
    return re.sub(r"[ \t\n]+", lambda gap: "\n\n" if gap.group().count("\n") > 1 else " ", text)
