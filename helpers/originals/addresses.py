"""Which addresses may be asked: http(s), no password, usual ports, and public networks only."""

import ipaddress
import socket
from dataclasses import dataclass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from helpers.originals.outcomes import Missed

PORTS = {"http": 80, "https": 443}
_NO_SUCH_NAME = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None))
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")  # all that is given out of IPv6 so far
# Public by number, yet answered by the network one is in: a cloud's own service, 6to4 relays.
_INNER = tuple(map(ipaddress.ip_network, ("168.63.129.16/32", "192.88.99.0/24", "192.0.0.0/24")))


@dataclass(frozen=True)
class AddressRule:
    """What may be asked beside public addresses on ports 80 and 443.

    >>> AddressRule().private
    False
    """

    private: bool = False
    ports: tuple[int, ...] = ()


def read_url(text: str, rule: AddressRule) -> Url:
    """Return the address in `text`, in its plain form, without a fragment.

    Raises:
        Missed: "refused", with what is wrong with it.

    >>> read_url("HTTP://Example.com/a b#top", AddressRule()).url
    'http://example.com/a%20b'
    >>> read_url("file:///etc/passwd", AddressRule())
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: refused: 'file' is neither http nor https
    """
    try:
        url = parse_url(text.strip())
    except LocationParseError:
        raise Missed("refused", "not an address", text) from None
    if url.scheme not in PORTS:
        raise Missed("refused", f"{url.scheme or ''!r} is neither http nor https", text)
    if url.auth is not None:
        raise Missed("refused", "holds a name or password", text)
    if not url.host:
        raise Missed("refused", "names no host", text)
    if port_of(url) not in (*PORTS.values(), *rule.ports):
        raise Missed("refused", f"port {url.port} is not 80 or 443 (allow it by --port)", text)
    return url._replace(fragment=None, path=url.path or "/")


def port_of(url: Url) -> int:
    """Return the port that `url` names, or that of its scheme.

    >>> port_of(parse_url("https://example.com/"))
    443
    """
    return PORTS[url.scheme] if url.port is None else url.port


def origin_of(url: Url) -> str:
    """Return scheme, host and port: what one robots.txt speaks for.

    >>> origin_of(parse_url("https://example.com/a"))
    'https://example.com:443'
    """
    return f"{url.scheme}://{url.host}:{port_of(url)}"


def split_url(text: str) -> tuple[str, str]:
    """Return host and path of any address, may it be asked or not; "" and "/" where it has none.

    >>> split_url("https://Example.com/a"), split_url("no address")
    (('example.com', '/a'), ('', '/'))
    """
    try:
        url = parse_url(text)
    except LocationParseError:
        return "", "/"
    return url.host or "", url.path or "/"


def is_public(address: str) -> bool:
    """Say whether a numeric address is on the public network, and so for everybody.

    Loopback, private, link-local, multicast, reserved and documentation addresses are not; an IPv4
    address packed into an IPv6 one (mapped, 6to4, NAT64) is judged by itself.

    >>> [is_public(a) for a in ("1.1.1.1", "10.0.0.1", "::ffff:127.0.0.1", "2606:4700::1111")]
    [True, False, False, True]
    """
    ip = ipaddress.ip_address(address)
    if ip.version == 6:
        packed = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
        inner = ip.ipv4_mapped or ip.sixtofour or packed
        if inner is None:
            return ip in _UNICAST and ip.is_global
        ip = inner
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in _INNER)


def look_up(host: str, port: int, rule: AddressRule) -> list[tuple]:
    """Return where `host` is to be connected to, as (family, socket address), each one checked.

    The name is looked up once; who connects to what is returned here cannot be sent elsewhere by a
    second answer.

    Raises:
        Missed: "gone" (no such name), "unreachable" (no answer now), "refused" (any of the
            answers is not public and `rule` does not allow it).

    >>> look_up("127.0.0.1", 80, AddressRule())
    Traceback (most recent call last):
    helpers.originals.outcomes.Missed: refused: 127.0.0.1 leads to 127.0.0.1, not public
    """
    try:
        answers = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        outcome = "gone" if error.errno in _NO_SUCH_NAME else "unreachable"
        raise Missed(outcome, f"host name {host}: {error.strerror}") from None
    except (UnicodeError, OSError) as error:
        raise Missed("unreachable", f"host name {host}: {error}") from None
    found = [(family, place) for family, _, _, _, place in answers]
    for _, place in found:
        if not rule.private and not is_public(place[0]):
            raise Missed("refused", f"{host} leads to {place[0]}, not public")
    return found
