"""Dates that come again: a weekday, a day of a month, a month, a season, a weekend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from kztimeline.temporal.granularity import Granularity, advance
from kztimeline.temporal.holidays import LASTING, feast
from kztimeline.temporal.interval import Interval, calendar_day

# First month of each season in the north, where the letters are TIMEX3's; winter belongs to the
# year it begins in.
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SATURDAY = 5
_QUARTERS = range(1, 5)
_MONTHS_TRIED = 3  # the 31st comes in every other month at least
_YEARS_TRIED = 9  # 29 February, over a century that is no leap year
_FEASTS_TRIED = 2  # this year's, and the one beside it


def latest(kind: str, first: int | str, second: int, base: date) -> Interval | None:
    """The last such date that begins on or before the day `base`; `None` where none does.

    `kind` is ``weekday`` (`first` 0 Monday–6), ``month`` (`first` 1–12), ``month-day`` (`first`
    month, `second` day), ``day-of-month`` (`first` 1–31), ``season`` (`first` letters) or
    ``weekend``; what a kind does not need is 0.

    >>> latest("weekday", 4, 0, date(2024, 3, 15)).first_day
    datetime.date(2024, 3, 15)
    """
    return next(_KINDS[kind](first, second, base, ahead=False), None)


def following(kind: str, first: int | str, second: int, base: date) -> Interval | None:
    """The first such date that begins after the day `base`.

    >>> following("month-day", 2, 29, date(2024, 3, 15)).first_day
    datetime.date(2028, 2, 29)
    """
    return next(_KINDS[kind](first, second, base, ahead=True), None)


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
        if (candidate := calendar_day(year, month, day)) and candidate.weekday() == weekday
    ]
    if not found:
        return None
    return Interval.on(min(found, key=lambda candidate: (abs((candidate - base).days), candidate)))


_WEEKDAY_REACH = 12  # years; every weekday comes again for a date within 11, but for 29 February


def _weekdays(first: int | str, _second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    behind = (base.weekday() - int(first)) % 7
    yield from _if_on_calendar(base, 7 - behind if ahead else -behind)


def _if_on_calendar(base: date, offset: int) -> Iterator[Interval]:
    try:
        yield Interval.on(base + timedelta(days=offset))
    except OverflowError:
        return


def _months(first: int | str, _second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    for year in _year_of(int(first), base, ahead=ahead):
        yield Interval.of(year, int(first))


def _year_of(month: int, base: date, *, ahead: bool) -> Iterator[int]:
    """The year of the last such month that has begun, or of the first after it."""
    year = base.year - (base.month < month) + ahead
    if MINYEAR <= year <= MAXYEAR:
        yield year


def _first_on(days: Iterable[date | None], base: date, *, ahead: bool) -> Iterator[Interval]:
    """Of days ever further away those on the side asked for."""
    return (Interval.on(day) for day in days if day and (day > base) == ahead)


def _away(number: int, reach: int, *, ahead: bool) -> range:
    return range(number, number + reach) if ahead else range(number, number - reach, -1)


def _month_days(first: int | str, second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    years = _away(base.year, _YEARS_TRIED, ahead=ahead)
    return _first_on((calendar_day(year, int(first), second) for year in years), base, ahead=ahead)


def _days_of_month(
    first: int | str, _second: int, base: date, *, ahead: bool
) -> Iterator[Interval]:
    months = _away(base.year * 12 + base.month - 1, _MONTHS_TRIED, ahead=ahead)
    return _first_on(
        (calendar_day(month // 12, month % 12 + 1, int(first)) for month in months),
        base,
        ahead=ahead,
    )


def _feasts(first: int | str, _second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    years = _away(base.year, _FEASTS_TRIED, ahead=ahead)
    found = filter(None, (named(str(first), year) for year in years))
    return (one for one in found if one.first_day and (one.first_day > base) == ahead)


def _seasons(first: int | str, _second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    letters = str(first)
    for year in _year_of(SEASON_MONTHS[letters], base, ahead=ahead):
        yield season(letters, year)


def _quarters(first: int | str, _second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    if int(first) not in _QUARTERS:
        return
    month = int(first) * 3 - 2
    for year in _year_of(month, base, ahead=ahead):
        yield Interval.unit_at(datetime(year, month, 1), Granularity.QUARTER)


def named(name: str, year: int) -> Interval | None:
    """A moving feast in a year: its day, or from its first to its last."""
    day = feast(name, year)
    if day is None or name not in LASTING:
        return Interval.on(day) if day else None
    ends = (feast(LASTING[name], at) for at in (year, year + 1))  # one may end in the next year
    over = next((end for end in ends if end and end > day), None)
    if over is None:
        return None
    start, end = (datetime(on.year, on.month, on.day) for on in (day, over))
    return Interval(start, end, Granularity.DAY)


def season(letters: str, year: int) -> Interval:
    """Three months from the season's first; winter runs into the following year."""
    start = datetime(year, SEASON_MONTHS[letters], 1)
    end = advance(start, 3, Granularity.MONTH)
    return Interval(start, end, Granularity.QUARTER, part=letters)


def _weekends(_first: int | str, _second: int, base: date, *, ahead: bool) -> Iterator[Interval]:
    for day in _weekdays(_SATURDAY, 0, base, ahead=ahead):
        yield from filter(None, [weekend(day.start) if day.start else None])


def weekend(day: datetime) -> Interval | None:
    """The Saturday and Sunday of the ISO week of `day`; `None` after the last of the calendar."""
    saturday = advance(day, _SATURDAY - day.weekday(), Granularity.DAY)
    monday = advance(saturday, 2, Granularity.DAY) if saturday else None
    return Interval(saturday, monday, Granularity.WEEK, part="WE") if monday else None


_KINDS: dict[str, Callable[..., Iterator[Interval]]] = {
    "weekday": _weekdays,
    "month": _months,
    "month-day": _month_days,
    "day-of-month": _days_of_month,
    "feast": _feasts,
    "quarter": _quarters,
    "season": _seasons,
    "weekend": _weekends,
}
