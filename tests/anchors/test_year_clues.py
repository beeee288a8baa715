from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of
from kztimeline.anchors.coarse_mentions import YearForm
from kztimeline.anchors.mentions import Mentions, mentions_of
from kztimeline.anchors.year_clues import MonthsClue, YearsClue
from kztimeline.languages import load_language


def named(text: str) -> Mentions:
    return mentions_of(draft_of(text), load_language("en"))


def years(text: str) -> YearsClue:
    clue = YearsClue.of("art-1", named(text).years)
    assert clue is not None
    return clue


def months(text: str) -> MonthsClue:
    clue = MonthsClue.of("art-1", named(text).months)
    assert clue is not None
    return clue


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The mill was sold in 2019.", YearForm.PAST),
        ("The 2019 budget of the mill.", YearForm.BARE),
        ("The mill was sold in March 2019.", YearForm.MONTH),
        ("The mill was sold on 12 March 2019.", YearForm.DAY),
        ("The mill will be sold in 2019.", YearForm.AHEAD),
        ("The mill will be sold in March 2019.", YearForm.AHEAD),
        ("The mill will be sold on 12 March 2019.", YearForm.DAY),
    ],
)
def test_the_form_of_a_year(text: str, form: YearForm) -> None:
    assert [each.form for each in named(text).years] == [form]


@pytest.mark.parametrize(
    ("text", "likelier", "than"),
    [
        ("The mill was sold in 2019.", 2020, 2019),  # else: “this year”
        ("The mill was sold in 2019.", 2020, 2018),
        ("The mill was sold in 2019.", 2021, 2029),
        ("The mill was sold in March 2019.", 2020, 2019),
        ("The mill was sold on 12 March 2019.", 2019, 2020),
        ("The mill will be sold in 2019.", 2018, 2020),
        ("The mill will be sold on 12 March 2019.", 2019, 2017),
        ("The mill was sold in 2015 and will be shut in 2030.", 2017, 2030),
    ],
)
def test_which_years_are_likelier(text: str, likelier: int, than: int) -> None:
    clue = years(text)
    assert clue.floor(likelier) > clue.floor(than)


def test_no_year_is_no_clue() -> None:
    assert YearsClue.of("art-1", ()) is None


@pytest.mark.parametrize(
    ("text", "likelier", "than"),
    [
        ("The mill was sold in March.", 5, 2),
        ("The mill will be sold in March.", 1, 6),
        ("The mill will be sold in January.", 11, 3),
    ],
)
def test_which_months_are_likelier(text: str, likelier: int, than: int) -> None:
    clue = months(text)
    assert clue.bits(date(2021, likelier, 3)) > clue.bits(date(2021, than, 3))


@pytest.mark.parametrize("text", ["It shut in March 2019.", "It shut last March.", "It may shut."])
def test_what_is_no_month_by_itself(text: str) -> None:
    assert MonthsClue.of("art-1", named(text).months) is None
