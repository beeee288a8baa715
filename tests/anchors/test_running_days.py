"""“Day 17 of the strike” here, day 11 there: six days lie between them."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.running_day_clues import Counted, RunningDaysClue
from kztimeline.anchors.running_days import RunningDay, running_days
from kztimeline.languages import Shape, load_language, load_shapes
from kztimeline.model import Anchor, Citation, Infer, Reason
from kztimeline.textual import Span
from shape_rows import examples, parts_of, row_id, traps

TABLE = "running_days"
SPAN = Span(0, 4)


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example(shape: Shape, text: str, value: str) -> None:
    hit = next(load_shapes("en", TABLE).find(text))

    assert (hit.shape.name, parts_of(hit, text, value)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap_stays_silent(shape: Shape, text: str) -> None:
    assert shape.name not in {hit.shape.name for hit in load_shapes("en", TABLE).find(text)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Day 17 of the strike began. On day 17 of the strike it rained.", [17]),
        ("It was the sixth day of the strike and the ninth straight day of rain.", [6, 9]),
        ("They met every day of the week.", []),
    ],
)
def test_the_days_counted(text: str, numbers: list[int]) -> None:
    found = running_days(draft_of(text).article, load_language("en"))
    assert [each.number for each in found] == numbers


def clue(number: int, *others: tuple[date, int]) -> RunningDaysClue:
    voices = [
        Counted(day, its, Citation(f"art-{at}", SPAN)) for at, (day, its) in enumerate(others)
    ]
    found = RunningDaysClue.of([RunningDay(number, SPAN)], voices)
    assert found is not None
    return found


STRIKE = (date(2019, 3, 4), 11)


def test_as_many_days_lie_between_as_are_counted() -> None:
    found = clue(17, STRIKE)
    best = max((date(2019, 3, day) for day in range(1, 31)), key=found.bits)
    assert best == date(2019, 3, 10)
    assert best in set(found.days())
    assert found.bits(best) > 2.0
    assert found.bits(date(2019, 3, 20)) < 0.0


def test_two_that_agree_speak_louder_than_two_that_do_not() -> None:
    agreed = clue(17, STRIKE, (date(2019, 3, 6), 13))
    torn = clue(17, STRIKE, (date(2019, 3, 6), 5))
    day = date(2019, 3, 10)
    assert agreed.bits(day) > clue(17, STRIKE).bits(day) > torn.bits(day)


BEGUN = """Lorn dockers stay out
The dockers of Lorn stayed out on Monday, the 11th day of their strike over night shifts. Nothing
was unloaded in Lorn harbour, said the dockers' union, and 14 ships lay off the mole.
"""
SHIPS = """Growers plead with Lorn dockers
Growers of bananas asked the dockers of Lorn to let a ship of 900 tonnes leave the harbour on
Thursday, a 14th straight day of their strike. The union said no.
"""
ON = """Strike in Lorn: tugs to help
Two tugs are to tow a ship with 900 tonnes of bananas out of Lorn harbour, where the dockers'
strike is in its 17th straight day, a quarrel over night shifts. Growers in
the hills have burned what had gone bad.
"""


def strike() -> Anchor:
    dated = (draft_of(BEGUN, "a.txt", "2019-03-04"), draft_of(SHIPS, "c.txt", "2019-03-07"))
    return settled(*dated, draft_of(ON, "b.txt"), infer=Infer.ALL)["b.txt"]


def test_counted_days_date_an_article_by_another() -> None:
    anchor = strike()
    assert anchor.interval
    assert anchor.interval.first_day == date(2019, 3, 10)
    assert Reason.DAY_COUNTED in {step.reason for step in anchor.steps}
