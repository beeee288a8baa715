"""What is written as a TIMEX3 value, other people's readers take for the same time.

No one reader knows all of TIMEX3, so each form goes to one that does: ISO 8601 dates, weeks, clock
times and durations to aniso8601; left-out digits, quarters, halves and seasons, once written as in
EDTF, to edtf; weekends, parts of day and repeating weekdays to Microsoft's reader of TIMEX. None
knows `P2DE`, `PXW` and `TMI`: these are rows at the end.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import aniso8601
import edtf
import pytest
from aniso8601.builders import TupleBuilder
from aniso8601.resolution import DateResolution, TimeResolution
from datatypes_timex_expression import Timex
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.temporal import (
    Granularity,
    Interval,
    Length,
    Recurrence,
    apply,
    length_value,
    recurrence_value,
    timex3_value,
)

# Units that end on the calendar; what holds the year 1 begins in a year 0 for other readers.
moments = st.datetimes(datetime(100, 1, 1), datetime(9998, 12, 31))
days = moments.map(lambda moment: Interval.on(moment.date()))
years = days.map(lambda day: made("holding", day, "year"))
units = st.builds(Interval.unit_at, moments, st.sampled_from(Granularity)).filter(
    lambda unit: unit.end is not None
)
weekends = days.map(lambda day: made("shift", day, 0, "weekend"))
seasons = st.builds(
    lambda name, year: made("part", name, year), st.sampled_from(["SP", "SU", "FA", "WI"]), years
)
halves = st.builds(
    lambda count, year: made("nth", count, "half", year), st.sampled_from([1, 2]), years
)
thirds = st.builds(
    lambda mod, whole: made("narrow", mod, whole), st.sampled_from(["START", "MID", "END"]), units
)
places = st.one_of(units, weekends, seasons, halves, thirds)


def made(operator: str, *inputs: object) -> Interval:
    outcome = apply(operator, inputs)
    assert outcome is not None
    return outcome


# ── the readers ───────────────────────────────────────────────────────────────────────────────────

_DATES = {
    DateResolution.Year: relativedelta(years=1),
    DateResolution.Month: relativedelta(months=1),
    DateResolution.Week: relativedelta(weeks=1),
    DateResolution.Day: relativedelta(days=1),
}
_CLOCKS = {
    TimeResolution.Hours: relativedelta(hours=1),
    TimeResolution.Minutes: relativedelta(minutes=1),
}
_EDTF = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q": 32, "H": 39}  # Q1 is 33, H1 is 40


def read(value: str) -> tuple[datetime, datetime]:
    """First moment and the first after, as other people's readers find them."""
    first, _, last = value.partition("/")
    return _read(first)[0], _read(last or first)[1]


def _read(value: str) -> tuple[datetime, datetime]:
    if value.endswith("-WE"):
        monday, end = _iso(value.removesuffix("-WE"))
        return monday + timedelta(days=5), end
    if named := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|[QH](?=[1-4]$))(\d?)", value):
        return _edtf(f"{named[1]}-{_EDTF[named[2]] + int(named[3] or 0)}")
    return _edtf(value.ljust(4, "X")) if len(value) < 4 else _iso(value)


def _iso(value: str) -> tuple[datetime, datetime]:
    if "T" in value:
        start = aniso8601.parse_datetime(value)
        return start, start + _CLOCKS[aniso8601.get_datetime_resolution(value)]
    day = aniso8601.parse_date(value)
    start = datetime(day.year, day.month, day.day)
    return start, start + _DATES[aniso8601.get_date_resolution(value)]


def _edtf(text: str) -> tuple[datetime, datetime]:
    parsed = edtf.parse_edtf(text)
    first, last = (date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict()))
    end = datetime(last.year, last.month, last.day) + timedelta(days=1)
    return datetime(first.year, first.month, first.day), end


# ── places ────────────────────────────────────────────────────────────────────────────────────────


@given(places)
def test_a_place_is_read_back_as_it_is(place: Interval) -> None:
    start, end = read(timex3_value(place))

    assert start == place.start
    assert end == place.end or place.part == "WI"  # edtf ends a winter with its year


