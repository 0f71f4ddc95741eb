"""Originals: only public addresses are asked, and no server can hold or fill this machine."""

import gzip
import os
import socket
import threading
import time

import local_site
import pytest
from local_site import Clock, html, send
from urllib3.exceptions import SSLError

from helpers.originals.addresses import AddressRule, is_public, look_up, read_url
from helpers.originals.content import check_type
from helpers.originals.download import Limits, Page
from helpers.originals.outcomes import Missed
from helpers.originals.pace import Pace
from helpers.originals.visitor import Visitor

HTML = {"Content-Type": "text/html"}


@pytest.fixture
def site():
    with local_site.open_site() as site:
        yield site


def visit(site, private=True, **limits):
    rule = AddressRule(private, (site.port,))
    return Visitor("example/1.0", Limits(rule=rule, **limits), Pace(Clock(), 0))


def outcome_of(site, path, private=True, **limits):
    with pytest.raises(Missed) as caught:
        visit(site, private, **limits).get(path if "://" in path else site.url(path), check_type)
    return caught.value.outcome


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 127.8.9.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 100.64.0.1 169.254.169.254 "
    "100.100.100.200 168.63.129.16 192.0.0.192 192.88.99.1 198.18.0.1 192.0.2.1 203.0.113.9 "
    "224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ::ffff:10.0.0.1 "
    "::7f00:1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1:: 2001:0:1:2::1 "
    "2001:db8::1 fd00:ec2::254 fc00::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1".split(),
)
def test_addresses_that_are_not_for_everybody(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    "1.1.1.1 93.184.216.34 2606:4700::1111 2a00:1450:4001::1 ::ffff:1.1.1.1 64:ff9b::101:101 "
    "172.15.0.1 172.32.0.1".split(),
)
def test_addresses_that_are(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "why"),
    {
        "file:///etc/passwd": "neither http nor https",
        "ftp://example.com/a": "neither http nor https",
        "javascript:alert(1)": "neither http nor https",
        "example.com/a": "neither http nor https",
        "": "neither http nor https",
        "http://me:secret@example.com/": "name or password",
        "http://me@example.com/": "name or password",
        "http://example.com:22/": "port 22",
        "http://example.com:99999/": "not an address",
        "http://exam ple.com/": "not an address",
        "http:///a": "names no host",
    }.items(),
)
def test_addresses_refused_by_their_form(url, why):
    with pytest.raises(Missed, match=why) as caught:
        read_url(url, AddressRule())
    assert caught.value.outcome == "refused"


def test_a_line_break_in_an_address_makes_no_second_header():
    url = read_url("http://example.com/a\r\nHost: b", AddressRule())
    assert url.request_uri == "/a%0D%0AHost:%20b"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost"])
def test_this_machine_is_refused(host):
    with pytest.raises(Missed, match="not public"):
        look_up(host, 80, AddressRule())


def test_one_private_answer_among_public_ones_is_enough_to_refuse(monkeypatch):
    local_site.fake_names(monkeypatch, {"mixed.example": ("93.184.216.34", "10.0.0.1")})
    with pytest.raises(Missed, match=r"mixed\.example leads to 10\.0\.0\.1"):
        look_up("mixed.example", 80, AddressRule())


def test_no_such_name_is_gone_and_no_answer_is_unreachable(monkeypatch):
    again = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    local_site.fake_names(monkeypatch, {"slow.example": again})
    for host, outcome in {"slow.example": "unreachable", "none.example": "gone"}.items():
        with pytest.raises(Missed) as caught:
            look_up(host, 80, AddressRule())
        assert caught.value.outcome == outcome


def test_a_private_address_is_not_connected_to(site, monkeypatch):
    site.pages["/a"] = html()
    local_site.fake_names(monkeypatch, {"inner.example": "127.0.0.1"})
    reached = local_site.fake_public(monkeypatch)
    assert outcome_of(site, site.url("/a", "inner.example"), private=False) == "refused"
    assert (reached, site.asked) == ([], [])


def test_a_name_that_turns_private_is_refused_at_the_next_connection(site, monkeypatch):
    site.pages["/a"] = html()
    names = {"turning.example": ["93.184.216.34", "127.0.0.1"]}
    looked_up = local_site.fake_names(monkeypatch, names)
    reached = local_site.fake_public(monkeypatch)
    assert outcome_of(site, site.url("/a", "turning.example"), private=False) == "refused"
    # one look-up a connection: robots.txt came from the first answer, nothing from the second
    assert (looked_up, reached) == (["turning.example"] * 2, ["93.184.216.34"])
    assert site.paths() == ["/robots.txt"]


