"""The bytes of one file or of standard input, whole, and never without end."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Final

PERMISSIONS: Final = "look at its permissions"
LARGEST: Final = 1 << 30  # bytes; the text of a newspaper's whole decade is smaller
# Bytes; more than the longest novel. One article is told as a whole: what is longer would take many
# minutes, and two hundred times its size in memory.
LARGEST_ARTICLE: Final = 20_000_000
MEGA: Final = 1_000_000
_PIECE: Final = 1 << 20  # of what does not say how large it is


def read_file(path: Path, *, may_be_pipe: bool = False, largest: int = LARGEST) -> bytes:
    """All of a file; `OSError` for a device, for more than `largest` bytes, else for a pipe too.

    What was a file when it was found may be a pipe by now, and nobody at its other end.
    """
    # A file is read at once, and needs no buffer.
    how, opener = (-1, None) if may_be_pipe else (0, _at_once)
    with open(path, "rb", buffering=how, opener=opener) as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode):
            if status.st_size > largest:
                raise too_large(largest)
            return file.read()
        if not (may_be_pipe and stat.S_ISFIFO(status.st_mode)):
            raise OSError(errno.EINVAL, "it is a pipe or device, not a file")
        return _streamed(file)


def _at_once(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


class RealPaths:
    """Paths without links; each folder on the way is looked at once."""

    def __init__(self) -> None:
        """No folder has been looked at."""
        self._folders: dict[str, str] = {}

    def of(self, path: str, *, is_link: bool | None = None) -> str:
        """What `os.path.realpath` says; `ValueError` for what no file can be called.

        `is_link` if it is known whether the path is one.
        """
        folder, name = os.path.split(path)
        if name in {"", ".", ".."} or (_is_link(path) if is_link is None else is_link):
            return os.path.realpath(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return os.path.join(self._folders[folder], name)  # noqa: PTH118 — names, not path objects


def _is_link(path: str) -> bool:
    """Whether it is one; `os.path.islink` has an answer for what is no path, too."""
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return False


def read_stdin() -> bytes:
    """All of standard input; `OSError` where it is closed, or more than a gigabyte."""
    if sys.stdin is None:  # closed by who started us
        raise OSError(errno.EBADF, "it is closed")
    return _streamed(sys.stdin.buffer)


def said(error: OSError) -> str:
    """What the system says is wrong, in our style."""
    return (error.strerror or str(error)).lower()


def remedy(error: OSError) -> str:
    """What to do about a file that cannot be read."""
    if error.errno == errno.EFBIG:
        return "split it: no article is that long"
    return PERMISSIONS


def _streamed(file: BinaryIO) -> bytes:
    pieces: list[bytes] = []
    room = LARGEST
    while piece := file.read(_PIECE):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            raise too_large(LARGEST)
    return b"".join(pieces)


def too_large(largest: int) -> OSError:
    """What to say of more than so many bytes."""
    size = "a gigabyte" if largest == LARGEST else f"{largest // MEGA} megabytes"
    return OSError(errno.EFBIG, f"it is larger than {size}")
