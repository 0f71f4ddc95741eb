"""How asking for a page may end: each outcome in a word."""

from typing import NamedTuple


class Meaning(NamedTuple):
    """What an outcome means; whether it may end otherwise another day; whether a whole host is out.

    >>> OUTCOMES["busy"].passing
    True
    """

    words: str
    passing: bool = False
    host: bool = False


OUTCOMES = {
    "had": Meaning("the page, or its archive copy, is there with its text"),
    "no text": Meaning("the page is there, but no text could be read from it"),
    "gone": Meaning("404, 410, an unknown host name or only the front page; no archive copy"),
    "disallowed": Meaning("robots.txt asks not to fetch it, or to wait longer than the ceiling"),
    "refused": Meaning("not an address this program asks: its form, its port, a private network"),
    "denied": Meaning("the server does not give it to this program (401, 403, 451 and the like)"),
    "redirects": Meaning("redirects in a ring, too many of them, or to nowhere"),
    "type": Meaning("neither HTML nor PDF nor plain text"),
    "large": Meaning("larger than the ceiling, as sent or unpacked"),
    "insecure": Meaning("the server's certificate does not hold"),
    "failed": Meaning("an error of the server, or a broken answer", passing=True),
    "slow": Meaning("not there within the ceiling on time", passing=True),
    "busy": Meaning("429 or 503, or asked to wait longer than the ceiling", True, host=True),
    "unreachable": Meaning("no connection, or no robots.txt to go by", True, host=True),
}


class Missed(Exception):
    """A page that could not be had: the outcome (a key of OUTCOMES), detail, and how to go on.

    `url` is the address that was asked last, `status` what it answered (0: nothing), `wait` the
    seconds that the server asked to wait for.

    >>> raise Missed("gone", "HTTP 404", status=404)
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: gone: HTTP 404
    """

    def __init__(
        self, outcome: str, detail: str, url: str = "", status: int = 0, wait: float | None = None
    ) -> None:
        """Keep what is known of the outcome."""
        super().__init__(f"{outcome}: {detail}")
        self.outcome, self.detail, self.url = outcome, detail, url
        self.status, self.wait = status, wait
