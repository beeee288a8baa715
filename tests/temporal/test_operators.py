"""Calendar operators: rows for what each means, laws for what always holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.model import Operand
from kztimeline.temporal import (
    UNITS,
    Granularity,
    Interval,
    Qualifier,
    advance,
    apply,
    timex3_value,
    truncate,
)

FRIDAY = Interval.of(2024, 3, 15)
NINETIES = Interval.unit_at(datetime(1990, 1, 1), Granularity.DECADE)
days = st.dates(date(1600, 1, 1), date(2400, 12, 31))
units = st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"])

ROWS: list[tuple[str, tuple[Operand, ...], str | None]] = [
    ("date", (2024, 2, 29), "2024-02-29"),
    ("date", (2023, 2, 29), None),
    ("date", (0,), None),
    ("date", (2021, 3), "2021-03"),
    ("latest", ("weekday", 4, 0, FRIDAY), "2024-03-15"),
    ("latest", ("weekday", 5, 0, FRIDAY), "2024-03-09"),
    ("before", ("weekday", 4, 0, FRIDAY), "2024-03-08"),
    ("before", ("month", 3, 0, FRIDAY), "2023-03"),
    ("before", ("season", "WI", 0, FRIDAY), "2023-WI"),
    ("following", ("weekday", 4, 0, FRIDAY), "2024-03-22"),
    ("following", ("month", 3, 0, FRIDAY), "2025-03"),
    ("following", ("month-day", 2, 29, FRIDAY), "2028-02-29"),
    ("latest", ("month-day", 2, 30, FRIDAY), None),
    ("latest", ("season", "WI", 0, FRIDAY), "2023-WI"),
    ("following", ("season", "SP", 0, FRIDAY), "2025-SP"),
    ("latest", ("weekend", "", 0, FRIDAY), "2024-W10-WE"),
    ("on_weekday", (3, 1, 13, FRIDAY), "2022-01-13"),
    ("on_weekday", (4, 2, 30, FRIDAY), None),
    ("shift", (FRIDAY, -1, "week"), "2024-W10"),
    ("shift", (FRIDAY, -1, "fortnight"), "2024-W09"),
    ("shift", (FRIDAY, -1, "month"), "2024-02"),
    ("shift", (FRIDAY, 2, "quarter"), "2024-Q3"),
    ("shift", (FRIDAY, -1, "century"), "19"),
    ("shift", (FRIDAY, -1, "weekend"), "2024-W10-WE"),
    ("shift", (FRIDAY, 9000, "year"), None),
    ("shift", (Interval.of(2024, 3), -1, "day"), "2024-03"),
    ("move", (FRIDAY, -1, "year"), "2023-03-15"),
    ("move", (FRIDAY, -1, "fortnight"), "2024-03-01"),
    ("holding", (FRIDAY, "decade"), "202"),
    ("which", (1, "weekday", 0, Interval.of(2024, 5)), "2024-05-06"),
    ("which", (1, "weekday", 2, Interval.of(2024, 5)), "2024-05-01"),
    ("which", (5, "weekday", 4, Interval.of(2024, 5)), "2024-05-31"),
    ("which", (5, "weekday", 5, Interval.of(2024, 5)), None),
    ("which", (-1, "weekday", 4, Interval.of(2024, 5)), "2024-05-31"),
    ("which", (-1, "weekday", 5, Interval.of(2024, 5)), "2024-05-25"),
    ("which", (-2, "weekday", 5, Interval.of(2024, 5)), "2024-05-18"),
    ("which", (0, "weekday", 5, Interval.of(2024, 5)), None),
    ("which", (1, "week", 0, Interval.of(2024, 3)), "2024-W10"),  # whose Thursday is the 7th
    ("which", (-1, "week", 0, Interval.of(2024, 3)), "2024-W13"),
    ("which", (1, "weekend", 0, Interval.of(2024, 9)), "2024-W36-WE"),  # the 1st is a Sunday
    ("which", (-1, "day", 0, Interval.of(2024, 2)), "2024-02-29"),
    ("which", (3, "day", 0, Interval.of(2024, 2)), "2024-02-03"),
    ("which", (30, "day", 0, Interval.of(2024, 2)), None),
    ("which", (-1, "month", 0, Interval.of(2024)), "2024-12"),
    ("which", (2, "month", 0, Interval.of(2024)), "2024-02"),
    ("which", (2, "year", 0, Interval.of(2024)), None),
    ("nth", (3, "quarter", Interval.of(2022)), "2022-Q3"),
    ("nth", (2, "half", Interval.of(2021)), "2021-H2"),
    ("nth", (3, "fortnight", Interval.of(2024)), "2024-W05"),
    ("nth", (3, "half", Interval.of(2021)), None),
    ("nth", (32, "day", Interval.of(2021, 2)), None),
    ("nth", (0, "weekday", apply("holding", (FRIDAY, "week"))), "2024-03-11"),
    ("part", ("NI", FRIDAY), "2024-03-15TNI"),
    ("part", ("MO", Interval.of(824, 3, 15)), "0824-03-15TMO"),
    ("part", ("SU", Interval.of(2015)), "2015-SU"),
    ("part", ("NI", Interval.of(2015)), "2015"),
    ("decade", (1990,), "199"),
    ("decade", (60,), "196"),
    ("decade", (100,), "01"),
    ("decade", (99,), "199"),
    ("decade", (10,), "201"),
    ("decade", (20,), "192"),
    ("decade", (1600,), "16"),
    ("decade", (2000,), "200"),
    ("century", (19,), "18"),
    ("century", (0,), None),
    ("century", (1,), "00"),
    ("century", (2,), "01"),
    ("between", (Interval.of(2024, 3, 4), Interval.of(2024, 3, 8)), "2024-03-04/2024-03-08"),
    ("between", (Interval.of(2024, 3, 8), Interval.of(2024, 3, 4)), None),
    ("clock", (FRIDAY, 4, 15, "PM"), "2024-03-15T16:15"),
    ("clock", (FRIDAY, 12, 0, "AM"), "2024-03-15T00:00"),
    ("clock", (FRIDAY, 12, 0, "PM"), "2024-03-15T12:00"),
    ("clock", (FRIDAY, 24, 0, ""), None),
    ("clock", (FRIDAY, 14, 0, "PM"), None),
    ("clock", (Interval.of(2024), 4, 0, "PM"), None),
    ("narrow", ("START", Interval.of(2024, 1)), "2024-01-01/2024-01-10"),
    ("narrow", ("MID", Interval.of(2024, 1)), "2024-01-11/2024-01-20"),
    ("narrow", ("END", Interval.of(2024, 1)), "2024-01-21/2024-01-31"),
    ("narrow", ("START", Interval.of(2024)), "2024-01/2024-04"),
    ("narrow", ("END", Interval.of(2024)), "2024-09/2024-12"),
    ("narrow", ("MID", Interval.of(2024)), "2024-05/2024-08"),
    ("narrow", ("START", NINETIES), "1990/1993"),
    ("narrow", ("MID", NINETIES), "1993/1996"),
    ("narrow", ("END", NINETIES), "1996/1999"),
    ("narrow", ("END", FRIDAY), "2024-03-15"),
    ("latest", ("feast", "easter", 0, Interval.of(2024, 3, 31)), "2024-03-31"),
    ("latest", ("feast", "easter", 0, FRIDAY), "2023-04-09"),
    ("following", ("feast", "easter", 0, Interval.of(2024, 3, 31)), "2025-04-20"),
    ("following", ("feast", "easter", 0, FRIDAY), "2024-03-31"),
    ("latest", ("quarter", 2, 0, FRIDAY), "2023-Q2"),
    ("latest", ("quarter", 1, 0, FRIDAY), "2024-Q1"),
    ("following", ("quarter", 1, 0, FRIDAY), "2025-Q1"),
    ("latest", ("day-of-month", 15, 0, FRIDAY), "2024-03-15"),
    ("latest", ("day-of-month", 16, 0, FRIDAY), "2024-02-16"),
    ("following", ("day-of-month", 15, 0, FRIDAY), "2024-04-15"),
    ("following", ("day-of-month", 31, 0, Interval.of(2024, 3, 31)), "2024-05-31"),
    ("latest", ("month-day", 3, 15, FRIDAY), "2024-03-15"),
    ("following", ("month-day", 3, 15, FRIDAY), "2025-03-15"),
]


@pytest.mark.parametrize(("operator", "inputs", "value"), ROWS)
def test_operator(operator: str, inputs: tuple[Operand, ...], value: str | None) -> None:
    outcome = apply(operator, inputs)

    assert value == (timex3_value(outcome) if outcome else None)


def test_days_side_by_side_share_no_time() -> None:
    next_day = Interval.of(2024, 3, 16)

    assert not FRIDAY.overlaps(next_day)
    assert not next_day.overlaps(FRIDAY)
    assert FRIDAY._replace(end=None).overlaps(next_day)
    assert next_day._replace(start=None).overlaps(FRIDAY)


@pytest.mark.parametrize("end", ["start", "end"])
def test_what_is_open_at_one_end_is_no_unit(end: str) -> None:
    assert FRIDAY.is_unit
    assert not FRIDAY._replace(**{end: None}).is_unit


def test_about_marks_the_interval() -> None:
    outcome = apply("narrow", ("APPROX", FRIDAY))

    assert outcome is not None
    assert outcome.qualifier is Qualifier.APPROXIMATE


@given(days, st.integers(0, 6))
def test_a_weekday_has_one_before_and_one_after(day: date, weekday: int) -> None:
    anchor = Interval.on(day)
    past = apply("latest", ("weekday", weekday, 0, anchor))
    future = apply("following", ("weekday", weekday, 0, anchor))

    assert past is not None
    assert future is not None
    assert past.first_day is not None
    assert future.first_day is not None
    assert past.first_day <= day < future.first_day
    assert future.first_day - past.first_day == timedelta(days=7)
    assert past.first_day.weekday() == future.first_day.weekday() == weekday


@given(days, st.integers(1, 12), st.integers(1, 31))
def test_month_days_surround_the_anchor(day: date, month: int, number: int) -> None:
    anchor = Interval.on(day)
    past = apply("latest", ("month-day", month, number, anchor))
    future = apply("following", ("month-day", month, number, anchor))
    if past is None or future is None:
        assert (month, number) in {(2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)}
        return

    assert past.first_day is not None
    assert future.first_day is not None
    assert past.first_day <= day < future.first_day
    assert {(d.month, d.day) for d in (past.first_day, future.first_day)} == {(month, number)}


@given(days, units, st.integers(-5, 5))
def test_shifting_there_and_back(day: date, unit: str, count: int) -> None:
    start = Interval.on(day)
    there = apply("shift", (start, count, unit))

    assert there is not None
    assert apply("shift", (there, -count, unit)) == apply("holding", (start, unit))


@given(days, units)
def test_a_unit_holds_its_days(day: date, unit: str) -> None:
    inside = Interval.on(day)
    whole = apply("holding", (inside, unit))

    assert whole is not None
    assert whole.contains(inside)
    assert whole.is_unit
    assert whole.granularity is UNITS[unit][0]


@given(st.datetimes(datetime(1600, 1, 1), datetime(2400, 1, 1)), st.sampled_from(Granularity))
def test_truncating_twice_is_truncating_once(moment: datetime, unit: Granularity) -> None:
    once = truncate(moment, unit)

    assert truncate(once, unit) == once
    assert once <= moment
    following = advance(once, 1, unit)
    assert following is not None
    assert moment < following


@pytest.mark.parametrize(
    ("unit", "start"),
    [
        (Granularity.MINUTE, datetime(2024, 3, 15, 9, 30)),
        (Granularity.HOUR, datetime(2024, 3, 15, 9)),
        (Granularity.DAY, datetime(2024, 3, 15)),
        (Granularity.WEEK, datetime(2024, 3, 11)),
        (Granularity.MONTH, datetime(2024, 3, 1)),
        (Granularity.QUARTER, datetime(2024, 1, 1)),
        (Granularity.DECADE, datetime(2020, 1, 1)),
    ],
)
def test_a_unit_begins_on_the_dot(unit: Granularity, start: datetime) -> None:
    assert truncate(datetime(2024, 3, 15, 9, 30, 59, 7), unit) == start


@given(days, days)
def test_overlap_is_mutual(left: date, right: date) -> None:
    one, other = Interval.on(left), Interval.unit_at(datetime(right.year, 1, 1), Granularity.YEAR)

    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == other.contains(one)


def test_an_empty_interval_is_refused() -> None:
    moment = datetime(2024, 1, 1)

    with pytest.raises(ValueError, match="must not be empty"):
        Interval(moment, moment, Granularity.DAY)
