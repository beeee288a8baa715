"""Anniversaries: read in an article, and what they tell of its day."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.anniversaries import Anniversary, anniversaries_told
from kztimeline.anchors.anniversary_clues import AnniversaryClue
from kztimeline.anchors.tellings import Telling
from kztimeline.languages import Shape, load_language, load_shapes
from kztimeline.model import Infer, Reason
from kztimeline.outputs.dating import dating_of
from kztimeline.textual import Span
from shape_rows import examples, parts_of, row_id, traps

ENGLISH, TABLE = load_language("en"), "anniversaries"
FLOOD = date(2019, 6, 4)
FIRST = [Anniversary(1, Span(0, 1))]


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example(shape: Shape, text: str, value: str) -> None:
    hit = next(load_shapes("en", TABLE).find(text), None)

    assert hit is not None
    assert (hit.shape.name, parts_of(hit, text, value)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap_stays_silent(shape: Shape, text: str) -> None:
    del shape

    assert not list(load_shapes("en", TABLE).find(text))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Crowds marked the third anniversary of the flood.", [3]),
        ("The 25th anniversary and the two-year anniversary fall on a day.", [25, 2]),
        ("A year on from the flood the mill stands.", [1]),
        ("The tenth anniversary, and the 10th anniversary again.", [10]),
        ("It rains here for a year and a day.", []),
    ],
)
def test_years_are_read(text: str, years: list[int]) -> None:
    found = anniversaries_told(draft_of(text).article, ENGLISH)
    assert [each.years for each in found] == years


def test_it_falls_on_the_date_that_several_others_name() -> None:
    days = date(2019, 6, 5), date(2019, 6, 9)
    told = {FLOOD: Telling(days, recalled=1), date(2019, 8, 1): Telling(())}
    clue = AnniversaryClue.of("a", FIRST, told, (), {2020: 366, 2021: 365})
    assert clue is not None
    assert list(clue.shares) == [date(2020, 6, 4)]
    assert clue.bits(date(2020, 6, 4)) > clue.bits(date(2020, 6, 3)) > clue.bits(date(2020, 5, 20))
    assert clue.bits(date(2020, 5, 20)) > clue.bits(date(2021, 6, 4)) == clue.floor(2021)
    assert AnniversaryClue.of("a", FIRST, told, (), {2021: 365}) is None
    assert AnniversaryClue.of("a", FIRST, {FLOOD: Telling(days)}, (), {2020: 366}) is None


def test_a_leap_day_has_none_in_other_years() -> None:
    told = {date(2020, 2, 29): Telling((date(2020, 3, 1),) * 3)}
    assert AnniversaryClue.of("a", FIRST, told, (), {2021: 365}) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [("third", "2016-06-04"), ("two-year", "2015-06-04"), ("10th", "2023-06-04")],
)
def test_an_anniversary_of_a_date_told_gives_the_day(words: str, expected: str) -> None:
    text = (
        f"Bells at Arden\nCrowds marked the {words} anniversary of the flood. A choir sang. "
        "The mayor laid a wreath. Widows lit candles. Children let boats swim down the river, "
        "and bells rang at noon. The names of the dead were read aloud, one by one, by pupils of "
        "the school. The dam burst on 4 June 2013. Nine drowned.\n"
    )
    anchor = settled(draft_of(text), infer=Infer.ALL)["a.txt"]
    assert dating_of(anchor.interval).date == expected
    assert Reason.ANNIVERSARY in {step.reason for step in anchor.steps}
