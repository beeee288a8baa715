"""A process that works off what comes down its pipe, and is gone when the pipe is."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, TypeAlias

from kztimeline.mappers.packing import pack

Rows: TypeAlias = Sequence[tuple[Any, ...]]
SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGHUP", "SIGTERM") if hasattr(signal, name)
]
_UNTOUCHED = 20_000_000  # new objects until the next search for circles, of which records have none


@contextmanager
def undisturbed() -> Iterator[None]:
    """No signal is heard meanwhile: a process begun so is disturbed by none before it is ready."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(pipe: Connection, others: Sequence[Connection], beside: object = None) -> None:
    """Answer each `(work, rows)` with the packed results, or `None` where one failed.

    The work takes what lies `beside` first, if anything does. `others` are ends of pipes that came
    along by being forked; as long as anybody holds them, who waits at their other ends would not
    see that they are gone.
    """
    for other in others:
        other.close()
    for name in (
        "SIGINT",
        "SIGHUP",
    ):  # the terminal asks all of a group; whoever started us decides
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.set_threshold(_UNTOUCHED)
    gc.freeze()
    with suppress(EOFError, OSError):  # nobody is there any more
        while True:
            work, rows = pipe.recv()
            pipe.send(_results(work if beside is None else partial(work, beside), rows))
    os._exit(0)


def _results(work: Callable[..., Any], rows: Rows) -> list[bytes] | None:
    """`None` where the work failed: done again where it was asked for, it fails there too."""
    try:
        return [pack(work(*row)) for row in rows]
    except Exception:  # noqa: BLE001  a bug, memory: whatever it is, it is not ours to judge
        return None
