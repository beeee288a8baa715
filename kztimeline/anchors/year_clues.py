"""What the years and months an article names tell of its own.

A bare year told as past is a year gone by: of its own the press says “this year” or names the day.
A month without its year is one of the months just behind or, told as to come, ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import NamedTuple

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.coarse_mentions import MonthMention, YearForm, YearMention
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval


class _Behind(NamedTuple):
    """How often an article's year lies so far behind the latest year it names.

    `near` are shares by years behind, below 0 before it; `later` of each year farther behind,
    `before` of each farther before.
    """

    near: Mapping[int, float]
    later: float
    before: float


_BEHIND = {
    YearForm.PAST: _Behind(  # “the mill was sold in 2019”
        {-3: 0.01, -2: 0.015, -1: 0.03, 0: 0.05, 1: 0.12, 2: 0.13, 3: 0.10, 4: 0.07, 5: 0.06},
        later=0.02,
        before=0.001,
    ),
    YearForm.BARE: _Behind(  # “the 2019 budget”: next year's is spoken of too
        {-3: 0.04, -2: 0.06, -1: 0.10, 0: 0.22, 1: 0.13, 2: 0.07, 3: 0.05, 4: 0.04, 5: 0.03},
        later=0.012,
        before=0.001,
    ),
    YearForm.MONTH: _Behind(  # “in March 2019”
        {-1: 0.02, 0: 0.12, 1: 0.28, 2: 0.28, 3: 0.08, 4: 0.06, 5: 0.03, 6: 0.02},
        later=0.008,
        before=0.0005,
    ),
    YearForm.DAY: _Behind(  # “12 March 2019”: the article's own, or one that it looks back to
        {-1: 0.03, 0: 0.62, 1: 0.10, 2: 0.08, 3: 0.04, 4: 0.03, 5: 0.02},
        later=0.004,
        before=0.0005,
    ),
    YearForm.AHEAD: _Behind(  # “the games of 2028”
        {-4: 0.06, -3: 0.10, -2: 0.15, -1: 0.20, 0: 0.20, 1: 0.03},
        later=0.004,
        before=0.01,
    ),
}
_YEARS = 20
_YEAR_WEIGHT = 0.6  # it is at times the year of a file's furniture or of a plan


@dataclass(frozen=True, slots=True)
class YearsClue:
    """The latest year that an article names: its own, or one shortly before."""

    article_id: str
    latest: YearMention

    @classmethod
    def of(cls, article_id: str, mentions: Sequence[YearMention]) -> YearsClue | None:
        """From all years named: the latest of those not to come, told in the fullest form."""
        told = [each for each in mentions if each.form is not YearForm.AHEAD] or mentions
        if not told:
            return None
        return cls(article_id, max(told, key=lambda it: (it.year, it.form, -it.span.start)))

    def floor(self, year: int) -> float:
        """By the years from the latest to this one."""
        behind, table = year - self.latest.year, _BEHIND[self.latest.form]
        rare = table.before if behind < 0 else table.later
        return _YEAR_WEIGHT * log2(table.near.get(behind, rare) * _YEARS)

    def bits(self, day: date) -> float:
        """All days of a year are alike."""
        return self.floor(day.year)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The year."""
        cite = Citation(self.article_id, self.latest.span)
        named = Interval.of(self.latest.year)
        return Ground(Reason.LATEST_YEAR, cite, named, self.bits(day))


_MONTHS_A_YEAR = 12
# Months from the one named to the article's own, 0 to 11, by the side it is told from.
_MONTHS_BEHIND = {
    Side.PAST: (0.06, 0.22, 0.20, 0.14, 0.09, 0.07, 0.05, 0.04, 0.03, 0.04, 0.03, 0.03),
    Side.FUTURE: (0.04, 0.05, 0.04, 0.04, 0.06, 0.06, 0.04, 0.05, 0.08, 0.12, 0.19, 0.23),
    Side.UNKNOWN: (0.12, 0.15, 0.12, 0.09, 0.07, 0.06, 0.05, 0.05, 0.05, 0.06, 0.09, 0.09),
}
_MOST_MONTHS = 4
_FIRST_WEIGHT, _LATER_WEIGHT = 0.7, 0.4  # months of one article hang together


@dataclass(frozen=True, slots=True)
class MonthsClue:
    """The months that an article names without their year, the first ones."""

    article_id: str
    months: tuple[MonthMention, ...]

    @classmethod
    def of(cls, article_id: str, mentions: Sequence[MonthMention]) -> MonthsClue | None:
        """From all months named, each once for a side."""
        once = {(each.month, each.side): each for each in reversed(mentions)}
        first = sorted(once.values(), key=lambda each: each.span.start)[:_MOST_MONTHS]
        return cls(article_id, tuple(first)) if first else None

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """Months are spread evenly over a year."""
        return 0.0

    def bits(self, day: date) -> float:
        """By the months from each to `day`."""
        return sum(
            (_LATER_WEIGHT if at else _FIRST_WEIGHT) * _month_bits(each, day)
            for at, each in enumerate(self.months)
        )

    def days(self) -> Iterator[date]:
        """None: a month alone is any year's."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The month that speaks loudest for `day`."""
        best = max(self.months, key=lambda each: _month_bits(each, day))
        cite = Citation(self.article_id, best.span)
        return Ground(Reason.MONTH_NEARBY, cite, None, self.bits(day))


def _month_bits(mention: MonthMention, day: date) -> float:
    behind = (day.month - mention.month) % _MONTHS_A_YEAR
    return log2(_MONTHS_BEHIND[mention.side][behind] * _MONTHS_A_YEAR)
