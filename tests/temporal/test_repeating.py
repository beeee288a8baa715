"""Repeating dates against the plain way: walk day by day until one fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kztimeline.temporal import Granularity, Interval, advance, apply
from kztimeline.temporal.holidays import FEASTS, feast

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
DAYS_TRIED = 3000  # from one 29 February to the next over 1900
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# How each kind is known by the day it begins on.
BEGINS: dict[str, Callable[[date, int | str, int], bool]] = {
    "weekday": lambda day, first, _: day.weekday() == first,
    "weekend": lambda day, _, __: day.isoweekday() == 6,
    "day-of-month": lambda day, first, _: day.day == first,
    "month-day": lambda day, first, second: (day.month, day.day) == (first, second),
    "month": lambda day, first, _: (day.month, day.day) == (first, 1),
    "quarter": lambda day, first, _: (day.month, day.day) == (int(first) * 3 - 2, 1),
    "season": lambda day, first, _: (day.month, day.day) == (SEASONS[str(first)], 1),
    "feast": lambda day, first, _: feast(str(first), day.year) == day,
}
rows = st.one_of(
    st.tuples(st.just("weekday"), st.integers(0, 6), st.just(0)),
    st.tuples(st.just("weekend"), st.just(""), st.just(0)),
    st.tuples(st.just("day-of-month"), st.integers(1, 31), st.just(0)),
    st.tuples(st.just("month-day"), st.integers(1, 12), st.integers(1, 29)),
    st.tuples(st.just("month"), st.integers(1, 12), st.just(0)),
    st.tuples(st.just("quarter"), st.integers(1, 4), st.just(0)),
    st.tuples(st.just("season"), st.sampled_from(sorted(SEASONS)), st.just(0)),
    st.tuples(st.just("feast"), st.sampled_from(sorted(FEASTS)), st.just(0)),
)
days = st.one_of(
    st.dates(date(1600, 1, 1), date(4000, 1, 1)),
    st.dates(date(1890, 1, 1), date(1910, 1, 1)),
    st.dates(FIRST, date(3, 1, 1)),
    st.dates(date(9997, 1, 1), LAST),
)


def walked(row: tuple[str, int | str, int], base: date, step: int) -> date | None:
    day = base if step < 0 else base + timedelta(days=1) if base < LAST else None
    for _ in range(DAYS_TRIED):
        if day is None or BEGINS[row[0]](day, *row[1:]):
            return day
        end = FIRST if step < 0 else LAST
        day = None if day == end else day + timedelta(days=step)
    return None


@given(rows, days, st.sampled_from([("latest", -1), ("following", 1)]))
@example(("month-day", 2, 29), date(1896, 3, 1), ("following", 1))
@example(("month-day", 2, 29), date(1904, 2, 28), ("latest", -1))
@example(("month-day", 3, 1), date(1, 5, 1), ("latest", -1))
@example(("day-of-month", 5, 0), date(1, 1, 9), ("latest", -1))
@example(("month", 1, 0), date(1, 1, 9), ("latest", -1))
@example(("month", 12, 0), date(9999, 11, 9), ("following", 1))
@example(("month-day", 12, 9), date(9999, 11, 9), ("following", 1))
@example(("quarter", 4, 0), date(9999, 9, 9), ("following", 1))
@example(("feast", "labor_day", 0), date(1, 12, 1), ("latest", -1))
@example(("feast", "labor_day", 0), date(9999, 1, 1), ("following", 1))
@example(("feast", "labor_day", 0), date(9999, 12, 1), ("following", 1))
@example(("feast", "ramadan", 0), date(2000, 1, 1), ("latest", -1))
def test_walking_day_by_day_comes_to_the_same(
    row: tuple[str, int | str, int], base: date, way: tuple[str, int]
) -> None:
    found = apply(way[0], (*row, Interval.on(base)))
    expected = walked(row, base, way[1])
    if row[0] in ("weekend", "season") and found is None:  # one that ends past the calendar
        assert expected is None or expected > date(9999, 9, 1)
        return

    assert (found.first_day if found else None) == expected


@given(rows, st.dates(date(1600, 1, 1), date(4000, 1, 1)))
def test_the_one_before_is_over(row: tuple[str, int | str, int], day: date) -> None:
    base = Interval.on(day)
    found, began = (apply(name, (*row, base)) for name in ("before", "latest"))
    if began is None or began.end is None or found is None:
        return

    assert found.end is not None
    assert found.end <= base.start
    if began.end <= base.start:
        assert found == began
    else:
        assert apply("following", (*row, found)) == began


@pytest.mark.parametrize("year", [1, 2, 13, 1900, 9985, 9997])
@pytest.mark.parametrize(("month", "day"), [(1, 1), (7, 4), (12, 31)])
def test_a_weekday_finds_the_year_nearest_by(year: int, month: int, day: int) -> None:
    base = date(year, 6, 1)
    for weekday in range(7):
        fitting = [
            one
            for other in range(max(year - 12, 1), min(year + 12, 9999))
            if (one := date(other, month, day)).weekday() == weekday
        ]
        nearest = min(fitting, key=lambda one: (abs(one - base), one))

        assert apply("on_weekday", (weekday, month, day, Interval.on(base))) == (
            Interval.on(nearest)
        )


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.sampled_from(Granularity))
def test_ten_units_are_ten_times_one(day: date, unit: Granularity) -> None:
    moment = start = Interval.unit_at(Interval.on(day).start, unit).start
    for _ in range(10):
        moment = advance(moment, 1, unit)

    assert advance(start, 10, unit) == moment
