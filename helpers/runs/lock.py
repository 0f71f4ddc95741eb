"""One run in a folder at a time: a lock that the system lifts when its process ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.faults import DataFault

NAME = ".run.lock"


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Keep other runs out of `folder` for as long as the block lasts; the folder is made if needed.

    Whoever is killed holds nothing any more.

    Raises:
        DataFault: another run works there.

    >>> from tempfile import mkdtemp
    >>> folder = Path(mkdtemp())
    >>> with hold_folder(folder), hold_folder(folder):  # doctest: +ELLIPSIS
    ...     pass
    Traceback (most recent call last):
    helpers.faults.DataFault: another run works in ...; wait for its end, or choose another --out
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / NAME).open("a") as file:
        try:
            _lock(file.fileno())
        except OSError:
            raise DataFault(
                f"another run works in {folder}; wait for its end, or choose another --out"
            ) from None
        yield


def _lock(handle: int) -> None:
    if os.name == "nt":
        import msvcrt  # there on Windows alone

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
