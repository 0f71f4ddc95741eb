"""ZIP archives of documents, as Nexis and reference managers give them: read one by one."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from helpers.reading.archives import check_archive
from helpers.reading.places import is_debris, name_of
from helpers.reading.rows import Reading, Skip


def read_zip(path: Path, read: Callable[[Path], Reading]) -> Reading:
    """Yield what `read` gives for each file in the archive at `path`, in order of their names.

    `file` is the name in the archive. Files are unpacked one at a time, to a temporary folder;
    programs' own files (`is_debris`) and archives in the archive are skipped.

    Raises:
        DataFault: the archive is unsafe (`check_archive`).
        OSError: it cannot be read.

    >>> from helpers.reading.rows import Row
    >>> path = Path(tempfile.mkdtemp()) / "a.zip"
    >>> with zipfile.ZipFile(path, "w") as archive:
    ...     archive.writestr("b/a.txt", "One came.")
    >>> [item.file for item in read_zip(path, lambda path: [Row({"text": path.read_text()})])]
    ['b/a.txt']
    """
    check_archive(path)
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            inner = PurePosixPath(entry.filename.replace("\\", "/"))
            if entry.is_dir():
                continue
            if any(is_debris(part) for part in inner.parts):
                yield Skip(str(inner), "", "hidden", "a program's own file")
            elif inner.suffix.lower() == ".zip":
                yield Skip(str(inner), "", "other form", "an archive in an archive; unpack it")
            else:
                unpacked = Path(folder) / f"unpacked{inner.suffix}"
                with archive.open(entry) as source, unpacked.open("wb") as target:
                    shutil.copyfileobj(source, target)
                for item in read(unpacked):
                    yield replace(item, file=name_of(Path(inner), Path()))
