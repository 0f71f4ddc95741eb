"""The licences of what this project needs, as the packages themselves tell them: docs/licences.md.

Run through `python run.py licences`, after the lock was made anew.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pandas as pd

from helpers.files import write_text
from helpers.paths import ROOT

PAGE = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
UNKNOWN = "not told"
OTHER = "not installed here"
# Who passes the collection on together with one of these is bound by its terms.
COPYLEFT = ("GPL", "General Public")
HEAD = """# Licences of the packages

Every package of `requirements.lock`, with the licence that its own metadata tell. None is part of
this collection: they are installed from their publishers. Written by `python run.py licences`; a
package that is for another operating system has no metadata where this was made.

Under terms that bind whoever passes on both together: {bound}.

| package | version | licence |
|---|---|---|
"""


def read_lock(path: Path = LOCK) -> dict[str, str]:
    """Return the version of each locked package, by name.

    >>> read_lock()["pandas"].split(".")[0]
    '3'
    """
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ \\;]+)", path.read_text("utf-8"), re.M))


def tell_licence(package: Distribution) -> str:
    """Return the licence of an installed package: as its metadata or its file tell.

    >>> tell_licence(distribution("pandas"))
    'BSD-3-Clause'
    """
    told = package.metadata
    classified = [
        line.split(" :: ")[-1]
        for line in told.get_all("Classifier") or []
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    words = (told.get("License") or "").strip().splitlines()[:1]
    if told.get("License-Expression"):
        return told["License-Expression"]
    for name in told.get_all("License-File") or []:
        words = words or (package.read_text(f"licenses/{name}") or "").strip().splitlines()[:1]
    return " or ".join(classified) or "".join(words)[:60] or UNKNOWN


def list_licences(lock: dict[str, str]) -> pd.DataFrame:
    """Return each package of `lock` (name: version) with its licence, in order of name.

    Columns: package, version, licence; `OTHER` where it is not installed here.

    >>> list_licences({"no-such-package": "1"}).values.tolist()
    [['no-such-package', '1', 'not installed here']]
    """
    rows = []
    for name, version in sorted(lock.items()):
        try:
            licence = tell_licence(distribution(name))
        except PackageNotFoundError:
            licence = OTHER
        rows.append((name, version, licence))
    return pd.DataFrame(rows, columns=["package", "version", "licence"])


def render_page(licences: pd.DataFrame) -> str:
    """Return the table of `list_licences` as a Markdown page.

    >>> print(render_page(list_licences({"no-such-package": "1"})).splitlines()[-1])
    | no-such-package | 1 | not installed here |
    """
    told = licences["licence"]
    alone = told.str.contains("|".join(COPYLEFT)) & ~told.str.contains(" OR | or ")
    bound = ", ".join(licences.loc[alone, "package"]) or "none"
    rows = licences.itertuples(index=False)
    return HEAD.format(bound=bound) + "".join(
        f"| {name} | {version} | {told} |\n" for name, version, told in rows
    )


def main() -> int:
    """Write docs/licences.md; return 0.

    >>> main.__name__
    'main'
    """
    licences = list_licences(read_lock())
    write_text(PAGE, render_page(licences))
    told = ~licences["licence"].isin([UNKNOWN, OTHER])
    print(f"{PAGE.name}: {told.sum()} of {len(licences)} packages tell their licence.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
