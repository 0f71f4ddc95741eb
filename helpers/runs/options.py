"""What a run is asked for: plain values, and which of them change its results."""

import hashlib
from dataclasses import asdict, dataclass, field
from pathlib import Path

from helpers import schemas
from helpers.countries import is_code, split_codes
from helpers.faults import DataFault, read_table
from helpers.preparing.settings import Settings
from helpers.runs.engines import Engine
from helpers.source_types import SCHEMA, allow_types, check_types

# In the order in which `build_measurer` takes them.
LEXICONS = {"actors": "actors", "cues": "cues", "nouns": "source_nouns", "types": "source_types"}


@dataclass(frozen=True)
class Options:
    """What the command line asks for, by its names; `lexicons` has paths by name of LEXICONS.

    >>> Options(Path("corpus"), Path("results")).settings.languages
    ('en',)
    """

    path: Path
    out: Path
    form: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    sending: str = ""
    receiving: str = ""
    lexicons: dict[str, Path] = field(default_factory=dict)
    partition: int = 1_000
    engine: Engine = field(default_factory=Engine)
    anew: bool = False

    def check(self) -> None:
        """Return None if the options can be used.

        Raises:
            DataFault: a path, a code or a number cannot be used, or a lexicon breaks its schema.

        >>> Options(Path("no-such-corpus"), Path("results")).check()
        Traceback (most recent call last):
        helpers.faults.DataFault: no-such-corpus: there is no such file or folder
        """
        if not self.path.exists():
            raise DataFault(f"{self.path}: there is no such file or folder")
        if self.out.exists() and not self.out.is_dir():
            raise DataFault(f"--out {self.out}: this is a file; name a folder")
        if self.path.is_dir() and self.out.resolve().is_relative_to(self.path.resolve()):
            raise DataFault(f"--out {self.out}: lies in the folder that is read; choose another")
        if min(self.partition, self.engine.workers) < 1 or self.engine.cluster < 0:
            raise DataFault("--partition, --workers and --cluster take whole numbers from 1 on")
        for name in ("sending", "receiving"):
            for code in split_codes(getattr(self, name)):
                if not is_code(code):
                    raise DataFault(
                        f"--{name} {code!r}: no ISO 3166-1 alpha-3 code, such as GBR or RWA; "
                        "join several by ';'"
                    )
        own = self.lexicons.get("types")
        types = check_types(read_table(own, SCHEMA) if own else None, "--types")
        for name, path in self.lexicons.items():
            if name != "types":
                read_table(path, allow_types(getattr(schemas, LEXICONS[name].upper()), types))

    def told(self) -> dict[str, object]:
        """Return the options that change the results, lexicons by their digest, for run.json.

        >>> Options(Path("corpus"), Path("results"), columns={"text": "body"}).told()["columns"]
        {'text': 'body'}
        """
        lexicons = {
            name: hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in sorted(self.lexicons.items())
        }
        return {
            "form": self.form, "columns": dict(sorted(self.columns.items())),
            "sending": self.sending, "receiving": self.receiving,
            **asdict(self.settings), "languages": sorted(self.settings.languages),
            "lexicons": lexicons,
        }  # fmt: skip
