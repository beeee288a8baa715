"""How figures are shown: the number as it is bent, one place an article, a revision as a way."""

from __future__ import annotations

import pytest

from kztimeline.model import FigureStatus
from kztimeline.outputs.figures import amount, label_of, readings_of
from kztimeline.outputs.records import Figure, FigureReading, FigureSource
from kztimeline.outputs.short_names import ShortNames

PATHS = ("a.txt", "b.txt", "c.txt")
NAMES = ShortNames.of(PATHS)


def reading(
    value: float, comparator: str | None = None, high: float | None = None, *places: str
) -> FigureReading:
    sources = tuple(
        FigureSource("art-1", path, int(line), "ev-1")
        for path, line in (place.split(":") for place in places)
    )
    return FigureReading(value, value, high, comparator, "", sources)


def figure(status: FigureStatus, *readings: FigureReading) -> Figure:
    return Figure("people killed", "people", status, readings)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (reading(2300, None, 2300), "2,300"),
        (reading(2300, "at-least"), "at least 2,300"),
        (reading(20, "at-least", 30), "20 to 30"),
        (reading(6.1, None, 6.1), "6.1"),
        (reading(2_500_000, "about"), "about 2.5 million"),
        (reading(1_234_567, None, 1_234_567), "1,234,567"),
        (reading(3_000_000_000, None, 3_000_000_000), "3 billion"),
    ],
)
def test_a_number_is_shown_as_it_is_bent(said: FigureReading, words: str) -> None:
    assert amount(said) == words


def test_each_article_is_cited_once() -> None:
    said = reading(5, None, 5, "a.txt:1", "a.txt:4", "b.txt:2", "c.txt:3")
    shown = readings_of(figure(FigureStatus.DISAGREE, said), NAMES)
    assert shown == "5 (a.txt:1, b.txt:2 +1)"


def test_a_revision_is_a_way_only_where_the_number_moves() -> None:
    told = (
        reading(5, None, 5, "a.txt:1"),
        reading(5, "at-least", None, "a.txt:4"),
        reading(8, None, 8, "b.txt:2"),
    )
    assert readings_of(figure(FigureStatus.REVISED, *told), NAMES) == (
        "5 (a.txt:1) · at least 5 (a.txt:4) → 8 (b.txt:2)"
    )
    assert "→" not in readings_of(figure(FigureStatus.DISAGREE, *told), NAMES)


def test_the_unit_is_named_where_it_says_more() -> None:
    assert label_of(figure(FigureStatus.AGREE)) == "people killed"
    assert label_of(Figure("troops", "soldiers", FigureStatus.AGREE, ())) == "troops, soldiers"
