"""Intervals, lengths and recurrences as TIMEX3 values (TimeML 1.2.1)."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from kztimeline.temporal.granularity import Granularity, truncate
from kztimeline.temporal.interval import Interval
from kztimeline.temporal.lengths import Length, Recurrence

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


@lru_cache(maxsize=8192)
def timex3_value(interval: Interval) -> str:
    """The value of a stretch of the calendar; one that is no unit is written first/last.

    >>> timex3_value(Interval.of(2022, 1, 5))
    '2022-01-05'
    """
    last = interval.last_moment
    if interval.start is None or last is None:
        message = "an open interval has no TIMEX3 value"
        raise ValueError(message)
    if interval.part in _DAY_PARTS:
        return f"{interval.start.date().isoformat()}T{interval.part}"
    if interval.part:
        return _named_part(interval.start, interval.part)
    if interval.is_unit:
        return unit_value(interval.start, interval.granularity)
    unit = interval.border
    return f"{unit_value(interval.start, unit)}/{unit_value(truncate(last, unit), unit)}"


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
        return f"{start.year:04d}-Q{start.month // 3 + 1}"
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
    """``P10D``, ``PT2H``; a vague amount is X, a part is told in the finer unit if that is exact.

    >>> length_value(Length(3, Granularity.DECADE))
    'P3DE'
    >>> length_value(Length(3.5, Granularity.HOUR))
    'PT3H30M'
    >>> length_value(Length(2.1, Granularity.YEAR))
    'P2.1Y'
    """
    amount, unit = length.amount, length.unit
    clock = "T" if unit <= Granularity.HOUR else ""
    if amount is None:
        return f"P{clock}X{_LETTERS[unit]}"
    many, finer = _FINER.get(unit, (1, ""))
    parts = round(amount * many, _EXACT)
    if amount == int(amount) or parts != int(parts):
        told = f"{amount:f}".rstrip("0").rstrip(".")
        return f"P{clock}{told}{_LETTERS[unit]}"
    if unit > Granularity.YEAR:
        return f"P{parts:.0f}{finer}"
    whole, rest = divmod(int(parts), many)
    first = f"{whole}{_LETTERS[unit]}" if whole else ""
    return f"P{clock}{first}{finer.format(rest)}"


# How many of what the part of a unit is written in; of coarser units the whole is.
_FINER = {
    Granularity.MINUTE: (60, "{}S"),
    Granularity.HOUR: (60, "{}M"),
    Granularity.DAY: (24, "T{}H"),
    Granularity.YEAR: (12, "{}M"),
    Granularity.DECADE: (10, "Y"),
    Granularity.CENTURY: (100, "Y"),
}
_EXACT = 6  # decimal places


def recurrence_value(recurrence: Recurrence) -> str:
    """``XXXX-WXX-2`` for every Tuesday, ``P1W`` for every week."""
    if not recurrence.on:
        return length_value(recurrence.every)
    day = "XX-XX" if recurrence.on.startswith("T") else ""  # a part of any day
    return f"XXXX-{day}{recurrence.on}"
