"""Choices out of bytes: what a fuzzer mutates becomes a structure, the same one each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_BYTE = 256


class Draw:
    """Reads choices off bytes from the left; when they are used up every choice is the first."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0

    def below(self, bound: int) -> int:
        """A number from 0 to `bound - 1`."""
        value, room = 0, 1
        while room < bound:
            value = value * _BYTE + self._byte()
            room *= _BYTE
        return value % bound

    def chance(self, of: int) -> bool:
        """Once in `of` times; never when the bytes are used up."""
        return self.below(of) == of - 1

    def one(self, choices: Sequence[_T]) -> _T:
        return choices[self.below(len(choices))]

    def some(self, make: Callable[[], _T], most: int) -> list[_T]:
        return [make() for _ in range(self.below(most + 1))]

    def raw(self, most: int) -> bytes:
        """The next bytes as they are."""
        size = min(self.below(most + 1), len(self._raw) - self._at)
        self._at += size
        return self._raw[self._at - size : self._at]

    def _byte(self) -> int:
        self._at += 1
        return self._raw[self._at - 1] if self._at <= len(self._raw) else 0
