"""Politeness in time: a pause for each host, waits that a server asks for, waits after faults."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_WAIT = 10.0


class Clock:
    """The time; a test gives another one that does not wait.

    >>> Clock().utc().tzinfo
    datetime.timezone.utc
    """

    def now(self) -> float:
        """Return seconds that only go forward.

        >>> Clock().now() <= Clock().now()
        True
        """
        return time.monotonic()

    def utc(self) -> datetime:
        """Return the date and time.

        >>> Clock().utc().year > 2024
        True
        """
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait.

        >>> Clock().sleep(0)
        """
        time.sleep(seconds)


class Pace:
    """When each host may be asked again.

    `delay` is the least pause in seconds between the end of one request to a host and the next;
    `delays` has hosts that ask for a longer one. There is no chance in it: a run can be repeated.

    >>> pace = Pace(Clock(), delay=5)
    >>> pace.begin("example.com")
    >>> pace.end("example.com")
    >>> 4 < pace.left("example.com") <= 5
    True
    """

    def __init__(self, clock: Clock, delay: float) -> None:
        """Know of no host yet."""
        self.clock, self.delay = clock, delay
        self.delays: dict[str, float] = {}
        self._ended: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def left(self, host: str) -> float:
        """Return the seconds until `host` may be asked.

        >>> Pace(Clock(), 5).left("example.com")
        0.0
        """
        free = self._held.get(host, float("-inf"))
        if host in self._ended:
            free = max(free, self._ended[host] + max(self.delay, self.delays.get(host, 0.0)))
        return max(0.0, free - self.clock.now())

    def begin(self, host: str) -> None:
        """Wait until `host` may be asked.

        >>> Pace(Clock(), 5).begin("example.com")
        """
        if left := self.left(host):
            self.clock.sleep(left)

    def end(self, host: str) -> None:
        """Note that a request to `host` has ended.

        >>> Pace(Clock(), 5).end("example.com")
        """
        self._ended[host] = self.clock.now()

    def hold(self, host: str, seconds: float) -> None:
        """Leave `host` alone for `seconds`, or longer if that was to be so already.

        >>> pace = Pace(Clock(), 5)
        >>> pace.hold("example.com", 60)
        >>> pace.left("example.com") > 59
        True
        """
        self._held[host] = max(self._held.get(host, 0.0), self.clock.now() + seconds)


def back_off(tries: int, asked: float | None) -> float:
    """Return the seconds to wait after the `tries`-th failure: 10, 20, 40 ..., or more if asked to.

    >>> [back_off(tries, None) for tries in (1, 2, 3)], back_off(1, 90.0)
    ([10.0, 20.0, 40.0], 90.0)
    """
    return max(FIRST_WAIT * 2.0 ** (tries - 1), asked or 0.0)


def read_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that Retry-After asks for (a number, or a date after `now`), or None.

    >>> now = datetime(2024, 5, 1, tzinfo=UTC)
    >>> read_wait({"Retry-After": "120"}, now)
    120.0
    >>> read_wait({"Retry-After": "Wed, 01 May 2024 00:00:30 GMT"}, now)
    30.0
    """
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdecimal():
        return float(asked[:9])
    try:
        moment = parsedate_to_datetime(asked)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
