"""Originals: robots.txt is obeyed, hosts are left in peace, and what passes is tried again."""

import json

import local_site
import pytest
from local_site import Clock, html

from helpers.originals.addresses import AddressRule
from helpers.originals.archive import Archive
from helpers.originals.download import Limits
from helpers.originals.lists import Link
from helpers.originals.outcomes import OUTCOMES, Missed
from helpers.originals.pace import Pace
from helpers.originals.rounds import Patience, fetch_all
from helpers.originals.store import Store
from helpers.originals.visitor import Visitor, name_agent

AGENT = name_agent("9.9", "me@example.org")
WORDS = {"Content-Type": "text/plain"}


@pytest.fixture
def site():
    with local_site.open_site() as site:
        yield site


class Run:
    """A run over addresses: its results by path, and the clock."""

    def __init__(self, site, folder, urls, delay=5.0, fields=None, **patience):
        self.clock, self.store = Clock(), Store(folder)
        limits = Limits(rule=AddressRule(True, (site.port,)), read=0.5)
        self.pace = Pace(self.clock, delay)
        links = [Link(url.rpartition("/")[2], url, fields or {}) for url in urls]
        patience = {"archive": None} | patience
        visitor = Visitor(AGENT, limits, self.pace)
        fetch_all(links, self.store, visitor, Patience(**patience))
        self.outcomes = {key: result.outcome for key, result in self.store.results.items()}
        self.results = self.store.results


def robots(text):
    return 200, WORDS, text.encode()


@pytest.mark.parametrize(
    ("rules", "outcome"),
    [
        ("User-agent: *\nDisallow: /", "disallowed"),
        ("User-agent: *\nDisallow: /pa", "disallowed"),
        ("User-agent: *\nDisallow: /other", "had"),
        ("User-agent: *\nDisallow: /\nAllow: /page", "had"),
        (
            "User-agent: third-country-coverage\nDisallow: /\n\nUser-agent: *\nAllow: /",
            "disallowed",
        ),
        ("User-agent: third-country-coverage\nAllow: /\n\nUser-agent: *\nDisallow: /", "had"),
        ("\ufeffUser-agent: *\nDisallow: /*age$", "disallowed"),
        ("", "had"),
        ("<html>Welcome</html>", "had"),
    ],
)
def test_robots_txt_is_obeyed(site, tmp_path, rules, outcome):
    site.pages |= {"/robots.txt": robots(rules), "/page": html()}
    run = Run(site, tmp_path, [site.url("/page")])
    assert run.outcomes == {"page": outcome}
    assert ("/page" in site.paths()) == (outcome == "had")
    assert site.agents == {AGENT} and "me@example.org" in AGENT and "9.9" in AGENT


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_robots_txt_that_is_not_there_allows(site, tmp_path, status):
    site.pages |= {"/robots.txt": (status, {}, b""), "/page": html()}
    assert Run(site, tmp_path, [site.url("/page")]).outcomes == {"page": "had"}


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_robots_txt_that_cannot_be_had_now_forbids_for_now(site, tmp_path, status):
    site.pages |= {"/robots.txt": (status, {}, b""), "/page": html(), "/next": html()}
    run = Run(site, tmp_path, [site.url("/page"), site.url("/next")])
    assert run.outcomes == {"page": "unreachable", "next": "unreachable"}
    assert site.paths() == ["/robots.txt"] * 4  # tried again for the first page, then given up
    assert f"HTTP {status}" in run.results["page"].detail
    assert run.results["next"].detail.startswith("not asked")


def test_a_robots_txt_that_comes_back_is_obeyed(site, tmp_path):
    failing = (500, {}, b"")
    site.pages |= {"/robots.txt": [failing, robots("User-agent: *\nDisallow: /b")],
                   "/a": html(), "/b": html()}  # fmt: skip
    run = Run(site, tmp_path, [site.url("/a"), site.url("/b")])
    assert run.outcomes == {"a": "had", "b": "disallowed"}


def test_redirects_of_robots_txt(site, tmp_path, monkeypatch):
    names = dict.fromkeys(("one.example", "two.example", "three.example"), "127.0.0.1")
    local_site.fake_names(monkeypatch, names)
    site.pages |= {
        ("one.example", "/robots.txt"): (301, {"Location": "/moved"}, b""),
        "/moved": robots("User-agent: *\nDisallow: /"),
        ("two.example", "/robots.txt"): (301, {"Location": "/robots.txt?"}, b""),
        "/robots.txt?": (301, {"Location": "/robots.txt"}, b""),
        ("three.example", "/robots.txt"): (301, {"Location": "http://none.example/"}, b""),
        "/a": html(), "/b": html(), "/c": html(),
    }  # fmt: skip
    urls = [site.url(f"/{page}", f"{host}.example")
            for page, host in (("a", "one"), ("b", "two"), ("c", "three"))]  # fmt: skip
    outcomes = Run(site, tmp_path, urls, archive=Archive()).outcomes
    assert outcomes == {"a": "disallowed", "b": "had", "c": "unreachable"}