def test_the_checked_address_is_connected_to_in_the_name_of_the_host(site, monkeypatch):
    site.pages["/a"] = html()
    looked_up = local_site.fake_names(monkeypatch, {"news.example": "93.184.216.34"})
    reached = local_site.fake_public(monkeypatch)
    page = visit(site, private=False).get(site.url("/a", "news.example"))
    assert page.status == 200 and b"deal was off" in page.body
    assert reached == ["93.184.216.34"] * 2 and len(looked_up) == 2
    assert site.asked[-1] == (f"news.example:{site.port}", "/a")


def test_tls_names_the_host_to_the_checked_address(monkeypatch):
    local_site.fake_names(monkeypatch, {"news.example": "93.184.216.34"})
    reached, heard = local_site.fake_public(monkeypatch), []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            made, _ = server.accept()
            with made:
                heard.append(made.recv(4096))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        visitor = Visitor("e/1", Limits(rule=AddressRule(ports=(port,))), Pace(Clock(), 0))
        with pytest.raises(Missed) as caught:
            visitor.get(f"https://news.example:{port}/a")
        thread.join(5)
    assert caught.value.outcome == "unreachable" and reached == ["93.184.216.34"]
    assert b"news.example" in heard[0]


def test_proxies_of_the_environment_are_not_used(site, monkeypatch):
    site.pages["/a"] = html()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setitem(os.environ, name, "http://127.0.0.1:9")
    assert visit(site).get(site.url("/a")).status == 200


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd",
     "http://me:pw@93.184.216.34/", "http://93.184.216.34:22/", "//127.0.0.1/", "gopher://a/"],
)  # fmt: skip
def test_a_redirect_is_checked_like_a_first_address(site, monkeypatch, target):
    site.pages["/a"] = (302, {"Location": target}, b"")
    local_site.fake_names(monkeypatch, {"news.example": "93.184.216.34", "10.0.0.1": "10.0.0.1",
                                        "169.254.169.254": "169.254.169.254"})  # fmt: skip
    reached = local_site.fake_public(monkeypatch)
    assert outcome_of(site, site.url("/a", "news.example"), private=False) == "refused"
    assert reached == ["93.184.216.34"] * 2


def test_redirects_are_followed_a_few_times_and_not_in_a_ring(site):
    for number in range(9):
        site.pages[f"/{number}"] = (301, {"Location": f"/{number + 1}"}, b"")
    site.pages |= {"/9": html(), "/a": (302, {"Location": "b"}, b""), "/x": (302, {}, b"")}
    site.pages["/b"] = (303, {"Location": "/a"}, b"")
    assert visit(site).get(site.url("/4")).url == site.url("/9")
    assert [outcome_of(site, path) for path in ("/3", "/a", "/x")] == ["redirects"] * 3


def test_a_redirect_with_letters_beyond_ascii_leads_there(site):
    site.pages["/a"] = send(
        "HTTP/1.1 302 Found\r\nLocation: /münchen\r\nContent-Length: 0\r\n\r\n".encode()
    )
    site.pages["/m%C3%BCnchen"] = html()
    assert visit(site).get(site.url("/a")).status == 200


def test_a_step_down_from_https_to_http_is_noted(monkeypatch):
    moves = {
        "https://a.example/1": "http://a.example/2",
        "http://a.example/2": "https://a.example/3",
    }

    def answer(url, *rest, **how):
        target = moves.get(url.url)
        headers = {"Location": target} if target else {}
        return Page(url.url, 302 if target else 200, headers, b"")

    monkeypatch.setattr("helpers.originals.visitor.download", answer)
    visitor = Visitor("e/1", Limits(), Pace(Clock(), 0))
    assert visitor.get("https://a.example/1").lowered
    assert not visitor.get("http://a.example/2").lowered


def test_a_body_over_the_ceiling_is_not_read(site):
    for path, told in {"/told": 10**9, "/open": None}.items():
        length = f"Content-Length: {told}\r\n" if told else ""
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{length}\r\n".encode()
        site.pages[path] = send(head, b"x" * 60_000)
    assert outcome_of(site, "/told", size=50_000) == "large"
    assert outcome_of(site, "/open", size=50_000) == "large"


def test_gzip_bombs_are_large(site):
    whole = local_site.bomb(50)
    packed = whole[2]
    site.pages["/bomb"] = whole
    site.pages["/pieces"] = send(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    )
    twice = gzip.compress(packed)
    site.pages["/twice"] = (200, HTML | {"Content-Encoding": "gzip, gzip"}, twice)
    assert len(packed) < 60_000 < len(b"0" * 10**6)
    for path in ("/bomb", "/pieces"):
        assert outcome_of(site, path, size=10**6) == "large"
    assert outcome_of(site, "/twice", size=10**6) == "type"


