"""Dates that come again: a weekday, a day of a month, a month, a season, a weekend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from kztimeline.temporal.granularity import Granularity, advance
from kztimeline.temporal.holidays import LASTING, feast
from kztimeline.temporal.interval import Interval

# First month of each season in the north, where the letters are TIMEX3's; winter belongs to the
# year it begins in.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SATURDAY = 5
_QUARTERS = 4
_LONGEST_GAP_MONTHS = 2  # the 31st
_LONGEST_GAP_YEARS = 8  # 29 February, over a century that is no leap year


def latest(kind: str, first: int | str, second: int, base: date) -> Interval | None:
    """The last such date that begins on or before the day `base`; `None` where none does.

    `kind` is ``weekday`` (`first` 0 Monday–6), ``month`` (`first` 1–12), ``month-day`` (`first`
    month, `second` day), ``day-of-month`` (`first` 1–31), ``season`` (`first` letters) or
    ``weekend``; what a kind does not need is 0.

    >>> latest("weekday", 4, 0, date(2024, 3, 15)).first_day
    datetime.date(2024, 3, 15)
    """
    return next(_KINDS[kind](first, second, base, -1), None)


def following(kind: str, first: int | str, second: int, base: date) -> Interval | None:
    """The first such date that begins after the day `base`.

    >>> following("month-day", 2, 29, date(2024, 3, 15)).first_day
    datetime.date(2028, 2, 29)
    """
    return next(_KINDS[kind](first, second, base, +1), None)


def on_weekday(weekday: int, month: int, day: int, base: date) -> Interval | None:
    """The day of that month and weekday that lies nearest to `base`; ties go to the past.

    >>> on_weekday(3, 1, 13, date(2022, 3, 1)).first_day
    datetime.date(2022, 1, 13)
    """
    found = [
        candidate
        for year in range(
            max(base.year - _WEEKDAY_REACH, 1), min(base.year + _WEEKDAY_REACH, MAXYEAR)
        )
        if (candidate := _day(year, month, day)) and candidate.weekday() == weekday
    ]
    if not found:
        return None
    return Interval.on(min(found, key=lambda candidate: (abs((candidate - base).days), candidate)))


_WEEKDAY_REACH = 12  # years; every weekday comes again for a date within 11, but for 29 February


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekdays(first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    behind = (base.weekday() - int(first)) % 7
    offset = -behind if step < 0 else 7 - behind
    yield from _if_on_calendar(base, offset)


def _if_on_calendar(base: date, offset: int) -> Iterator[Interval]:
    try:
        yield Interval.on(base + timedelta(days=offset))
    except OverflowError:
        return


def _months(first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    for year in _year_of(int(first), base, step):
        yield Interval.of(year, int(first))


def _year_of(month: int, base: date, step: int) -> Iterator[int]:
    """The year of the last such month that has begun, or of the first after it."""
    year = base.year + (0 if base.month >= month else -1) + (1 if step > 0 else 0)
    if MINYEAR <= year <= MAXYEAR:
        yield year


def _month_days(first: int | str, second: int, base: date, step: int) -> Iterator[Interval]:
    for distance in range(_LONGEST_GAP_YEARS + 1):
        year = base.year + step * distance
        day = _day(year, int(first), second) if MINYEAR <= year <= MAXYEAR else None
        if day and (day <= base if step < 0 else day > base):
            yield Interval.on(day)


def _days_of_month(first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    month = base.year * 12 + base.month - 1
    for distance in range(_LONGEST_GAP_MONTHS + 1):
        year, index = divmod(month + step * distance, 12)
        day = _day(year, index + 1, int(first)) if MINYEAR <= year <= MAXYEAR else None
        if day and (day <= base if step < 0 else day > base):
            yield Interval.on(day)


def _seasons(first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    letters = str(first)
    for year in _year_of(SEASON_MONTHS[letters], base, step):
        yield season(letters, year)


def _quarters(first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    month = int(first) * 3 - 2
    if 1 <= int(first) <= _QUARTERS:
        for year in _year_of(month, base, step):
            yield Interval.unit_at(datetime(year, month, 1), Granularity.QUARTER)


def _feasts(first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    for distance in range(2):
        year = base.year + step * distance
        found = named(str(first), year)
        day = found.first_day if found else None
        if found and day and (day <= base if step < 0 else day > base):
            yield found
            return


def named(name: str, year: int) -> Interval | None:
    """A moving feast in a year: its day, or from its first to its last."""
    day = feast(name, year) if MINYEAR <= year <= MAXYEAR else None
    over = feast(LASTING[name], year) if name in LASTING else None
    if day is None or over is None:
        return Interval.on(day) if day else None
    start, end = (datetime(on.year, on.month, on.day) for on in (day, over))
    return Interval(start, end, Granularity.DAY) if start < end else None


def season(letters: str, year: int) -> Interval:
    """Three months from the season's first; winter runs into the following year."""
    start = datetime(year, SEASON_MONTHS[letters], 1)
    end = advance(start, 3, Granularity.MONTH)
    return Interval(start, end, Granularity.QUARTER, part=letters)


def _weekends(_first: int | str, _second: int, base: date, step: int) -> Iterator[Interval]:
    for day in _weekdays(_SATURDAY, 0, base, step):
        yield from filter(None, [weekend(day.start) if day.start else None])


def weekend(day: datetime) -> Interval | None:
    """The Saturday and Sunday of the ISO week of `day`; `None` after the last of the calendar."""
    saturday = advance(day, _SATURDAY - day.weekday(), Granularity.DAY)
    monday = advance(saturday, 2, Granularity.DAY) if saturday else None
    return Interval(saturday, monday, Granularity.WEEK, part="WE") if monday else None


_KINDS: dict[str, Callable[[int | str, int, date, int], Iterator[Interval]]] = {
    "weekday": _weekdays,
    "month": _months,
    "month-day": _month_days,
    "day-of-month": _days_of_month,
    "feast": _feasts,
    "quarter": _quarters,
    "season": _seasons,
    "weekend": _weekends,
}
