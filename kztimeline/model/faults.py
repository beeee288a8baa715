"""A bug of ours that one article brings out: what it was, and that it costs that article alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from traceback import walk_tb
from typing import Concatenate, ParamSpec

from kztimeline.model.errors import KzError
from kztimeline.model.evidence import Note
from kztimeline.model.settings import Settings
from kztimeline.model.timelines import FirstReading

_Given = ParamSpec("_Given")


def bug(fault: str, locator: str) -> Note:
    """What to say of an article over which a bug ended."""
    text = f"`{locator}` is left out, over a bug in kztimeline: {fault}"
    return Note("bug", text, locator, hint="please report it, with what `--debug` shows")


def sparing(
    reading: Callable[Concatenate[Settings, _Given], FirstReading],
) -> Callable[Concatenate[Settings, _Given], FirstReading]:
    """The same work; where a bug ends it and the settings spare the rest, the fault in words.

    This is the one place: what comes out of the rooms but a `KzError` is a bug in them.
    """

    @wraps(reading)
    def spared(settings: Settings, /, *given: _Given.args, **more: _Given.kwargs) -> FirstReading:
        try:
            return reading(settings, *given, **more)
        except (KzError, MemoryError):
            raise
        except Exception as error:
            if not settings.spares:
                raise
            return FirstReading(fault=_in_words(error))

    return spared


def _in_words(error: Exception) -> str:
    """What it was, and the line of ours that it came from."""
    frames = ((frame.f_globals["__name__"], line) for frame, line in walk_tb(error.__traceback__))
    *_, (module, line) = (each for each in frames if each[0].startswith("kztimeline."))
    kind, said = type(error).__name__, " ".join(str(error).split())
    return f"{kind}{f': {said}' * bool(said)} ({module}:{line})"
