"""What counted days tell: day 17 here and, on 4 February, day 11 of the strike: 10 February."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2, prod
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.running_days import RunningDay
from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval, days_around, days_off

_SURE = 0.7  # that one other article counts the same thing; several are surer
_SUREST = 0.93
_OFF = (0.56, 0.17, 0.02, 0.01)  # days between what is counted here and there: counts slip by one
_AROUND = 30.0  # days over which what goes on is told, any as likely


class Counted(NamedTuple):
    """Which day of something another article tells of, and its own day, which is known."""

    day: date
    number: int
    cite: Citation


class RunningDaysClue(Struct, frozen=True):
    """The days counted here, and those that articles of known days count."""

    told: tuple[RunningDay, ...]
    others: tuple[Counted, ...]

    @classmethod
    def of(cls, told: Sequence[RunningDay], others: Sequence[Counted]) -> RunningDaysClue | None:
        """From all counts of the article and of those like it."""
        return cls(tuple(told), tuple(others)) if told and others else None

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """Other things are counted."""
        return log2(1.0 - self._sureness)

    def bits(self, day: date) -> float:
        """By how well the counts fit."""
        by_article: dict[str, float] = {}
        for other in self.others:
            article_id = other.cite.article_id
            by_article[article_id] = max(by_article.get(article_id, 0.0), self._fit(other, day))
        share = sum(by_article.values()) / len(by_article)
        sure = self._sureness
        return log2((1.0 - sure) + sure * share * _AROUND)

    @property
    def _sureness(self) -> float:
        voices = len({other.cite.article_id for other in self.others})
        return min(_SUREST, 1.0 - prod([1.0 - _SURE] * voices))

    def _fit(self, other: Counted, day: date) -> float:
        """Share of articles of `day` among those with one of the counts here."""
        since = (day - other.day).days
        misses = (abs(each.number - other.number - since) for each in self.told)
        return sum(_OFF[miss] for miss in misses if miss < len(_OFF)) / len(self.told)

    def days(self) -> Iterator[date]:
        """Where the counts fit, and the days beside."""
        for other in self.others:
            for each in self.told:
                if day := days_off(other.day, each.number - other.number):
                    yield from days_around(day, 1, 1)

    def ground(self, day: date) -> Ground | None:
        """The other article whose count fits best."""
        best = max(self.others, key=lambda other: (self._fit(other, day), other.cite.article_id))
        return Ground(Reason.DAY_COUNTED, best.cite, Interval.on(best.day), self.bits(day))
