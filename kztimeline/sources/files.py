"""The bytes of one file or of standard input, whole, and never without end."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Final

PERMISSIONS: Final = "look at its permissions"
_LARGEST: Final = 1 << 30  # bytes; the text of a newspaper's whole decade is smaller
_PIECE: Final = 1 << 20  # of what does not say how large it is


def read_file(path: Path, *, is_article: bool = True) -> bytes:
    """All of a file or named pipe; `OSError` also for a device.

    No article, nor what stands beside one, has more than a gigabyte; a chronology may.
    """
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            raise OSError(errno.EINVAL, "it is a device")
        if not stat.S_ISREG(status.st_mode):
            return _streamed(file)
        if is_article and status.st_size > _LARGEST:
            raise _too_large()
        return file.read()


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
    room = _LARGEST
    while piece := file.read(_PIECE):
        pieces.append(piece)
        room -= len(piece)
        if room < 0:
            raise _too_large()
    return b"".join(pieces)


def _too_large() -> OSError:
    return OSError(errno.EFBIG, "it is larger than a gigabyte")
