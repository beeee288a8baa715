"""What the world does to a run: devices, endless and huge files, full disks, crowded memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cli.bench import ROOT, Bench
from kztimeline.model import Article
from kztimeline.times import resolve_times

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and devices of POSIX")
TERABYTE = 1 << 40
BUILD = ("build", "articles")


def test_a_file_that_is_larger_than_any_article_is_left_out(stocked: Bench) -> None:
    _hollow(stocked.folder / "articles/huge.txt")
    stocked.run(*BUILD, "-f", "csv").exits(0)
    assert stocked.out.count("herald.txt:") > 0
    assert (
        "warning: `articles/huge.txt` cannot be read: it is larger than 20 megabytes" in stocked.err
    )


def test_neither_one_line_nor_a_million_may_be_larger(stocked: Bench) -> None:
    stocked.article("articles/line.txt", "It rained on Monday. " * 1_000_000)
    stocked.article("articles/lines.txt", "It rained on Monday.\n" * 1_000_000)
    stocked.run(*BUILD, "-f", "csv", "-v").exits(0)
    for name in ("line", "lines"):
        refused = f"warning: `articles/{name}.txt` cannot be read: it is larger than 20 megabytes"
        assert refused in stocked.err
    assert "split it: no article is that long" in stocked.err


def test_so_is_what_stands_beside_an_article(stocked: Bench) -> None:
    _hollow(stocked.folder / "articles/herald.json")
    stocked.run(*BUILD).exits(0)
    assert "cannot read `articles/herald.json`: it is larger than a gigabyte" in stocked.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            (*BUILD, "--manifest", "/dev/zero"),
            "cannot read manifest `/dev/zero`: it is a pipe or device, not a file",
        ),
        (
            (*BUILD, "--manifest", "huge"),
            "cannot read manifest `huge`: it is larger than a gigabyte",
        ),
        (("render", "/dev/zero"), "cannot read `/dev/zero`: it is a pipe or device, not a file"),
        (
            ("diff", "/dev/null", "/dev/zero"),
            "cannot read `/dev/null`: it is a pipe or device, not a file",
        ),
        (("build", "/dev/zero"), "nothing to read: `/dev/zero` is a pipe or device, not a file"),
    ],
)
def test_what_never_ends_is_not_read(stocked: Bench, arguments: tuple[str, ...], said: str) -> None:
    _hollow(stocked.folder / "huge")
    stocked.run(*arguments).exits(1)
    assert stocked.err.splitlines()[0] == f"kztimeline: error: {said}"


def test_standard_input_that_never_ends(stocked: Bench) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = run("build", "-", folder=stocked.folder, stdin=endless)
    assert (done.returncode, done.stdout) == (1, "")
    assert "`stdin.txt` cannot be read: it is larger than a gigabyte" in done.stderr


def test_standard_input_that_cannot_be_read(stocked: Bench) -> None:
    """A file opened for writing only, as a slip in a script hands it on."""
    for arguments in (
        ("render", "-"),
        ("why", "ev-0", "-"),
        ("build", "-"),
        ("diff", "-", "t.json"),
    ):
        with (stocked.folder / "w").open("wb") as closed:
            done = run(*arguments, folder=stocked.folder, stdin=closed)
        assert (done.returncode, done.stdout) == (1, "")
        assert "bug" not in done.stderr


def test_too_little_memory_is_said(stocked: Bench) -> None:
    stocked.run(*BUILD, "--json")
    _hollow(stocked.folder / "t.json")
    done = run("render", "t.json", folder=stocked.folder)
    assert done.returncode == 1
    assert done.stderr.startswith("kztimeline: error: there is not enough memory\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("form", ["json", "html"])
def test_a_disk_that_fills_up_is_an_error(stocked: Bench, form: str, unbuffered: str) -> None:
    """Without a buffer (as in many containers) a part of the text must not pass for the whole."""
    for number in range(30):
        stocked.article(f"articles/{number}.txt", f"Ferry {number} sank on 5 March 2024.\n")
    with (stocked.folder / "t.out").open("wb") as full:
        done = run(
            *BUILD, "-f", form, folder=stocked.folder, stdout=full, PYTHONUNBUFFERED=unbuffered,
            limits={resource.RLIMIT_FSIZE: 1024},
        )  # fmt: skip
    assert (done.returncode, done.stderr.splitlines()[:1]) == (
        1, ["kztimeline: error: cannot write to standard output: file too large"],
    )  # fmt: skip


@pytest.mark.parametrize("form", ["json", "html", "csv", "sqlite"])
def test_a_file_that_does_not_fit_leaves_the_old_one(stocked: Bench, form: str) -> None:
    stocked.article("t.out", "old")
    done = run(
        *BUILD, "-f", form, "-o", "t.out", folder=stocked.folder,
        limits={resource.RLIMIT_FSIZE: 256},
    )  # fmt: skip
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1, "kztimeline: error: cannot write to `t.out`: file too large",
    )  # fmt: skip
    assert (stocked.folder / "t.out").read_text() == "old"
    assert {path.name for path in stocked.folder.iterdir()} == {"articles", "t.out"}


@pytest.mark.parametrize("today", ["1970-01-01", "2038-01-20", "2100-02-28", "9999-12-31"])
def test_a_clock_that_is_wrong_moves_no_stated_day(
    stocked: Bench, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> date:
            return date.fromisoformat(today)

    right = stocked.run(*BUILD, "--json").exits(0).out
    monkeypatch.setattr("kztimeline.cli.intake.date", Clock)
    stocked.run(*BUILD, "--json").exits(0).stdout(right)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"KZTIMELINE_CACHE": "0"}, ""),
        ({"HOME": "gone/home"}, ""),
        ({"HOME": "/dev/null"}, "warning: going without the cache: not a directory\n"),
        ({"HOME": "/proc/1", "TZ": "x" * 999}, "warning: going without the cache: "),
    ],
)
def test_a_run_needs_nothing_of_its_surroundings(
    stocked: Bench, setting: dict[str, str], said: str
) -> None:
    """No home, no locale, no path, no terminal: as cron, a container or a broken login has it."""
    expected = run(*BUILD, folder=stocked.folder)
    bare = dict.fromkeys(os.environ.keys() - {"PYTHONPATH"}, None)
    done = run(*BUILD, folder=stocked.folder, **{**bare, **setting})
    assert (done.returncode, done.stdout) == (0, expected.stdout)
    assert done.stderr.startswith(said)
    assert done.stderr.endswith(expected.stderr)
    assert len(done.stderr.splitlines()) == len(expected.stderr.splitlines()) + bool(said)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bug_costs_one_article(
    stocked: Bench, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    if jobs == "2" and threading.active_count() > 1:
        pytest.skip("beside a thread processes are not forked: theirs would be whole code")

    def broken(article: Article, *given: Any) -> object:  # noqa: ANN401
        if "eels" in article.text:
            raise LookupError
        return resolve_times(article, *given)

    build = (*BUILD, "--no-cache", "--jobs", jobs)
    for number in range(20):
        stocked.article(f"articles/{number}.txt", f"It rained on {number + 1} May 2024.\n")
    expected = stocked.run(*build, "-f", "csv").exits(0).out
    stocked.article("articles/7a.txt", "He sold eels on 7 May 2024.\n")
    monkeypatch.setattr("kztimeline.pipeline.resolve_times", broken)
    monkeypatch.setattr("kztimeline.cli.making.SPARES", True)

    stocked.run(*build, "-f", "csv").exits(0).stdout(expected)
    assert "warning: `articles/7a.txt` is left out, over a bug in kztimeline: Loo" in stocked.err
    assert "hint: please report it, with what `--debug` shows" in stocked.err
    stocked.run(*build, "--strict").exits(3)
    stocked.run("build", "articles/7a.txt", "--no-cache").exits(1).stdout("")
    assert "error: nothing to tell: `articles/7a.txt` is left out, over a bug" in stocked.err
    stocked.run(*build, "--debug").exits(1)
    assert "Traceback (most recent call last):" in stocked.err


def _hollow(path: Path) -> None:
    """A terabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(TERABYTE)


def run(
    *arguments: str,
    folder: Path,
    limits: dict[int, int] | None = None,
    stdin: object = subprocess.DEVNULL,
    stdout: object = subprocess.PIPE,
    **environment: str | None,
) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with what the system would allow it."""

    def limited() -> None:
        for kind, most in (limits or {}).items():
            resource.setrlimit(kind, (most, most))

    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "kztimeline", *arguments],
        cwd=folder,
        env={name: value for name, value in surroundings.items() if value is not None},
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=limited,
    )
