"""Lists of pages as Media Cloud and GDELT give them: addresses and titles, no texts.

Media Cloud's search tool downloads CSV with the columns id, indexed_date, language, media_name,
media_url, publish_date, title, url. GDELT's DOC 2.0 API (mode ArtList) gives CSV with URL,
MobileURL, Date, Title, or JSON: an object with `articles`, each with url, url_mobile, title,
seendate, socialimage, domain, language, sourcecountry. GDELT's date is when it saw the page.
"""

from collections.abc import Mapping
from pathlib import Path

from helpers.reading.delimited import read_csv
from helpers.reading.json_files import read_json
from helpers.reading.rows import Reading

MEDIACLOUD = {
    "article_id": "id",
    "title": "title",
    "url": "url",
    "outlet": "media_name",
    "published": "publish_date",
    "language": "language",
}
GDELT_CSV = {"title": "Title", "url": "URL", "published": "Date"}
GDELT_JSON = {
    "title": "title",
    "url": "url",
    "outlet": "domain",
    "outlet_country": "sourcecountry",
    "published": "seendate",
    "language": "language",
}


def read_mediacloud(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Yield a row for each page of Media Cloud's CSV at `path`; `columns` go before its own.

    Raises:
        DataFault, OSError: see read_csv.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "mc-onlinenews-mediacloud-20240506101112-content.csv"
    >>> _ = path.write_text(
    ...     "id,indexed_date,language,media_name,media_url,publish_date,title,url\\n"
    ...     "1f,2024-05-04 02:11:09,en,post.example,post.example,2024-05-03,A deal,https://a.example"
    ... )
    >>> next(read_mediacloud(path)).fields["outlet"]
    'post.example'
    """
    return read_csv(path, MEDIACLOUD | dict(columns or {}))


def read_gdelt(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Yield a row for each page of GDELT's article list at `path`, CSV or JSON.

    Raises:
        DataFault, OSError: see read_csv and read_json.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "list.csv"
    >>> _ = path.write_text(
    ...     "URL,MobileURL,Date,Title\\nhttps://a.example,,2024-05-03 10:15:00,A deal",
    ...     encoding="utf-8-sig",
    ... )
    >>> next(read_gdelt(path)).fields["published"]
    '2024-05-03 10:15:00'
    """
    with Path(path).open("rb") as file:
        beginning = file.read(1_000).lstrip(b"\xef\xbb\xbf \t\r\n")
    read = read_json if beginning.startswith((b"{", b"[")) else read_csv
    names = GDELT_CSV if beginning.startswith(b"URL,") else GDELT_JSON
    return read(path, names | dict(columns or {}))
