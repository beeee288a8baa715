from __future__ import annotations

from datetime import date, timedelta

from kztimeline.anchors.odds import Odds

CHANCE = date(2009, 3, 8)
WEEK = tuple(date(2012, 2, 20) + timedelta(days=days) for days in range(7))


def test_a_year_that_many_days_speak_for_outweighs_a_peak_of_chance() -> None:
    odds = Odds(((CHANCE, 0.16), *((day, 0.12) for day in WEEK)))
    assert odds.best == CHANCE
    assert odds.wisest in WEEK


def test_a_day_likely_enough_is_the_wisest_too() -> None:
    odds = Odds(((CHANCE, 0.6), *((day, 0.05) for day in WEEK)), ((2012, 0.05),))
    assert odds.wisest == odds.best == CHANCE


def test_of_days_equally_wise_the_earlier() -> None:
    assert Odds(((WEEK[3], 0.5), (CHANCE, 0.5))).wisest == CHANCE
