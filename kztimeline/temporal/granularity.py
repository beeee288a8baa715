"""The units a time can be known to, ordered from fine to coarse."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta
from enum import IntEnum


class Granularity(IntEnum):
    """How finely a time is known; ordered, so `max` is the coarser of two.

    >>> max(Granularity.DAY, Granularity.MONTH).word
    'month'
    """

    MINUTE = 1
    HOUR = 2
    DAY = 3
    WEEK = 4
    MONTH = 5
    QUARTER = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9

    @property
    def word(self) -> str:
        """The unit's English name, as published in `precision`."""
        return _WORDS[self]


_WORDS = {unit: unit.name.lower() for unit in Granularity}
_CLOCK = {Granularity.MINUTE: timedelta(minutes=1), Granularity.HOUR: timedelta(hours=1)}
_DAYS = {Granularity.DAY: 1, Granularity.WEEK: 7}
_MONTHS = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1200,
}
_MONTHS_IN_YEAR = 12
_LAST_YEAR = 9999


def truncate(moment: datetime, unit: Granularity) -> datetime:
    """Start of the `unit` that holds `moment`; weeks start on Monday (ISO 8601).

    Centuries are counted as people say them in news: the 1900s start in 1900.

    >>> truncate(datetime(2024, 3, 15, 9, 30), Granularity.WEEK)
    datetime.datetime(2024, 3, 11, 0, 0)
    """
    if unit is Granularity.MINUTE:
        return moment.replace(second=0, microsecond=0)
    if unit is Granularity.HOUR:
        return moment.replace(minute=0, second=0, microsecond=0)
    day = datetime(moment.year, moment.month, moment.day)
    if unit is Granularity.DAY:
        return day
    if unit is Granularity.WEEK:
        return day - timedelta(days=day.weekday())  # the calendar begins with a Monday
    return _truncate_months(day, _MONTHS[unit])


def _truncate_months(day: datetime, months: int) -> datetime:
    index = day.year * _MONTHS_IN_YEAR + day.month - 1
    year, month = divmod(index - index % months, _MONTHS_IN_YEAR)
    return datetime(max(year, 1), month + 1, 1)


def advance(moment: datetime, count: int, unit: Granularity) -> datetime | None:
    """`moment` moved by `count` units; the day is kept where the month has it, else its last day.

    `None` outside the years 1 to 9999.

    >>> advance(datetime(2024, 1, 31), 1, Granularity.MONTH)
    datetime.datetime(2024, 2, 29, 0, 0)
    >>> advance(datetime(9999, 1, 1), 1, Granularity.YEAR) is None
    True
    """
    try:
        if unit in _CLOCK:
            return moment + _CLOCK[unit] * count
        if unit in _DAYS:
            return moment + timedelta(days=_DAYS[unit] * count)
    except OverflowError:
        return None
    return _advance_months(moment, _MONTHS[unit] * count)


def _advance_months(moment: datetime, months: int) -> datetime | None:
    index = moment.year * _MONTHS_IN_YEAR + moment.month - 1 + months
    year, month = divmod(index, _MONTHS_IN_YEAR)
    if not 1 <= year <= _LAST_YEAR:
        return None
    _, days = monthrange(year, month + 1)
    return moment.replace(year=year, month=month + 1, day=min(moment.day, days))
