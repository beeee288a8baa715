from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.age_clues import AgeClue, Voice
from kztimeline.anchors.ages import Age, ages_told
from kztimeline.languages import Shape, load_language, load_shapes
from kztimeline.model import Anchor, Citation, Infer, Reason
from kztimeline.textual import Span
from shape_rows import examples, parts_of, row_id, traps

TABLE = "ages"
SPAN = Span(0, 4)


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example(shape: Shape, text: str, value: str) -> None:
    hit = next(load_shapes("en", TABLE).find(text))

    assert (hit.shape.name, parts_of(hit, text, value)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap_stays_silent(shape: Shape, text: str) -> None:
    assert shape.name not in {hit.shape.name for hit in load_shapes("en", TABLE).find(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ole Berg, 57, was held. Berg, 57, said no.", [(("berg",), 57, True)]),
        ("The 57-year-old baker Ole Berg was held.", [(("berg",), 57, True)]),
        ("Ole Berg saw Vik. The 57-year-old left.", [(("vik", "berg", "ole"), 57, False)]),
        ("Nobody is 57 here.", []),
    ],
)
def test_ages_told(text: str, told: list[tuple[tuple[str, ...], int, bool]]) -> None:
    found = ages_told(draft_of(text).article, load_language("en"))
    assert [(age.names, age.years, age.is_named) for age in found] == told


def clue(years: int, *voices: tuple[int, int], is_named: bool = True) -> AgeClue:
    """For somebody of so many years; voices are (year, age in the middle of it)."""
    cite = Citation("art-2", SPAN)
    told = [Voice(date(year, 6, 15), age, cite) for year, age in voices]
    return AgeClue.of(Age(("berg",), years, SPAN, is_named=is_named), told)


@pytest.mark.parametrize(
    ("years", "voices", "likelier", "than"),
    [
        (57, [(2013, 60)], 2010, 2013),
        (57, [(2013, 60)], 2010, 2007),
        (62, [(2013, 60)], 2015, 2013),
        (57, [(2013, 60), (2011, 58)], 2010, 2012),
        (57, [(2013, 60), (2013, 23)], 2010, 2013),  # his son's age is another's
    ],
)
def test_years_of_growing_older(
    years: int, voices: list[tuple[int, int]], likelier: int, than: int
) -> None:
    found = clue(years, *voices)
    assert found.floor(likelier) > found.floor(than)


def test_the_dead_grow_no_older() -> None:
    """An age that all tell for years says nothing of the year; one told once says a little."""
    dead, once = clue(40, (2003, 40), (2006, 40), (2009, 40)), clue(40, (2006, 40))
    assert dead.floor(2006) == pytest.approx(dead.floor(2001), abs=0.1)
    assert once.floor(2006) > once.floor(2001) + 0.5


def test_whose_age_is_not_said_beside_it_counts_less() -> None:
    named, other = clue(57, (2013, 60)), clue(57, (2013, 60), is_named=False)
    assert named.floor(2010) > other.floor(2010) > other.floor(2013) > named.floor(2013)


FINE = """Baker fined over rats
Ole Berg, {age}, was fined over rats in his bakery at Lindholm. Inspectors found nests between sacks
of flour, mice in the oven room and a drain that had stood open since the house was built. He paid
at once, said the clerk, and promised new floors, steel doors, a cat, and clean cloths for bread.
"""
DOORS = """Bakery gets new {what}
The bakery at Lindholm has steel doors and a new {what}, said Ole Berg,{age} the baker, who bought
flour in sacks and swept the oven room himself.
"""


def year(anchor: Anchor) -> int:
    day = anchor.interval.first_day if anchor.interval else None
    assert day is not None
    return day.year


def test_an_age_settles_which_of_two_articles_alike_is_of_its_year() -> None:
    told = [
        draft_of(DOORS.format(what="floor", age=""), "floor.txt", "2009-06-15"),
        draft_of(DOORS.format(what="roof", age=" 60,"), "roof.txt", "2013-06-15"),
    ]
    for age, found in ((60, 2013), (56, 2009)):
        anchor = settled(*told, draft_of(FINE.format(age=age)), infer=Infer.ALL)["a.txt"]
        assert year(anchor) == found
        assert Reason.AGE_TOLD in {step.reason for step in anchor.steps}
