"""Clues to an article's day: what each says for a day, in bits, and the words it rests on.

Bits are log₂ of how much likelier the clue is on that day than on any day of the window: they add.
The shares in the tables of clues were counted on 2,000 dated news articles of agencies, papers and
blogs (1997 to 2017) and rounded; what a table calls a day *behind* lies before the article's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import NamedTuple, Protocol

from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval
from kztimeline.textual import Span

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


_YEARS_BEHIND = {0: 0.45, 1: 0.14, 2: 0.08, 3: 0.05, -1: 0.05, -2: 0.02}  # the latest year named
_SOME_YEARS, _SOME = 8, 0.02  # a year, as far back
_LONG_AGO = 0.004  # a year, farther back: an article may name none but old ones
_BEFORE = 0.0007  # a year, long before it: a year to come is rarely named so far ahead
_YEARS = 20
_YEAR_WEIGHT = 0.6  # it is at times the year of a file's furniture or of a plan


@dataclass(frozen=True, slots=True)
class YearsClue:
    """The latest year that an article names: its own, or one shortly before."""

    article_id: str
    latest: int
    span: Span

    def floor(self, year: int) -> float:
        """By the years from the latest to this one."""
        behind = year - self.latest
        rare = _BEFORE if behind < 0 else _SOME if behind < _SOME_YEARS else _LONG_AGO
        return _YEAR_WEIGHT * log2(_YEARS_BEHIND.get(behind, rare) * _YEARS)

    def bits(self, day: date) -> float:
        """All days of a year are alike."""
        return self.floor(day.year)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The year."""
        cite = Citation(self.article_id, self.span)
        return Ground(Reason.LATEST_YEAR, cite, Interval.of(self.latest), self.bits(day))
