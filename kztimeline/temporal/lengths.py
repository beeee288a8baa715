"""Lengths of time and recurrences: times that are no place on the calendar."""

from __future__ import annotations

from dataclasses import dataclass

from kztimeline.temporal.granularity import Granularity


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of a unit, such as three weeks; `amount` is `None` where it is vague."""

    amount: float | None
    unit: Granularity


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What comes again every `every`; `on` is the day as TIMEX3 writes it (``WXX-2``), or empty."""

    every: Length
    on: str = ""
