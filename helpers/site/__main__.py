"""`python run.py site [--out FOLDER]`: build the site, say where it is."""

import argparse
import sys
import time
from pathlib import Path

from helpers.site.build import SITE, SiteFault, build_site, measure_size


def main(arguments: list[str]) -> int:
    """Build the site as the arguments ask; return the exit code.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> _ = (folder / "mine.txt").write_text("mine")
    >>> main(["--out", str(folder)])
    1
    """
    parser = argparse.ArgumentParser(prog="run.py site", description="Build the site, offline.")
    parser.add_argument("--out", type=Path, default=SITE, help="folder to write it to")
    started = time.monotonic()
    try:
        target = build_site(parser.parse_args(arguments).out.resolve())
    except SiteFault as fault:
        print(fault, file=sys.stderr)
        return 1
    pages = sum(1 for _ in target.rglob("*.html"))
    print(
        f"{pages} pages, {measure_size(target):.0f} MB, {time.monotonic() - started:.0f} s. "
        f"Open {target / 'index.html'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
