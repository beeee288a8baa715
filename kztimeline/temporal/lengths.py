"""Lengths of time and recurrences: times that are no place on the calendar."""

from __future__ import annotations

from msgspec import Struct

from kztimeline.temporal.granularity import Granularity

# What a part of a unit is counted in, and how many make the whole: half a year is six months.
PARTS = {
    Granularity.HOUR: (60, Granularity.MINUTE),
    Granularity.DAY: (24, Granularity.HOUR),
    Granularity.WEEK: (7, Granularity.DAY),
    Granularity.MONTH: (30, Granularity.DAY),
    Granularity.YEAR: (12, Granularity.MONTH),
    Granularity.DECADE: (10, Granularity.YEAR),
    Granularity.CENTURY: (100, Granularity.YEAR),
}


class Length(Struct, frozen=True):
    """An amount of a unit, such as three weeks; `amount` is `None` where it is vague."""

    amount: float | None
    unit: Granularity


class Recurrence(Struct, frozen=True):
    """What comes again every `every`; `on` is the day as TIMEX3 writes it (``WXX-2``), or empty."""

    every: Length
    on: str = ""
    part: str = ""
