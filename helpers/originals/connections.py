"""Connections to the very address that was checked, and an end to what takes too long."""

import socket
from collections.abc import Callable
from threading import Timer

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Timeout, Url

from helpers.originals.addresses import AddressRule, look_up, port_of
from helpers.originals.outcomes import Missed

Opener = Callable[[str, int, float], socket.socket]


class _Opened:
    """A connection whose socket comes from an `opener`; name, TLS and Host stay the name's."""

    def __init__(self, *args, opener: Opener, **settings) -> None:
        super().__init__(*args, **settings)
        self._opener = opener

    def _new_conn(self) -> socket.socket:
        return self._opener(self._dns_host, self.port, self.timeout)


class _Plain(_Opened, HTTPConnection):
    pass


class _Secure(_Opened, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


def make_pool(url: Url, opener: Opener, timeout: Timeout) -> HTTPConnectionPool:
    """Return a pool for the host of `url` whose sockets `opener` makes; no proxy is ever used.

    >>> make_pool(Url("https", host="example.com"), socket.socket, Timeout(5)).port
    443
    """
    kind = _SecurePool if url.scheme == "https" else _PlainPool
    return kind(url.host, port_of(url), timeout=timeout, retries=False, opener=opener)


class Watch:
    """A ceiling on the seconds that one request may take, whatever the server does meanwhile.

    Timeouts of a socket begin anew with every byte; a server that drips would never end. After
    `seconds` the sockets that were opened here are shut down, and `over` is true.

    >>> with Watch(60, AddressRule()) as watch:
    ...     watch.over
    False
    """

    def __init__(self, seconds: float, rule: AddressRule) -> None:
        """Set what to wait for; the time runs from `with`."""
        self.over, self._rule, self._sockets = False, rule, []
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> "Watch":
        """Start the time."""
        self._timer.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Stop the time."""
        self._timer.cancel()
        for twin in self._sockets:
            twin.close()

    def open(self, host: str, port: int, timeout: float) -> socket.socket:
        """Return a socket connected to the first checked address of `host` that answers.

        Raises:
            Missed: see `addresses.look_up`; "unreachable" where none answers, "slow" where
                the time is over.

        >>> with Watch(60, AddressRule()) as watch:
        ...     watch.open("127.0.0.1", 80, 1.0)
        Traceback (most recent call last):
        helpers.originals.outcomes.Missed: refused: 127.0.0.1 leads to 127.0.0.1, not public
        """
        fault = "no address"
        for family, place in look_up(host, port, self._rule):
            if self.over:
                raise Missed("slow", f"{host}: no connection in time")
            made = socket.socket(family, socket.SOCK_STREAM)
            made.settimeout(timeout)
            try:
                made.connect(place)
            except OSError as error:
                made.close()
                fault = error.strerror or str(error)
                continue
            # TLS takes the socket over: its twin stays in our hands and ends both
            self._sockets.append(made.dup())
            return made
        raise Missed("unreachable", f"{host}: {fault}")

    def _end(self) -> None:
        self.over = True
        for twin in self._sockets:
            try:
                twin.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it has ended by itself
