"""Going to a page as a polite visitor: robots.txt first, a pause for each host, few redirects."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin

from urllib3 import HTTPHeaderDict
from urllib3.util import Url

from helpers.originals.addresses import origin_of, read_url
from helpers.originals.download import READ, Limits, Page, download
from helpers.originals.outcomes import Missed
from helpers.originals.pace import Pace, read_wait
from helpers.originals.robots import LARGEST, Robots

MOVED = (301, 302, 303, 307, 308)
MOST_MOVES = 5
PROJECT = "third-country-coverage"


def name_agent(version: str, contact: str) -> str:
    """Return the name this program gives itself, so that a site's owner knows whom to ask.

    >>> name_agent("0.1.0", "me@example.org")
    'third-country-coverage/0.1.0 (research; reads articles it has a list of; me@example.org)'
    """
    return f"{PROJECT}/{version} (research; reads articles it has a list of; {contact})"


class Visitor:
    """Fetches single pages; remembers the robots.txt of each host for as long as it lives.

    >>> from helpers.originals.pace import Clock
    >>> visitor = Visitor("example/1.0", Limits(), Pace(Clock(), 5))
    >>> visitor.get("ftp://example.com/")
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: refused: 'ftp' is neither http nor https
    """

    def __init__(self, agent: str, limits: Limits, pace: Pace) -> None:
        """Know of no robots.txt yet."""
        self.agent, self.limits, self.pace = agent, limits, pace
        self._robots: dict[str, Robots] = {}

    def get(self, url: str, check: Callable[[HTTPHeaderDict], object] | None = None) -> Page:
        """Return the page at `url`, or where it leads to; `check` sees the headers first.

        Every address on the way is checked anew: its form, its host's robots.txt, its pause, and
        where its name points to.

        Raises:
            Missed: any outcome but "had", "no text" and those of `check`.

        >>> from helpers.originals.pace import Clock
        >>> Visitor("example/1.0", Limits(), Pace(Clock(), 5)).get("http://127.0.0.1/")
        Traceback (most recent call last):
        helpers.originals.outcomes.Missed: refused: 127.0.0.1 leads to 127.0.0.1, not public
        """
        page = self._follow(url, lambda asked: self._ask(asked, check))
        if page.status in READ:
            return page
        raise self._missed(page)

    def robots_of(self, url: Url) -> Robots:
        """Return the rules for `url`, fetched once for each scheme, host and port.

        Raises:
            Missed: "unreachable" where the host has rules that cannot be had now (429, 5xx, no
                connection, a broken answer): by RFC 9309 nothing may be fetched then; "refused",
                "gone" or "insecure" where the host itself is.

        >>> from helpers.originals.pace import Clock
        >>> from urllib3.util import parse_url
        >>> visitor = Visitor("example/1.0", Limits(), Pace(Clock(), 5))
        >>> visitor.robots_of(parse_url("http://127.0.0.1/a"))
        Traceback (most recent call last):
        helpers.originals.outcomes.Missed: refused: 127.0.0.1 leads to 127.0.0.1, not public
        """
        origin = origin_of(url)
        if origin not in self._robots:
            self._robots[origin] = Robots(self._read_robots(origin), PROJECT)
            self.pace.delays[url.host] = self._robots[origin].delay
        return self._robots[origin]

    def _ask(self, url: Url, check) -> Page:
        self.robots_of(url).check(url.url)
        return self._request(url, check=check)

    def _request(self, url: Url, **how) -> Page:
        limits = how.pop("limits", self.limits)
        self.pace.begin(url.host)
        try:
            return download(url, self.agent, limits, **how)
        except Missed as missed:
            missed.url = missed.url or url.url
            raise
        finally:
            self.pace.end(url.host)

    def _follow(self, first: str, ask: Callable[[Url], Page]) -> Page:
        url, seen, lowered = read_url(first, self.limits.rule), set(), False
        while True:
            page = ask(url)
            target = page.headers.get("Location")
            if page.status not in MOVED or target is None:
                return replace(page, lowered=lowered)
            seen.add(url.url)
            # headers arrive as Latin-1 whatever was sent
            target = target.encode("latin-1", "replace").decode("utf-8", "replace")
            before, url = url, read_url(urljoin(url.url, target), self.limits.rule)
            lowered |= (before.scheme, url.scheme) == ("https", "http")
            if url.url in seen or len(seen) > MOST_MOVES:
                ring = "a ring" if url.url in seen else f"more than {MOST_MOVES}"
                raise Missed("redirects", ring, url.url)

    def _read_robots(self, origin: str) -> str:
        limits = replace(self.limits, size=LARGEST)
        asked = read_url(f"{origin}/robots.txt", self.limits.rule)
        try:
            page = self._follow(asked.url, lambda url: self._request(url, limits=limits, cut=True))
        except Missed as missed:
            if missed.outcome == "redirects":  # RFC 9309, 2.3.1.2: as if there were none
                return ""
            if missed.outcome in ("refused", "gone", "insecure") and missed.url == asked.url:
                raise
            raise Missed("unreachable", f"robots.txt: {missed}", asked.url) from None
        if page.status == 429 or page.status >= 500:
            raise self._missed(page, "unreachable", "robots.txt: ")
        return page.body.decode("utf-8-sig", "replace")

    def _missed(self, page: Page, outcome: str = "", before: str = "") -> Missed:
        status = page.status
        if status in (404, 410):
            meant = "gone"
        elif status in (429, 503):
            meant = "busy"
        elif status in MOVED:
            meant = "redirects"
        else:
            meant = "failed" if status >= 500 else "denied"
        wait = read_wait(page.headers, self.pace.clock.utc())
        return Missed(outcome or meant, f"{before}HTTP {status}", page.url, status, wait)
