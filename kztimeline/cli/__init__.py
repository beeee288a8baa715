"""The porch: commands, options, messages, exit codes. `main` is what the shell calls."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, cast

_SIGNALLED = 128  # exit codes above it are those of signals
_UNTOUCHED = 20_000_000  # new objects until the next search for circles, of which records have none


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code; a traceback needs `--debug`."""
    _replace_closed_streams()
    _buffer_output()
    gc.set_threshold(_UNTOUCHED)
    try:
        from kztimeline.cli.problems import run

        code = run(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:  # also while the program is still being loaded
        sys.stderr.write("kztimeline: interrupted\n")
        code = 130
    _leave(code)


def _leave(code: int) -> NoReturn:
    """Exit; after a signal at once: an interpreter caught in `exec` would end itself by SIGINT."""
    gc.freeze()  # else the interpreter looks through all tables for circles before it ends
    if code < _SIGNALLED:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _buffer_output() -> None:
    """Without a buffer (PYTHONUNBUFFERED) a full disk would take a part of a text, and no error."""
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        encoding, errors = sys.stdout.encoding, sys.stdout.errors
        raw = cast("io.TextIOWrapper", sys.stdout).detach()
        buffered = io.BufferedWriter(cast("io.RawIOBase", raw))
        sys.stdout = io.TextIOWrapper(buffered, encoding=encoding, errors=errors)


def _replace_closed_streams() -> None:
    """Streams that whoever started us had closed: nothing to read, an error to write to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            kind = os.O_WRONLY if name == "stderr" else os.O_RDONLY
            setattr(sys, name, os.fdopen(os.open(os.devnull, kind), mode, encoding="utf-8"))
