"""The run is offline: no outside address can be called, no downloaded NLTK data can be opened."""

import socket
import subprocess
import sys

import nltk
import pytest


def test_an_outside_address_is_refused():
    with pytest.raises(OSError, match="no network in tests"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(OSError, match="no network in tests"):
        socket.getaddrinfo("example.org", 80)


def test_a_child_process_is_offline_too():
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode and "no network in tests" in done.stderr


def test_this_machine_stays_open_to_itself():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_downloaded_language_data_cannot_be_read(tmp_path):
    with pytest.raises(OSError, match="no downloaded NLTK data"):
        (tmp_path / "nltk_data" / "punkt.zip").read_bytes()
    with pytest.raises(LookupError):
        nltk.data.find("tokenizers/punkt_tab")
