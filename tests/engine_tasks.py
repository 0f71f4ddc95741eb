"""Tasks for test_engines.py, in a module that a worker imports quickly."""

import os
import signal


def note(path):
    """Leave the number of this process in a file."""
    path.with_suffix(".done").write_text(str(os.getpid()))
    return path


def die_once(path):
    """Kill this process at the first try of partition 2."""
    mark = path.with_suffix(".died")
    if path.stem == "2" and not mark.exists():
        mark.write_text("")
        os.kill(os.getpid(), signal.SIGKILL)
    return note(path)


def die(path):
    """Kill this process at each try of partition 2."""
    if path.stem == "2":
        os.kill(os.getpid(), signal.SIGKILL)
    return note(path)


def fail(path):
    """Fail as on a full disk."""
    raise OSError(28, "No space left on device", str(path))


def tell(folder):
    """Say what differs from process to process."""
    return str(os.getpid())


def double(number):
    """Give twice the number."""
    return 2 * number


def die_elsewhere(number, here):
    """Kill this process unless its number is `here`."""
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
