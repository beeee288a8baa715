"""Where results go: standard output, or a file that is whole or not there; how screens look."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from kztimeline.model import OutputError, UsageError

if TYPE_CHECKING:
    from kztimeline.outputs.look import Look

STDOUT = "-"
_BLOCK = 65_536  # characters written at once; a pipe holds as many
_COLOURS = ("auto", "always", "never")
_MODE_OF_PARTS = 0o600
_MODE_OF_NEW_FILES = 0o666
_ELSEWHERE = "choose another place with -o"


def deliver(chunks: Iterable[str] | Iterable[bytes], output: str | None) -> None:
    """Write a result whole: to a file in one move, to standard output as it comes.

    Text is written as UTF-8; only a file takes bytes.
    """
    if output is None or output == STDOUT:
        _to_stdout(cast("Iterable[str]", chunks))
    else:
        _to_file(chunks, Path(output))


def check_output(output: str | None) -> None:
    """Refuse a file that cannot be written before any work is done."""
    if output is None or output == STDOUT:
        return
    path = Path(output)
    try:
        _check(output, path)
    except OSError as error:  # a name too long, a folder that may not be looked into
        message = f"cannot write to `{output}`: {_lower(error)}"
        raise OutputError(message, hint=_ELSEWHERE) from error


def _check(output: str, path: Path) -> None:
    real = Path(os.path.realpath(path))
    if path.is_dir():
        message = f"cannot write to `{output}`: it is a folder"
        hint = f"name a file in it, such as `{path.as_posix()}/timeline.json`"
        raise OutputError(message, hint=hint)
    folder = path.parent if path.parent.resolve() == real.parent else real.parent
    if folder.exists() and not folder.is_dir() and not path.exists():
        message = f"cannot write to `{output}`: `{folder.as_posix()}` is no folder"
        raise OutputError(message, hint=_ELSEWHERE)
    if not folder.is_dir() and not path.exists():
        message = f"cannot write to `{output}`: there is no folder `{folder.as_posix()}`"
        raise OutputError(message, hint=f"make it first: mkdir -p {quote(folder.as_posix())}")
    if not os.access(path if path.exists() else folder, os.W_OK):
        message = f"cannot write to `{output}`: permission denied"
        raise OutputError(message, hint=_ELSEWHERE)


def _to_stdout(chunks: Iterable[str]) -> None:
    stream = sys.stdout
    settle(stream)
    waiting: list[str] = []
    room = _BLOCK
    for chunk in chunks:
        waiting.append(chunk)
        room -= len(chunk)
        if room <= 0:
            _written(stream, "".join(waiting))
            waiting, room = [], _BLOCK
    _written(stream, "".join(waiting))
    _written(stream, "")


def _written(stream: TextIO, chunk: str) -> None:
    """Write a chunk, or flush when it is empty; only what the stream refuses is its fault."""
    try:
        if chunk:
            stream.write(chunk)
        else:
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon(stream)
        message = f"cannot write to standard output: {_lower(error)}"
        raise OutputError(message, hint="write to a file with -o") from error


def settle(stream: TextIO) -> None:
    """UTF-8 and bare line feeds for pipes; a terminal keeps its encoding and never fails."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")


def abandon(stream: TextIO) -> None:
    """Let nobody complain about a stream that is gone, not even the interpreter when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        hole = os.open(os.devnull, os.O_WRONLY)
        os.dup2(hole, stream.fileno())
        os.close(hole)


def _to_file(chunks: Iterable[str] | Iterable[bytes], path: Path) -> None:
    try:
        with _whole(path) as file:
            for chunk in chunks:
                file.write(chunk.encode(errors="replace") if isinstance(chunk, str) else chunk)
    except OSError as error:
        folder = os.path.realpath(path.parent)
        if error.filename is None or str(error.filename).startswith((folder, str(path))):
            message = f"cannot write to `{path.as_posix()}`: {_lower(error)}"
            raise OutputError(message, hint=_ELSEWHERE) from error
        raise


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when all is written; a device is simply written to."""
    real = Path(os.path.realpath(path))
    if path.exists() and not S_ISREG(path.stat().st_mode):
        with path.open("wb") as file:
            yield file
        return
    from secrets import token_hex  # 5 ms, and only a file needs it

    part = real.with_name(f".kztimeline-{token_hex(8)}.part")
    try:  # before it is there: a signal may come at once
        with open(part, "xb", opener=_private) as file:
            yield file
        part.chmod(_mode(real))
        part.replace(real)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, _MODE_OF_PARTS)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return _MODE_OF_NEW_FILES & ~mask


def _lower(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def check_colour(choice: str) -> None:
    """Refuse what says nothing about colours."""
    if choice not in _COLOURS:
        message = f"unknown colour mode `{choice}`"
        raise UsageError(message, hint=f"--color is one of {', '.join(_COLOURS)}")


def wants_colour(stream: TextIO, choice: str) -> bool:
    """Whether a stream gets colours: as told, else on a terminal unless NO_COLOR or dumb."""
    check_colour(choice)
    if choice != "auto":
        return choice == "always"
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not refused


def look_of(stream: TextIO, choice: str, *, everything: bool = False) -> Look:
    """The screen that a result is set for."""
    from shutil import get_terminal_size

    from kztimeline.outputs.look import Look

    is_screen = stream.isatty()
    encoding = (getattr(stream, "encoding", None) or "utf-8") if is_screen else "utf-8"
    return Look(
        width=get_terminal_size((80, 24)).columns,
        colour=wants_colour(stream, choice),
        encoding=encoding,
        everything=everything,
    )
