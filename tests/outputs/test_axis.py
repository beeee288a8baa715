"""The axis of the page: whatever the days, all of them have their place on it, in order."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.outputs.scale import Scale, peaks_of, ticks_of, widths_of

DAY = date(2024, 3, 15)


def scale_of(*gaps: int) -> Scale:
    """Of single days, each some days after the one before."""
    found = [DAY]
    for gap in gaps:
        found.append(found[-1] + timedelta(days=gap))
    scale = Scale.of([(day, day) for day in found])
    assert scale
    return scale


@given(st.lists(st.dates(), min_size=1, max_size=60))
def test_every_day_has_a_place_and_later_days_stand_further_right(found: list[date]) -> None:
    scale = Scale.of([(day, day) for day in found])
    assert scale
    places = [scale.percent(scale.column(day)) for day in sorted(found)]

    assert all(0 <= place <= 100 - scale.width() + 0.01 for place in places)
    assert places == sorted(places)
    assert len(set(places)) == len({scale.column(day) for day in found})
    assert all(0 <= tick.x <= 100 for tick in ticks_of(scale))


@given(st.lists(st.dates(), min_size=2, max_size=30), st.dates())
def test_days_off_the_runs_keep_the_order(found: list[date], other: date) -> None:
    scale = Scale.of([(day, day) for day in found])
    assert scale
    places = [scale.percent(scale.column(day)) for day in sorted([*found, other])]

    assert places == sorted(places)


def test_long_gaps_are_cut_short() -> None:
    near, far = scale_of(*[1] * 20, 3), scale_of(*[1] * 20, 300)

    assert (len(near.runs), len(far.runs)) == (1, 2)
    assert len(list(far.breaks())) == 1
    assert far.columns() == 21 + 2 + 1


@pytest.mark.parametrize(
    ("gap", "times", "unit"),
    [(1, 100, "day"), (3, 200, "week"), (20, 150, "month"), (365, 90, "year"), (700, 1, "day")],
)
def test_unit_is_the_finest_that_fits(gap: int, times: int, unit: str) -> None:
    assert scale_of(*[gap] * times).unit.word == unit


def test_without_days_there_is_no_axis() -> None:
    assert Scale.of([]) is None


def test_only_long_stretches_still_have_an_axis() -> None:
    scale = Scale.of([(date(2024, 1, 1), date(2024, 3, 31))])

    assert scale
    assert scale.percent(scale.column(date(2024, 1, 1))) < scale.percent(
        scale.column(date(2024, 3, 31))
    )


def test_names_do_not_run_into_each_other() -> None:
    narrow = widths_of([(0.0, "Jan 2024"), (1.0, "Feb 2024"), (60.0, "May 2024")])

    assert narrow == ["", "s m l", ""]


def test_numbers_stand_on_peaks_where_bars_are_narrow() -> None:
    scale = scale_of(*[1] * 99)
    first = scale.runs[0][0]
    narrow = peaks_of({first: 50, first + 1: 10, first + 9: 20}, scale)

    assert narrow == ["", "s m l", ""]


def test_names_of_columns_are_in_order() -> None:
    lower = [tick.x for tick in ticks_of(scale_of(1, 40, 1)) if tick.row == 0]

    assert all(left < right for left, right in pairwise(lower))
