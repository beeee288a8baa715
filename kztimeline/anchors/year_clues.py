"""What the years an article names tell of its own.

A bare year told as past is a year gone by: of its own the press says “this year” or names the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log2
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.coarse_mentions import YearForm, YearMention
from kztimeline.model import Citation, Reason
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
    YearForm.TOLD: _Behind(  # “…, who was killed on 12 March 2019”
        {-1: 0.02, 0: 0.38, 1: 0.13, 2: 0.14, 3: 0.07, 4: 0.06, 5: 0.03},
        later=0.01,
        before=0.0005,
    ),
    YearForm.DAY: _Behind(  # “12 March 2019”: the article's own, or one that it looks back to
        {-1: 0.03, 0: 0.62, 1: 0.10, 2: 0.08, 3: 0.04, 4: 0.03, 5: 0.02},
        later=0.004,
        before=0.0005,
    ),
    YearForm.AHEAD: _Behind(  # “the games of 2028”
        {-5: 0.04, -4: 0.05, -3: 0.06, -2: 0.11, -1: 0.15, 0: 0.12, 1: 0.04, 2: 0.04, 3: 0.02},
        later=0.01,
        before=0.025,
    ),
}
_YEARS = 20
_YEAR_WEIGHT = 0.6  # it is at times the year of a file's furniture or of a plan


class YearsClue(Struct, frozen=True):
    """The latest year that an article names, its own or one shortly before; one to come after it.

    `ahead`: told as to come and no earlier than the latest, so that the article lies between them.
    """

    article_id: str
    latest: YearMention
    ahead: YearMention | None = None

    @classmethod
    def of(cls, article_id: str, mentions: Sequence[YearMention]) -> YearsClue | None:
        """From all years named: the latest of those not to come, told in the fullest form."""
        if not mentions:
            return None
        coming = [each for each in mentions if each.form is YearForm.AHEAD]
        told = [each for each in mentions if each.form is not YearForm.AHEAD]
        latest, ahead = _latest(told or coming), _latest(coming) if told and coming else None
        return cls(article_id, latest, ahead if ahead and ahead.year >= latest.year else None)

    def floor(self, year: int) -> float:
        """By the years from the latest to this one, and to the one that is to come."""
        return sum(_year_bits(each, year) for each in (self.latest, self.ahead) if each)

    def bits(self, day: date) -> float:
        """All days of a year are alike."""
        return self.floor(day.year)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The year that speaks loudest for `day`."""
        both = [each for each in (self.latest, self.ahead) if each]
        loudest = max(both, key=lambda each: _year_bits(each, day.year))
        cite = Citation(self.article_id, loudest.span)
        return Ground(Reason.LATEST_YEAR, cite, Interval.of(loudest.year), self.bits(day))


def _latest(mentions: Sequence[YearMention]) -> YearMention:
    return max(mentions, key=lambda it: (it.year, it.form, -it.span.start))


def _year_bits(named: YearMention, year: int) -> float:
    behind, table = year - named.year, _BEHIND[named.form]
    rare = table.before if behind < 0 else table.later
    return _YEAR_WEIGHT * log2(table.near.get(behind, rare) * _YEARS)
