"""A browser, the site, and what the site's pages showed: only where `run.py browser` asks."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from looking import look_at


def pytest_collection_modifyitems(config, items):
    if config.getoption("--in-browser"):
        return
    skip = pytest.mark.skip(reason="needs a browser: python run.py browser")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def site(tmp_path_factory, request):
    """The folder of the site: built anew, without a network, unless one is named."""
    if request.config.getoption("--site"):
        return Path(request.config.getoption("--site")).resolve()
    folder = tmp_path_factory.mktemp("built") / "site"
    subprocess.run([sys.executable, "-m", "helpers.site", "--out", folder], check=True)
    return folder


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def views(site, chromium):
    """What every page of the site showed, by its name."""
    return {
        path.relative_to(site).as_posix(): look_at(chromium, path)
        for path in sorted(site.rglob("*.html"))
        if "_static" not in path.parts
    }


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
