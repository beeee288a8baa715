"""An interval in words, as an editor writes it: “Thursday, 13 January 2022”."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kztimeline.model import DateKind
from kztimeline.temporal import Granularity, Interval, Qualifier

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS_OF_DAY = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime",
}  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_HALVES = {"H1": "first", "H2": "second"}
_ORDINALS = ("first", "second", "third", "fourth")
_MONTHS_A_QUARTER = 3
_YEARS_A_CENTURY = 100
_DAYS = (Granularity.MINUTE, Granularity.HOUR, Granularity.DAY, Granularity.WEEK)


@lru_cache(maxsize=8192)  # a timeline names a few thousand different times
def display_date(interval: Interval, kind: DateKind) -> str:
    """The interval in words; never more than is known.

    >>> display_date(Interval.of(2022, 1, 13), DateKind.INSTANT)
    'Thursday, 13 January 2022'
    """
    first, last, unit = interval.first_day, interval.last_day, interval.granularity
    if first is None or last is None:
        return _open_ended(first, last, unit)
    words = _within(interval, first, last, kind)
    if interval.qualifier is Qualifier.NONE or unit < Granularity.DAY:
        return words  # “at about 5 p.m.” is on that day
    bare = _point(first, unit) if first == last else words
    return f"{'possibly' if interval.qualifier is Qualifier.UNCERTAIN else 'about'} {bare}"


def _open_ended(first: date | None, last: date | None, unit: Granularity) -> str:
    if first:
        return f"since {_point(first, unit)}"
    return f"by {_point(last, unit)}" if last else "at any time"


def _within(interval: Interval, first: date, last: date, kind: DateKind) -> str:
    if first == last:
        return _day(first, interval.part)
    if interval.is_unit:
        return _unit(interval, first, last)
    if season := _SEASONS.get(interval.part):
        years = f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
        return f"{season} {years}"
    span = _stretch(first, last, interval.border)
    if interval.part == "WE":
        return f"weekend of {span}"
    if interval.part in _HALVES:
        return f"{_HALVES[interval.part]} half of {first.year}"
    return span if kind is DateKind.SPAN else _choice(first, last, interval.border)


def _day(day: date, part: str) -> str:
    words = f"{WEEKDAYS[day.weekday()]}, {_point(day, Granularity.DAY)}"
    return f"{words}, {_PARTS_OF_DAY[part]}" if part in _PARTS_OF_DAY else words


def _unit(interval: Interval, first: date, last: date) -> str:
    unit = interval.granularity
    if unit is Granularity.WEEK:
        return f"week of {_stretch(first, last, unit)}"
    if unit is Granularity.QUARTER:
        return f"{_ORDINALS[(first.month - 1) // _MONTHS_A_QUARTER]} quarter of {first.year}"
    if unit is Granularity.DECADE:
        return f"the {first.year}s"
    if unit is Granularity.CENTURY:
        return f"the {_ordinal(first.year // _YEARS_A_CENTURY + 1)} century"
    return _point(first, unit)


def _ordinal(number: int) -> str:
    teens = range(11, 14)
    ending = "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _point(day: date, unit: Granularity) -> str:
    """A day, month or year, without its weekday."""
    if unit in _DAYS:
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if unit <= Granularity.QUARTER:
        return f"{MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}"


def _stretch(first: date, last: date, unit: Granularity) -> str:
    """From first to last, saying once what both share."""
    opening = _without_shared(first, last, unit)
    tight = " " not in opening
    return f"{opening}{'–' if tight else ' – '}{_point(last, unit)}"


def _choice(first: date, last: date, unit: Granularity) -> str:
    opening = _without_shared(first, last, unit)
    if (last - first).days == 1:
        return f"{opening} or {_point(last, unit)}"
    return f"between {opening} and {_point(last, unit)}"


def _without_shared(first: date, last: date, unit: Granularity) -> str:
    words = _point(first, unit).split()
    shared = 0
    if first.year == last.year and unit < Granularity.YEAR:
        shared = 2 if first.month == last.month and unit in _DAYS else 1
    return " ".join(words[: len(words) - shared])
