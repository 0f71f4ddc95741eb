"""robots.txt as RFC 9309 has it: what a host asks programs not to fetch, and how slowly."""

from protego import Protego

from helpers.originals.outcomes import Missed

LARGEST = 500 * 1024  # RFC 9309, 2.5: at least so much is read, the rest may be left
LONGEST_DELAY = 120.0


class Robots:
    """The rules of one host for the program called `name`.

    Without a robots.txt (any 4xx but 429) everything may be fetched.

    >>> robots = Robots("User-agent: *\\nDisallow: /private\\nCrawl-delay: 10", "example")
    >>> robots.delay
    10.0
    >>> robots.check("http://example.com/private/a")
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: disallowed: robots.txt asks not to fetch it
    """

    def __init__(self, text: str, name: str) -> None:
        """Read the rules."""
        self._rules, self._name = Protego.parse(text), name
        rate = self._rules.request_rate(name)
        self.delay = max(
            float(self._rules.crawl_delay(name) or 0.0),
            rate.seconds / rate.requests if rate and rate.requests else 0.0,
        )

    def check(self, url: str) -> None:
        """Return None if `url` may be fetched.

        Raises:
            Missed: "disallowed"; also where the host asks for a longer pause than LONGEST_DELAY,
                because going faster than it asks is not ours to decide.

        >>> Robots("", "example").check("http://example.com/a")
        """
        if not self._rules.can_fetch(url, self._name):
            raise Missed("disallowed", "robots.txt asks not to fetch it", url)
        if self.delay > LONGEST_DELAY:
            wish = f"robots.txt asks for {self.delay:g} s between requests"
            raise Missed("disallowed", f"{wish}, over the ceiling of {LONGEST_DELAY:g} s", url)
