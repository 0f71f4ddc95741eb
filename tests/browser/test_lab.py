"""JupyterLab as a reader has it: each notebook opened, run from top to bottom, its end read."""

import html
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest

from helpers.paths import NOTEBOOKS

SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "notebook-extension/tracker": {"windowingMode": "none"},  # else cells out of sight are away
}
PROMPTS = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(e => e.innerText)"
FAILED = "document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.stderr\"]').length"
LAST = ".jp-CodeCell:has(.jp-OutputArea-output) >> nth=-1"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab on a copy of the notebooks, with a settings folder of its own."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(NOTEBOOKS, folder / "notebooks")
    for plugin, settings in SETTINGS.items():
        path = folder / f"config/lab/user-settings/@jupyterlab/{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token, base = secrets.token_hex(16), f"http://127.0.0.1:{port}"
    names = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data",
             "JUPYTER_RUNTIME_DIR": "runtime", "IPYTHONDIR": "ipython"}  # fmt: skip
    places = {name: str(folder / place) for name, place in names.items()}
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
         f"--port={port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}"],
        env=os.environ | places | {"JUPYTER_TOKEN": token},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(f"{base}/api/status?token={token}", server)
        # a workspace each: else JupyterLab opens the one before, too
        yield lambda name: f"{base}/lab/workspaces/{name[:2]}/tree/notebooks/{name}?token={token}"
    finally:
        server.terminate()
        server.wait(30)


def wait_for(address, server):
    for _ in range(480):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            assert server.poll() is None, "JupyterLab did not start"
            time.sleep(0.25)
    pytest.fail("JupyterLab does not answer")


def words(page):
    """Return the words of an output, tags and spaces aside."""
    return html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)).split()


def last_output(path):
    """Return the words of the last output that is committed in the notebook at `path`."""
    outputs = [
        output for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"
        for output in cell.outputs
    ]  # fmt: skip
    data = outputs[-1]["data"]
    return words(data.get("text/html") or data.get("text/plain"))


@pytest.mark.parametrize("name", sorted(path.name for path in NOTEBOOKS.glob("*.ipynb")))
def test_a_notebook_runs_from_top_to_bottom_and_ends_as_committed(lab, page, name):
    outside = []
    page.on("request", lambda request: re.match(r"(http|ws)s?://(?!127\.0\.0\.1)", request.url)
            and outside.append(request.url))  # fmt: skip
    page.set_default_timeout(240_000)
    page.goto(lab(name))
    idle = page.locator("#jp-main-statusbar").get_by_text("| Idle")
    pick = page.locator(".jp-Dialog button.jp-mod-accept")
    idle.or_(pick).first.wait_for()
    if pick.count():
        pick.first.click()
    idle.wait_for()  # Run All before that asks for a kernel, and nothing runs
    choose(page, "Edit", "Clear Outputs of All Cells")  # stored numbers would look like new ones
    page.wait_for_function(f"{PROMPTS}.every(t => t.trim() === '[ ]:')")
    assert page.locator(LAST).count() == 0
    choose(page, "Run", "Run All Cells")
    done = f"{PROMPTS}.every(t => /^\\[\\d+\\]:$/.test(t.trim()))"
    page.wait_for_function(f"() => {FAILED} || {done}", timeout=600_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').all_inner_texts() == []
    idle.wait_for()
    assert words(page.locator(LAST).locator(".jp-OutputArea-output").last.inner_html()) == (
        last_output(NOTEBOOKS / name)
    )
    assert outside == []


def choose(page, menu, item):
    for each in (menu, item):
        page.get_by_role("menuitem", name=each, exact=True).click()
