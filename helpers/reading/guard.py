"""What goes wrong with one file is told and does not end the reading of the others."""

from helpers.faults import DataFault
from helpers.reading.rows import Reading, Skip, Unread


def skip_faults(items: Reading, file: str) -> Reading:
    """Yield `items`, and a Skip for the `file` called so where its reading fails.

    >>> def read():
    ...     raise Unread("no text", "its pages are pictures")
    ...     yield
    >>> next(skip_faults(read(), "a.pdf"))
    Skip(file='a.pdf', place='', reason='no text', detail='its pages are pictures')
    """
    try:
        yield from items
    except Unread as fault:
        yield Skip(file, "", fault.reason, fault.detail)
    except DataFault as fault:
        yield Skip(file, "", "not read", str(fault))
    except OSError as error:
        yield Skip(file, "", "cannot be opened", error.strerror or str(error))
