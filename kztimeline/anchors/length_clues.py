"""What a length beside a date tells: shut on 3 June and “for three weeks” is told late in June."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.coarse_mentions import LengthMention, Unit
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval, days_around, days_off


class _Usage(NamedTuple):
    """How often a length leads from a past date of its article to the article's own day.

    `sure` and, where something has lasted since that date, `sure_since` are shares; `slack` is by
    how many days the length is commonly off, for “two weeks” may be twelve days.
    """

    sure: float
    sure_since: float
    slack: float


_USAGES = {
    Unit.DAY: _Usage(0.1, 0.25, 1.0),
    Unit.WEEK: _Usage(0.4, 0.6, 4.0),
    Unit.MONTH: _Usage(0.2, 0.25, 12.0),
}
_AROUND = 10.0  # times as many days as a length leads to lie around them, to be picked blindly
_MOST_DATES = 4  # the first; a calendar has a date for every length
_MOST_LENGTHS = 4
_LATER_WEIGHT = 0.5  # of a second length: they hang together


class LengthsClue(Struct, frozen=True):
    """Lengths that an article tells, and the past dates from which they may be counted.

    `years` are those in play for a date that states none.
    """

    article_id: str
    lengths: tuple[LengthMention, ...]
    dates: tuple[DayMention, ...]
    years: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        article_id: str,
        days: Sequence[DayMention],
        lengths: Sequence[LengthMention],
        years: Sequence[int] = (),
    ) -> LengthsClue | None:
        """From all of them; each length and each date counts once."""
        told = [each for each in days if _is_behind(each)]
        once = {(each.year, each.month, each.day): each for each in reversed(told)}
        first = sorted(once.values(), key=lambda each: (not each.is_start, each.span.start))
        spans = {(each.days, each.unit): each for each in reversed(lengths)}
        telling = sorted(
            spans.values(), key=lambda each: (-_USAGES[each.unit].sure, each.span.start)
        )
        if not (first and telling):
            return None
        loudest, dates = tuple(telling[:_MOST_LENGTHS]), tuple(first[:_MOST_DATES])
        return cls(article_id, loudest, dates, tuple(years))

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """No length was counted from a date."""
        least = (self._bits(length, 0.0) for length in self.lengths)
        return sum(_weight(at) * bits for at, bits in enumerate(least))

    def bits(self, day: date) -> float:
        """By how well each length leads from one of the dates to `day`."""
        return sum(
            _weight(at) * self._bits(length, self._fit(length, day))
            for at, length in enumerate(self.lengths)
        )

    def _bits(self, length: LengthMention, fit: float) -> float:
        usage = _USAGES[length.unit]
        is_since = any(each.is_start for each in self.dates)
        sure = usage.sure_since if is_since else usage.sure
        return log2((1.0 - sure) + sure * fit)

    def _fit(self, length: LengthMention, day: date) -> float:
        """How much likelier `day` is than any around, where a date was counted from."""
        slack = _USAGES[length.unit].slack
        gaps = (self._gap(length, named, day) for named in self.dates)
        told = sum(1.0 / (1.0 + (gap / slack) ** 4) for gap in gaps if gap is not None)
        return _AROUND * told / len(self.dates)

    @staticmethod
    def _gap(length: LengthMention, named: DayMention, day: date) -> float | None:
        since = named.on(day)
        return (day - since).days - length.days if since and since < day else None

    def days(self) -> Iterator[date]:
        """Those around where each length leads from each date, in its year or the years in play."""
        for since in self._dates():
            for length in self.lengths:
                if day := days_off(since, round(length.days)):
                    slack = round(_USAGES[length.unit].slack)
                    yield from days_around(day, slack, slack)

    def _dates(self) -> Iterator[date]:
        for named in self.dates:
            for year in (named.year,) if named.year else self.years:
                if found := named.in_year(year):
                    yield found

    def ground(self, day: date) -> Ground | None:
        """The length that leads nearest to `day`."""
        best = max(self.lengths, key=lambda length: self._fit(length, day))
        cite = Citation(self.article_id, best.span)
        return Ground(Reason.LENGTH_TOLD, cite, Interval.on(day), self.bits(day))


def _is_behind(mention: DayMention) -> bool:
    """Whether a date is told of: not the article's own line, not when somebody wrote or spoke."""
    is_line = mention.is_own or (mention.is_head and mention.opens)
    is_told = not is_line and (mention.is_start or not mention.is_said)
    return is_told and mention.kind is Kind.DATE and mention.side is not Side.FUTURE


def _weight(at: int) -> float:
    return _LATER_WEIGHT if at else 1.0
