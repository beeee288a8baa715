"""Intervals, lengths and recurrences as TIMEX3 values (TimeML 1.2.1)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from kztimeline.temporal.granularity import Granularity, truncate
from kztimeline.temporal.interval import Interval
from kztimeline.temporal.lengths import PARTS, Length, Recurrence

_DAY_PARTS = frozenset({"MO", "MI", "AF", "EV", "NI", "DT"})
_LETTERS = {
    Granularity.MINUTE: "M",
    Granularity.HOUR: "H",
    Granularity.DAY: "D",
    Granularity.WEEK: "W",
    Granularity.MONTH: "M",
    Granularity.QUARTER: "Q",
    Granularity.YEAR: "Y",
    Granularity.DECADE: "DE",
    Granularity.CENTURY: "CE",
}


def timex3_value(interval: Interval) -> str:
    """The value of a stretch of the calendar; one that is no unit is written first/last.

    >>> timex3_value(Interval.of(2022, 1, 5))
    '2022-01-05'
    """
    if interval.start is None or interval.end is None:
        message = "an open interval has no TIMEX3 value"
        raise ValueError(message)
    if interval.part in _DAY_PARTS:
        return f"{interval.start.date().isoformat()}T{interval.part}"
    if interval.part:
        return _named_part(interval.start, interval.part)
    if interval.is_unit:
        return unit_value(interval.start, interval.granularity)
    last = truncate(interval.end - timedelta(microseconds=1), interval.granularity)
    first = unit_value(interval.start, interval.granularity)
    return f"{first}/{unit_value(last, interval.granularity)}"


def _named_part(start: datetime, part: str) -> str:
    if part == "WE":
        return f"{unit_value(start, Granularity.WEEK)}-WE"
    return f"{start.year:04d}-{part}"


@lru_cache(maxsize=8192)  # an archive names a few thousand different times
def unit_value(start: datetime, granularity: Granularity) -> str:
    """The value of the unit that begins at `start`."""
    if granularity is Granularity.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if granularity is Granularity.QUARTER:
        return f"{start.year:04d}-Q{(start.month + 2) // 3}"
    return start.isoformat(timespec="minutes")[: _LENGTHS[granularity]]


_LENGTHS = {
    Granularity.MINUTE: 16,
    Granularity.HOUR: 13,
    Granularity.DAY: 10,
    Granularity.MONTH: 7,
    Granularity.YEAR: 4,
    Granularity.DECADE: 3,
    Granularity.CENTURY: 2,
}


def length_value(length: Length) -> str:
    """``P10D``, ``PT2H``; a vague amount is X, a part is written in the finer unit.

    >>> length_value(Length(3, Granularity.DECADE))
    'P3DE'
    >>> length_value(Length(3.5, Granularity.HOUR))
    'PT3H30M'
    """
    amount, unit = length.amount, length.unit
    if amount is None or amount == int(amount) or unit not in _FINER:
        clock = "T" if unit <= Granularity.HOUR else ""
        return f"P{clock}{_amount(amount)}{_LETTERS[unit]}"
    if unit > Granularity.YEAR:
        times, finer = PARTS[unit]
        return length_value(Length(round(amount * times), finer))
    times, letter = _FINER[unit]
    whole, rest = int(amount), round((amount - int(amount)) * times)
    days = f"{whole}{_LETTERS[unit]}" if whole else ""
    if unit is Granularity.YEAR:
        return f"P{days}{rest}{letter}"
    return f"P{days}T{rest}{letter}" if unit is Granularity.DAY else f"PT{days}{rest}{letter}"


# What the part of a unit is written in; of coarser units the whole is.
_FINER = {
    Granularity.MINUTE: (60, "S"),
    Granularity.HOUR: (60, "M"),
    Granularity.DAY: (24, "H"),
    Granularity.YEAR: (12, "M"),
    Granularity.DECADE: (10, ""),
    Granularity.CENTURY: (100, ""),
}


def _amount(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:f}".rstrip("0").rstrip(".")


def recurrence_value(recurrence: Recurrence) -> str:
    """``XXXX-WXX-2`` for every Tuesday, ``P1W`` for every week."""
    if not recurrence.on:
        return length_value(recurrence.every)
    day = "XX-XX" if recurrence.on.startswith("T") else ""  # a part of any day
    return f"XXXX-{day}{recurrence.on}"
