from __future__ import annotations

import pytest

from drafts import draft_of
from kztimeline.anchors.coarse_mentions import YearForm
from kztimeline.anchors.mentions import Mentions, mentions_of
from kztimeline.anchors.year_clues import YearsClue
from kztimeline.languages import load_language


def named(text: str) -> Mentions:
    return mentions_of(draft_of(text), load_language("en"))


def years(text: str) -> YearsClue:
    clue = YearsClue.of("art-1", named(text).years)
    assert clue is not None
    return clue


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The mill was sold in 2019.", YearForm.PAST),
        ("The 2019 budget of the mill.", YearForm.BARE),
        ("The haul fell to 68 tonnes from 88 in the same period of 2019.", YearForm.PAST),
        ("The mill was sold in March 2019.", YearForm.MONTH),
        ("The mill was sold on 12 March 2019.", YearForm.TOLD),
        ("12 March 2019. The mill was sold.", YearForm.DAY),
        ("The mill was sold, a spokesman said on 12 March 2019.", YearForm.DAY),
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
        ("The mill will be sold in 2030.", 2024, 2036),  # plans reach far
    ],
)
def test_which_years_are_likelier(text: str, likelier: int, than: int) -> None:
    clue = years(text)
    assert clue.floor(likelier) > clue.floor(than)


def test_no_year_is_no_clue() -> None:
    assert YearsClue.of("art-1", ()) is None
