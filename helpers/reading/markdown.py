"""Markdown without its markup."""

import html
from collections.abc import Iterator

import mistune

LEAVES = ("paragraph", "block_text", "heading", "table_cell")
SPACES = ("softbreak", "linebreak", "inline_html")


def strip_markup(text: str) -> tuple[str, list[str]]:
    """Return the title, or "", and the paragraphs of a Markdown `text`, without markup.

    The title is a first-level heading at the very beginning. A link keeps its words; pictures go;
    list items, table cells and headings are paragraphs; blocks of HTML stay as they are.

    >>> strip_markup("# Deal *signed*\\n\\nOne [came](https://a.example).\\n\\n- Two left.")
    ('Deal signed', ['One came.', 'Two left.'])
    """
    parse = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough"])
    tokens = [token for token in parse(text) if token["type"] != "blank_line"]
    title = ""
    if tokens and tokens[0]["type"] == "heading" and tokens[0]["attrs"]["level"] == 1:
        title = _text_of(tokens.pop(0))
    return title, list(_paragraphs(tokens))


def _paragraphs(tokens: list[dict]) -> Iterator[str]:
    for token in tokens:
        if token["type"] in LEAVES:
            yield _text_of(token)
        elif "children" in token:
            yield from _paragraphs(token["children"])
        elif "raw" in token:
            yield token["raw"].strip()


def _text_of(token: dict) -> str:
    if token["type"] in SPACES:
        return " "
    if token["type"] == "image":
        return ""
    if "children" in token:
        return "".join(_text_of(child) for child in token["children"])
    return html.unescape(token.get("raw", ""))
