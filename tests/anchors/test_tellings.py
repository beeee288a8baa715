from __future__ import annotations

from datetime import date, timedelta

from kztimeline.anchors.tellings import Telling, tellings_of, told_share

FLOOD = date(2019, 6, 25)
LATER = date(2021, 9, 27)
OWN = 0.4  # by its words alone


def test_the_days_of_a_date_lie_in_order() -> None:
    told = tellings_of([(FLOOD, LATER), (FLOOD, None), (FLOOD, FLOOD), (LATER, LATER)])
    assert told == {FLOOD: Telling((FLOOD, LATER), recalled=1), LATER: Telling((LATER,))}


def test_a_date_nobody_else_names_keeps_its_share() -> None:
    assert told_share({}, FLOOD, FLOOD, OWN) == OWN


def test_a_date_that_all_name_years_later_is_the_story_s() -> None:
    told = {FLOOD: Telling(tuple(LATER + timedelta(days=days) for days in range(0, 60, 3)))}
    assert told_share(told, FLOOD, FLOOD, OWN) < OWN / 4
    assert told_share(told, FLOOD, LATER, 0.0) > 0.0


def test_a_date_that_undated_articles_recall_is_the_story_s() -> None:
    told = {FLOOD: Telling((), recalled=12)}
    assert told_share(told, FLOOD, FLOOD, OWN) < OWN / 4
    assert told_share(told, FLOOD, LATER, 0.0) == told_share({}, FLOOD, LATER, 0.0)


def test_a_date_told_the_same_week_keeps_its_weight() -> None:
    told = {FLOOD: Telling((FLOOD, FLOOD + timedelta(days=1)))}
    assert told_share(told, FLOOD, FLOOD, OWN) > OWN / 2


def test_a_birth_told_for_years_brings_articles_less_close_than_a_flood() -> None:
    birth, week = LATER - timedelta(days=15_000), LATER + timedelta(days=3)
    of_birth = told_share({birth: Telling((LATER,))}, birth, week, 0.0)
    of_flood = told_share({LATER: Telling((LATER,))}, LATER, week, 0.0)
    assert 0.0 < of_birth < of_flood / 2
