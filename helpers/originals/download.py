"""One request: a page as it was sent, within a ceiling on size and time."""

from collections.abc import Callable
from dataclasses import dataclass, field

from urllib3 import HTTPHeaderDict
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)  # fmt: skip
from urllib3.response import BaseHTTPResponse
from urllib3.util import Timeout, Url

from helpers.originals.addresses import AddressRule
from helpers.originals.connections import Watch, make_pool
from helpers.originals.outcomes import Missed

READ = (200, 203)
CHUNK = 2**16
MB = 10**6


@dataclass(frozen=True)
class Limits:
    """Ceilings on one request: bytes as sent and as unpacked, seconds to connect, between two
    packets, and in all; and the addresses that may be asked.

    >>> Limits().size
    10000000
    """

    size: int = 10 * MB
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    rule: AddressRule = field(default_factory=AddressRule)


@dataclass(frozen=True)
class Page:
    """What a server sent: the address asked, the status, the headers, the unpacked bytes.

    The body is empty where the status is not 200 or 203. `lowered` is true where a redirect on the
    way there led from https to http.

    >>> Page("http://example.com/", 404, HTTPHeaderDict(), b"").status
    404
    """

    url: str
    status: int
    headers: HTTPHeaderDict
    body: bytes
    lowered: bool = False


def download(
    url: Url, agent: str, limits: Limits, check: Callable[[HTTPHeaderDict], object] | None = None,
    cut: bool = False,
) -> Page:  # fmt: skip
    """Return what the server of `url` sends to one GET; redirects are not followed.

    `check` sees the headers before the body is read, and may raise. With `cut` a body over the
    ceiling is cut there, else it is missed.

    Raises:
        Missed: "refused", "gone", "unreachable", "insecure", "slow", "large", "failed".

    >>> from helpers.originals.addresses import read_url
    >>> url = read_url("http://127.0.0.1/", AddressRule())
    >>> download(url, "example/1.0", Limits())
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: refused: 127.0.0.1 leads to 127.0.0.1, not public
    """
    headers = {"User-Agent": agent, "Accept-Encoding": "gzip", "Connection": "close",
               "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain"}  # fmt: skip
    timeout = Timeout(connect=limits.connect, read=limits.read)
    with Watch(limits.total, limits.rule) as watch, make_pool(url, watch.open, timeout) as pool:
        try:
            response = pool.urlopen(
                "GET", url.request_uri, headers=headers, redirect=False, preload_content=False
            )
            try:
                body = _read(response, limits.size, check, cut)
            finally:
                response.close()
        except HTTPError as error:
            raise _slow(url.url, limits.total) if watch.over else _missed(error, url.url) from None
        if watch.over:  # a body that ends with its connection looks whole
            raise _slow(url.url, limits.total)
    return Page(url.url, response.status, response.headers, body)


def _read(response: BaseHTTPResponse, size: int, check, cut: bool) -> bytes:
    if response.status not in READ:
        return b""
    if check:
        check(response.headers)
    packed = response.headers.get("Content-Encoding", "identity").lower()
    if packed not in ("identity", "gzip", "x-gzip", "deflate", ""):
        raise Missed("type", f"packed by {packed!r}, which was not asked for")
    if not cut and int(response.length_remaining or 0) > size:
        raise _large(size)
    body = bytearray()
    for chunk in response.stream(CHUNK, decode_content=True):
        body += chunk
        if max(len(body), response.tell()) > size:
            if cut:
                break
            raise _large(size)
    return bytes(body[:size])


def _large(size: int) -> Missed:
    return Missed("large", f"over {size / MB:g} MB")


def _slow(url: str, seconds: float) -> Missed:
    return Missed("slow", f"not there in {seconds:g} s", url)


def _missed(error: HTTPError, url: str) -> Missed:
    match error:
        case SSLError() if "CERTIFICATE" in str(error).upper():
            return Missed("insecure", "its certificate does not hold", url)
        case SSLError():
            return Missed("unreachable", "no secure connection", url)
        case ReadTimeoutError():
            return Missed("slow", "the server fell silent", url)
        case DecodeError():
            return Missed("failed", "its packing is broken", url)
        case ProtocolError():
            return Missed("failed", f"a broken answer ({error.args[0]})", url)
    return Missed("failed", type(error).__name__, url)
