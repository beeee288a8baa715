"""Undated articles lie where the dated ones of their folder do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import draft_of, settled
from kztimeline.anchors.crowd import Crowd
from kztimeline.model import Anchor, Infer

STRIKE, LULL = date(2012, 5, 7), date(2015, 9, 1)
DAYS = [STRIKE + timedelta(days=each) for each in (0, 0, 1, 2, 4, 9)]
ANY_DAYS = st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=3, max_size=30)


def test_a_day_among_many_articles_is_likelier() -> None:
    crowd = Crowd([*DAYS, LULL])
    assert crowd.bits(STRIKE) > crowd.bits(LULL) > 0.0 > crowd.bits(date(2000, 1, 1))


def test_near_a_crowd_is_likelier_than_far_from_it() -> None:
    crowd = Crowd(DAYS)
    asked = [STRIKE + timedelta(days=each) for each in (20, 60, 200, 900)]
    bits = [crowd.bits(day) for day in asked]
    assert bits == sorted(bits, reverse=True)


@given(ANY_DAYS, st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_the_order_of_the_articles_makes_no_difference(days: list[date], asked: date) -> None:
    assert Crowd(days).bits(asked) == Crowd(days[::-1]).bits(asked)


@given(ANY_DAYS, st.integers(0, 4000))
def test_time_has_no_direction(days: list[date], away: int) -> None:
    middle = date(2010, 1, 1)
    mirrored = Crowd(middle - (day - middle) for day in days)
    asked = timedelta(days=away)
    assert Crowd(days).bits(middle + asked) == pytest.approx(mirrored.bits(middle - asked))


def test_two_articles_are_no_crowd() -> None:
    assert Crowd(DAYS[:2]).clue() is None
    assert Crowd(DAYS[:3]).clue() is not None
    assert Crowd([]).clue() is None


def test_a_year_of_the_crowd_is_likelier_throughout() -> None:
    clue = Crowd(DAYS).clue()
    assert clue is not None
    assert clue.floor(2012) > clue.floor(2013) > clue.floor(2019)


def test_days_at_the_borders_of_the_calendar_take_no_longer() -> None:
    crowd = Crowd([date.min, STRIKE, STRIKE, date.max])
    assert crowd.bits(STRIKE) > crowd.bits(date.max) > crowd.bits(date(5000, 1, 1))


NOTE = "{title}\nThe keeper of the harbour bell of {town} is {name}, who came by ferry.\n"
THINGS = ("Rain", "Bread", "Geese", "Frost", "Tar", "Wool", "Salt", "Hay", "Coal", "Milk", "Peat")


def guess(infer: Infer) -> Anchor:
    """An article as like the lone one of 2012 as one of the many of 2015."""
    crowd = [
        draft_of(
            f"{thing}\n{thing} is sold at noon. Nobody minds the {thing} of {at}.\n", f"{at}", day
        )
        for at, thing in enumerate(THINGS)
        for day in (f"2015-09-{at + 1:02}",)
    ]
    told = NOTE.format(title="Bells", town="Torvik", name="Hal Moor")
    alike = [draft_of(told, "lone", "2012-05-07"), draft_of(told, "other", "2015-09-05")]
    sought = draft_of(NOTE.format(title="Quiet", town="Brannay", name="Flo Reed"), "sought")
    return settled(*crowd, *alike, sought, infer=infer)["sought"]


def test_who_must_answer_looks_where_the_folder_lies() -> None:
    found = guess(Infer.ALL).interval
    assert found
    assert found.first_day == date(2015, 9, 5)


def test_who_need_not_answer_claims_no_day_for_it() -> None:
    found = guess(Infer.DAY).interval
    assert found is None
