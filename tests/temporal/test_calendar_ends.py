"""At the ends of the calendar, and on open intervals, operators answer “none”."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.model import Operand
from kztimeline.temporal import (
    UNITS,
    Granularity,
    Interval,
    Length,
    Recurrence,
    advance,
    apply,
    length_value,
    recurrence_value,
    timex3_value,
    truncate,
)

FIRST, LAST = Interval.of(1, 1, 1), Interval.of(9999, 12, 31)
MARCH = Interval.of(2024, 3, 15)
OPEN = MARCH._replace(start=None)
REPEATING: list[tuple[str, int | str, int]] = [
    ("weekday", 4, 0),
    ("month", 3, 0),
    ("month-day", 3, 15),
    ("day-of-month", 15, 0),
    ("season", "SU", 0),
    ("quarter", 2, 0),
    ("weekend", "", 0),
]


@pytest.mark.parametrize("operator", ["latest", "before", "following"])
@pytest.mark.parametrize("row", REPEATING)
def test_nothing_repeats_beside_an_open_start(operator: str, row: tuple[str, int, int]) -> None:
    assert apply(operator, (*row, OPEN)) is None


@pytest.mark.parametrize(
    ("operator", "inputs"),
    [
        ("on_weekday", (4, 3, 15, OPEN)),
        ("shift", (OPEN, 1, "day")),
        ("move", (OPEN, 1, "day")),
        ("holding", (OPEN, "month")),
        ("nth", (1, "quarter", OPEN)),
        ("part", ("SU", OPEN)),
        ("between", (OPEN, MARCH)),
        ("clock", (OPEN, 5, 0, "")),
    ],
)
def test_an_open_start_gives_no_place(operator: str, inputs: tuple[Operand, ...]) -> None:
    assert apply(operator, inputs) is None


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [row for row in REPEATING if row[0] not in ("weekday", "weekend")] + [("weekday", 5, 0)],
)
def test_nothing_follows_the_last_day(kind: str, first: int | str, second: int) -> None:
    assert apply("following", (kind, first, second, LAST)) is None


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("weekday", 4, 0),
        ("month", 3, 0),
        ("month-day", 3, 15),
        ("day-of-month", 15, 0),
        ("season", "SU", 0),
        ("quarter", 2, 0),
        ("weekend", "", 0),
    ],
)
def test_nothing_precedes_the_first_day(kind: str, first: int | str, second: int) -> None:
    assert apply("latest", (kind, first, second, FIRST)) is None
    assert apply("before", (kind, first, second, FIRST)) is None


@pytest.mark.parametrize(
    ("operator", "inputs"),
    [
        ("before", ("weekday", 0, 0, FIRST)),
        ("before", ("month", 1, 0, FIRST)),
        ("shift", (LAST, 0, "weekend")),
        ("following", ("weekend", "", 0, LAST)),
        ("shift", (LAST, 1, "day")),
        ("shift", (FIRST, -1, "day")),
        ("nth", (0, "weekday", LAST)),
        ("date", (10_000,)),
        ("century", (100,)),
    ],
)
def test_past_the_ends_there_is_nothing(operator: str, inputs: tuple[Operand, ...]) -> None:
    assert apply(operator, inputs) is None


def test_the_first_weekday_of_the_calendar() -> None:
    assert apply("nth", (0, "weekday", FIRST)) == FIRST


@pytest.mark.parametrize("number", [-1, 0, 5, 13])
@pytest.mark.parametrize("operator", ["latest", "before", "following"])
def test_no_such_quarter(operator: str, number: int) -> None:
    assert apply(operator, ("quarter", number, 0, MARCH)) is None


@pytest.mark.parametrize("operator", ["latest", "following"])
def test_no_such_day_of_a_month(operator: str) -> None:
    assert apply(operator, ("day-of-month", 32, 0, MARCH)) is None


@pytest.mark.parametrize(
    ("operator", "day", "value"),
    [
        ("following", (2024, 1, 31), "2024-03-31"),
        ("latest", (2024, 3, 30), "2024-01-31"),
        ("latest", (2024, 3, 31), "2024-03-31"),
    ],
)
def test_the_thirty_first_skips_short_months(
    operator: str, day: tuple[int, int, int], value: str
) -> None:
    found = apply(operator, ("day-of-month", 31, 0, Interval.of(*day)))

    assert found is not None
    assert timex3_value(found) == value


@pytest.mark.parametrize(
    ("operator", "day", "year"),
    [("following", (1896, 3, 1), 1904), ("latest", (1904, 2, 28), 1896)],
)
def test_leap_days_skip_a_century(operator: str, day: tuple[int, int, int], year: int) -> None:
    found = apply(operator, ("month-day", 2, 29, Interval.of(*day)))

    assert found == Interval.of(year, 2, 29)


@given(st.dates(), st.sampled_from(sorted(UNITS)), st.integers(-(10**6), 10**6))
def test_shifting_is_total(day: date, unit: str, count: int) -> None:
    for operator in ("shift", "move"):
        found = apply(operator, (Interval.on(day), count, unit))
        assert found is None or found.start is not None


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.sampled_from(REPEATING))
def test_repeating_dates_surround_their_base(day: date, row: tuple[str, int, int]) -> None:
    base = Interval.on(day)
    past, future, over = (apply(name, (*row, base)) for name in ("latest", "following", "before"))

    assert past is not None
    assert future is not None
    assert past.first_day is not None
    assert future.first_day is not None
    assert past.first_day <= day < future.first_day or row[0] == "weekend"
    assert past.start != future.start
    assert over is None or over.last_day is None or over.last_day < day


@pytest.mark.parametrize("unit", [unit for unit in Granularity if unit > Granularity.HOUR])
def test_the_first_unit_begins_with_the_calendar(unit: Granularity) -> None:
    assert truncate(datetime(1, 1, 1, 5), unit) == datetime(1, 1, 1)


@pytest.mark.parametrize("unit", list(Granularity))
def test_the_last_unit_has_no_end(unit: Granularity) -> None:
    moment = datetime(9999, 12, 31, 23, 59)

    assert advance(moment, 1, unit) is None
    assert Interval.unit_at(moment, unit).end is None


def test_an_open_interval_has_no_timex3_value() -> None:
    with pytest.raises(ValueError, match="an open interval has no TIMEX3 value"):
        timex3_value(OPEN)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (10, Granularity.DAY, "P10D"),
        (1.5, Granularity.HOUR, "PT1H30M"),
        (30, Granularity.MINUTE, "PT30M"),
        (2, Granularity.MONTH, "P2M"),
        (0, Granularity.DAY, "P0D"),
        (100, Granularity.YEAR, "P100Y"),
        (2_500_000, Granularity.HOUR, "PT2500000H"),
        (10**12, Granularity.YEAR, "P1000000000000Y"),
        (None, Granularity.WEEK, "PXW"),
    ],
)
def test_lengths(amount: float | None, unit: Granularity, value: str) -> None:
    assert length_value(Length(amount, unit)) == value


@pytest.mark.parametrize(
    ("recurrence", "value"),
    [
        (Recurrence(Length(1, Granularity.WEEK)), "P1W"),
        (Recurrence(Length(1, Granularity.WEEK), "WXX-2"), "XXXX-WXX-2"),
    ],
)
def test_recurrences(recurrence: Recurrence, value: str) -> None:
    assert recurrence_value(recurrence) == value


@pytest.mark.parametrize("unit", list(Granularity))
def test_units_are_published_by_their_english_name(unit: Granularity) -> None:
    assert unit.word == unit.name.lower()


@pytest.mark.parametrize(
    "numbers",
    [(0,), (10_000,), (2024, 0), (2024, 13), (2024, 3, 0), (2024, 2, 30), (10**20,), (1, 10**9)],
)
def test_what_is_no_date_is_no_interval(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="no such date"):
        Interval.of(*numbers)


@pytest.mark.parametrize("kind", ["month-day", "day-of-month"])
def test_a_day_beyond_all_numbers_never_comes(kind: str) -> None:
    first, second = (9, 10**20) if kind == "month-day" else (10**20, 0)
    assert apply("latest", (kind, first, second, MARCH)) is None
    assert apply("following", (kind, first, second, MARCH)) is None
    assert apply("date", (2024, 9, 10**20)) is None
