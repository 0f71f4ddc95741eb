"""Libraries' own log lines, kept back where we tell the same in our words."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keep_quiet(library: str) -> Iterator[None]:
    """Keep back what `library` logs, as long as the context lasts.

    >>> with keep_quiet("pypdf"):
    ...     logging.getLogger("pypdf.reader").error("not shown")
    """
    logger = logging.getLogger(library)
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # its modules' own loggers go by this level
    try:
        yield
    finally:
        logger.setLevel(before)
