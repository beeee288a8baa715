"""Results are those of one process, in order, whatever becomes of the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kztimeline import IntakeRequest, Settings, build_timeline, open_intake
from kztimeline.mappers import Processes, processes
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.publish import publish

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = str(ROOT / "samples")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def doubled(number: int) -> int:
    return 2 * number


def where(_: int) -> int:
    return os.getpid()


def deadly(number: int, *, home: int) -> int:
    """The twentieth piece ends whoever does it anywhere but at home."""
    if number == 20 and os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def failing(number: int) -> int:
    if number == 20:
        message = "twenty"
        raise LookupError(message)
    return number


def numbers(many: int) -> Iterator[int]:
    yield from range(many)


@pytest.fixture
def two() -> Iterator[Processes]:
    with Processes(2) as each:
        yield each


def test_all_results_in_order(two: Processes) -> None:
    assert list(two(doubled, numbers(1000))) == [2 * each for each in range(1000)]


def test_several_columns_and_several_runs(two: Processes) -> None:
    assert list(two(max_of, numbers(50), reversed(range(50)))) == [
        max(each, 49 - each) for each in range(50)
    ]
    assert list(two(doubled, numbers(3))) == [0, 2, 4]


def test_processes_are_not_left_idle_when_the_first_result_comes_last(two: Processes) -> None:
    """All that may be done ahead is done meanwhile, and then there is room for more."""
    assert os.getpid() not in set(two(where_late, numbers(400)))


def where_late(number: int) -> int:
    if number == 0:
        time.sleep(0.5)
    return os.getpid()


def max_of(left: int, right: int) -> int:
    return max(left, right)


def test_the_work_is_done_by_as_many_as_asked_for(two: Processes) -> None:
    done_by = set(two(where, numbers(200)))

    assert os.getpid() not in done_by
    assert len(done_by) <= 2


@pytest.mark.parametrize(("jobs", "many"), [(1, 200), (2, processes.FEW - 1), (2, 0)])
def test_one_job_and_few_pieces_stay_here(jobs: int, many: int) -> None:
    with Processes(jobs) as each:
        assert list(each(where, numbers(many))) == many * [os.getpid()]
        assert list(each(where, numbers(1))) == [os.getpid()]  # none was started for nothing


def test_a_piece_that_kills_its_processes_is_done_here(two: Processes) -> None:
    work = partial(deadly, home=os.getpid())

    assert list(two(work, numbers(100))) == list(range(100))


@pytest.mark.parametrize("moment", range(1, 40, 6))
def test_killed_processes_cost_nothing(two: Processes, moment: int) -> None:
    done = []
    for each in two(doubled, numbers(400)):
        done.append(each)
        if len(done) % moment == 0 and two._workers:
            two._workers[len(done) % len(two._workers)].process.kill()

    assert done == [2 * each for each in range(400)]


def test_where_no_process_can_be_started_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Processes, *, may_fork: bool) -> None:
        assert may_fork
        raise BlockingIOError

    monkeypatch.setattr(Processes, "_started", refused)
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    with Processes(2) as each:
        assert set(each(where, numbers(100))) == {os.getpid()}


def test_a_fault_is_raised_here_after_what_came_before_it(two: Processes) -> None:
    done = []
    with pytest.raises(LookupError, match="twenty"):
        done.extend(two(failing, numbers(100)))
    assert list(two(failing, numbers(19))) == list(range(19))


def test_nobody_is_left_when_it_ends() -> None:
    with Processes(2) as each:
        results = each(where, numbers(1000))
        first = next(results)
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


def words(text: str) -> list[str]:
    return text.casefold().split()


def test_a_started_process_needs_no_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where threads run, a process is started from nothing."""
    monkeypatch.setattr(processes.threading, "active_count", lambda: 2)
    with Processes(2) as each:
        assert list(each(words, ["It rained"] * 20)) == [["it", "rained"]] * 20


def plus(beside: int, number: int) -> int:
    return beside + number


def told_where(beside: Path, number: int) -> tuple[int, str]:
    return os.getpid(), f"{beside.name}{number}"


@pytest.mark.parametrize("many", [3, 200])
def test_what_lies_beside_comes_first(two: Processes, many: int) -> None:
    expected = [1000 + number for number in range(many)]

    assert list(two(plus, numbers(many), beside=1000)) == expected
    assert list(two(doubled, numbers(20))) == [2 * number for number in range(20)]


ALONE = """
import os, signal, threading
from kztimeline.mappers import Processes

def locked(beside, _) -> int:
    with beside:
        return os.getpid()

def deadly(home, number) -> tuple[int, int]:
    if number == 20 and os.getpid() != home:
        os.kill(os.getpid(), signal.SIGKILL)
    return number, os.getpid()

with Processes(2) as two:
    """


