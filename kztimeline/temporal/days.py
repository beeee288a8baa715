"""Sets of days as bits of one number: what the clues to a day still allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

_WEEK = 7
_ORIGIN = date(1800, 1, 1).toordinal()  # before it no day is in any set: small numbers, fast sets


def days_off(day: date, days: int) -> date | None:
    """The day so many days behind `day` (below 0: ahead of it); `None` off the calendar.

    >>> days_off(date(2024, 2, 28), 2), days_off(date.max, 1)
    (datetime.date(2024, 3, 1), None)
    """
    at = day.toordinal() + days
    return date.fromordinal(at) if 0 < at <= date.max.toordinal() else None


def days_around(day: date, before: int, after: int) -> Iterator[date]:
    """From `before` days ahead of `day` to `after` behind it, as far as the calendar goes."""
    found = (days_off(day, away) for away in range(-before, after + 1))
    return (each for each in found if each)


class DaySet(Struct, frozen=True):
    """Some days from 1800 on; bit *n* of `bits` stands for the day *n* days after 1 January 1800.

    >>> tuesdays = DaySet.weekdays([1], date(2024, 3, 1), date(2024, 3, 31))
    >>> [day.day for day in tuesdays & DaySet.between(date(2024, 3, 10), date(2024, 3, 20))]
    [12, 19]
    """

    bits: int = 0

    @classmethod
    def of(cls, days: Iterable[date]) -> DaySet:
        """Exactly these."""
        bits = 0
        for day in days:
            at = day.toordinal() - _ORIGIN
            bits |= 1 << at if at >= 0 else 0
        return cls(bits)

    @classmethod
    def between(cls, first: date, last: date) -> DaySet:
        """From `first` to `last`, both included; none where `last` is the earlier."""
        start = max(first.toordinal() - _ORIGIN, 0)
        count = last.toordinal() - _ORIGIN - start + 1
        return cls(((1 << count) - 1) << start) if count > 0 else cls()

    @classmethod
    def weekdays(cls, weekdays: Iterable[int], first: date, last: date) -> DaySet:
        """Of the days from `first` to `last` those on these weekdays (0 Monday to 6 Sunday)."""
        whole = cls.between(first, last)
        if not whole.first or not whole.last:
            return whole
        wanted, start = frozenset(weekdays), whole.first
        week = sum(1 << at for at in range(_WEEK) if (start.weekday() + at) % _WEEK in wanted)
        bits, filled, length = week, _WEEK, (whole.last - start).days + 1
        while filled < length:  # doubling: a century is filled in a dozen steps
            bits |= bits << filled
            filled *= 2
        return cls(bits << (start.toordinal() - _ORIGIN)) & whole

    def __and__(self, other: DaySet) -> DaySet:
        """The days of both."""
        return DaySet(self.bits & other.bits)

    def __or__(self, other: DaySet) -> DaySet:
        """The days of either."""
        return DaySet(self.bits | other.bits)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.bits != 0

    def __len__(self) -> int:
        """How many there are."""
        return self.bits.bit_count()

    def __contains__(self, day: date) -> bool:
        """Whether a day is one of them."""
        at = day.toordinal() - _ORIGIN
        return at >= 0 and bool(self.bits >> at & 1)

    def __iter__(self) -> Iterator[date]:
        """The days in order."""
        bits = self.bits
        while bits:
            lowest = bits & -bits
            yield _day(lowest)
            bits ^= lowest

    def shifted(self, days: int) -> DaySet:
        """Each of them, so many days later (below 0: earlier).

        >>> DaySet.of([date(2024, 2, 28)]).shifted(2).first
        datetime.date(2024, 3, 1)
        """
        bits = self.bits << days if days >= 0 else self.bits >> -days
        return DaySet(bits) & _CALENDAR

    def spread(self, before: int, after: int) -> DaySet:
        """With every day from `before` days ahead of one of them to `after` days behind it.

        >>> len(DaySet.of([date(2024, 3, 12)]).spread(1, 2))
        4
        """
        bits, reach = self.bits >> before, before + after
        width = 1
        while width <= reach:  # doubling, then what is left
            step = min(width, reach + 1 - width)
            bits |= bits << step
            width += step
        return DaySet(bits) & _CALENDAR

    @property
    def first(self) -> date | None:
        """The earliest; `None` of none."""
        return _day(self.bits & -self.bits) if self.bits else None

    @property
    def last(self) -> date | None:
        """The latest; `None` of none."""
        return _day(self.bits) if self.bits else None

    @property
    def years(self) -> dict[int, int]:
        """The years that hold one of them, in order, each with the number of its days."""
        first, last = self.first, self.last
        if first is None or last is None:
            return {}
        counts = {
            year: len(self & DaySet.between(date(year, 1, 1), date(year, 12, 31)))
            for year in range(first.year, last.year + 1)
        }
        return {year: count for year, count in counts.items() if count}


def _day(bits: int) -> date:
    """The day of the highest bit."""
    return date.fromordinal(_ORIGIN + bits.bit_length() - 1)


_CALENDAR = DaySet.between(date.min, date.max)
