"""A bench to run commands on: articles in a folder of its own, then what came out, step by step."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kztimeline.cli import problems

ROOT = Path(__file__).resolve().parents[2]


class Screen(io.TextIOWrapper):
    """A stream in memory that may pass for a terminal."""

    def __init__(self, *, tty: bool, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="", write_through=True)
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty

    @property
    def text(self) -> str:
        return self.buffer.getvalue().decode(self.encoding)


class Bench:
    """Articles, environment and a run; every method gives the bench back."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.out = ""
        self.err = ""
        self.code: int | None = None
        monkeypatch.chdir(folder)
        for name in list(os.environ):
            if name.startswith("KZTIMELINE_") or name in {"NO_COLOR", "COLUMNS"}:
                monkeypatch.delenv(name)
        monkeypatch.setenv("KZTIMELINE_CACHE", "0")

    def article(self, name: str, text: str | bytes) -> Bench:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def env(self, **values: str) -> Bench:
        for name, value in values.items():
            self.monkeypatch.setenv(name, value)
        return self

    def run(self, *arguments: str, tty: bool = False, width: int = 80, stdin: bytes = b"") -> Bench:
        """Run in this process; `tty` makes all three streams a terminal of `width` columns."""
        streams = {
            "stdout": Screen(tty=tty),
            "stderr": Screen(tty=tty),
            "stdin": Screen(tty=tty and not stdin),
        }
        streams["stdin"].buffer.write(stdin)
        streams["stdin"].buffer.seek(0)
        with self.monkeypatch.context() as patch:
            patch.setenv("COLUMNS", str(width))
            patch.setenv("TERM", os.environ.get("TERM_FOR_TEST", "xterm"))
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            self.code = problems.run(list(arguments))
        self.out, self.err = streams["stdout"].text, streams["stderr"].text
        return self

    def exits(self, code: int) -> Bench:
        assert (self.code, self.err if self.code != code else "") == (code, "")
        return self

    def stdout(self, text: str) -> Bench:
        assert self.out == text, f"stdout was:\n{self.out}"
        return self

    def stderr(self, text: str) -> Bench:
        assert self.err == text, f"stderr was:\n{self.err}"
        return self


def start(*arguments: str, folder: Path, **more: object) -> subprocess.Popen[bytes]:
    """The program in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "kztimeline", *arguments],
        cwd=folder,
        env=environment,
        stdout=more.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        preexec_fn=_hear_signals if os.name == "posix" else None,  # noqa: PLW1509 - no threads yet
        **more,
    )


def _hear_signals() -> None:
    """Signals that whoever runs the tests ignores (`nohup`, a job in the background) count here."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
