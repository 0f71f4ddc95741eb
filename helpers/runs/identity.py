"""What produced a results folder: version, options, input and libraries, without time or place."""

import hashlib
import json
import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from helpers.load import data_version
from helpers.runs.options import Options

PACKAGE = "third-country-coverage"
# Those that words, numbers and bytes of the results depend on.
LIBRARIES = (
    "charset-normalizer", "dateparser", "datasketch", "matplotlib", "nltk", "numpy", "openpyxl",
    "pandas", "py3langid", "pyarrow", "pypdf", "python-docx", "sentencex", "textblob",
    "trafilatura",
)  # fmt: skip
BLOCK = 1 << 20


def identify(options: Options) -> dict[str, object]:
    """Return what run.json tells: package, version, data_version, options, input, libraries.

    Two runs with the same answer give the same bytes. Numbers of partitions and workers are not
    among it, because they change nothing.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "a.txt"
    >>> _ = path.write_text("One came.")
    >>> identify(Options(path, Path("results")))["input"]["files"]
    1
    """
    return {
        "package": PACKAGE,
        "version": version(PACKAGE),
        "data_version": data_version(),
        "options": options.told(),
        "input": digest_input(options.path),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def as_json(told: dict[str, object]) -> str:
    """Return `told` as indented JSON, in the order given, with a line end.

    >>> as_json({"version": "1"})
    '{\\n  "version": "1"\\n}\\n'
    """
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def compare(there: dict, here: dict, path: str = "") -> list[str]:
    """Return a line for each value that differs between two answers of `identify`.

    >>> compare({"options": {"form": "csv"}}, {"options": {"form": ""}})
    ["options form: 'csv' there, '' now"]
    """
    lines = []
    for key in dict.fromkeys([*there, *here]):
        old, new, name = there.get(key), here.get(key), f"{path} {key}".strip()
        if isinstance(old, dict) and isinstance(new, dict):
            lines += compare(old, new, name)
        elif old != new:
            lines.append(f"{name}: {old!r} there, {new!r} now")
    return lines


def digest_input(path: Path) -> dict[str, object]:
    """Return name, number of files, bytes and SHA-256 of a file, or of all files below a folder.

    The digest is over the digests of the files' content, with their paths below the folder, in
    order; a file that cannot be read counts as "unreadable". Links to folders are not followed.

    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "a.txt"
    >>> _ = path.write_text("One came.")
    >>> digest_input(path)["bytes"]
    9
    """
    files = [path] if path.is_file() else sorted(_walk(path))
    total, whole = 0, hashlib.sha256()
    for file in files:
        digest, size = _digest_file(file)
        name = file.name if file == path else file.relative_to(path).as_posix()
        whole.update(f"{digest} {name}\n".encode("utf-8", "surrogateescape"))
        total += size
    name = path.resolve().name.encode("utf-8", "replace").decode()
    return {"name": name, "files": len(files), "bytes": total, "sha256": whole.hexdigest()}


def _walk(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (path for name in names if (path := Path(place, name)).is_file())


def _digest_file(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
                size += len(block)
    except OSError:
        return "unreadable", 0
    return digest.hexdigest(), size
