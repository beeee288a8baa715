"""What the numbers of a phrase come to."""

from __future__ import annotations

import pytest

from kztimeline.times.numbers import amount, clock_figures, completed, with_part
from kztimeline.times.scene import Unplaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3", 3.0), ("-3", -3.0), ("3.5", 3.5), ("X", None), ("1.2.3", None), ("", None)],
)
def test_amount(text: str, expected: float | None) -> None:
    assert amount(text) == expected


@pytest.mark.parametrize(
    ("whole", "above", "below", "expected"),
    [(3, 1, 2, "3.5"), (0, 3, 4, "0.75"), (5, 1, 4, "5.25")],
)
def test_a_count_and_a_part(whole: int, above: int, below: int, expected: str) -> None:
    assert with_part(whole, above, below) == expected


@pytest.mark.parametrize(("above", "below"), [(2, 2), (0, 2), (3, 2)])
def test_no_part_of_one(above: int, below: int) -> None:
    with pytest.raises(Unplaced):
        with_part(3, above, below)


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(1984, 85, 1985), (1901, 2, 1902), (1999, 0, 2000)]
)
def test_completed(first: int, last: int, expected: int) -> None:
    assert completed(first, last) == expected


@pytest.mark.parametrize(("first", "last"), [(1984, 84), (1984, 3), (1998, 0)])
def test_what_does_not_follow_is_no_year(first: int, last: int) -> None:
    with pytest.raises(Unplaced):
        completed(first, last)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([630], (6, 30, "")),
        ([2359], (23, 59, "")),
        ([5, 0, "PM"], (5, 0, "PM")),
        ([5, 45], (5, 45, "")),
        ([5, "minute", "AM"], (5, 0, "AM")),
    ],
)
def test_clock_figures(said: list[int | str], expected: tuple[int, int, str]) -> None:
    assert clock_figures(said) == expected
