"""Stretches of the calendar, half-open, with the granularity they are known to."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Self

from kztimeline.temporal.granularity import Granularity, advance, truncate


class Qualifier(StrEnum):
    """How firm an interval is: the three marks of EDTF level 1, or none."""

    NONE = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


class DateKind(StrEnum):
    """How a happening lies in its interval: at a moment in it, on one of its days, all through."""

    INSTANT = "instant"
    ONE_OF = "one-of"
    SPAN = "span"


class _Fields(NamedTuple):
    start: datetime | None
    end: datetime | None
    granularity: Granularity
    qualifier: Qualifier = Qualifier.NONE
    part: str = ""


class Interval(_Fields):
    """Civil time from `start` up to, not including, `end`; `None` is an open end.

    Never empty; years 1 to 9999. `part` holds TIMEX3's letters for a named part of the interval's
    unit that has no borders of its own on a calendar: ``NI`` a night, ``MO`` a morning, ``WE`` a
    weekend, ``SU`` a summer. A part of day keeps the borders of its day: precision is never
    invented. A tuple, since it is compared and looked up a dozen times for each time in a text.

    >>> Interval.of(2021, 3).end
    datetime.datetime(2021, 4, 1, 0, 0)
    """

    __slots__ = ()

    def __new__(
        cls,
        start: datetime | None,
        end: datetime | None,
        granularity: Granularity,
        qualifier: Qualifier = Qualifier.NONE,
        part: str = "",
    ) -> Self:
        """Refuse an interval that holds no time at all."""
        if start is not None and end is not None and start >= end:
            message = f"an interval must not be empty: [{start}, {end})"
            raise ValueError(message)
        return super().__new__(cls, start, end, granularity, qualifier, part)

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Interval:
        """The year, month or day with these numbers; `ValueError` where the calendar has none."""
        if day is not None:
            unit = Granularity.DAY
        else:
            unit = Granularity.YEAR if month is None else Granularity.MONTH
        first = calendar_day(year, 1 if month is None else month, 1 if day is None else day)
        if first is None:
            message = f"no such date: {year}, {month}, {day}"
            raise ValueError(message)
        return cls.unit_at(datetime(first.year, first.month, first.day), unit)

    @classmethod
    def on(cls, day: date) -> Interval:
        """One whole day."""
        return cls.of(day.year, day.month, day.day)

    @classmethod
    def unit_at(cls, moment: datetime, unit: Granularity) -> Interval:
        """The calendar unit that holds `moment`."""
        return _unit_at(moment, unit)

    @property
    def first_day(self) -> date | None:
        """First day touched; `None` if the start is open."""
        return self.start.date() if self.start else None

    @property
    def last_moment(self) -> datetime | None:
        """The last inside; `None` if the end is open."""
        return self.end - datetime.resolution if self.end else None

    @property
    def last_day(self) -> date | None:
        """Last day touched; `None` if the end is open."""
        last = self.last_moment
        return last.date() if last else None

    @property
    def only_day(self) -> date | None:
        """The day it lies within; `None` where it touches more than one, or is open.

        >>> Interval.of(2024, 3, 15).only_day, Interval.of(2024, 3).only_day
        (datetime.date(2024, 3, 15), None)
        """
        first = self.first_day
        return first if first is not None and first == self.last_day else None

    @property
    def is_unit(self) -> bool:
        """Whether it is exactly one calendar unit of its granularity."""
        unit = _unit_at(self.start, self.granularity) if self.start and self.end else None
        return unit is not None and unit.start == self.start and unit.end == self.end

    @property
    def border(self) -> Granularity:
        """The coarsest unit, its own or finer, in which both its ends can be said.

        >>> Interval(datetime(2019, 1, 1), datetime(2024, 4, 1), Granularity.YEAR).border.word
        'month'
        """
        if self.is_unit:
            return self.granularity
        units = (self.granularity, *(unit for unit in _SAID if unit < self.granularity))
        ends = [moment for moment in (self.start, self.end) if moment]
        fitting = (unit for unit in units if all(truncate(end, unit) == end for end in ends))
        return next(fitting, Granularity.MINUTE)

    def contains(self, other: Interval) -> bool:
        """Whether `other` lies wholly inside; open ends reach without limit."""
        return (self.start is None or (other.start is not None and self.start <= other.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share any time."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def qualified(self, qualifier: Qualifier) -> Interval:
        """The same stretch, marked as approximate or uncertain."""
        return self._replace(qualifier=qualifier)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day with these numbers; `None` where the calendar has none, however large they are.

    >>> calendar_day(2024, 2, 30) is calendar_day(2024, 9, 10**30) is None
    True
    """
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


# Units that ends are said in where their own will not do: nobody counts in quarters unasked.
_SAID = (
    Granularity.YEAR,
    Granularity.MONTH,
    Granularity.DAY,
    Granularity.HOUR,
    Granularity.MINUTE,
)


@lru_cache(maxsize=8192)  # an archive names a few thousand different times
def _unit_at(moment: datetime, unit: Granularity) -> Interval:
    start = truncate(moment, unit)
    return Interval(start, advance(start, 1, unit), unit)