@given(places, places)
def test_a_range_is_read_back_as_it_is(one: Interval, other: Interval) -> None:
    whole = apply("between", (one, other)) or made("between", other, one)

    assert read(timex3_value(whole)) == (whole.start, whole.end)


@given(days, st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_read_back_by_both(day: Interval, hour: int, minute: int) -> None:
    value = timex3_value(made("clock", day, hour, minute, ""))
    timex = Timex(value)

    assert aniso8601.parse_datetime(value) == day.start + timedelta(hours=hour, minutes=minute)
    assert (timex.hour, timex.minute, timex.day_of_month) == (hour, minute, day.start.day)


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 4000))
def test_a_range_of_days_is_an_interval_to_a_reader_of_iso_8601(day: date, more: int) -> None:
    last = day + timedelta(days=more + 1)
    value = timex3_value(made("between", Interval.on(day), Interval.on(last)))

    assert tuple(aniso8601.parse_interval(value)) == (day, last)


# ── what only TIMEX3 has ──────────────────────────────────────────────────────────────────────────


@given(days, st.sampled_from(["MO", "AF", "EV", "NI", "DT"]))
def test_a_part_of_day_is_that_part_of_that_day(day: Interval, part: str) -> None:
    timex = Timex(timex3_value(made("part", part, day)))

    assert date(timex.year, timex.month, timex.day_of_month) == day.first_day
    assert timex.part_of_day == part


@given(weekends)
def test_a_weekend_ends_its_week(weekend: Interval) -> None:
    timex = Timex(timex3_value(weekend))
    saturday = date.fromisocalendar(timex.year, timex.week_of_year, 6)

    assert timex.weekend
    assert saturday == weekend.first_day


@given(seasons)
def test_a_season_is_of_the_year_it_begins_in(season: Interval) -> None:
    timex = Timex(timex3_value(season))

    assert (timex.year, timex.season) == (season.start.year, season.part)


@pytest.mark.parametrize("weekday", range(1, 8))
def test_a_repeating_weekday_is_a_day_of_the_week(weekday: int) -> None:
    timex = Timex(recurrence_value(Recurrence(Length(1, Granularity.WEEK), f"WXX-{weekday}")))

    assert timex.day_of_week == weekday
    assert timex.year is None


# ── lengths ───────────────────────────────────────────────────────────────────────────────────────

_LENGTHS = {
    Granularity.MINUTE: ("minutes", "TnM"),
    Granularity.HOUR: ("hours", "TnH"),
    Granularity.DAY: ("days", "PnD"),
    Granularity.WEEK: ("weeks", "PnW"),
    Granularity.MONTH: ("months", "PnM"),
    Granularity.YEAR: ("years", "PnY"),
}
# in seconds, and months and years in months
_SIZES = {"TnS": 1, "TnM": 60, "TnH": 3600, "PnD": 86_400, "PnW": 604_800, "PnM": 1, "PnY": 12}
amounts = st.one_of(st.integers(0, 10**15), st.integers(0, 10**6).map(lambda tenths: tenths / 10))


@given(amounts, st.sampled_from(sorted(_LENGTHS)))
def test_a_length_is_read_back_as_it_is(amount: float, unit: Granularity) -> None:
    value = length_value(Length(amount, unit))
    name, field = _LENGTHS[unit]
    parts = aniso8601.parse_duration(value, builder=TupleBuilder)._asdict()
    told = {key: Decimal(part) for key, part in parts.items() if part}
    size, exact = _SIZES[field], Decimal(str(amount))

    assert sum(_SIZES[key] * part for key, part in told.items()) == size * exact
    if told.keys() <= {field}:  # and no part in a finer unit
        assert getattr(Timex(value), name) == exact
    assert recurrence_value(Recurrence(Length(amount, unit))) == value


# ── what no reader knows ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("unit", "value"),
    [(Granularity.QUARTER, "P2Q"), (Granularity.DECADE, "P2DE"), (Granularity.CENTURY, "P2CE")],
)
def test_lengths_of_timex3_alone(unit: Granularity, value: str) -> None:
    assert length_value(Length(2, unit)) == value
    assert length_value(Length(None, unit)) == value.replace("2", "X")


def test_midday_is_of_timex3_alone() -> None:
    assert timex3_value(made("part", "MI", Interval.of(2024, 3, 15))) == "2024-03-15TMI"