@pytest.mark.parametrize(
    "check",
    [
        # a lock cannot be sent
        "assert os.getpid() not in set(two(locked, range(100), beside=threading.Lock()))",
        # of few that lean each is a block of work
        "assert os.getpid() not in set(two(locked, range(2), beside=threading.Lock()))",
        # what kills its processes is done at home, the rest is not
        """done = list(two(deadly, range(100), beside=os.getpid()))
    assert [number for number, _ in done] == list(range(100))
    assert 0 < sum(at == os.getpid() for _, at in done) < 50""",
    ],
)
def test_what_lies_beside_is_there_without_being_sent(check: str) -> None:
    """In a process of one thread, which may fork; whoever runs the tests may have more."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", ALONE + check]
    subprocess.run(command, check=True, env=environment, timeout=120)


def test_where_no_process_can_be_forked_what_leans_is_done_here(
    two: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: 2)

    assert {pid for pid, _ in two(told_where, numbers(100), beside=Path("x"))} == {os.getpid()}


def noted(folder: Path, number: int) -> int:
    (folder / str(number)).touch()
    return os.getpid()


@pytest.mark.parametrize("beside", [True, False])
def test_what_is_asked_for_ahead_is_begun_at_once(
    two: Processes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, beside: bool
) -> None:
    """However little it is, and before anybody takes a result."""
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    for number in range(3):
        made = (
            two.ahead(noted, [number], beside=tmp_path)
            if beside
            else two.ahead(partial(noted, tmp_path), [number])
        )
        _wait_for(tmp_path / str(number))
        (pid,) = made
        assert pid != os.getpid()


def _wait_for(path: Path) -> None:
    for _ in range(1000):
        if path.exists():
            return
        time.sleep(0.01)
    raise TimeoutError


def test_what_is_asked_for_ahead_comes_in_order(
    two: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    leaning = two.ahead(plus, numbers(300), beside=1000)
    plain = two.ahead(doubled, numbers(300))

    assert list(plain) == [2 * number for number in range(300)]
    assert list(leaning) == [1000 + number for number in range(300)]


def test_what_leans_goes_on_while_nobody_asks(
    two: Processes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    made = two.ahead(noted, numbers(12), beside=tmp_path)
    for number in range(12):
        _wait_for(tmp_path / str(number))
    assert os.getpid() not in set(made)


@pytest.mark.parametrize("many", [1, 2])
def test_what_a_killed_process_held_is_done_by_others(
    two: Processes, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    made = two.ahead(plus, numbers(300), beside=1000)
    for worker in two._begun[0]._workers[:many]:
        worker.process.kill()
        worker.process.join()
    assert list(made) == [1000 + number for number in range(300)]


@pytest.mark.parametrize(("jobs", "threads"), [(1, 1), (2, 2)])
def test_ahead_is_here_and_late_where_no_process_can_be_forked(
    jobs: int, threads: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: threads)
    with Processes(jobs) as each:
        made = each.ahead(noted, [1], beside=tmp_path)
        assert not list(tmp_path.iterdir())
        assert list(made) == [os.getpid()]


def test_what_was_begun_ahead_ends_with_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes.threading, "active_count", lambda: 1)
    with Processes(2) as each:
        each.ahead(told_where, numbers(100), beside=Path("x"))
        begun = [worker.process for own in each._begun for worker in own._workers]
    assert len(begun) == 2
    assert not any(process.is_alive() for process in begun)


def test_merging_in_small_blocks_gives_the_same(
    two: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = list(open_intake(IntakeRequest((SAMPLES, str(ROOT / "tests/cases")))))
    whole = build_timeline(documents, Settings())
    monkeypatch.setattr("kztimeline.clusters.BLOCK", 5)
    monkeypatch.setattr("kztimeline.clusters.salience.BLOCK", 3)

    assert build_timeline(documents, Settings(), two) == whole


@pytest.mark.parametrize("infer", ["day", "none"])
def test_same_bytes_as_serial(two: Processes, infer: str) -> None:
    documents = list(open_intake(IntakeRequest((SAMPLES, str(ROOT / "tests/cases")))))
    assert len(documents) > processes.FEW
    settings = Settings(anchoring=Settings().anchoring.__class__(infer=infer))
    made = [
        "".join(write_json(publish(timeline, "0")))
        for timeline in (
            build_timeline(documents, settings, two),
            build_timeline(documents, settings),
        )
    ]

    assert made[0] == made[1]
