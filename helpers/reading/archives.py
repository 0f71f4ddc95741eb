"""XLSX and DOCX files are ZIP archives: what they would unpack to is checked before it is."""

import zipfile
from pathlib import Path, PurePosixPath

from helpers.faults import DataFault

OLE_MARK = bytes.fromhex("d0cf11e0a1b11ae1")  # .doc, .xls, and Office files with a password
MOST_ENTRIES = 20_000
MOST_BYTES = 4 * 1024**3
MOST_RATIO = 100  # XML of real texts packs 5 to 30 times; DEFLATE can pack 1,000 times
SMALL = 64 * 1024**2  # unpacked bytes below which no ratio does harm


def check_archive(
    path: Path,
    most_entries: int = MOST_ENTRIES,
    most_bytes: int = MOST_BYTES,
    most_ratio: float = MOST_RATIO,
    small: int = SMALL,
) -> None:
    """Return None if the ZIP archive at `path` may safely be opened.

    Read is the list of contents alone. It may be trusted: `zipfile` unpacks no more bytes of an
    entry than the list states.

    Args:
        path: the file.
        most_entries: how many files it may hold.
        most_bytes: how many bytes they may unpack to.
        most_ratio: how many times its size it may unpack to, where that is over `small` bytes.
        small: see there.

    Raises:
        DataFault: it is no ZIP archive, has a password, unpacks to too much, or has a path that
            climbs out of its folder.
        OSError: it cannot be read.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "many.xlsx"
    >>> with zipfile.ZipFile(path, "w") as archive:
    ...     archive.writestr("a.xml", "a"), archive.writestr("b.xml", "b")
    (None, None)
    >>> check_archive(path)
    >>> check_archive(path, most_entries=1)
    Traceback (most recent call last):
    helpers.faults.DataFault: many.xlsx: holds 2 files, more than 1; it is not opened
    """
    path = Path(path)
    with path.open("rb") as file:
        if file.read(len(OLE_MARK)) == OLE_MARK:
            raise DataFault(
                f"{path.name}: has a password or is of the old Office form; open it in its "
                "program and save it without a password as .docx, .xlsx or .csv"
            )
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DataFault(f"{path.name}: is damaged or of another form ({error})") from None
    unpacked = sum(entry.file_size for entry in entries)
    ratio = unpacked / path.stat().st_size
    climbing = [entry.filename for entry in entries if climbs(entry.filename)]
    faults = {
        f"holds {len(entries):,} files, more than {most_entries:,}": len(entries) > most_entries,
        f"unpacks to {unpacked:,} bytes, more than {most_bytes:,}": unpacked > most_bytes,
        f"unpacks to {ratio:.0f} times its size, more than {most_ratio:.0f} times": (
            unpacked > small and ratio > most_ratio
        ),
        f"has a path that leaves its folder: {climbing[:1]}": bool(climbing),
        "has a password": any(entry.flag_bits & 1 for entry in entries),
    }
    for fault, found in faults.items():
        if found:
            raise DataFault(f"{path.name}: {fault}; it is not opened")


def climbs(name: str) -> bool:
    """Say whether the path `name` leads out of the folder that it is taken from.

    >>> [climbs(name) for name in ("a/b.xml", "../b", "a/../../b", "/etc/b", r"C:\\b", r"..\\b")]
    [False, True, True, True, True, True]
    """
    path = PurePosixPath(name.replace("\\", "/"))
    drive = bool(path.parts) and path.parts[0][1:2] == ":"
    return drive or path.is_absolute() or ".." in path.parts