def test_where_a_redirect_leads_its_own_robots_txt_counts(site, tmp_path, monkeypatch):
    local_site.fake_names(monkeypatch, dict.fromkeys(("one.example", "two.example"), "127.0.0.1"))
    site.pages |= {
        ("one.example", "/a"): (301, {"Location": site.url("/b", "two.example")}, b""),
        ("two.example", "/robots.txt"): robots("User-agent: *\nDisallow: /"),
        "/b": html(),
    }
    assert Run(site, tmp_path, [site.url("/a", "one.example")]).outcomes == {"a": "disallowed"}
    assert "/b" not in site.paths()


def test_only_the_first_500_kib_of_robots_txt_count(site, tmp_path):
    filler = "# comment\n" * 60_000
    site.pages |= {"/robots.txt": robots(f"User-agent: *\nDisallow: /a\n{filler}Disallow: /b"),
                   "/a": html(), "/b": html()}  # fmt: skip
    run = Run(site, tmp_path, [site.url("/a"), site.url("/b")])
    assert run.outcomes == {"a": "disallowed", "b": "had"}


@pytest.mark.parametrize(
    ("rules", "pause"),
    [("", 5), ("Crawl-delay: 2", 5), ("Crawl-delay: 30", 30), ("Request-rate: 1/40", 40)],
)
def test_the_pause_between_requests_is_the_longer_wish(site, tmp_path, rules, pause):
    site.pages |= {"/robots.txt": robots(f"User-agent: *\n{rules}"), "/a": html(), "/b": html()}
    run = Run(site, tmp_path, [site.url("/a"), site.url("/b")])
    assert run.clock.slept == [pause, pause] and set(run.outcomes.values()) == {"had"}


def test_a_host_that_wants_more_than_the_ceiling_is_not_asked(site, tmp_path):
    site.pages |= {"/robots.txt": robots("User-agent: *\nCrawl-delay: 3600"), "/a": html()}
    run = Run(site, tmp_path, [site.url("/a")])
    assert run.outcomes == {"a": "disallowed"} and "3600 s" in run.results["a"].detail
    assert run.clock.slept == []


def test_hosts_take_turns(site, tmp_path, monkeypatch):
    local_site.fake_names(monkeypatch, dict.fromkeys(("one.example", "two.example"), "127.0.0.1"))
    site.pages |= {f"/{name}": html() for name in ("a1", "a2", "b1", "b2")}
    urls = [site.url(f"/{page}", "one.example") for page in ("a1", "a2")]
    urls += [site.url(f"/{page}", "two.example") for page in ("b1", "b2")]
    run = Run(site, tmp_path, urls)
    pages = [path for path in site.paths() if path != "/robots.txt"]
    assert pages == ["/a1", "/b1", "/a2", "/b2"] and set(run.outcomes.values()) == {"had"}


def test_retry_after_in_seconds_and_as_a_date_is_waited_for(site, tmp_path):
    date = "Sun, 01 Mar 2026 00:03:00 GMT"  # the clock begins at midnight
    site.pages |= {
        "/a": [(429, {"Retry-After": "77"}, b""), (429, {"Retry-After": date}, b""), html()]
    }
    run = Run(site, tmp_path, [site.url("/a")])
    assert run.outcomes == {"a": "had"}
    assert run.clock.slept == [5, 77, 180 - 5 - 77]


def test_503_then_ok_is_had_after_growing_waits(site, tmp_path):
    site.pages |= {"/a": [(503, {}, b""), (503, {}, b""), (500, {}, b""), html()]}
    run = Run(site, tmp_path, [site.url("/a")])
    assert run.outcomes == {"a": "had"} and run.clock.slept == [5, 10, 20, 40]


def test_after_four_tries_a_page_is_left_and_the_host_goes_on(site, tmp_path):
    site.pages |= {"/a": (500, {}, b""), "/b": html()}
    run = Run(site, tmp_path, [site.url("/a"), site.url("/b")])
    assert run.outcomes == {"a": "failed", "b": "had"}
    assert site.paths().count("/a") == 4 and run.results["a"].status == "500"


def test_a_host_that_asks_for_too_long_a_wait_is_left_alone(site, tmp_path):
    site.pages |= {"/a": (429, {"Retry-After": "86400"}, b""), "/b": html()}
    run = Run(site, tmp_path, [site.url("/a"), site.url("/b")])
    assert run.outcomes == {"a": "busy", "b": "busy"} and "/b" not in site.paths()
    assert "86400 s" in run.results["a"].detail and run.clock.slept == [5]


