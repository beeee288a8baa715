"""Counted things: (value, comparator, unit, about, words); and numbers that count nothing."""

from __future__ import annotations

import pytest

from telling_makers import told

ROWS = [
    ("About 300 people fled.", [(300, "about", "people", "displaced", "About 300 people")]),
    ("At least 12 miners died.", [(12, "at-least", "miners", "killed", "At least 12 miners")]),
    (
        "Police detained nearly 2,000 fans.",
        [
            (2000, "nearly", "fans", "detained", "nearly 2,000 fans"),
        ],
    ),
    (
        "More than a hundred houses burned.",
        [
            (100, "more-than", "houses", "houses", "More than a hundred houses"),
        ],
    ),
    (
        "The army sent 2.5 million masks.",
        [(2_500_000, None, "masks", "masks", "2.5 million masks")],
    ),
    ("The repair cost $40 million.", [(40_000_000, None, "dollars", "dollars", "40 million")]),
    ("Prices rose by 12 percent.", [(12, None, "percent", "percent", "12 percent")]),
    ("Up to 40 guards were injured.", [(40, "at-most", "guards", "injured", "Up to 40 guards")]),
    (
        "In all, 300 were arrested and 20 killed.",
        [
            (300, None, "people", "detained", "300"),
            (20, None, "people", "killed", "20"),
        ],
    ),
    ("Some 60 tonnes of oil leaked.", [(60, "about", "tonnes", "tonnes", "Some 60 tonnes")]),
    ("A dozen sheep died.", [(12, None, "sheep", "killed", "A dozen sheep")]),
    ("Three of the boats sank.", [(3, None, "boats", "boats", "Three of the boats")]),
    ("Over 2000 troops left.", [(2000, "more-than", "troops", "troops", "Over 2000 troops")]),
    ("He was jailed for five years.", []),
    ("The 46-year-old driver fled.", []),
    ("Anna Lind, 46, fled.", []),
    ("The town was founded in 1998.", []),
    ("The train left at 10:30.", []),
    ("It lasted [ten days|2024-03-05] and ended well.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quantities(text: str, expected: list[tuple[float, str | None, str, str, str]]) -> None:
    found = [quantity for event in told(text) for quantity in event.quantities]
    assert expected == [(q.value, q.comparator, q.unit, q.about, q.text) for q in found]


BOUNDS = [
    ("12 people died.", (12, 12)),
    ("At least 12 people died.", (12, None)),
    ("More than 12 people died.", (12, None)),
    ("Up to 12 people died.", (None, 12)),
    ("Fewer than 12 people died.", (None, 12)),
    ("Nearly 100 people died.", (90, 100)),
    ("About 100 people died.", (90, 110)),
]


@pytest.mark.parametrize(("text", "expected"), BOUNDS)
def test_a_comparator_bounds_the_value(
    text: str, expected: tuple[float | None, float | None]
) -> None:
    (event,) = told(text)
    (quantity,) = event.quantities
    assert expected == (quantity.low, quantity.high)
