"""Feasts that move: the day of each in a year, by rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta, weekday
from hijridate import Hijri

from kztimeline.temporal.moon_days import DIWALI, LUNAR_NEW_YEAR, PASSOVER

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


def _from_easter(
    days: int, church: Literal[1, 2, 3] = EASTER_WESTERN
) -> Callable[[int], date | None]:
    """So many days after a church's Easter Sunday (Gregorian days, from 1583 to 4099)."""

    def day(year: int) -> date | None:
        if not _FIRST_EASTER <= year <= _LAST_EASTER:
            return None
        return easter(year, church) + timedelta(days=days)

    return day


def _islamic(month: int, day: int) -> Callable[[int], date | None]:
    """A day of the calendar of Umm al-Qura; where the moon is sighted it may be the next.

    Of two such days in a year the first.
    """

    def on(year: int) -> date | None:
        near = (year - _HIJRA) * 33 // 32  # 33 of its years are 32 of ours
        for count in range(max(near - 1, _FIRST_HIJRI), min(near + 2, _LAST_HIJRI) + 1):
            found = date(*Hijri(count, month, day).to_gregorian().datetuple())
            if found.year == year:
                return found
        return None

    return on


_HIJRA, _FIRST_HIJRI, _LAST_HIJRI = 622, 1343, 1500


def _from_passover(days: int) -> Callable[[int], date | None]:
    """So many days after the first of Passover, where the table of those reaches."""

    def day(year: int) -> date | None:
        first = PASSOVER.get(year)
        return first + timedelta(days=days) if first else None

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
    "orthodox_easter": _from_easter(0, EASTER_ORTHODOX),
    "ramadan": _islamic(9, 1),
    "eid_al_fitr": _islamic(10, 1),
    "eid_al_adha": _islamic(12, 10),
    "thanksgiving": _nth(4, _THURSDAY, 11),
    "labor_day": _nth(1, _MONDAY, 9),
    "memorial_day": _nth(-1, _MONDAY, 5),
    "king_day": _nth(3, _MONDAY, 1),
    "presidents_day": _nth(3, _MONDAY, 2),
    "columbus_day": _nth(2, _MONDAY, 10),
    "lunar_new_year": LUNAR_NEW_YEAR.get,
    "diwali": DIWALI.get,
    "passover": PASSOVER.get,
    "rosh_hashanah": _from_passover(163),
    "yom_kippur": _from_passover(172),
    "election_day": _after(_TUESDAY, _nth(1, _MONDAY, 11)),
}
# A feast that lasts, and the one on whose day it is over.
LASTING = {"ramadan": "eid_al_fitr"}
