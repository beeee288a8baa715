"""Lengths of time and recurrences: times that are no place on the calendar."""

from __future__ import annotations

from dataclasses import dataclass

from kztimeline.temporal.granularity import Granularity


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of a unit, such as three weeks; `amount` is `None` where the text is vague (“for years”)."""

    amount: float | None
    unit: Granularity


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that comes again every `every`; `on` names the day or part in TIMEX3 letters, or is empty."""

    every: Length
    on: str = ""
