"""Signals that end the program early: unwound like any error, so nothing is left half-written."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Ctrl-C; a request to stop; the terminal is gone
_OTHER = {"SIGINT": "interrupted"}
_BASE = 128  # by the custom of shells: an exit code of 128 and the number of the signal
_heard: list[int] = []  # while signals are heeded
_ended: list[int] = []  # what ended the last such stretch


@contextmanager
def heeded() -> Iterator[None]:
    """Let each of the signals raise `KeyboardInterrupt`, unless whoever started us ignores it."""
    _heard.clear()
    _ended.clear()
    before = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            before[number] = signal.signal(number, _heed)
    usual, sys.unraisablehook = sys.unraisablehook, _unless_heard
    try:
        yield
    finally:
        sys.unraisablehook = usual
        _ended[:], _heard[:] = _heard[:], []
        for number, handler in before.items():
            signal.signal(number, handler)


def check() -> None:
    """Raise again what was raised where nobody could catch it: in a destructor."""
    if _heard:
        raise KeyboardInterrupt


def exit_code() -> int:
    """130 for Ctrl-C, 143 for a request to stop."""
    return _BASE + _number()


def in_words() -> str:
    """What ended the program."""
    number = signal.Signals(_number())
    return _OTHER.get(number.name, f"stopped by {number.name}")


def _number() -> int:
    return next(iter((*_heard, *_ended)), signal.SIGINT)


def _heed(number: int, _frame: FrameType | None) -> None:
    _heard.append(number)
    raise KeyboardInterrupt


def _unless_heard(report: Any) -> None:  # noqa: ANN401  a type that has no public name
    if not isinstance(report.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(report)
