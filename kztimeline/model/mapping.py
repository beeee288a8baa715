"""How work on many pieces is asked for, whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol, TypeVar

_Out = TypeVar("_Out")


class Mapper(Protocol):
    """Applies a function to one or more columns, in order: `map`, or spread over workers.

    `beside`, if given, is what the function takes first: large, the same for all, and sent to a
    worker once at most.
    """

    def __call__(
        self, work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
    ) -> Iterable[_Out]:
        """Results in the order of the columns."""
        ...


def serial(
    work: Callable[..., _Out], /, *columns: Iterable[object], beside: object = None
) -> Iterable[_Out]:
    """One after another, in this process: the plain `Mapper`."""
    return map(work if beside is None else partial(work, beside), *columns)
