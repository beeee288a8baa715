"""Signals end the program with a line and a code, and leave no half of a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from cli.bench import Bench, start
from kztimeline import pipeline
from kztimeline.cli import endings
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
    with start("build", "-", "-o", "t.json", folder=bench.folder, stdin=subprocess.PIPE) as process:
        time.sleep(1.0)  # until it reads
        process.send_signal(number)
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait() == code
    assert told == f"kztimeline: {words}; no file was left half-written\n"
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
