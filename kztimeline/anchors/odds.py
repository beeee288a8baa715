"""How likely each day is, all clues together: bits added, shares that sum to one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import Clue
from kztimeline.anchors.cuts import Allowed

SURE = 0.95  # from here on a day that rests on dates of the text is derived
# Days, and what it is worth to be so near: the day itself, nearly, its week, which is what is used
# of a guess.
_WORTH = ((0, 1.0), (1, 1.0), (7, 3.0))
LIKELY = 0.8  # from here on a day, a month or a year is claimed


class Odds(Struct, frozen=True):
    """Shares of the days that a clue points to, likeliest first, and of all others, by year."""

    days: tuple[tuple[date, float], ...]
    elsewhere: tuple[tuple[int, float], ...] = ()

    @property
    def best(self) -> date:
        """The likeliest day; of two equally likely the earlier."""
        return self.days[0][0]

    def near(self, day: date) -> float:
        """Share of a day and those beside it."""
        return sum(share for other, share in self.days if abs((other - day).days) <= 1)

    def in_month(self, year: int, month: int) -> float:
        """Share of the days in a month that a clue points to."""
        return sum(share for day, share in self.days if (day.year, day.month) == (year, month))

    def in_year(self, year: int) -> float:
        """Share of the days in a year."""
        named = sum(share for day, share in self.days if day.year == year)
        return named + dict(self.elsewhere).get(year, 0.0)

    @property
    def wisest(self) -> date:
        """The day to name where one must be: right to the day, nearly, by the week, by the year.

        The week counts most; so a peak of chance gives way to a week, and to a year, that many days
        speak for. Of two equally wise days the earlier.
        """
        years = dict(self.elsewhere)
        for day, share in self.days:
            years[day.year] = years.get(day.year, 0.0) + share
        ranked = sorted((day.toordinal(), share) for day, share in self.days)
        places = [place for place, _ in ranked]
        sums = [0.0, *accumulate(share for _, share in ranked)]

        def within(place: int, reach: int) -> float:
            first, last = bisect_left(places, place - reach), bisect_right(places, place + reach)
            return sums[last] - sums[first]

        def worth(place: int) -> float:
            asked = sum(weight * within(place, reach) for reach, weight in _WORTH)
            return asked + years[date.fromordinal(place).year]

        return date.fromordinal(max(places, key=lambda place: (round(worth(place), 9), -place)))

    @property
    def sure_year(self) -> int | None:
        """The year of the likeliest day, if likely enough to be claimed."""
        return self.best.year if self.in_year(self.best.year) >= LIKELY else None

    @property
    def sure_day(self) -> date | None:
        """The likeliest day, if likely enough to be claimed."""
        return self.best if self.near(self.best) >= LIKELY else None


class Weights(NamedTuple):
    """Weights of the days that a clue points to, and of all other allowed days, by year."""

    days: dict[date, float]
    elsewhere: dict[int, float]


def weigh(clues: Sequence[Clue], days: Iterable[date], allowed: Allowed) -> Odds | None:
    """The odds of the days in play and allowed; `None` if there are none."""
    weights = weights_of(clues, days, allowed)
    if not weights.days:
        return None
    total = sum(weights.days.values()) + sum(weights.elsewhere.values())
    ranked = sorted(weights.days, key=lambda day: (-weights.days[day], day))
    return Odds(
        tuple((day, weights.days[day] / total) for day in ranked),
        tuple((year, weight / total) for year, weight in weights.elsewhere.items()),
    )


def weights_of(clues: Sequence[Clue], days: Iterable[date], allowed: Allowed) -> Weights:
    """What all clues together make of each day, and of the days of each year they leave alone."""
    in_play = sorted(day for day in set(days) if day in allowed.days)
    bits = {day: sum(clue.bits(day) for clue in clues) for day in in_play}
    floors = {year: sum(clue.floor(year) for clue in clues) for year in allowed.years}
    most = max((*bits.values(), *floors.values()), default=0.0)
    taken = Counter(day.year for day in in_play)
    elsewhere = {
        year: (allowed.years[year] - taken[year]) * 2.0 ** (floor - most)
        for year, floor in floors.items()
    }
    return Weights({day: 2.0 ** (value - most) for day, value in bits.items()}, elsewhere)
