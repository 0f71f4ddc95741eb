"""Engines: every partition is measured once and for all, whoever measures it and whoever dies."""

import os
from functools import partial

import dask
import pytest
from dask.distributed import LocalCluster
from engine_tasks import die, die_elsewhere, die_once, double, fail, note, tell

from helpers.faults import DataFault
from helpers.runs.engines import Engine, measure_partitions, spread_over


@pytest.fixture(scope="module")
def address():
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as cluster,
    ):
        yield cluster.scheduler_address


@pytest.fixture(params=["alone", "processes", "cluster"])
def engine(request):
    if request.param == "cluster":
        return Engine(scheduler=request.getfixturevalue("address"))
    return Engine(workers=2 if request.param == "processes" else 1)


@pytest.fixture
def several(engine):
    return engine if engine != Engine() else pytest.skip("its own process would be killed")


@pytest.fixture
def paths(tmp_path):
    return [tmp_path / f"{number}.parquet" for number in range(6)]


def processes(paths):
    return {path.with_suffix(".done").read_text() for path in paths}


def test_all_partitions_are_measured(paths, engine):
    assert sorted(measure_partitions(paths, note, engine)) == paths
    assert (str(os.getpid()) in processes(paths)) == (engine == Engine())


def test_a_worker_that_is_killed_loses_nothing(paths, several):
    assert sorted(measure_partitions(paths, die_once, several)) == paths
    assert paths[2].with_suffix(".died").exists() and processes(paths)


def test_a_partition_that_kills_every_worker_is_named(paths, several):
    with pytest.raises(DataFault, match=r"partition \d.*: its process dies"):
        list(measure_partitions(paths, die, several))


def test_what_a_task_raises_is_raised(paths, engine):
    with pytest.raises(OSError, match="No space left") as found:
        list(measure_partitions(paths, fail, engine))
    assert found.value.errno == 28


def test_one_partition_needs_no_processes(paths):
    list(measure_partitions(paths[:1], note, Engine(workers=8)))
    assert processes(paths[:1]) == {str(os.getpid())}


def test_a_worker_that_is_not_like_this_process_is_refused(paths, address):
    with pytest.raises(DataFault, match=r"the worker at tcp.* has \d+; here it is \d+"):
        list(measure_partitions(paths, note, Engine(scheduler=address), check=tell))


def test_a_scheduler_that_does_not_answer(paths, monkeypatch):
    monkeypatch.setattr("helpers.runs.engines.PATIENCE", 0.5)
    with pytest.raises(DataFault, match=r"no answer from the scheduler at tcp://127\.0\.0\.1:9 "):
        list(measure_partitions(paths, note, Engine(scheduler="tcp://127.0.0.1:9")))


def test_items_are_spread_in_order():
    numbers = range(2_345)
    assert list(spread_over(2)(double, numbers)) == [2 * number for number in numbers]


@pytest.mark.parametrize("n", [3, 250])
def test_few_items_and_those_of_a_process_that_dies_are_done_here(n):
    task = partial(die_elsewhere, here=os.getpid())
    assert list(spread_over(2)(task, range(n))) == list(range(n))
