"""Clues to an article's day: what each says for a day, in bits, and the words it rests on.

Bits are log₂ of how much likelier the clue is on that day than on any day of the window: they add.
The shares in the tables of clues were counted on 2,000 dated news articles of agencies, papers and
blogs (1997 to 2017) and rounded; what a table calls a day *behind* lies before the article's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol

from msgspec import Struct

from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval

WINDOW_DAYS = 4000  # a day of the news age picked blindly: eleven years of it are commonly in play


class Ground(NamedTuple):
    """Why a day is likely: a code, the words, the day they name."""

    reason: Reason
    cite: Citation
    names: Interval | None
    bits: float


class Clue(Protocol):
    """Something that makes some days likelier than others."""

    def floor(self, year: int) -> float:
        """Bits of a day of that year to which nothing in it points."""
        ...

    def bits(self, day: date) -> float:
        """How much likelier, in bits."""
        ...

    def days(self) -> Iterator[date]:
        """Days it brings into play by itself."""
        ...

    def ground(self, day: date) -> Ground | None:
        """What of it speaks for `day`, if anything does."""
        ...


class Softened(Struct, frozen=True):
    """A clue that counts for less than it says: `weight` of its bits, below 1."""

    clue: Clue
    weight: float

    def floor(self, year: int) -> float:
        """So much of the clue's own."""
        return self.weight * self.clue.floor(year)

    def bits(self, day: date) -> float:
        """So much of the clue's own."""
        return self.weight * self.clue.bits(day)

    def days(self) -> Iterator[date]:
        """All of them."""
        return self.clue.days()

    def ground(self, day: date) -> Ground | None:
        """The clue's own, which counts for less."""
        ground = self.clue.ground(day)
        return ground and ground._replace(bits=self.weight * ground.bits)
