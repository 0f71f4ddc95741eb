"""Every test and every kernel runs offline: see tests/offline/sitecustomize.py."""

import os
import sys
from pathlib import Path

OFFLINE = Path(__file__).parent / "tests" / "offline"
os.environ["PYTHONPATH"] = str(OFFLINE)  # for the kernels that nbval starts
os.environ.pop("COVERAGE_OUTPUT", None)
os.environ.pop("CORPUS", None)
os.environ.setdefault("PYTHONHASHSEED", "0")
os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")
sys.path.insert(0, str(OFFLINE))

import offline  # noqa: E402, F401


def pytest_addoption(parser):
    parser.addoption(
        "--in-browser", action="store_true", help="look at the site and JupyterLab in Chromium"
    )
    parser.addoption("--site", metavar="FOLDER", help="a site to look at; else one is built")
