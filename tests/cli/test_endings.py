"""Signals end the program with a line and a code, and leave no half of a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

import pytest

from cli.bench import Bench, start
from kztimeline import pipeline
from kztimeline.cli import endings, problems
from kztimeline.model import Document, Draft, Settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (signal.SIGINT, 130, "interrupted"),
        (signal.SIGTERM, 143, "stopped by SIGTERM"),
        (signal.SIGHUP, 129, "stopped by SIGHUP"),
    ],
)
def test_a_signal_ends_with_one_line(bench: Bench, number: int, code: int, words: str) -> None:
    """The program waits for standard input, and is stopped there."""
    expected = f"kztimeline: {words}; no file was left half-written\n", code
    ended = "", 0
    for seconds in (1, 5, 25):  # until it reads: on a crowded machine it is not yet there
        with start(
            "build", "-", "-o", "t.json", folder=bench.folder, stdin=subprocess.PIPE
        ) as process:
            time.sleep(seconds)
            process.send_signal(number)
            assert process.stderr is not None
            ended = process.stderr.read().decode(), process.wait()
        if ended == expected:
            break
    assert ended == expected
    assert list(bench.folder.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_writing_leaves_the_old_file(
    stocked: Bench, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def stopped(*_: object, **__: object) -> Iterator[str]:
        yield "half"
        signal.raise_signal(number)
        yield "whole"

    monkeypatch.setattr("kztimeline.outputs.as_json.write_json", stopped)
    stocked.article("t.json", "old").run("build", "articles", "-o", "t.json").exits(128 + number)
    assert (stocked.folder / "t.json").read_text() == "old"
    assert {"articles", "t.json"} == {path.name for path in stocked.folder.iterdir()}


@pytest.mark.parametrize(
    ("number", "form"),
    [(signal.SIGKILL, "json"), (signal.SIGTERM, "csv"), (signal.SIGKILL, "sqlite")],
)
def test_wherever_writing_is_stopped_a_file_is_old_or_whole(
    stocked: Bench, form: str, number: int
) -> None:
    """Before the first line that writes, the second, and so on to the last."""
    stocked.run("build", "articles", "-o", "t.json").exits(0)
    command = ("render", "t.json", "-f", form, "-o", "t.out", "-q")
    whole = stocked.run(*command).exits(0).folder.joinpath("t.out").read_bytes()
    seen: set[bytes] = set()
    for moment in range(_MOST_MOMENTS):
        stocked.article("t.out", "old")
        ended = _stopped_at(moment, number, command)
        seen.add(left := (stocked.folder / "t.out").read_bytes())
        others = {path.name for path in stocked.folder.iterdir()} - {"articles", "t.json", "t.out"}
        assert left in {b"old", whole}, moment
        assert number == signal.SIGKILL or not others, (moment, others)
        for name in others:
            (stocked.folder / name).unlink()
        if ended == 0:
            break
        assert ended in {-number, 128 + number}, moment
    assert (ended, left, seen) == (0, whole, {b"old", whole})
    stocked.run(*command).exits(0)
    assert (stocked.folder / "t.out").read_bytes() == whole


_MOST_MOMENTS = 200


def _stopped_at(moment: int, number: int, command: tuple[str, ...]) -> int:
    """The exit code of a run that gets a signal before that line of `streams.py` is run."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = moment

    def lines(frame: FrameType, event: str, _: object) -> object:
        nonlocal left
        if not frame.f_code.co_filename.endswith("cli/streams.py"):
            return None
        if event == "line":
            left -= 1
            if left == -1:
                signal.raise_signal(number)
        return lines

    with suppress(BaseException):
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
        sys.settrace(lines)  # type: ignore[arg-type]
        os._exit(problems.run(list(command)))
    os._exit(99)


def test_a_signal_that_a_destructor_swallows_is_raised_again(
    stocked: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dying:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def drafted(document: Document, settings: Settings) -> Draft:
        Dying()
        return draft(document, settings)

    draft = pipeline.draft_article
    monkeypatch.setattr(pipeline, "draft_article", drafted)
    stocked.run("build", "articles").exits(130).stdout("")
    stocked.stderr("kztimeline: interrupted; no file was left half-written\n")


def test_who_ignores_a_signal_goes_on_ignoring_it() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with endings.heeded():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
            assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_faults_of_destructors_are_told_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    class Broken:
        def __del__(self) -> None:
            message = "lost"
            raise LookupError(message)

    with endings.heeded():
        assert sys.unraisablehook is not sys.__unraisablehook__
        Broken()
    assert "LookupError: lost" in capsys.readouterr().err
