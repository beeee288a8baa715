"""The only judge of past or future, row by row."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_makers import FRIDAY
from kztimeline.model import Reason, Side
from kztimeline.temporal import Interval
from kztimeline.times.direction import (
    Candidates,
    Choice,
    choose,
    is_ahead_nearer,
    is_within,
    neighbours,
)

PAST, FUTURE, UNKNOWN = Side.PAST, Side.FUTURE, Side.UNKNOWN
BACK, AHEAD = "latest", "following"


@pytest.mark.parametrize(
    ("row", "side", "choice"),
    [
        # the anchor's own day, week, month: whatever the tense
        (("weekday", 4, 0), PAST, Choice(BACK, Reason.SAME_DAY)),
        (("weekday", 4, 0), FUTURE, Choice(BACK, Reason.SAME_DAY)),
        (("weekday", 4, 0), UNKNOWN, Choice(BACK, Reason.SAME_DAY)),
        (("month-day", 3, 15), FUTURE, Choice(BACK, Reason.SAME_DAY)),
        (("day-of-month", 15, 0), FUTURE, Choice(BACK, Reason.SAME_DAY)),
        (("month", 3, 0), FUTURE, Choice(BACK, Reason.SAME_DAY)),
        (("season", "SP", 0), FUTURE, Choice(BACK, Reason.SAME_DAY)),
        # tense within reach
        (("weekday", 3, 0), PAST, Choice(BACK, Reason.TENSE_PAST)),
        (("weekday", 3, 0), FUTURE, Choice(AHEAD, Reason.TENSE_FUTURE)),
        (("weekday", 5, 0), PAST, Choice(BACK, Reason.TENSE_PAST)),
        (("month-day", 3, 14), PAST, Choice(BACK, Reason.TENSE_PAST)),
        (("month-day", 3, 16), FUTURE, Choice(AHEAD, Reason.TENSE_FUTURE)),
        (("month", 4, 0), PAST, Choice(BACK, Reason.TENSE_PAST)),
        (("month", 2, 0), FUTURE, Choice(AHEAD, Reason.TENSE_FUTURE)),
        (("season", "SU", 0), PAST, Choice(BACK, Reason.TENSE_PAST)),
        # no verb tells: a weekday lies behind, other dates where they are nearer
        (("weekday", 3, 0), UNKNOWN, Choice(BACK, Reason.PRESS_USAGE)),
        (("weekday", 5, 0), UNKNOWN, Choice(BACK, Reason.PRESS_USAGE)),
        (("month-day", 3, 10), UNKNOWN, Choice(BACK, Reason.NEAREST)),
        (("month-day", 3, 20), UNKNOWN, Choice(AHEAD, Reason.NEAREST)),
        (("day-of-month", 1, 0), UNKNOWN, Choice(BACK, Reason.NEAREST)),
        (("day-of-month", 20, 0), UNKNOWN, Choice(AHEAD, Reason.NEAREST)),
        (("weekend", "", 0), UNKNOWN, Choice(BACK, Reason.PRESS_USAGE)),
        # beyond reach a writer names the year
        (("month-day", 4, 1), PAST, Choice(AHEAD, Reason.NEAREST)),
        (("month-day", 3, 1), FUTURE, Choice(BACK, Reason.NEAREST)),
        (("month-day", 2, 29), FUTURE, Choice(BACK, Reason.NEAREST)),
    ],
)
def test_choice(row: tuple[str, int | str, int], side: Side, choice: Choice) -> None:
    assert choose(row[0], neighbours(*row, FRIDAY), FRIDAY, side) == choice


@pytest.mark.parametrize(
    ("days_back", "is_bound", "reason"),
    [
        (300, False, Reason.TENSE_PAST),
        (301, False, Reason.NEAREST),
        (335, True, Reason.TENSE_PAST),
        (336, True, Reason.NEAREST),
    ],
)
def test_reach_includes_its_last_day(
    days_back: int,
    is_bound: bool,  # noqa: FBT001 - a column of a table
    reason: Reason,
) -> None:
    anchor = date(2023, 12, 31)
    day = date.fromordinal(anchor.toordinal() - days_back)
    candidates = neighbours("month-day", day.month, day.day, Interval.on(anchor))
    choice = choose("month-day", candidates, Interval.on(anchor), PAST, is_bound=is_bound)

    assert choice is not None
    assert choice.reason is reason


@pytest.mark.parametrize(
    ("row", "day", "side", "reason"),
    [
        (("month-day", 12, 31), date(2023, 3, 6), FUTURE, Reason.TENSE_FUTURE),  # 300 days ahead
        (("month-day", 12, 31), date(2023, 3, 5), FUTURE, Reason.NEAREST),
        (("feast", "easter", 0), date(2024, 2, 3), PAST, Reason.TENSE_PAST),  # 300 days back
        (("feast", "easter", 0), date(2024, 2, 4), PAST, Reason.NEAREST),
        (("quarter", 4, 0), date(2023, 3, 15), FUTURE, Reason.TENSE_FUTURE),  # 200 days ahead
        (("quarter", 4, 0), date(2023, 3, 14), FUTURE, Reason.PRESS_USAGE),
        (("day-of-month", 31, 0), date(2023, 5, 1), PAST, Reason.TENSE_PAST),  # 31 days back
        (("day-of-month", 31, 0), date(2023, 5, 2), PAST, Reason.NEAREST),
        (("day-of-month", 31, 0), date(2023, 3, 30), PAST, Reason.NEAREST),
        (("day-of-month", 30, 0), date(2023, 8, 29), PAST, Reason.TENSE_PAST),
    ],
)
def test_reach_of_other_kinds(
    row: tuple[str, int | str, int], day: date, side: Side, reason: Reason
) -> None:
    anchor = Interval.on(day)
    choice = choose(row[0], neighbours(*row, anchor), anchor, side)

    assert choice is not None
    assert choice.reason is reason


def test_halfway_goes_to_the_past() -> None:
    candidates = Candidates(Interval.of(2024, 3, 10), Interval.of(2024, 3, 20))

    assert choose("month-day", candidates, FRIDAY, UNKNOWN) == Choice(BACK, Reason.NEAREST)


@pytest.mark.parametrize(
    ("candidates", "choice"),
    [
        (Candidates(Interval.of(2023, 3, 1), None), Choice(BACK, Reason.NEAREST)),
        (Candidates(None, Interval.of(2024, 5, 1)), Choice(AHEAD, Reason.NEAREST)),
        (Candidates(None, None), None),
    ],
)
@pytest.mark.parametrize("side", list(Side))
def test_only_candidate(candidates: Candidates, choice: Choice | None, side: Side) -> None:
    assert choose("month-day", candidates, FRIDAY, side) == choice


@pytest.mark.parametrize(
    ("base", "missing"),
    [(Interval.of(1, 1, 1), "past"), (Interval.of(9999, 12, 31), "future")],
)
def test_at_the_ends_of_the_calendar_one_neighbour_is_missing(base: Interval, missing: str) -> None:
    weekday = (base.first_day.weekday() + 1) % 7 if base.first_day else 0

    assert getattr(neighbours("weekday", weekday, 0, base), missing) is None


def test_no_such_date_has_no_neighbours() -> None:
    assert neighbours("month-day", 2, 30, FRIDAY) == Candidates(None, None)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.sampled_from(Side))
def test_a_chosen_weekday_is_that_weekday_within_a_week(
    day: date, weekday: int, side: Side
) -> None:
    anchor = Interval.on(day)
    candidates = neighbours("weekday", weekday, 0, anchor)
    choice = choose("weekday", candidates, anchor, side)

    assert choice is not None
    chosen = candidates.past if choice.operator == BACK else candidates.future
    assert chosen is not None
    assert chosen.first_day is not None
    assert chosen.first_day.weekday() == weekday
    assert is_within(chosen, anchor, 7)
    if weekday != day.weekday():
        assert (chosen.first_day > day) == (side is FUTURE)


@pytest.mark.parametrize(("days", "expected"), [(4, False), (5, True), (6, True)])
def test_within(days: int, expected: bool) -> None:  # noqa: FBT001 - a column of a table
    one, other = Interval.of(2024, 3, 10), Interval.of(2024, 3, 15)

    assert is_within(one, other, days) is expected
    assert is_within(other, one, days) is expected


@pytest.mark.parametrize(
    ("past", "future", "expected"),
    [
        (None, Interval.of(2024, 3, 18), True),
        (Interval.of(2024, 3, 11), None, False),
        (Interval.of(2024, 3, 12), Interval.of(2024, 3, 18), False),
        (Interval.of(2024, 3, 11), Interval.of(2024, 3, 18), True),
    ],
)
def test_the_nearer_neighbour(
    past: Interval | None, future: Interval | None, *, expected: bool
) -> None:
    assert is_ahead_nearer(Candidates(past, future), FRIDAY) is expected
