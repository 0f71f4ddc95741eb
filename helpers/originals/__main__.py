"""Fetch the pages that a list links to, into a folder of one's own.

python run.py fetch --contact me@example.org             the pages of data/articles.csv
python run.py fetch LIST --out FOLDER --contact ...      those of a table with a column url, or of
                                                         a text file with one address a line
python run.py fetch --dry-run                            what would be asked; nothing is
python run.py fetch --compare                            abstracts beside the originals one has
"""

import argparse
import logging
import re
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from tqdm import tqdm

from helpers.faults import DataFault
from helpers.originals.addresses import AddressRule, origin_of, read_url
from helpers.originals.beside import write_beside
from helpers.originals.download import MB, Limits
from helpers.originals.lists import LIST, Link, read_list
from helpers.originals.outcomes import OUTCOMES, Missed
from helpers.originals.pace import Clock, Pace
from helpers.originals.rounds import Patience, fetch_all, find_open
from helpers.originals.store import Store
from helpers.originals.visitor import PROJECT, Visitor, name_agent
from helpers.paths import ROOT
from helpers.reading.columns import parse_columns

_CONTACT = re.compile(r"[!-~]+@[!-~]+\.[!-~]+|https?://[!-~]+")


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Return the options of the command line, as --help tells them.

    >>> read_options(["--dry-run"]).delay
    5.0
    """
    parser = argparse.ArgumentParser(
        prog="python run.py fetch", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="The pages are for your own reading and measuring: never commit or share them. "
        "More: docs/originals.md",
    )  # fmt: skip
    add = parser.add_argument
    add("list", nargs="?", type=Path, default=LIST, help="the list (data/articles.csv)")
    add("--columns", nargs="+", default=[], metavar="OURS=THEIRS", help="as url=link text=abstract")
    add("--out", type=Path, default=ROOT / "originals", help="the folder to keep them in")
    add("--contact", default="", help="your mail or web address, told to every server asked")
    add("--limit", type=int, help="ask for at most so many pages in this run")
    add("--retry", action="store_true", help="ask again for what failed in a way that may pass")
    add("--dry-run", action="store_true", help="list hosts and pages that would be asked")
    add("--compare", action="store_true", help="write FOLDER/beside: abstracts and originals")
    add("--delay", type=float, default=5.0, help="seconds between requests to one host (5)")
    add("--size", type=float, default=10.0, help="most MB a page may have (10)")
    add("--seconds", type=float, default=60.0, help="most seconds a page may take (60)")
    add("--wait", type=float, default=300.0, help="longest wait a server may ask for (300)")
    add("--no-archive", action="store_true", help="do not look for archive copies")
    add("--port", type=int, action="append", default=[], help="a port beside 80 and 443")
    add("--allow-private", action="store_true", help="also ask loopback and private networks")
    options = parser.parse_args(arguments)
    if min(options.delay, options.wait) < 0 or min(options.size, options.seconds) <= 0:
        parser.error("--delay, --wait, --size and --seconds count from 0 up")
    if options.limit is not None and options.limit < 0:
        parser.error("--limit counts from 0 up")
    if not (options.dry_run or options.compare or _CONTACT.fullmatch(options.contact)):
        parser.error("--contact is needed: a mail or web address where a site's owner reaches you")
    return options


def list_hosts(links: list[Link], rule: AddressRule) -> list[str]:
    """Return what a run would ask, a line a host: its robots.txt and number of pages.

    Addresses that would be refused by their form stand last, each with the reason.

    >>> list_hosts([Link("a1", "http://example.com/a"), Link("a2", "file:///a")], AddressRule())
    ['http://example.com:80/robots.txt, then 1 page(s)', "a2: 'file' is neither http nor https"]
    """
    hosts, refused = Counter(), []
    for link in links:
        try:
            hosts[origin_of(read_url(link.url, rule))] += 1
        except Missed as missed:
            refused.append(f"{link.article_id}: {link.fault or missed.detail}")
    return [f"{host}/robots.txt, then {n} page(s)" for host, n in hosts.items()] + refused


def fetch(options: argparse.Namespace, clock: Clock) -> Store:
    """Ask for what is open of the list, with a progress bar; return the store.

    However it ends, the store is whole.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> _ = (folder / "list.txt").write_text("ftp://example.com/a")
    >>> given = [str(folder / "list.txt"), "--out", str(folder), "--contact", "me@example.org"]
    >>> [result.outcome for result in fetch(read_options(given), Clock()).results.values()]
    ['refused']
    """
    links, store = _links(options), Store(options.out)
    todo = find_open(links, store.results, options.retry)[: options.limit]
    rule = AddressRule(options.allow_private, tuple(options.port))
    limits = Limits(int(options.size * MB), total=options.seconds, rule=rule)
    agent = name_agent(version(PROJECT), options.contact)
    visitor = Visitor(agent, limits, Pace(clock, options.delay))
    patience = Patience(longest_wait=options.wait)
    if options.no_archive:
        patience = Patience(longest_wait=options.wait, archive=None)
    with tqdm(total=len(todo), desc="pages", disable=None) as bar:
        try:
            fetch_all(todo, store, visitor, patience, tell=lambda result: bar.update())
        finally:
            store.tidy(link.article_id for link in links)
    return store


def _links(options: argparse.Namespace) -> list[Link]:
    return read_list(options.list, parse_columns(options.columns) or None)


def main(arguments: list[str], clock: Clock | None = None) -> None:
    """Do what the command line asks for; say what came of it, or what is wrong.

    >>> main(["none.csv", "--dry-run"])
    Traceback (most recent call last):
    SystemExit: none.csv: is not there; looked for at none.csv
    """
    options = read_options(arguments)
    for noisy in ("trafilatura", "htmldate"):  # what they find odd is told by the outcome
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    try:
        if options.dry_run:
            rule = AddressRule(options.allow_private, tuple(options.port))
            print("\n".join(list_hosts(_links(options)[: options.limit], rule)))
        elif options.compare:
            print("\n".join(f"wrote {path}" for path in write_beside(_links(options), options.out)))
        else:
            store = fetch(options, clock or Clock())
            counts = Counter(result.outcome for result in store.results.values())
            for outcome in filter(counts.get, OUTCOMES):
                print(f"{counts[outcome]:6} {outcome}: {OUTCOMES[outcome].words}")
            print(
                f"Listed in {store.path / 'outcomes.csv'}; texts in {store.path / 'articles.jsonl'}"
            )
    except DataFault as fault:
        sys.exit(str(fault))
    except OSError as error:
        sys.exit(f"{error.filename or options.out}: {error.strerror or error}; mend that and go on")
    except KeyboardInterrupt:
        sys.exit("Stopped; what came is kept. Start the same command again to go on.")


if __name__ == "__main__":
    main(sys.argv[1:])
