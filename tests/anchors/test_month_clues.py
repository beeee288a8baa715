from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of
from kztimeline.anchors.coarse_mentions import MonthForm
from kztimeline.anchors.mentions import mentions_of
from kztimeline.anchors.month_clues import MonthsClue
from kztimeline.languages import load_language


def months(text: str) -> MonthsClue | None:
    return MonthsClue.of("art-1", mentions_of(draft_of(text), load_language("en")).months)


def bits(text: str, month: int) -> float:
    clue = months(text)
    assert clue is not None
    return clue.bits(date(2021, month, 3))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The mill was sold in March.", MonthForm.NAMED),
        ("The March vote was close.", MonthForm.NAMED),
        ("The mill was sold in January.", MonthForm.NAMED),
        ("The mill was sold last March.", MonthForm.LAST),
        ("The mill was sold this March.", MonthForm.THIS),
    ],
)
def test_the_form_of_a_month(text: str, form: MonthForm) -> None:
    found = mentions_of(draft_of(text), load_language("en")).months
    assert [each.form for each in found] == [form]


@pytest.mark.parametrize(
    ("text", "likelier", "than"),
    [
        ("The mill was sold in March.", 5, 2),
        ("The mill was sold in March.", 4, 3),  # of its own month the press names the day
        ("The mill will be sold in March.", 1, 6),
        ("The mill will be sold in January.", 11, 3),
        ("The mill was sold this March.", 5, 2),
        ("The mill was sold last March.", 10, 4),  # of the month before: “last month”
    ],
)
def test_which_months_are_likelier(text: str, likelier: int, than: int) -> None:
    assert bits(text, likelier) > bits(text, than)


@pytest.mark.parametrize("text", ["It shut in March 2019.", "It shut on 3 March.", "It may shut."])
def test_what_is_no_month_by_itself(text: str) -> None:
    assert months(text) is None
