"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd


def write_bytes(path: Path, content: bytes) -> Path:
    """Write `content` to `path` through a temporary file beside it; return `path`.

    A reader sees the old file or the new one, never half of either; folders are made as needed.

    Raises:
        TypeError: `content` is not bytes.
        OSError: the place cannot be written.

    >>> folder = Path(tempfile.mkdtemp())
    >>> write_bytes(folder / "deep" / "a.txt", b"whole").read_bytes()
    b'whole'
    """
    path = Path(path)
    with writing(path) as temporary:
        temporary.write_bytes(content)
    return path


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Give a temporary file beside `path` to write to; at the end it takes the place of `path`.

    It is removed where an error comes in between. For what is written piece by piece.

    >>> path = Path(tempfile.mkdtemp()) / "a.txt"
    >>> with writing(path) as temporary:
    ...     _ = temporary.write_text("one ")
    ...     before = path.exists()
    >>> before, path.read_text()
    (False, 'one ')
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(path)  # a full disk does not say where
        raise


def write_text(path: Path, text: str) -> Path:
    """Write `text` as UTF-8 with line feeds, whole or not at all; return `path`.

    >>> write_text(Path(tempfile.mkdtemp()) / "a.txt", "né\\n").read_bytes()
    b'n\\xc3\\xa9\\n'
    """
    return write_bytes(path, text.encode("utf-8"))


def write_csv(path: Path, table: pd.DataFrame) -> Path:
    """Write `table` as UTF-8 CSV, numbers to 6 decimals so that bytes repeat; return `path`.

    The index is left out.

    >>> path = Path(tempfile.mkdtemp()) / "a.csv"
    >>> write_csv(path, pd.DataFrame({"value": [1 / 3]})).read_text()
    'value\\n0.333333\\n'
    """
    text = table.to_csv(index=False, float_format="%.6f", lineterminator="\n")
    return write_text(path, text)
