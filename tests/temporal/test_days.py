"""DaySet against plain sets of days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kztimeline.temporal import DaySet

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
SOME = st.sets(DAYS, max_size=30)


@given(SOME, SOME)
def test_and_or_are_those_of_sets(left: set[date], right: set[date]) -> None:
    one, other = DaySet.of(left), DaySet.of(right)
    assert set(one & other) == left & right
    assert set(one | other) == left | right
    assert list(one) == sorted(left)
    assert len(one) == len(left)
    assert bool(one) == bool(left)


@given(SOME, DAYS)
def test_membership(days: set[date], day: date) -> None:
    assert (day in DaySet.of(days)) == (day in days)


@given(SOME)
def test_first_last_and_years(days: set[date]) -> None:
    found = DaySet.of(days)
    assert found.first == min(days, default=None)
    assert found.last == max(days, default=None)
    counts = {year: sum(day.year == year for day in days) for year in {day.year for day in days}}
    assert found.years == counts
    assert list(found.years) == sorted(counts)


@given(DAYS, DAYS)
def test_between_holds_both_ends(first: date, last: date) -> None:
    count = (last - first).days + 1
    expected = {first + timedelta(days=by) for by in range(count)}
    assert set(DaySet.between(first, last)) == expected


@given(st.sets(st.integers(0, 6)), DAYS, st.integers(0, 900))
def test_weekdays(weekdays: set[int], first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = DaySet.weekdays(weekdays, first, last)
    assert set(found) == {day for day in DaySet.between(first, last) if day.weekday() in weekdays}


@given(st.sets(DAYS, min_size=1, max_size=5), st.integers(0, 40), st.integers(0, 40))
def test_spread_reaches_to_both_sides(days: set[date], before: int, after: int) -> None:
    expected = {day + timedelta(days=by) for day in days for by in range(-before, after + 1)}
    assert set(DaySet.of(days).spread(before, after)) == expected


def test_days_before_1800_are_in_no_set() -> None:
    old, new = date(1799, 12, 31), date(1800, 1, 1)
    assert list(DaySet.of([old])) == []
    assert new in DaySet.of([new])
    assert list(DaySet.of([old, new])) == [new]
    assert list(DaySet.between(old, new)) == [new]
    assert old not in DaySet.between(date.min, date.max)
    assert DaySet.weekdays([0], date(1700, 1, 1), old) == DaySet()


@given(SOME, st.integers(-400, 400))
def test_shifted(days: set[date], by: int) -> None:
    assert set(DaySet.of(days).shifted(by)) == {day + timedelta(days=by) for day in days}
