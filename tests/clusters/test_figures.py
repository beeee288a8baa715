"""Numbers for one thing across articles: one group a thing, agreed, disputed or revised."""

from __future__ import annotations

import pytest

from cluster_makers import FRIDAY, WEDNESDAY, Paper, Telling, account
from kztimeline.clusters import merge_events
from kztimeline.model import Figure, FigureStatus, MergeSettings
from kztimeline.temporal import Interval

THURSDAY = Interval.of(2024, 3, 14)


def count(text: str, value: float, unit: str, comparator: str | None = None) -> Telling:
    return Telling(text, numbers=((value, unit, comparator),), names=("Orrin", "Ilves"))


def figures(*papers: Paper) -> tuple[Figure, ...]:
    return merge_events([account(paper) for paper in papers], MergeSettings())[1]


def told(figure: Figure) -> list[float]:
    return [claim.quantity.value for claim in figure.claims]


def test_words_for_one_thing_meet() -> None:
    papers = (
        Paper("herald", (count("Some 300 soldiers came to Orrin.", 300, "soldiers"),)),
        Paper("courier", (count("Ilves sent 350 peacekeepers.", 350, "peacekeepers"),)),
    )
    (figure,) = figures(*papers)
    assert (figure.about, figure.status) == ("troops", FigureStatus.DISAGREE)
    assert told(figure) == [300, 350]


def test_people_killed_and_people_detained_are_two_things() -> None:
    text = "At least 12 people died and police detained 30 people."
    both = Telling(
        text, numbers=((12, "people", "at-least"), (30, "people", None)), names=("Orrin", "Ilves")
    )
    again = Telling(
        "The storm killed 12 people, while police arrested 30 people.",
        numbers=((12, "people", None), (30, "people", None)),
        names=("Orrin", "Ilves"),
    )
    found = figures(Paper("herald", (both,)), Paper("courier", (again,)))
    assert [(f.about, f.status) for f in found] == [
        ("people detained", FigureStatus.AGREE),
        ("people killed", FigureStatus.AGREE),
    ]


@pytest.mark.parametrize(
    ("days", "values", "status"),
    [
        ((WEDNESDAY, THURSDAY), (12, 14), FigureStatus.REVISED),
        ((WEDNESDAY, THURSDAY), (14, 12), FigureStatus.REVISED),
        ((FRIDAY, FRIDAY), (12, 14), FigureStatus.DISAGREE),
        ((None, FRIDAY), (12, 14), FigureStatus.DISAGREE),
        ((WEDNESDAY, FRIDAY), (12, 12), FigureStatus.AGREE),
    ],
)
def test_a_toll_that_moves_with_the_days_is_revised(
    days: tuple[Interval | None, Interval], values: tuple[int, int], status: FigureStatus
) -> None:
    papers = [
        Paper(name, (count(f"{value} people died, the {name} says.", value, "people"),), day)
        for name, day, value in zip(("herald", "courier"), days, values, strict=True)
    ]
    (figure,) = figures(*papers)
    assert figure.status == status


def test_up_and_down_again_is_no_revision() -> None:
    papers = [
        Paper(f"paper-{at}", (count(f"{value} people died.", value, "people"),), day)
        for at, (day, value) in enumerate(((WEDNESDAY, 12), (THURSDAY, 15), (FRIDAY, 13)))
    ]
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.DISAGREE


def test_a_bound_that_allows_the_number_agrees() -> None:
    papers = (
        Paper("herald", (count("More than 100 people died.", 100, "people", "more-than"),)),
        Paper("courier", (count("The storm killed 164 people.", 164, "people"),)),
    )
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.AGREE


def test_one_voice_gives_no_figure() -> None:
    one = count("The storm killed 164 people in Orrin.", 164, "people")
    assert figures(Paper("herald", (one,))) == ()
    assert figures(Paper("herald", (one,)), Paper("copy", (one,), more="x")) == ()


def test_numbers_of_other_sizes_count_other_things() -> None:
    papers = (
        Paper("herald", (count("Some 300 soldiers came.", 300, "soldiers"),)),
        Paper("courier", (count("The army has 90,000 soldiers.", 90_000, "soldiers"),)),
    )
    assert figures(*papers) == ()


def test_tolls_of_two_stories_stay_apart() -> None:
    left = Telling("12 people died.", numbers=((12, "people", None),), names=("Orrin", "Ilves"))
    right = Telling("13 people died.", numbers=((13, "people", None),), names=("Lund", "Rees"))
    assert figures(Paper("herald", (left,)), Paper("courier", (right,))) == ()


def test_tolls_a_year_apart_stay_apart() -> None:
    one = count("The storm killed 164 people.", 164, "people")
    other = count("Some 160 people died.", 160, "people")
    papers = (Paper("herald", (one,)), Paper("courier", (other,), Interval.of(2023, 3, 15)))
    assert figures(*papers) == ()
