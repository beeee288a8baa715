"""Moving feasts against days that are known, and laws that hold for all years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.temporal.holidays import FEASTS, feast

KNOWN = [
    ("easter", date(2024, 3, 31)),
    ("easter", date(1916, 4, 23)),
    ("easter", date(2000, 4, 23)),
    ("good_friday", date(1998, 4, 10)),
    ("ash_wednesday", date(2024, 2, 14)),
    ("palm_sunday", date(2017, 4, 9)),
    ("maundy_thursday", date(2024, 3, 28)),
    ("easter_monday", date(2011, 4, 25)),
    ("ascension", date(2024, 5, 9)),
    ("pentecost", date(2024, 5, 19)),
    ("orthodox_easter", date(2024, 5, 5)),
    ("orthodox_easter", date(1998, 4, 19)),
    ("ramadan", date(2024, 3, 11)),
    ("ramadan", date(1999, 12, 9)),
    ("eid_al_fitr", date(2022, 5, 2)),
    ("eid_al_fitr", date(2000, 1, 8)),  # and again on 27 December
    ("eid_al_adha", date(2021, 7, 20)),
    ("thanksgiving", date(2023, 11, 23)),
    ("labor_day", date(2023, 9, 4)),
    ("labor_day", date(2025, 9, 1)),  # the month begins with it
    ("memorial_day", date(2024, 5, 27)),
    ("memorial_day", date(2021, 5, 31)),  # and ends with it
    ("king_day", date(2024, 1, 15)),
    ("presidents_day", date(2024, 2, 19)),
    ("columbus_day", date(2023, 10, 9)),
    ("election_day", date(2016, 11, 8)),
    ("election_day", date(2022, 11, 8)),
    ("election_day", date(2021, 11, 2)),  # the month begins with the Monday
    ("election_day", date(1988, 11, 8)),
    ("lunar_new_year", date(2024, 2, 10)),
    ("lunar_new_year", date(1968, 1, 30)),
    ("diwali", date(2019, 10, 27)),
    ("passover", date(2024, 4, 23)),
    ("passover", date(1973, 4, 17)),
    ("yom_kippur", date(1973, 10, 6)),
    ("rosh_hashanah", date(2023, 9, 16)),
]


BY_MOON = {"ramadan", "eid_al_fitr", "eid_al_adha", "lunar_new_year", "diwali", "passover"}
BY_MOON |= {"rosh_hashanah", "yom_kippur"}


@pytest.mark.parametrize(("name", "day"), KNOWN)
def test_feast_falls_on_its_day(name: str, day: date) -> None:
    assert day == feast(name, day.year)


@given(st.sampled_from(sorted(FEASTS.keys() - BY_MOON)), st.integers(1583, 4099))
def test_a_feast_keeps_its_weekday(name: str, year: int) -> None:
    (known,) = {day.weekday() for other, day in KNOWN if other == name}
    found = feast(name, year)

    assert found is not None
    assert (found.year, found.weekday()) == (year, known)


@pytest.mark.parametrize(("year", "is_day"), [(0, False), (1, True), (9999, True), (10000, False)])
def test_a_feast_keeps_to_the_calendar(year: int, is_day: bool) -> None:  # noqa: FBT001 - a column
    assert (feast("labor_day", year) is not None) is is_day


def test_easter_has_no_rule_before_the_calendar() -> None:
    assert feast("easter", 1) is None


@pytest.mark.parametrize(
    ("year", "is_known"),
    [(1, False), (1924, False), (1925, True), (2077, True), (2078, False), (9999, False)],
)
def test_the_moon_is_reckoned_only_where_its_calendar_is_known(
    *, year: int, is_known: bool
) -> None:
    """The tables of Umm al-Qura begin with AH 1343, in August 1924, and end with AH 1500."""
    assert (feast("ramadan", year) is not None) is is_known