def test_packing_that_is_honest_is_unpacked(site):
    site.pages["/a"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"<p>One came."))
    assert visit(site).get(site.url("/a")).body == b"<p>One came."


def test_lies_about_the_length(site):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
    site.pages["/less-comes"] = send(head % 5000, b"<p>One came.")
    site.pages["/more-comes"] = send(head % 8, b"<p>One came.")
    site.pages["/odd"] = send(head.replace(b"%d", b"many"), b"<p>One came.")
    assert outcome_of(site, "/less-comes") == "failed"
    assert visit(site).get(site.url("/more-comes")).body == b"<p>One c"
    assert visit(site).get(site.url("/odd")).body == b"<p>One came."


def test_broken_answers_are_failed(site):
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    chunked = ok + b"Transfer-Encoding: chunked\r\n\r\n"
    site.pages |= {
        "/chunk": send(chunked + b"zz\r\nOne came.\r\n0\r\n\r\n"),
        "/cut-chunk": send(chunked + b"ff\r\nOne came."),
        "/packing": (200, HTML | {"Content-Encoding": "gzip"}, b"not packed at all"),
        "/long-header": send(ok + b"X: " + b"x" * 100_000 + b"\r\n\r\n"),
        "/many-headers": send(ok + b"".join(b"X%d: x\r\n" % n for n in range(300)) + b"\r\n"),
        "/no-http": send(b"SSH-2.0-OpenSSH\r\n"),
        "/nothing": send(),
    }
    for path in [path for path in site.pages]:
        assert outcome_of(site, path) == "failed", path


def test_a_server_that_stalls_or_drips_is_slow(site):
    stop, dripped = threading.Event(), []

    def drip(head):
        def answer(handler):
            send(head)(handler)
            dripped.clear()
            while len(dripped) < 200:
                send(b"x", pause=stop)(handler)
                dripped.append(1)

        return answer

    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    site.pages |= {
        "/stalls": lambda handler: stop.wait(20),
        "/stalls-later": lambda handler: (send(ok + b"\r\n<p>One")(handler), stop.wait(20)),
        "/drips-headers": drip(ok + b"X: "),
        "/drips": drip(ok + b"Content-Length: 9999\r\n\r\n"),
        "/drips-to-the-end": drip(ok + b"\r\n"),
    }
    try:
        for path in ("/stalls", "/stalls-later"):
            assert outcome_of(site, path, read=0.2) == "slow", path
        for path in ("/drips-headers", "/drips", "/drips-to-the-end"):
            assert outcome_of(site, path, read=5, total=0.4) == "slow", path
            assert 0 < len(dripped) < 150, path  # left long before the end
    finally:
        stop.set()


@pytest.mark.parametrize(
    ("fault", "outcome"),
    {
        "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed": "insecure",
        "[SSL: WRONG_VERSION_NUMBER] wrong version number": "unreachable",
    }.items(),
)
def test_a_certificate_that_does_not_hold_is_insecure(monkeypatch, fault, outcome):
    def break_off(*asked, **how):
        raise SSLError(fault)

    monkeypatch.setattr("urllib3.HTTPSConnectionPool.urlopen", break_off)
    with pytest.raises(Missed) as caught:
        Visitor("e/1", Limits(), Pace(Clock(), 0)).get("https://news.example/a")
    assert caught.value.outcome == outcome


def test_a_tls_server_that_says_nothing_is_left(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        rule = AddressRule(True, (port,))
        limits = Limits(read=20, connect=20, total=0.3, rule=rule)
        with pytest.raises(Missed) as caught:
            Visitor("e/1", limits, Pace(Clock(), 0)).get(f"https://127.0.0.1:{port}/a")
    assert "not there in 0.3 s" in str(caught.value)


def test_a_name_that_is_found_too_late_is_not_connected_to(site, monkeypatch):
    def late(*asked):
        time.sleep(0.3)
        return look_up(*asked)

    monkeypatch.setattr("helpers.originals.connections.look_up", late)
    visitor = visit(site, total=0.1)
    with pytest.raises(Missed, match=r"slow: .* no connection in time"):
        visitor.get(site.url("/a"))
    assert site.asked == []


def test_a_closed_port_is_unreachable(site):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    visitor = Visitor("e/1", Limits(rule=AddressRule(True, (port,))), Pace(Clock(), 0))
    with pytest.raises(Missed) as caught:
        visitor.get(f"http://127.0.0.1:{port}/a")
    assert caught.value.outcome == "unreachable"


def test_a_type_that_is_not_read_is_refused_before_its_body(site):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 99999999\r\n\r\n"
    site.pages |= {"/film": send(head), "/br": (200, HTML | {"Content-Encoding": "br"}, b"x")}
    assert [outcome_of(site, path) for path in ("/film", "/br")] == ["type"] * 2
