"""What a person's age tells: who is 57 here and 60 in an article of 2013 was told of in 2010.

Who has died stays as old as he was; where an age is the same in all articles it tells little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2, prod
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.ages import Age
from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval

_YEAR = 365.25
_STEP = 30  # days between the days of birth that are weighed
_AGELESS = 0.3  # share of persons whose age stays: the dead, for years told of as they were
_SLIP = 0.05  # share of ages that are a slip, or another person's of that name
_OTHERS = 0.35  # share of “the 57-year-old” that is not whom the names before it let expect
_AGES = 90  # what is not his may be any of them


class Voice(NamedTuple):
    """A person's age in years in an article of a known day."""

    day: date
    years: int
    cite: Citation


class AgeClue(Struct, frozen=True):
    """One person whose age this article tells, and other articles of known days.

    `births` are days of birth, as ordinals, with their shares by the other articles; `ageless` is
    how likely the age here is of somebody whose age stays.
    """

    age: Age
    voices: tuple[Voice, ...]
    births: tuple[tuple[int, float], ...]
    ageless: float

    @classmethod
    def of(cls, age: Age, voices: Sequence[Voice]) -> AgeClue:
        """From what others tell of the same name, at least one."""
        told = sorted({(each.day.toordinal(), each.years) for each in voices})
        first = min(day - round((years + 1) * _YEAR) for day, years in told)
        last = max(day - round(years * _YEAR) for day, years in told)
        days = range(first, last + 1, _STEP)
        grown = {born: prod(_fits(born, years, day) for day, years in told) for born in days}
        stays = {it: prod(_is(it, years) for _, years in told) for it in {each[1] for each in told}}
        weight_of_grown = (1.0 - _AGELESS) / len(grown)
        weight_of_stays = _AGELESS / len(stays)
        total = weight_of_grown * sum(grown.values()) + weight_of_stays * sum(stays.values())
        births = ((born, weight_of_grown * fits / total) for born, fits in grown.items())
        slip = _slip(age)
        ageless = sum(fits * _is(it, age.years, slip) for it, fits in sorted(stays.items()))
        return cls(age, tuple(voices), tuple(births), weight_of_stays * ageless / total)

    def floor(self, year: int) -> float:
        """By the middle of its quarters: a birthday divides it."""
        quarters = [date(year, month, 15) for month in (2, 5, 8, 11)]
        return sum(self.bits(day) for day in quarters) / len(quarters)

    def bits(self, day: date) -> float:
        """By how likely the person is of that age on `day`."""
        at, slip = day.toordinal(), _slip(self.age)
        share = self.ageless + sum(
            weight * _fits(born, self.age.years, at, slip) for born, weight in self.births
        )
        grown = sum(weight for _, weight in self.births)
        chance = self.ageless + grown * ((1.0 - slip) * _YEAR / WINDOW_DAYS + slip / _AGES)
        return log2(share / chance)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The article of the nearest day that tells the age."""
        nearest = min(self.voices, key=lambda each: (abs((each.day - day).days), each.day))
        return Ground(Reason.AGE_TOLD, nearest.cite, Interval.of(day.year), self.bits(day))


def _slip(age: Age) -> float:
    return _SLIP if age.is_named else _OTHERS


def _fits(born: int, years: int, day: int, slip: float = _SLIP) -> float:
    """How likely somebody born then is said to be so old on that day; both days are ordinals."""
    return _is(int((day - born) // _YEAR), years, slip)


def _is(meant: int, told: int, slip: float = _SLIP) -> float:
    """How likely somebody of the age `meant` is said to be of the age `told`."""
    return (1.0 - slip if meant == told else 0.0) + slip / _AGES
