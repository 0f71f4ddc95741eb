"""Refuse the network and downloaded NLTK data in this process.

An audit hook sees every socket and every file that Python code opens, for whichever library.
Addresses of this machine stay open: a notebook's kernel talks to its client through them.
"""

import os
import re
import sys

LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname")
CALLS = ("socket.connect", "socket.sendto")
HERE = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "")


def refuse(event: str, arguments: tuple) -> None:
    """Raise where an outside address is looked up or called, or NLTK data is opened."""
    if event in LOOK_UPS and (arguments[0] or "") not in HERE:
        raise OSError(f"no network in tests: {arguments[0]}")
    outside = event in CALLS and isinstance(arguments[1], tuple)
    if outside and arguments[1][0] not in HERE:
        raise OSError(f"no network in tests: {arguments[1][0]}")
    path = arguments[0] if event == "open" else ""
    if isinstance(path, str | bytes) and "nltk_data" in re.split(r"[/\\]", os.fsdecode(path)):
        raise OSError(f"no downloaded NLTK data in tests: {arguments[0]}")


sys.addaudithook(refuse)
