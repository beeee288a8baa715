"""What dated articles like this one say about its day: news alike is of days alike.

Likeness counts as much as the articles around show it to, so that a folder of many stories, or one
person's life, does not drag them together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log2
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.closeness import Bend, Shares, fading
from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval, days_around

_LIKEST_POWER = 3.0  # of twice the likeness, eight times the weight


class Neighbour(NamedTuple):
    """Another article whose day is known: how like it is and how sure its day, both 0 to 1.

    `likeness` has three decimals: what follows from it is worked out once for each.
    """

    likeness: float
    day: date
    trust: float
    title: Citation


class NeighboursClue(Struct, frozen=True):
    """The articles likest to this one, each with its weight and the shares its closeness has.

    `close` are the same shares by day, as an ordinal; `far` is left for days that lie close to none
    of them, by `years`; `blind` for any day.
    """

    weighed: tuple[tuple[Neighbour, Shares], ...]
    close: tuple[tuple[int, Shares], ...]
    far: float
    blind: float
    years: Mapping[int, float]

    @classmethod
    def of(cls, neighbours: Sequence[Neighbour], bend: Bend) -> NeighboursClue:
        """Of neighbours, at least one, and what the articles around say of closeness."""
        weights = [each.likeness**_LIKEST_POWER for each in neighbours]
        total = sum(weights)
        weighed: list[tuple[Neighbour, Shares]] = []
        far, blind = 0.0, 0.0
        for weight, each in zip(weights, neighbours, strict=True):
            *close, rest = bend.parts(each.likeness)
            trusted = weight / total * each.trust
            weighed.append((each, tuple(trusted * share for share in close)))
            far += trusted * rest
            blind += weight / total * (1.0 - each.trust)
        return cls(tuple(weighed), _by_day(weighed), far, blind, _years_of(neighbours))

    def floor(self, year: int) -> float:
        """What is left for a day weeks from all of them; in a year of theirs, more."""
        share = self._far(year)
        for place, shares in self.close:
            whole_years = max(abs(year - date.fromordinal(place).year) - 1, 0)
            share += _share(shares, max(_DAYS_A_YEAR * whole_years, _FAR_DAYS))
        return log2(share * WINDOW_DAYS)

    def bits(self, day: date) -> float:
        """By the distance of `day` from theirs."""
        share, at = self._far(day.year), day.toordinal()
        for place, shares in self.close:
            share += _share(shares, abs(at - place))
        return log2(share * WINDOW_DAYS)

    def _far(self, year: int) -> float:
        spread = (1.0 - _ANY_YEAR) * self.years.get(year, 0.0) / _DAYS_A_YEAR
        return self.far * (_ANY_YEAR / WINDOW_DAYS + spread) + self.blind / WINDOW_DAYS

    def days(self) -> Iterator[date]:
        """Theirs, and a week to both sides."""
        for each, _ in self.weighed:
            yield from days_around(each.day, _REACH_DAYS, _REACH_DAYS)

    def ground(self, day: date) -> Ground | None:
        """The neighbour that speaks loudest for `day`."""
        best, _ = max(
            self.weighed,
            key=lambda each: (_share(each[1], abs((day - each[0].day).days)), each[0].likeness),
        )
        return Ground(Reason.LIKE_ARTICLE, best.title, Interval.on(best.day), self.bits(day))


_REACH_DAYS = 8
_FAR_DAYS = 60
_DAYS_A_YEAR = 365
_ANY_YEAR = 0.2  # of what is close to no neighbour, a fifth keeps to none of their years either
_BESIDE = 0.15  # of a neighbour's year goes to the one before, and to the one after


def _share(close: Shares, away: int) -> float:
    """Written out: it is asked a million times for a thousand articles."""
    day, week, month, year = close
    of_day, of_week, of_month, of_year = fading(away)
    return day * of_day + week * of_week + month * of_month + year * of_year


def _by_day(weighed: Sequence[tuple[Neighbour, Shares]]) -> tuple[tuple[int, Shares], ...]:
    found: dict[int, list[Shares]] = {}
    for each, close in weighed:
        found.setdefault(each.day.toordinal(), []).append(close)
    return tuple((day, tuple(map(sum, zip(*found[day], strict=True)))) for day in sorted(found))


def _years_of(neighbours: Sequence[Neighbour]) -> dict[int, float]:
    """How the years of the neighbours are spread, one vote each, whatever their likeness."""
    votes: Counter[int] = Counter(each.day.year for each in neighbours)
    spread: dict[int, float] = {}
    for year in sorted(votes):
        vote = votes[year] / len(neighbours)
        for other, share in ((year - 1, _BESIDE), (year, 1.0 - 2.0 * _BESIDE), (year + 1, _BESIDE)):
            spread[other] = spread.get(other, 0.0) + vote * share
    return spread
