"""`--jobs` and the cache change nothing but the time; what ends a build leaves nobody behind."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from cli.bench import ROOT, Bench, start

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
LONG = "On Tuesday the council of Westport voted to close the harbour for two weeks. " * 12


def stocked_with(bench: Bench, many: int) -> Bench:
    for number in range(many):
        bench.article(f"many/2024-03-{number % 28 + 1:02d}-{number}.txt", LONG)
    return bench


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", ""])
def test_jobs_that_make_no_sense(stocked: Bench, jobs: str) -> None:
    stocked.run("build", "articles", f"--jobs={jobs}").exits(2)
    stocked.stderr(
        f"kztimeline: error: cannot work with `{jobs}` processes\n"
        "hint: --jobs is auto or a number from 1 on\n"
    )


@pytest.mark.parametrize("command", ["build", "anchors"])
def test_any_number_of_jobs_and_any_cache_give_the_same(
    bench: Bench, tmp_path: Path, command: str
) -> None:
    samples = str(ROOT / "samples")
    bench.env(XDG_CACHE_HOME=str(tmp_path / "cache"))
    base = [command, samples, "-f", "jsonl", "-q"]
    runs = [["--jobs", "1"], ["--jobs", "2"], ["--jobs", "3", "--cache"], ["--cache"]]
    told = [bench.run(*base, *more).exits(0).out for more in runs]

    assert told[0].count("\n") > 5
    assert told == [told[0]] * 4


def test_a_name_that_is_no_unicode_can_be_remembered(stocked: Bench, tmp_path: Path) -> None:
    Path(os.fsdecode(b"articles/caf\xe9.txt")).write_text("It rained on 5 March 2024.\n")
    stocked.env(XDG_CACHE_HOME=str(tmp_path / "cache"))
    base = ("build", "articles", "-f", "json", "-q")
    told = stocked.run(*base).exits(0).out
    assert "articles/caf\ufffd.txt" in told
    for more in (["--cache"], ["--cache"], ["--cache", "--jobs", "2"]):
        stocked.run(*base, *more).exits(0).stdout(told)


def test_the_cache_is_shown_and_cleared(stocked: Bench, tmp_path: Path) -> None:
    stocked.env(XDG_CACHE_HOME=str(tmp_path / "home"))
    place = (tmp_path / "home/kztimeline").as_posix()
    stocked.run("build", "articles", "--cache").exits(0)
    stocked.run("cache", "info").exits(0)
    assert stocked.out.startswith(f"{place}: 1 readings, 0.")
    stocked.run("cache", "clear").exits(0).stdout("")
    stocked.run("cache", "info").exits(0).stdout(f"{place}: 0 readings, 0.0 MB\n")


def test_what_each_stage_costs_is_told(stocked: Bench) -> None:
    stocked.run("bench", "articles").exits(0)
    head, *stages, both, peer = stocked.out.splitlines()

    assert head.split() == ["stage", "seconds", "articles/s", "MB/s", "peak", "MB"]
    assert [line.split()[0] for line in stages] == [
        "load", "draft", "days", "tell", "link", "merge", "publish", "write",
    ]  # fmt: skip
    figures = [line.replace(",", "").split() for line in stages]  # a thousand megabytes have one
    assert all(float(seconds) >= 0 and float(peak) > 1 for _, seconds, *_, peak in figures)
    assert both.startswith("all ")
    assert re.fullmatch(r"dates are found \d+ times as fast as by dateparser\.search", peer)


def test_without_the_cache_nothing_is_written(stocked: Bench, tmp_path: Path) -> None:
    stocked.env(XDG_CACHE_HOME=str(tmp_path / "home"))
    stocked.run("build", "articles", "--no-cache").exits(0)

    assert not (tmp_path / "home").exists()


def test_a_cache_that_fails_is_told_and_changes_nothing(stocked: Bench, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    stocked.run("build", "articles", "--no-cache").exits(0)
    told, said = stocked.out, stocked.err
    stocked.env(XDG_CACHE_HOME=str(tmp_path / "home"))
    stocked.run("build", "articles", "--cache").exits(0).stdout(told)
    assert stocked.err == "warning: going without the cache: not a directory\n" + said
    stocked.run("build", "articles", "--cache", "-q").exits(0).stdout(told).stderr("")
    stocked.run("cache", "info").exits(1)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ended_from_the_terminal_it_leaves_nobody(bench: Bench, number: int) -> None:
    """The signal reaches the whole group, as Ctrl-C does."""
    stocked_with(bench, 400)
    process = start(
        "build", "many", "--jobs", "2", "-o", "t.json", folder=bench.folder, start_new_session=True
    )
    workers = children_of(process.pid)
    before = time.monotonic()
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    _, told = process.communicate(timeout=30)

    assert process.returncode == 128 + number
    assert told.decode().endswith("no file was left half-written\n")
    assert time.monotonic() - before < 10
    assert gone(workers)
    assert [path.name for path in bench.folder.iterdir()] == ["many"]


def test_a_killed_build_leaves_nobody_and_the_old_file(bench: Bench) -> None:
    stocked_with(bench, 400).article("t.json", "old")
    process = start("build", "many", "--jobs", "2", "-o", "t.json", folder=bench.folder)
    workers = children_of(process.pid)
    process.kill()
    process.communicate()

    assert gone(workers)
    assert (bench.folder / "t.json").read_text() == "old"


def test_a_killed_worker_costs_nothing(bench: Bench) -> None:
    stocked_with(bench, 40)
    arguments = ("build", "many", "-f", "jsonl", "-q")
    whole, _ = start(*arguments, "--jobs", "1", folder=bench.folder).communicate()
    process = start(*arguments, "--jobs", "2", folder=bench.folder)
    os.kill(children_of(process.pid)[0], signal.SIGKILL)
    told, said = process.communicate()

    assert (process.returncode, said) == (0, b"")
    assert told == whole


def children_of(pid: int) -> list[int]:
    """The processes that a build has started, once it has."""
    while True:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        if listed:
            return [int(each) for each in listed.split()]
        time.sleep(0.02)


def gone(pids: list[int]) -> bool:
    """Whether all of them end within some seconds."""
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False
