"""Feasts that move: the day of each in a year, by rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

_MONDAY, _TUESDAY, _THURSDAY = map(weekday, (0, 1, 3))
_FIRST_EASTER, _LAST_EASTER = 1583, 4099  # the Gregorian computus holds between these years


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a year; `None` outside the calendar, and where its rule does not hold.

    >>> feast("easter", 2024)
    datetime.date(2024, 3, 31)
    """
    return FEASTS[name](year) if MINYEAR <= year <= MAXYEAR else None


def _nth(count: int, day: weekday, month: int) -> Callable[[int], date | None]:
    """The `count`-th such weekday of a month; -1 the last."""
    edge = 1 if count > 0 else 31  # of a shorter month its last day
    rule = relativedelta(month=month, day=edge, weekday=day(count))
    return lambda year: date(year, 1, 1) + rule


def _from_easter(days: int) -> Callable[[int], date | None]:
    """So many days after Easter Sunday of the western churches (Gregorian, from 1583 to 4099)."""

    def day(year: int) -> date | None:
        if not _FIRST_EASTER <= year <= _LAST_EASTER:
            return None
        return easter(year) + timedelta(days=days)

    return day


def _after(day: weekday, rule: Callable[[int], date | None]) -> Callable[[int], date | None]:
    """The first such weekday after another day: Election Day after the first Monday."""

    def found(year: int) -> date | None:
        base = rule(year)
        return base + relativedelta(weekday=day) if base else None

    return found


FEASTS: dict[str, Callable[[int], date | None]] = {
    "ash_wednesday": _from_easter(-46),
    "palm_sunday": _from_easter(-7),
    "maundy_thursday": _from_easter(-3),
    "good_friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter_monday": _from_easter(1),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "thanksgiving": _nth(4, _THURSDAY, 11),
    "labor_day": _nth(1, _MONDAY, 9),
    "memorial_day": _nth(-1, _MONDAY, 5),
    "king_day": _nth(3, _MONDAY, 1),
    "presidents_day": _nth(3, _MONDAY, 2),
    "columbus_day": _nth(2, _MONDAY, 10),
    "election_day": _after(_TUESDAY, _nth(1, _MONDAY, 11)),
}
