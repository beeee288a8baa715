"""What the holders of offices tell: “President Obama” is written while he is president.

He is called so for a while when he has left, and at times where his years are told of; before he
has the office hardly ever. Who is called a former president has left. What has come up is told of
like the holder of an office that it keeps for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2

from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.anchors.offices import OfficeMention
from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval

# How much rarer than in the term itself somebody is called the holder, by days off it.
_BEFORE = ((100, 0.1), (WINDOW_DAYS, 0.01))  # elected, not yet sworn in
_AFTER = ((60, 0.3), (800, 0.05), (WINDOW_DAYS, 0.02))
# How much rarer than later somebody is called a former holder, by days to the end of the term.
_NOT_YET = ((3, 0.3), (WINDOW_DAYS, 0.04))
_LATER_WEIGHT = 0.6  # of a second holder: those of one time hang together
_MOST_AGAINST = -7.0  # bits; an article may be of history
_AGE_DAYS = 11_000  # thirty years of news, of which a term is a part
_QUARTERS = (2, 5, 8, 11)  # months in whose middle a year is asked


@dataclass(frozen=True, slots=True)
class OfficesClue:
    """The holders of offices whom an article names."""

    article_id: str
    told: tuple[OfficeMention, ...]

    @classmethod
    def of(cls, article_id: str, told: Sequence[OfficeMention]) -> OfficesClue | None:
        """From all of them."""
        return cls(article_id, tuple(told)) if told else None

    def floor(self, year: int) -> float:
        """By the middle of its quarters, all as likely: a term ends within it."""
        shares = [2.0 ** self.bits(date(year, month, 15)) for month in _QUARTERS]
        return log2(sum(shares) / len(shares))

    def bits(self, day: date) -> float:
        """By how rarely they are called so on `day`; what speaks loudest against it, first."""
        against = sorted(log2(_share(each, day)) for each in self.told)
        first, later = against[0], sum(against[1:])
        return max(_MOST_AGAINST, first + _LATER_WEIGHT * later)

    def days(self) -> Iterator[date]:
        """None: a term is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The holder who had the office on `day`, and for the shortest time."""
        fitting = [each for each in self.told if not each.is_past and _share(each, day) == 1.0]
        if not fitting:
            return None
        shortest = min(fitting, key=lambda each: (_length(each), each.span))
        bits = log2(_AGE_DAYS / min(_length(shortest), _AGE_DAYS))
        cite = Citation(self.article_id, shortest.span)
        return Ground(Reason.OFFICE_HELD, cite, Interval.of(day.year), bits)


def _length(mention: OfficeMention) -> int:
    return sum((last - first).days + 1 for first, last in mention.terms)


def _share(mention: OfficeMention, day: date) -> float:
    """How much rarer somebody is called so on `day` than when he is called so most."""
    if mention.is_past:
        return max(_past_share(last, day) for _, last in mention.terms)
    return max(_present_share(first, last, day) for first, last in mention.terms)


def _present_share(first: date, last: date, day: date) -> float:
    if first <= day <= last:
        return 1.0
    return _of(_BEFORE, (first - day).days) if day < first else _of(_AFTER, (day - last).days)


def _past_share(last: date, day: date) -> float:
    return 1.0 if day > last else _of(_NOT_YET, (last - day).days)


def _of(shares: Sequence[tuple[int, float]], days: int) -> float:
    return next((share for most, share in shares if days <= most), shares[-1][1])
