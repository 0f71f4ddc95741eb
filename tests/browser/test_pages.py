"""Every page of the site as a reader's browser has it, opened from a folder."""

from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from looking import PHONE

FAR = ("http", "https", "mailto")


def faults(views, find):
    """Return what `find` finds in any view, by page; pages without a fault are left out."""
    told = {name: find(view) for name, view in views.items()}
    return {name: found for name, found in told.items() if found}


def test_the_pages_are_there(views):
    assert {"index.html", "records.html", "figures/README.html", "data/CODEBOOK.html"} <= set(views)
    assert sum(name.startswith("notebooks/") for name in views) >= 7


def test_no_page_complains(views):
    assert faults(views, lambda view: view.console) == {}


def test_no_page_asks_anything_of_another_host(views):
    assert faults(views, lambda view: view.outside) == {}


def test_every_link_leads_somewhere(site, views):
    ids = {(site / name).as_uri(): set(view.seen["ids"]) for name, view in views.items()}

    def broken(view):
        return sorted(link for link in set(view.seen["links"]) if not leads(link, ids))

    assert faults(views, broken) == {}


def leads(link, ids):
    parts = urlsplit(link)
    if parts.scheme in FAR:
        return bool(parts.netloc or parts.path)
    page, anchor = link.split("#")[0].split("?")[0], unquote(parts.fragment)
    if page in ids:
        return not anchor or anchor in ids[page] or anchor == "top"
    return not anchor and Path(unquote(urlsplit(page).path)).is_file()


def test_every_picture_is_drawn_and_told_in_words(views):
    def mute(view):
        return [one for one in view.seen["pictures"] if not all(one.values())]

    assert faults(views, mute) == {}
    assert sum(len(view.seen["pictures"]) for view in views.values()) > 50


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(views, scheme):
    assert faults(views, lambda view: view.broken[scheme]) == {}


def test_headings_are_in_order(views):
    def jumps(view):
        levels = [0, *view.seen["headings"]]
        told = [f"h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1]
        return told + ["more than one h1"] * (levels.count(1) != 1)

    assert faults(views, jumps) == {}


def test_tables_have_headers(views):
    bare = faults(views, lambda view: [t["start"] for t in view.seen["tables"] if not t["heads"]])
    assert bare == {}


def test_no_page_is_wider_than_a_phone(views):
    wide = faults(views, lambda view: max(0, view.phone_width - PHONE["width"]))
    assert wide == {}
