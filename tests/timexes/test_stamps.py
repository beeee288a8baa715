"""Four figures at the head of a line: a running report's time of day, or a year of a table."""

from __future__ import annotations

import pytest

from kztimeline.textual import Span
from kztimeline.timexes.stamps import find_stamps, stamp_at

PAGE = """0915 The harbour opens.
0930 Divers go down.
It is cold. A crowd on the quay 1002 Ships wait.
1047 The mayor speaks. The pier was built in 1804.
1130 Divers come up.
2009 The harbour shuts.
"""

YEARS = [
    "1914 War.\n1918 Peace.\n1933 A coup.\n1945 Peace.\n1951 A king dies.\n",
    "2001 A bank fails.\n2004 A flood.\n2010 A vote.\n2015 A fire.\n2020 A plague.\n",
    "1492 Sails.\n0915 Doors.\n1697 A treaty.\n1788 A revolt.\n1002 A coup.\n",
    "0915 Doors open.\n1002 Talks.\n1130 A vote.\n",
    "1100 people came.\n1200 went.\n",
]


def test_the_lines_of_a_running_report_begin_with_a_time_of_day() -> None:
    found = [(stamp.hour, stamp.minute) for stamp in find_stamps(PAGE)]
    assert found == [(9, 15), (9, 30), (10, 47), (11, 30), (20, 9)]


@pytest.mark.parametrize("table", YEARS)
def test_years_and_few_figures_make_no_running_report(table: str) -> None:
    assert find_stamps(table) == ()


@pytest.mark.parametrize(("figures", "is_stamp"), [("1002", True), ("1804", False)])
def test_figures_inside_its_lines_are_years_behind_in(figures: str, *, is_stamp: bool) -> None:
    place = PAGE.index(figures)
    assert is_stamp == bool(stamp_at(PAGE, Span(place, place + 4), frozenset({"in"})))
