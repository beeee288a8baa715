from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.anchors.doubts import in_words
from kztimeline.anchors.written_days import apart, read_written_day
from kztimeline.languages import Shape, load_language, load_shapes
from kztimeline.model import DateOrder
from kztimeline.temporal import Interval
from shape_rows import examples, row_id, traps

TABLE = "header_dates"
ENGLISH = load_language("en")


def told(text: str, order: DateOrder = DateOrder.MDY) -> str | None:
    """The day in words; ``--03-12`` for one without a year."""
    day = read_written_day(text, ENGLISH, order)
    if day is None:
        return None
    leap = day.in_year(2024) if day.lacks_year else day.interval
    assert leap is not None
    return in_words(leap).replace("2024-", "--") if day.lacks_year else in_words(leap)


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example_is_read_by_its_row(shape: Shape, text: str, value: str) -> None:
    hit = next(load_shapes("en", TABLE).find(text))

    assert (hit.shape.name, told(text)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap_is_not_read_by_its_row(shape: Shape, text: str) -> None:
    assert shape.name not in {hit.shape.name for hit in load_shapes("en", TABLE).find(text)}


@pytest.mark.parametrize(
    ("text", "order", "day", "other"),
    [
        ("05/03/2024", DateOrder.MDY, "2024-05-03", "2024-03-05"),
        ("05/03/2024", DateOrder.DMY, "2024-03-05", "2024-05-03"),
        ("05.03.2024", DateOrder.YMD, "2024-03-05", None),
        ("05.03.2024", DateOrder.MDY, "2024-03-05", None),
        ("13/03/2024", DateOrder.MDY, "2024-03-13", None),
        ("05/05/2024", DateOrder.MDY, "2024-05-05", None),
        ("2024-05-03", DateOrder.DMY, "2024-05-03", None),
    ],
)
def test_order_of_figures(text: str, order: DateOrder, day: str, other: str | None) -> None:
    written = read_written_day(text, ENGLISH, order)

    assert written is not None
    assert written.interval is not None
    assert (in_words(written.interval), written.other and in_words(written.other)) == (day, other)


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Tuesday 12 March 2024", ""),
        ("Tue, 12 Mar 2024", ""),
        ("Friday 12 March 2024", "Friday"),
        ("March 12, 2024 Mon", "Mon"),
        ("12 March 2024", ""),
    ],
)
def test_weekday_beside_the_day(text: str, weekday: str) -> None:
    day = read_written_day(text, ENGLISH, DateOrder.MDY)

    assert day is not None
    assert day.contradicts == weekday


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Dec. 31", Interval.of(2024, 1, 1), "2023-12-31"),
        ("Jan. 1", Interval.of(2023, 12, 31), "2024-01-01"),
        ("March 12", Interval.of(2024, 3, 15), "2024-03-12"),
        ("March 12", Interval.of(2024), "2024-03-12"),
        ("Feb. 29", Interval.of(2023, 3, 1), "2024-02-29"),
        ("Feb. 29", Interval.of(2022, 3, 1), None),
    ],
)
def test_nearest_year(text: str, known: Interval, expected: str | None) -> None:
    day = read_written_day(text, ENGLISH, DateOrder.MDY)

    assert day is not None
    found = day.nearest_to(known)
    assert (found and in_words(found)) == expected


@pytest.mark.parametrize(
    "text",
    ["", "soon", "yesterday", "31 February 2024", "30/30/2024", "99", "v1.2.3", "1641700000", "11"],
)
def test_no_day_is_none(text: str) -> None:
    assert read_written_day(text, ENGLISH, DateOrder.MDY) is None


def test_what_no_form_fits_is_asked_of_dateparser_as_it_stands() -> None:
    assert told("12 / Mar / 2024") == "2024-03-12"


DAYS = st.dates().map(Interval.on)


@given(DAYS, DAYS)
def test_apart_is_symmetric_and_counts_days(left: Interval, right: Interval) -> None:
    assert left.first_day is not None
    assert right.first_day is not None
    assert apart(left, right) == apart(right, left) == abs(left.first_day - right.first_day)


def test_apart_is_nothing_inside_a_month() -> None:
    assert apart(Interval.of(2024, 3), Interval.of(2024, 3, 12)) == timedelta(0)
    assert apart(Interval.of(2024, 3), Interval.of(2024, 4, 2)) == timedelta(days=2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1850-05-02", "1850-05-02"),
        ("2999-01-01", "2999-01-01"),
        ("2024-02-30", None),
        ("0000-00-00", None),
    ],
)
def test_a_day_in_figures_may_be_of_any_year(text: str, day: str | None) -> None:
    assert day == told(text)
