"""What an anniversary tells: the first of what all others date to 25 June 2009 is in June 2010."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2

from kztimeline.anchors.anniversaries import Anniversary
from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.anchors.tellings import Tellings
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval, calendar_day, days_around

_FEWEST = 3  # articles around that name a date: then it may be what they all are about
_OWN_VOICES = 2  # a date that the article itself names counts as much as two of them
_CHANCE = 0.5  # that the anniversary is of something else
_NEAR = {0: 0.30, 1: 0.08, 2: 0.03, -1: 0.15, -2: 0.06}  # by days behind it
# Beyond: last day and share of the stretch, ahead of it and behind.
_AHEAD = ((14, 0.13), (120, 0.12))
_BEHIND = ((30, 0.10), (120, 0.03))


@dataclass(frozen=True, slots=True)
class AnniversaryClue:
    """The days that an anniversary may fall on, with their shares: by dates known of the story."""

    article_id: str
    told: Anniversary
    shares: Mapping[date, float]

    @classmethod
    def of(
        cls,
        article_id: str,
        told: Sequence[Anniversary],
        named: Tellings,
        own: Sequence[DayMention],
        years: Mapping[int, int],
    ) -> AnniversaryClue | None:
        """From all anniversaries told, dates that others name, its own; `years` are those allowed.

        The first anniversary for which a date is known counts.
        """
        counts = {day: len(by.days) + by.recalled for day, by in named.items()}
        voices = Counter({day: count for day, count in counts.items() if count >= _FEWEST})
        for mention in own:
            if is_remembered(mention) and (day := mention.in_year(mention.year or 0)):
                voices[day] += _OWN_VOICES
        for each in told:
            found: Counter[date] = Counter()
            for day, count in sorted(voices.items()):
                falls = calendar_day(day.year + each.years, day.month, day.day)
                if falls and falls.year in years:
                    found[falls] += count
            if found:
                total = found.total()
                return cls(article_id, each, {day: found[day] / total for day in sorted(found)})
        return None

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """It is of something else."""
        return log2(_CHANCE)

    def bits(self, day: date) -> float:
        """By the days from those it may fall on to `day`."""
        share = sum(part * _share((day - falls).days) for falls, part in self.shares.items())
        return log2(_CHANCE + (1.0 - _CHANCE) * share * WINDOW_DAYS)

    def days(self) -> Iterator[date]:
        """Those it may fall on, and a week to both sides."""
        for falls in self.shares:
            yield from days_around(falls, 7, 7)

    def ground(self, day: date) -> Ground | None:
        """The day it falls on that lies nearest."""
        falls = min(self.shares, key=lambda each: (abs((day - each).days), each))
        cite = Citation(self.article_id, self.told.span)
        return Ground(Reason.ANNIVERSARY, cite, Interval.on(falls), self.bits(day))


def is_remembered(mention: DayMention) -> bool:
    """Whether a date in an article of an anniversary may be what that is of: no line over it."""
    is_line = mention.is_own or (mention.is_head and mention.opens) or mention.weekday is not None
    is_told = mention.kind is Kind.DATE and mention.side is not Side.FUTURE
    return is_told and bool(mention.year) and not is_line


def _share(behind: int) -> float:
    """Share of articles so many days behind the anniversary of which they tell."""
    if behind in _NEAR:
        return _NEAR[behind]
    first = max(_NEAR) + 1
    for last, share in _BEHIND if behind > 0 else _AHEAD:
        if first <= abs(behind) <= last:
            return share / (last - first + 1)
        first = last + 1
    return 0.0
