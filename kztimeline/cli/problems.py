"""Whatever ends a command early, as a message and an exit code."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from typing import TextIO

import typer

from kztimeline.cli.app import app
from kztimeline.cli.streams import abandon
from kztimeline.model import KzError

INTERRUPTED = 130
_FAILED = 1
_PROGRAM = "kztimeline"


def run(arguments: list[str]) -> int:
    """Run the command line and give its exit code."""
    try:
        command = typer.main.get_command(app)
        code = command.main(arguments, prog_name=_PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        code = _report(error, is_debug=_is_debug(arguments))
    if code == INTERRUPTED:
        say("kztimeline: interrupted; no file was left half-written")
    return int(code or 0)


def _report(error: Exception, *, is_debug: bool) -> int:
    if isinstance(error, BrokenPipeError):
        abandon(sys.stdout)
        return _FAILED
    if is_debug:
        traceback.print_exception(error)
    if isinstance(error, KzError):
        complain(error.message, error.hint)
        return error.exit_code
    if isinstance(error, typer.TyperException):
        return _report_usage(error)
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EIO, errno.EFBIG}:
        abandon(sys.stdout)
        complain(f"cannot write the result: {os.strerror(error.errno).lower()}")
        return _FAILED
    complain(
        f"this is a bug in kztimeline, not in your files: {type(error).__name__}: {error}",
        "please report it, with what `--debug` shows",
    )
    return _FAILED


def _report_usage(error: typer.TyperException) -> int:
    """What the command line's parser refused; called without arguments it is the help itself."""
    message = error.format_message()
    context = getattr(error, "ctx", None)
    path = context.command_path if context else _PROGRAM
    if message.startswith("Usage:"):
        say(message)
    else:
        first, _, rest = message.partition(". ")
        complain(
            _uncapped(first.rstrip(".")), rest.rstrip(".") or f"`{path} --help` lists what there is"
        )
    return error.exit_code


def _uncapped(message: str) -> str:
    return (message[:1].lower() + message[1:]).replace("'", "`")


def complain(message: str, hint: str = "") -> None:
    """What is wrong and what now, on standard error."""
    say(f"{_PROGRAM}: error: {message}")
    if hint:
        say(f"hint: {hint}")


def say(line: str, stream: TextIO | None = None) -> None:
    """A line on standard error; a closed one is no reason to fail."""
    try:
        print(line, file=stream or sys.stderr, flush=True)
    except (OSError, ValueError):
        abandon(sys.stderr)


def _is_debug(arguments: list[str]) -> bool:
    return "--debug" in arguments or os.environ.get("KZTIMELINE_DEBUG", "0") not in {"", "0"}
