"""Whatever ends a command early, as a message and an exit code."""

from __future__ import annotations

import errno
import os
import re
import sys
import traceback

import typer

from kztimeline.cli import endings
from kztimeline.cli.app import program
from kztimeline.cli.messages import PROGRAM, complain, say
from kztimeline.cli.streams import abandon
from kztimeline.model import KzError

INTERRUPTED = 130
_FAILED = 1
_NO_ROOM = {errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF}  # EBADF: it was closed for us
_SUGGESTION = re.compile(r"\.? \(?(Did you mean .*|Possible options: .*)", re.DOTALL)


def run(arguments: list[str]) -> int:
    """Run the command line and give its exit code."""
    try:
        with endings.heeded():
            code = _run(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last stop: nobody gets a traceback unasked
        code = _report(error, is_debug=_is_debug(arguments))
    if code == INTERRUPTED:
        say(f"kztimeline: {endings.in_words()}; no file was left half-written")
        code = endings.exit_code()
    return int(code or 0)


def _run(arguments: list[str]) -> int:
    command = typer.main.get_command(program(arguments))
    code = command.main(arguments, prog_name=PROGRAM, standalone_mode=False)
    sys.stdout.flush()
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
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        abandon(sys.stdout)
        complain(f"cannot write the result: {os.strerror(error.errno).lower()}")
        return _FAILED
    if isinstance(error, MemoryError):
        complain("there is not enough memory", "build fewer articles at a time")
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
    if message.startswith("Usage:"):
        say(message)
        return error.exit_code
    what, _, now = _SUGGESTION.sub(r"\n\1", message).partition("\n")
    path = context.command_path if context else PROGRAM
    complain(_plain(what), _plain(now) or f"`{path} --help` lists what there is")
    return error.exit_code


def _plain(message: str) -> str:
    """The parser's words in our style: lower case, no full stop, values in backticks."""
    words = message.strip().removesuffix(".").replace("'", "`")
    if words.count(")") > words.count("("):  # the bracket that opens went to the line above
        words = words.removesuffix(")").removesuffix(".")
    return words[:1].lower() + words[1:]


def _is_debug(arguments: list[str]) -> bool:
    return "--debug" in arguments or os.environ.get("KZTIMELINE_DEBUG", "0") not in {"", "0"}
