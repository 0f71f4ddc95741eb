"""The command line of a run: python run.py measure PATH --out FOLDER."""

import errno
import sys

import pandas as pd

from helpers.faults import DataFault
from helpers.runs.arguments import parse
from helpers.runs.folder import LOG
from helpers.runs.run import run

AGAIN = "the same command goes on where this one stopped"
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(arguments: list[str]) -> int:
    """Run what the command line asks for; return the exit code: 0, 2 (a fault), 130 (Ctrl-C).

    A fault is told in one line on standard error; what nobody foresaw stands whole in the log.

    >>> main(["no-such-file.csv", "--out", "results"])
    2
    """
    try:
        out = run(parse(arguments))
    except KeyboardInterrupt:
        return _tell(f"stopped; {AGAIN}", 130)
    except DataFault as fault:
        return _tell("; ".join(line.strip() for line in str(fault).splitlines()))
    except OSError as error:
        remedy = "make room; " if error.errno in FULL else ""
        return _tell(f"{error.filename or 'a file'}: {error.strerror or error}; {remedy}{AGAIN}")
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return _tell(f"not foreseen: {what}; {LOG} has it whole, please report it; {AGAIN}")
    counts = pd.read_csv(out / "counts.csv")
    print(counts.to_string(index=False, header=False))
    print(f"\nAll results: {out}; to begin with: {out / 'summary.html'}")
    return 0


def _tell(message: str, code: int = 2) -> int:
    print(f"measure: {message}", file=sys.stderr)
    return code
