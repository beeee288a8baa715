"""A Dask cluster gives the bytes of one process, also while its workers come and go."""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from cli.bench import ROOT, Bench
from kztimeline import IntakeRequest, KzError, Settings, build_timeline, open_intake
from kztimeline.clusters.pairs import Survey
from kztimeline.mappers.cluster import DaskCluster
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.publish import publish

distributed = pytest.importorskip("distributed", reason="the extra `dask` is not installed")
pytestmark = pytest.mark.filterwarnings("default")  # of Dask's own


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def local() -> Iterator[str]:
    """The address of a cluster of two processes."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def started(module: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )


def read_address(process: subprocess.Popen[str], pattern: str) -> str:
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(pattern, line):
            # It goes on telling what it does, and would wait for whoever does not listen.
            Thread(target=process.stderr.read, daemon=True).start()
            return found[1]
    raise AssertionError


@pytest.fixture
def apart() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """The address of a scheduler, and two workers, each started by itself."""
    scheduler = started("dask_scheduler", "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
    address = read_address(scheduler, r"Scheduler at:\s+(tcp://\S+)")
    workers = [
        started("dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        for _ in range(2)
    ]
    for worker in workers:
        read_address(worker, r"(Registered to)")
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.communicate()


def words(text: str) -> list[str]:
    return text.casefold().split()


def test_results_in_order(local: str) -> None:
    with DaskCluster(local) as each:
        assert list(each(words, [f"{number} men" for number in range(200)])) == [
            [str(number), "men"] for number in range(200)
        ]
        assert list(each(words, [])) == []


def test_same_bytes_as_serial(local: str) -> None:
    documents = list(open_intake(IntakeRequest((str(ROOT / "samples"), str(ROOT / "tests/cases")))))
    with DaskCluster(local) as each:
        made = "".join(write_json(publish(build_timeline(documents, Settings(), each), "0")))

    assert made == "".join(write_json(publish(build_timeline(documents, Settings()), "0")))


@pytest.mark.parametrize("many", [3, 200])
def test_what_lies_beside_comes_first(local: str, many: int) -> None:
    with DaskCluster(local) as each:
        made = list(each(joined, [str(number) for number in range(many)], beside=["men"]))

    assert made == [["men", str(number)] for number in range(many)]


def joined(beside: list[str], word: str) -> list[str]:
    return [*beside, word]


def test_merging_is_spread_and_gives_the_same(local: str, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = list(open_intake(IntakeRequest((str(ROOT / "samples"), str(ROOT / "tests/cases")))))
    whole = build_timeline(documents, Settings())
    monkeypatch.setattr("kztimeline.clusters.BLOCK", 5)
    monkeypatch.setattr("kztimeline.clusters.salience.BLOCK", 3)
    sent: list[object] = []
    with DaskCluster(local) as each:
        everywhere = each._everywhere
        monkeypatch.setattr(each, "_everywhere", lambda what: sent.append(what) or everywhere(what))
        made = build_timeline(documents, Settings(), each)

    assert made == whole
    assert len(sent) == 2
    texts = [document.text[-60:].strip().encode() for document in documents]
    assert [text for text in texts for what in sent if text in pickle.dumps(what)] == []


def test_a_fault_is_raised_here(local: str) -> None:
    with DaskCluster(local) as each, pytest.raises(AttributeError, match="casefold"):
        list(each(words, ["fine", 7]))


def test_a_worker_killed_in_mid_run_costs_nothing(
    apart: tuple[str, list[subprocess.Popen[str]]],
) -> None:
    address, workers = apart
    told = []
    with DaskCluster(address) as each:
        for found in each(partial(words), ["It rained and rained " * 5000] * 300):
            told.append(found)
            if len(told) == 20:
                workers[0].kill()

    assert told == [["it", "rained", "and", "rained"] * 5000] * 300


def test_a_worker_killed_while_merging_costs_nothing(
    apart: tuple[str, list[subprocess.Popen[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, workers = apart
    documents = list(open_intake(IntakeRequest((str(ROOT / "samples"), str(ROOT / "tests/cases")))))
    whole = build_timeline(documents, Settings())
    monkeypatch.setattr("kztimeline.clusters.BLOCK", 2)
    monkeypatch.setattr("kztimeline.mappers.cluster.CHUNK", 1)
    left: list[int] = []
    with DaskCluster(address) as cluster:

        def each(work: Callable, /, *columns: Iterable, beside: object = None) -> Iterator:
            found = cluster(work, *columns, beside=beside)
            if not isinstance(beside, Survey):
                yield from found
                return
            for at, one in enumerate(found):
                yield one
                if at == 20:
                    workers[0].kill()
                left.append(at)

        made = build_timeline(documents, Settings(), each)

    assert len(left) > 60
    assert workers[0].wait() == -signal.SIGKILL
    assert made == whole


def test_from_the_command_line(
    bench: Bench, apart: tuple[str, list[subprocess.Popen[str]]]
) -> None:
    address, _ = apart
    arguments = ("build", str(ROOT / "samples"), "-f", "json", "-q")
    here = bench.run(*arguments).exits(0).out

    assert bench.run(*arguments, "--dask", address).exits(0).out == here


def test_nobody_at_the_address(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kztimeline.mappers.cluster._PATIENCE_SECONDS", 1)
    bench.article("a.txt", "It rained.")
    bench.run("build", "a.txt", "--dask", "tcp://127.0.0.1:1").exits(2)
    assert bench.err.splitlines()[-2:] == [
        "kztimeline: error: no Dask scheduler answers at `tcp://127.0.0.1:1`",
        "hint: is `dask scheduler` running there, and its workers? an address is `tcp://host:8786`",
    ]


@pytest.mark.parametrize("address", ["", "nowhere", "http://x", "tcp://"])
def test_no_address(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kztimeline.mappers.cluster._PATIENCE_SECONDS", 1)
    with pytest.raises(KzError, match="no Dask scheduler answers"):
        DaskCluster(address)


def test_other_versions_are_refused(local: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kztimeline.mappers.cluster.fingerprint", other)
    with pytest.raises(KzError, match="another kztimeline, Python or library runs on 2 of 2"):
        DaskCluster(local)


def other() -> bytes:
    """Differs from process to process."""
    return str(os.getpid()).encode()


def test_without_the_extra(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    bench.article("a.txt", "It rained.").run("build", "a.txt", "--dask", "tcp://x:1").exits(2)
    bench.stderr(
        "kztimeline: error: `--dask` needs the package `distributed`\n"
        "hint: install it with `pip install 'kztimeline[dask]'`\n"
    )
