"""Asking for many pages, one at a time, several hosts in turn."""

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from helpers.originals.addresses import split_url
from helpers.originals.archive import Archive
from helpers.originals.lists import Link
from helpers.originals.obtain import obtain
from helpers.originals.outcomes import OUTCOMES, Missed
from helpers.originals.pace import Pace, back_off
from helpers.originals.store import Result, Store
from helpers.originals.visitor import Visitor


@dataclass(frozen=True)
class Patience:
    """How often a page is tried in one run, and the longest wait in seconds that is kept.

    >>> Patience().tries
    4
    """

    tries: int = 4
    longest_wait: float = 300.0
    archive: Archive | None = field(default_factory=Archive)


def find_open(links: Iterable[Link], results: dict[str, Result], retry: bool) -> list[Link]:
    """Return the links that are to be asked for: those without a result for their address.

    With `retry` also those whose outcome may pass (see OUTCOMES).

    >>> links = [Link("a1", "http://example.com/a"), Link("a2", "http://example.com/b")]
    >>> results = {"a1": Result("a1", "http://example.com/a", outcome="slow")}
    >>> [len(find_open(links, results, retry)) for retry in (False, True)]
    [1, 2]
    """
    return [
        link
        for link in links
        if (result := results.get(link.article_id)) is None
        or result.url != link.url
        or (retry and OUTCOMES[result.outcome].passing)
    ]


def fetch_all(
    links: list[Link], store: Store, visitor: Visitor, patience: Patience,
    tell: Callable[[Result], object] = lambda result: None,
) -> None:  # fmt: skip
    """Ask for each of `links` and keep what comes in `store`; `tell` hears of each result.

    The host that may be asked soonest is next, the first in the list among equals. A page that
    fails in a way that may pass is tried again after a growing wait; a host that stays busy or
    unreachable is left alone for the rest of the run, its other pages listed without being asked.

    >>> from tempfile import mkdtemp
    >>> from helpers.originals.download import Limits
    >>> from helpers.originals.pace import Clock, Pace
    >>> visitor = Visitor("example/1.0", Limits(), Pace(Clock(), 5))
    >>> fetch_all([Link("a1", "ftp://example.com/")], Store(mkdtemp()), visitor, Patience(),
    ...           lambda result: print(result.outcome, "-", result.detail))
    refused - 'ftp' is neither http nor https
    """
    queues: dict[str, deque[Link]] = {}
    for link in links:
        queues.setdefault(split_url(link.url)[0], deque()).append(link)
    tries: Counter = Counter()
    while queues:
        host = min(queues, key=visitor.pace.left)
        link = queues[host][0]
        tries[link.article_id] += 1
        try:
            original = obtain(link, visitor, patience.archive)
        except Missed as missed:
            if _waits(missed, host, tries[link.article_id], visitor.pace, patience):
                continue
            results = _list_missed(missed, host, queues[host], visitor.pace)
        else:
            store.keep(link.article_id, original.ending, original.body, original.record)
            results = [original.result]
        for result in results:
            store.add(result)
            tell(result)
            queues[host].popleft()
        if not queues[host]:
            del queues[host]


def _waits(missed: Missed, host: str, tries: int, pace: Pace, patience: Patience) -> bool:
    """Say whether the page is to be tried again, and set the wait before that."""
    if missed.wait is not None and missed.wait > patience.longest_wait:
        missed.detail += f", asks to wait {missed.wait:g} s: over the ceiling"
        return False
    if not OUTCOMES[missed.outcome].passing or tries >= patience.tries:
        return False
    for one in {host, split_url(missed.url)[0]}:
        pace.hold(one, min(back_off(tries, missed.wait), patience.longest_wait))
    return True


def _list_missed(missed: Missed, host: str, queue: deque[Link], pace: Pace) -> list[Result]:
    """Return the result of the first link of `queue`, and of all if the host itself is out."""
    out = OUTCOMES[missed.outcome].host and split_url(missed.url)[0] == host
    status, day = str(missed.status or ""), pace.clock.utc().date().isoformat()
    first, *others = queue
    results = [Result(first.article_id, first.url, missed.url, status, missed.outcome,
                      missed.detail, fetched=day)]  # fmt: skip
    for link in others if out else []:
        detail = f"not asked, for {missed.url}: {missed.detail}"
        results.append(Result(link.article_id, link.url, "", "", missed.outcome, detail))
    return results
