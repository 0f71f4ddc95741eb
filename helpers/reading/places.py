"""Names of files that can be told: below the folder that is read, and writable as UTF-8."""

from pathlib import Path

OF_PROGRAMS = ("thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "lost+found")
UNFINISHED = (".part", ".crdownload", ".download", ".tmp")


def name_of(path: Path, root: Path | None = None) -> str:
    """Return `path` as told in rows and skips: below `root`, or without one its last part.

    Bytes of a name that are no UTF-8 are shown by their number.

    >>> name_of(Path("/corpus/2024/a.txt"), Path("/corpus")), name_of(Path("caf\\udce9.txt"))
    ('2024/a.txt', 'caf\\\\udce9.txt')
    """
    name = path.relative_to(root).as_posix() if root else path.name
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def is_debris(name: str) -> bool:
    """Say whether a file or folder called `name` is a program's own and no document.

    Hidden ones (.git, .DS_Store), a Windows folder's settings, Word's lock files, what macOS puts
    beside files in archives, and files still being written.

    >>> [is_debris(name) for name in (".git", "Thumbs.db", "~$a.docx", "a.txt.part", "a.txt")]
    [True, True, True, True, False]
    """
    lower = name.lower()
    return lower.startswith((".", "~$")) or lower.endswith(UNFINISHED) or lower in OF_PROGRAMS
