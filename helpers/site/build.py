"""Build the site from what is committed: nothing is run, nothing is fetched."""

import shutil
import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import build_main

from helpers.paths import ROOT
from helpers.site.sources import write_sources

SITE = ROOT / "site"


class SiteFault(Exception):
    """The site could not be built; what was there before is as it was.

    >>> str(SiteFault("one warning"))
    'one warning'
    """


def build_site(target: Path = SITE) -> Path:
    """Build the site into the folder `target`, whole or not at all; return `target`.

    A warning of Sphinx's, such as a link to nowhere, is an error. What is in `target` is replaced
    if it is a site.

    Raises:
        SiteFault: Sphinx found a fault (it says which), or `target` holds something else.

    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "mine.txt").write_text("mine")
    >>> build_site(folder)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    helpers.site.build.SiteFault: ... is not empty and holds no site; name another folder.
    """
    target = Path(target)
    if target.exists() and any(target.iterdir()) and not (target / "objects.inv").exists():
        raise SiteFault(f"{target} is not empty and holds no site; name another folder.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".site-") as name:
        sources, pages = Path(name, "sources"), Path(name, "pages")
        sources.mkdir()
        write_sources(sources)
        options = ["-q", "-W", "--keep-going", "-j", "auto", "-b", "html"]
        places = ["-c", ROOT / "docs", "-d", Path(name, "doctrees"), sources, pages]
        sys.stdout.flush()
        if build_main([*options, *map(str, places)]):
            raise SiteFault("The site was not built: see the warnings above.")
        if target.exists():
            shutil.rmtree(target)
        pages.rename(target)
    return target


def measure_size(folder: Path) -> float:
    """Return what the files of `folder` take, in megabytes.

    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a").write_bytes(bytes(500_000))
    >>> measure_size(folder)
    0.5
    """
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