@pytest.mark.parametrize("status", [401, 402, 403, 406, 451, 418])
def test_a_refusal_is_taken_for_an_answer(site, tmp_path, status):
    site.pages |= {"/a": (status, {}, b"")}
    run = Run(site, tmp_path, [site.url("/a")])
    assert run.outcomes == {"a": "denied"} and site.paths().count("/a") == 1


def archived(site, moment="20240504101112", **closest):
    closest = {"available": True, "status": "200", "timestamp": moment,
               "url": f"http://web.archive.org/web/{moment}/x"} | closest  # fmt: skip
    answer = {"url": "x", "archived_snapshots": {"closest": closest}}
    return 200, {"Content-Type": "application/json"}, json.dumps(answer).encode()


def archive_of(site):
    return Archive(site.url("/wayback/available"), site.url("/web"))


@pytest.mark.parametrize("status", [404, 410])
def test_the_archive_copy_of_a_page_that_is_gone(site, tmp_path, status):
    site.pages |= {"/a": (status, {}, b"")}
    asked = f"/wayback/available?url=http%3A%2F%2F127.0.0.1%3A{site.port}%2Fa&timestamp=20240503"
    site.pages[asked] = archived(site)
    site.pages[f"/web/20240504101112id_/{site.url('/a')}"] = html()
    fields = {"published": "2024-05-03"}
    run = Run(site, tmp_path, [site.url("/a")], archive=archive_of(site), fields=fields)
    result = run.results["a"]
    assert (result.outcome, result.from_archive) == ("had", "2024-05-04")
    record = json.loads((tmp_path / "texts" / "a.json").read_text())
    assert "deal was off" in record["text"] and record["url"] == site.url("/a")


def test_a_copy_that_leads_to_another_day_has_that_day(site, tmp_path):
    site.pages[f"/wayback/available?url=http%3A%2F%2F127.0.0.1%3A{site.port}%2Fa"] = archived(site)
    other = f"/web/20230102030405id_/{site.url('/a')}"
    site.pages[f"/web/20240504101112id_/{site.url('/a')}"] = (302, {"Location": other}, b"")
    site.pages[other] = html()
    run = Run(site, tmp_path, [site.url("/a")], archive=archive_of(site))
    assert run.results["a"].from_archive == "2023-01-02"


def test_an_unknown_name_and_a_front_page_are_gone_too(site, tmp_path, monkeypatch):
    local_site.fake_names(monkeypatch, {})
    site.pages |= {"/b": (302, {"Location": "/"}, b""), "/": html()}
    prefix = "/wayback/available?url=http%3A%2F%2F"
    site.pages[f"{prefix}none.example%3A{site.port}%2Fa"] = archived(site)
    site.pages[f"/web/20240504101112id_/{site.url('/a', 'none.example')}"] = html()
    site.pages[f"{prefix}127.0.0.1%3A{site.port}%2Fb"] = (200, WORDS, b'{"archived_snapshots": {}}')
    urls = [site.url("/a", "none.example"), site.url("/b")]
    run = Run(site, tmp_path, urls, archive=archive_of(site))
    assert run.outcomes == {"a": "had", "b": "gone"}
    assert run.results["b"].detail == "leads to the front page; archive: no archive copy"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ((200, WORDS, b'{"archived_snapshots": {}}'), "gone"),
        ((200, WORDS, b"<html>Sorry"), "failed"),
        ((200, WORDS, b"[1]"), "failed"),
        ((503, {}, b""), "busy"),
        ((403, {}, b""), "gone"),
        (archived(None, status="404"), "gone"),
        (archived(None, available=False), "gone"),
        (archived(None, moment="../../../etc"), "gone"),
    ],
)
def test_an_archive_without_a_copy_or_without_an_answer(site, tmp_path, answer, outcome):
    site.pages[f"/wayback/available?url=http%3A%2F%2F127.0.0.1%3A{site.port}%2Fa"] = answer
    run = Run(site, tmp_path, [site.url("/a")], archive=archive_of(site))
    assert run.outcomes == {"a": outcome}
    assert "HTTP 404" in run.results["a"].detail and "archive" in run.results["a"].detail
    asked = {path.split("?")[0] for path in site.paths()}  # no copy among them
    assert asked == {"/robots.txt", "/a", "/wayback/available"}


def test_a_page_that_robots_txt_guards_is_not_taken_from_the_archive(site, tmp_path):
    site.pages |= {"/robots.txt": robots("User-agent: *\nDisallow: /a")}
    run = Run(site, tmp_path, [site.url("/a")], archive=archive_of(site))
    assert run.outcomes == {"a": "disallowed"} and site.paths() == ["/robots.txt"]


def test_every_outcome_has_its_meaning():
    assert all(meaning.words for meaning in OUTCOMES.values())
    assert all(meaning.passing for meaning in OUTCOMES.values() if meaning.host)
    assert Missed("gone", "x").outcome in OUTCOMES
