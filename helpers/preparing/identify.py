"""Each article's id: the one it has, or one made of where it stood; and none of them twice."""

import hashlib
import re

from helpers.faults import DataFault
from helpers.preparing.articles import Article, Change, Doubt
from helpers.preparing.cleaning import clean_line
from helpers.preparing.settings import Settings
from helpers.reading.rows import Row, Skip

_LONGEST = 60  # characters of a file's name in an id


def name_article(row: Row) -> Article:
    """Return `row` as an article with an id: its own without space around it, or a made one.

    A made id joins the file's name, the place and eight digits of a digest of both and the text as
    found: the same at every run and under all settings.

    >>> name_article(Row({"text": "One came."}, "press/May 3.csv", "row 2")).fields["article_id"]
    'press-may-3-row-2-73c16a00'
    """
    article = Article(row.fields, clean_name(row.file), clean_name(row.place))
    given = clean_line(article.fields["article_id"], markup=False).text
    if given:
        return article.take({"article_id": given})
    where = re.sub(r"\.[^./\\]*$", "", article.file) + " " + article.place
    content = "\0".join((article.file, article.place, article.fields["text"]))
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    slug = re.sub(r"[\W_]+", "-", where.lower()).strip("-")[-_LONGEST:].strip("-")
    made = f"{slug}-{digest}" if slug else digest
    return article.take({"article_id": made}, changes=[Change("name", "id made", 1)])


def clean_name(name: str) -> str:
    """Return the name of a file or place with what cannot be shown written as an escape.

    >>> print(clean_name("caf\\udce9\\n.txt"))
    caf\\udce9\\n.txt
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in name
    )


class Doubles:
    """What stood before: ids, where, and with which text. About 400 bytes an article are held.

    >>> seen = Doubles(Settings())
    >>> first = Article({"article_id": "a1", "text": "One came."}, "a.csv", "row 2")
    >>> seen.check(first) is first, seen.check(first).reason
    (True, 'exact copy')
    """

    def __init__(self, settings: Settings):
        """Begin with nothing seen."""
        self._settings = settings
        self._places: dict[str, str] = {}
        self._last: dict[str, int] = {}  # number that an id was given last
        self._pairs: set[bytes] = set()  # digests of an id as found and its text
        self._texts: dict[bytes, str] = {}

    def check(self, article: Article) -> Article | Skip:
        """Return `article`, or why it is left out: the same id and text stood before.

        With the setting `drop_copies` the same text under another id is left out, too; with
        `number_doubled` a doubled id over another text is numbered.

        Raises:
            DataFault: the id stood before over another text; the message names both places.

        >>> seen = Doubles(Settings(number_doubled=True))
        >>> _ = seen.check(Article({"article_id": "a1", "text": "One came."}))
        >>> seen.check(Article({"article_id": "a1", "text": "Two left."})).fields["article_id"]
        'a1-2'
        """
        key = article.fields["article_id"]
        text = " ".join(article.fields["text"].split())
        pair = _digest(f"{key}\0{text}")
        if pair in self._pairs:
            return article.skip("exact copy", f"the same article_id {key!r}: {self._where(key)}")
        first = self._texts.get(_digest(text))
        if first is not None:
            return article.skip("exact copy", f"the text of {first!r}: {self._where(first)}")
        if key in self._places:
            article = self._number(article)
            key = article.fields["article_id"]
        self._pairs.add(pair)
        self._places[key] = article.where
        if self._settings.drop_copies:
            self._texts[_digest(text)] = key
        return article

    def _where(self, key: str) -> str:
        return f"first in {self._places[key] or 'a row before'}"

    def _number(self, article: Article) -> Article:
        key = article.fields["article_id"]
        if not self._settings.number_doubled:
            raise DataFault(
                f"article_id {key!r} stands over two texts: {self._where(key)}, again in "
                f"{article.where or 'this row'}; give each its own, or have the second numbered "
                "(setting number_doubled)"
            )
        number = self._last.get(key, 1) + 1
        while f"{key}-{number}" in self._places:
            number += 1
        self._last[key] = number
        taken = f"{key}-{number}"
        doubt = Doubt("article_id", key, taken, f"over another text, too: {self._where(key)}")
        return article.take({"article_id": taken}, doubts=[doubt])


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:16]
