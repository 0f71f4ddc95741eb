"""Where partitions are measured: in this process, in several of this machine, or on a Dask cluster.

A task takes the path of a partition and gives it back; whatever it writes is the same bytes each
time, so that it may be done twice. Which engine is chosen changes nothing in the results.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from joblib import Parallel, delayed

from helpers.faults import DataFault

Task = Callable[[Path], Path]
PATIENCE = 10  # seconds to wait for a scheduler's answer
WINDOW, CHUNK = 1_000, 100  # rows that are held while processes work, and given to one at a time


@dataclass(frozen=True)
class Engine:
    """What measures: `workers` processes, or a Dask cluster.

    The cluster is one of `cluster` processes on this machine, or that of the scheduler at the
    address `scheduler` (`tcp://host:8786`), whose workers see the same folder and have the same
    version of this package.

    >>> Engine().workers
    1
    """

    workers: int = 1
    cluster: int = 0
    scheduler: str = ""


def spread_over(workers: int) -> Callable[[Callable, Iterable], Iterator]:
    """Return what applies a function to items as `map` does, in so many processes of this machine.

    WINDOW items are drawn at a time, by this process alone. Where a process dies, and where there
    are no more than CHUNK, this one does the work.

    >>> list(spread_over(1)(str, [1, 2]))
    ['1', '2']
    """
    if workers == 1:
        return map

    def spread(function: Callable, items: Iterable) -> Iterator:
        source = iter(items)
        while window := list(islice(source, WINDOW)):
            yield from _share(function, window, workers) or map(function, window)

    return spread


def _share(function: Callable, items: list, workers: int) -> list:
    """Return the results for `items`, or none where other processes are of no use or die."""
    if len(items) <= CHUNK:
        return []
    chunks = (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
    try:
        parts = Parallel(workers)(delayed(_apply)(function, chunk) for chunk in chunks)
    except BrokenProcessPool:
        return []
    return list(chain.from_iterable(parts))


def _apply(function: Callable, items: list) -> list:
    return [function(item) for item in items]


def measure_partitions(
    paths: list[Path], task: Task, engine: Engine, check: Callable[[Path], str] | None = None
) -> Iterator[Path]:
    """Yield the paths as their partitions are finished by `task`, in any order.

    A worker that dies loses nothing: what it had not finished is given to another. On a cluster
    `check(folder of the paths)` is asked of every worker, and must say there what it says here.

    Raises:
        DataFault: a partition lets its process die again and again, the scheduler does not answer,
            or a worker is not like this process. What a task raises is raised here.

    >>> from pathlib import Path
    >>> [str(path) for path in measure_partitions([Path("a")], lambda path: path, Engine())]
    ['a']
    """
    if engine.scheduler or engine.cluster:
        return _on_cluster(paths, task, engine, check)
    if min(engine.workers, len(paths)) > 1:
        return _in_processes(paths, task, engine.workers)
    return map(task, paths)


def _in_processes(paths: list[Path], task: Task, workers: int) -> Iterator[Path]:
    left, alone = dict.fromkeys(paths), False
    while left:
        tried = list(left)[:1] if alone else list(left)
        parallel = Parallel(workers, return_as="generator_unordered", batch_size=1)
        try:
            for path in parallel(delayed(task)(path) for path in tried):
                del left[path]
                yield path
            alone = False
        except BrokenProcessPool:
            if alone:
                raise _dying(tried[0].stem) from None
            alone = True  # so that the one that is too much is told from the others


def _on_cluster(
    paths: list[Path], task: Task, engine: Engine, check: Callable[[Path], str] | None
) -> Iterator[Path]:
    try:  # here because it takes a second, and an extra
        from dask import distributed
    except ImportError:
        raise DataFault("a cluster needs Dask: install the extra 'cluster'") from None
    with ExitStack() as stack:
        address = engine.scheduler
        if not address:
            address = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=engine.cluster, threads_per_worker=1, host="127.0.0.1",
                    dashboard_address=None,
                )
            )  # fmt: skip
        try:
            client = stack.enter_context(distributed.Client(address, timeout=PATIENCE))
        except (OSError, ValueError) as error:
            raise DataFault(f"no answer from the scheduler at {address} ({error})") from None
        if check and paths:
            _check_workers(client.run(check, paths[0].parent), check(paths[0].parent))
        futures = client.map(task, paths, pure=False)
        by_key = {future.key: path for future, path in zip(futures, paths, strict=True)}
        finished = distributed.as_completed(futures)
        del futures  # what is done is let go, so that no worker's end has it done again
        for future in finished:
            try:
                if future.status != "finished":
                    future.result()  # raises what went wrong
            except distributed.KilledWorker:
                raise _dying(f"{by_key[future.key].stem}, or one measured beside it") from None
            yield by_key[future.key]


def _check_workers(told: dict[str, str], here: str) -> None:
    if not told:
        raise DataFault("the scheduler has no workers; start some, then run the command again")
    for worker, there in told.items():
        if there != here:
            raise DataFault(f"the worker at {worker} has {there}; here it is {here}")


def _dying(name: str) -> DataFault:
    return DataFault(
        f"partition {name}: its process dies again and again (out of memory?); run the "
        "command again with fewer --workers, or with --anew and a smaller --partition"
    )
