"""Set up, reproduce, test, read: the one entry to this project.

    python run.py setup                make the environment, and nothing else
    python run.py reproduce            re-execute every notebook and compare with what is committed
    python run.py reproduce --update   the same, and keep the new outputs, figures and findings
    python run.py test                 run all tests (more arguments go to pytest)
    python run.py lab                  open JupyterLab on notebooks/00-start-here.ipynb
    python run.py site                 build the site to read offline: site/index.html
    python run.py browser              look at the site and at JupyterLab in a real browser
    python run.py measure PATH --out FOLDER    measure articles of your own (--help tells more)
    python run.py notebooks --corpus FOLDER    run notebooks 01-04 and 06 on them
    python run.py lab --corpus FOLDER  open these in JupyterLab on them
    python run.py kit draw FOLDER      draw articles of a measured corpus, as workbooks to code
    python run.py kit read FOLDER      check the workbooks that were filled in, write the gold
    python run.py kit write FOLDER     workbooks for coding this collection's gold sample oneself
    python run.py fetch [LIST]         fetch the articles that the corpus, or a list, links to
    python run.py licences             write docs/licences.md: what the packages tell of theirs

Needs Python 3.11 or later with pip, and nothing else: the first call makes the environment `.venv`
from the hashed lock `requirements.lock`, with uv where there is one, else with pip.
"""

from __future__ import annotations  # so that an older Python reads up to its message

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from.txt"
# The Python behind this one: `.venv` may be active, and cannot make itself anew.
BASE = getattr(sys, "_base_executable", sys.executable)
MODULES = {
    "reproduce": "helpers.project.reproduce",
    "test": "pytest",
    "lab": "jupyterlab",
    "site": "helpers.site",
    "browser": "pytest",
    "notebooks": "helpers.project.other_corpus",
    "measure": "helpers.runs",
    "kit": "helpers.coding.kit",
    "fetch": "helpers.originals",
    "licences": "helpers.project.licences",
}
LOCK_OPTIONS = (
    "--universal --python-version 3.11 --generate-hashes --no-header --no-annotate "
    "--fork-strategy fewest --extra corpus --extra cluster --extra site --extra browser --extra dev"
).split()


def call(*command: object, **settings) -> None:
    """Run a command, in the project's folder unless told; stop with its exit code if it fails."""
    with subprocess.Popen([str(part) for part in command], **{"cwd": ROOT} | settings) as running:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's to answer
        code = running.wait()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if code:
        sys.exit(code)


def environment(corpus: str | None) -> dict[str, str]:
    """Return the variables the project runs with: its own kernels, no settings of the user's.

    `corpus` is where the corpus is that the notebooks run on, None for the project's own.
    """
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "CORPUS")}
    if corpus:
        kept["CORPUS"] = str(Path(corpus).resolve())  # a kernel's folder is another one
    return kept | {
        "IPYTHONDIR": str(VENV / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "MPLCONFIGDIR": str(VENV / "matplotlib"),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        # processes that Ctrl-C ends do not clear away; the system does, and nobody need be told
        "PYTHONWARNINGS": "ignore:resource_tracker:UserWarning",
    }


def take_corpus(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Return the corpus that the arguments name, else the variable CORPUS; and the other ones."""
    parser = argparse.ArgumentParser(prog="run.py", add_help=False, allow_abbrev=False)
    parser.add_argument("--corpus", default=os.environ.get("CORPUS"))
    known, rest = parser.parse_known_args(arguments)
    return known.corpus, rest


def state() -> str:
    """Return what the environment depends on, as one digest."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def set_up() -> None:
    """Make `.venv` from the lock unless it is there and as the lock says."""
    if STAMP.exists() and PYTHON.exists() and STAMP.read_text() == state():
        return
    if os.name == "nt" and Path(sys.prefix) == VENV:
        sys.exit("Deactivate .venv first: Windows cannot renew an environment in use.")
    if VENV.exists():
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    print(f"Setting up .venv with {'uv' if uv else 'pip'} ...", flush=True)
    own = ["--no-deps", "--no-build-isolation", "--editable", "."]
    if uv:
        call(uv, "venv", "--quiet", "--python", BASE, VENV)
        install = [uv, "pip", "install", "--quiet", "--python", PYTHON]
    else:
        # without ensurepip, which Debian packs apart: the pip at hand installs into .venv
        call(BASE, "-m", "venv", "--without-pip", VENV)
        install = [BASE, "-m", "pip", "--python", PYTHON, "install", "--quiet",
                   "--disable-pip-version-check"]  # fmt: skip
    call(*install, "--require-hashes", "--requirement", LOCK)
    call(*install, *own)
    STAMP.write_text(state())


def lock() -> None:
    """Resolve pyproject.toml anew into requirements.lock: hashes, and no host of any registry."""
    set_up()
    uv = shutil.which("uv") or PYTHON.parent / "uv"
    call(uv, "pip", "compile", "--quiet", *LOCK_OPTIONS, "pyproject.toml", "-o", LOCK.name)


def main(arguments: list[str]) -> None:
    """Do what the arguments ask for; without any, say what can be asked for."""
    if sys.version_info < (3, 11):  # noqa: UP036, who has an older one should be told
        sys.exit(f"This project needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    command, rest = (arguments or ["help"])[0], arguments[1:]
    if command == "lock":
        lock()
    elif command == "setup":
        set_up()
    elif command in MODULES:
        set_up()
        corpus, rest = take_corpus(rest) if command in ("lab", "notebooks") else (None, rest)
        if command == "lab":
            rest = [f"notebooks/{'01-the-corpus' if corpus else '00-start-here'}.ipynb", *rest]
        if command == "test":  # a process a core; -n0 among the arguments undoes it
            rest = ["--numprocesses=auto", "--dist=loadfile", *rest]
        if command == "browser":
            rest = ["--in-browser", "tests/browser", *rest]
        # their paths are the user's
        place = {"cwd": Path.cwd()} if command in ("measure", "fetch", "kit", "site") else {}
        call(PYTHON, "-m", MODULES[command], *rest, env=environment(corpus), **place)
    else:
        print(__doc__)
        sys.exit(command not in ("help", "--help", "-h"))


if __name__ == "__main__":
    main(sys.argv[1:])
