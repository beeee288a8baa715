"""Words that count from the article's own month, year or week, and what they tell of its day."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.coarse_mentions import Phase
from kztimeline.anchors.mentions import mentions_of
from kztimeline.anchors.phase_clues import PhasesClue
from kztimeline.languages import load_language
from kztimeline.model import Infer, Reason
from kztimeline.outputs.dating import dating_of

EARLY, LATE = date(2021, 6, 3), date(2021, 6, 28)
SPRING, AUTUMN, WINTER = date(2021, 2, 3), date(2021, 9, 3), date(2021, 12, 3)
MONDAY, THURSDAY = date(2021, 6, 7), date(2021, 6, 10)


def phases(text: str) -> PhasesClue | None:
    return PhasesClue.of("art-1", mentions_of(draft_of(text), load_language("en")).phases)


@pytest.mark.parametrize(
    ("text", "form", "unit"),
    [
        ("The mill burnt earlier this month.", "this", Phase.MONTH),
        ("The mill opens later this year.", "this", Phase.YEAR),
        ("The mill opens early next year.", "next", Phase.YEAR),
        ("The mill burnt last week.", "last", Phase.WEEK),
        ("The mill burnt over the weekend.", "last", Phase.WEEKEND),
        ("The mill shuts this weekend.", "this", Phase.WEEKEND),
    ],
)
def test_what_is_counted_from_its_own(text: str, form: str, unit: Phase) -> None:
    (found,) = mentions_of(draft_of(text), load_language("en")).phases
    assert (found.form, found.unit) == (form, unit)


@pytest.mark.parametrize(
    ("text", "likelier", "than"),
    [
        ("The mill burnt earlier this month.", LATE, EARLY),
        ("The mill burnt this month.", LATE, EARLY),
        ("The mill burnt earlier this year.", AUTUMN, SPRING),
        ("The mill opens later this year.", SPRING, WINTER),
        ("The mill opens next year.", WINTER, SPRING),
        ("The mill burnt earlier this week.", THURSDAY, MONDAY),
        ("The mill burnt last week.", MONDAY, THURSDAY),
        ("The mill burnt over the weekend.", MONDAY, THURSDAY),
    ],
)
def test_which_days_are_likelier(text: str, likelier: date, than: date) -> None:
    clue = phases(text)
    assert clue is not None
    assert clue.bits(likelier) > 0.0 > clue.bits(than)


def test_the_first_words_of_a_unit_count() -> None:
    clue = phases("The mill burnt over the weekend. It was sold earlier this month, this month.")
    assert clue is not None
    assert [each.unit for each in clue.phases] == [Phase.WEEKEND, Phase.MONTH]
    alone = phases("It was sold earlier this month.")
    assert alone is not None
    assert clue.bits(MONDAY) > alone.bits(MONDAY)


@pytest.mark.parametrize(
    "text", ["The mill burnt last month.", "It burnt last year.", "It burnt in March.", "It burnt."]
)
def test_what_tells_nothing(text: str) -> None:
    assert phases(text) is None


def test_of_two_days_alike_the_later_one_is_it_that_month() -> None:
    flood = "The dam above Arden burst and nine mills on the river Lune fell, widows told a choir"
    early = draft_of(f"{flood} of bells.\n", "early.txt", "2013-03-02")
    late = draft_of(f"{flood} of boats.\n", "late.txt", "2013-03-27")
    told = draft_of(f"{flood} who came earlier this month.\n", "told.txt")
    anchor = settled(early, late, told, infer=Infer.ALL)["told.txt"]
    assert dating_of(anchor.interval).date == "2013-03-27"
    assert Reason.PART_OF_MONTH in {step.reason for step in anchor.steps}
