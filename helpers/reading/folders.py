"""Folders of files of any form, however deep."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from helpers.reading.guard import skip_faults
from helpers.reading.places import is_debris, name_of
from helpers.reading.rows import Reading, Skip


def read_folder(folder: Path, read: Callable[[Path], Reading]) -> Reading:
    """Yield what `read` gives for each file below `folder`, in the order of their names.

    `file` is the path below the folder. A file that `read` cannot read is a Skip, and so is each
    hidden file, each folder of a program (`is_debris`), each thing that is no ordinary file, and
    each link: what it leads to is read where it stands if that is in the folder, and not at all if
    it is outside. Only a file that is hidden in the folder (as git-annex keeps them) is read
    through its link.

    Raises:
        OSError: the folder itself cannot be read.

    >>> import tempfile
    >>> from helpers.reading.documents import read_document
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("One came."), (folder / ".b").write_text("Two left.")
    >>> [(item.file, type(item).__name__) for item in read_folder(folder, read_document)]
    [('.b', 'Skip'), ('a.txt', 'Row')]
    """
    folder = Path(folder)
    for path in _walk(folder):
        if isinstance(path, Skip):
            yield path
        else:
            yield from _read_file(path, folder, read)


def _walk(folder: Path) -> Iterator[Path | Skip]:
    """Yield the files below `folder`, and a Skip for what is none."""
    inside = folder.resolve()
    waiting = _list(folder)
    while waiting:
        path = waiting.pop()
        name = name_of(path, folder)
        try:
            mode = path.lstat().st_mode
            if is_debris(path.name):
                yield Skip(name, "", "hidden", "a hidden file, or a program's own")
            elif stat.S_ISLNK(mode):
                yield _follow(path, inside, name)
            elif stat.S_ISDIR(mode):
                waiting += _list(path)
            elif stat.S_ISREG(mode):
                yield path
            else:
                yield Skip(name, "", "no file", "only ordinary files are read")
        except OSError as error:
            yield Skip(name, "", "cannot be opened", error.strerror or str(error))


def _list(folder: Path) -> list[Path]:
    """Return what stands in `folder`, the first by name at the end, where it is taken from."""
    return sorted((Path(entry) for entry in os.scandir(folder)), reverse=True)


def _follow(path: Path, inside: Path, name: str) -> Path | Skip:
    """Return the link at `path` if what it leads to is to be read through it, else a Skip."""
    target = Path(os.path.realpath(path))  # Path.resolve raises where links lead in a circle
    if not target.is_relative_to(inside):
        return Skip(name, "", "link", "leads out of the folder")
    if not target.exists():
        return Skip(name, "", "link", "leads nowhere")
    below = target.relative_to(inside)
    if target.is_file() and any(is_debris(part) for part in below.parts):
        return path
    return Skip(name, "", "link", f"leads to {name_of(target, inside)}; that is read where it is")


def _read_file(path: Path, folder: Path, read: Callable[[Path], Reading]) -> Reading:
    for item in skip_faults(read(path), path.name):
        below = path.parent.relative_to(folder) / (item.file or path.name)
        yield replace(item, file=name_of(below, Path()))
