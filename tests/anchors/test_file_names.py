from __future__ import annotations

import pytest

from kztimeline.anchors.doubts import in_words
from kztimeline.anchors.file_names import path_day, telling_path
from kztimeline.languages import Shape, load_language, load_shapes
from kztimeline.model import DateOrder
from shape_rows import examples, row_id, traps

TABLE = "file_names"
ENGLISH = load_language("en")


def told(locator: str, order: DateOrder = DateOrder.DMY) -> str | None:
    named = path_day(locator, ENGLISH, order)
    return in_words(named[1].interval) if named and named[1].interval else None


@pytest.mark.parametrize(("shape", "text", "value"), examples(TABLE), ids=row_id)
def test_example(shape: Shape, text: str, value: str) -> None:
    hit = next(load_shapes("en", TABLE).find(text))
    locator = f"{text}story.txt" if text.endswith("/") else f"news/{text}.txt"

    assert (hit.shape.name, told(locator)) == (shape.name, value)


@pytest.mark.parametrize(("shape", "text"), traps(TABLE), ids=row_id)
def test_trap(shape: Shape, text: str) -> None:
    del shape

    assert list(load_shapes("en", TABLE).find(text)) == []


@pytest.mark.parametrize(
    ("locator", "order", "expected"),
    [
        ("2024/03/12/court.txt", DateOrder.MDY, "2024-03-12"),
        ("news/2024/03/court.txt", DateOrder.MDY, "2024-03"),
        ("news/2024/court.txt", DateOrder.MDY, None),
        ("2024-03-11/2024-03-12-court.txt", DateOrder.MDY, "2024-03-12"),
        ("news\\2024\\03\\12\\court.txt", DateOrder.MDY, "2024-03-12"),
        ("12.03.2024_court.txt", DateOrder.MDY, None),
        ("12.03.2024_court.txt", DateOrder.DMY, "2024-03-12"),
        ("from-2024-03-01-to-2024-03-12.txt", DateOrder.MDY, None),
        ("2024-03-12-court-2024-03-12.txt", DateOrder.MDY, "2024-03-12"),
        ("2024-02-30-court.txt", DateOrder.MDY, None),
        ("87272501234.txt", DateOrder.MDY, None),
        ("202403121530.txt", DateOrder.MDY, None),
        ("000_7621585b20240312.txt", DateOrder.MDY, None),
        ("release-2.2024.03.12.txt", DateOrder.MDY, None),
        ("court.txt", DateOrder.MDY, None),
        ("2024-03-12", DateOrder.MDY, "2024-03-12"),
    ],
)
def test_path(locator: str, order: DateOrder, expected: str | None) -> None:
    assert told(locator, order) == expected


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("news/court.txt", "court.txt"),
        ("news/2024-03-12-court.txt", "2024-03-12-court.txt"),
        ("2024-03-11/2024-03-12-court.txt", "2024-03-12-court.txt"),
        ("news/2024/03/12/court.txt", "news/2024/03/12/court.txt"),
        ("news/2024/court.txt", "court.txt"),
        ("court.txt", "court.txt"),
    ],
)
def test_what_of_a_path_a_day_hangs_on(locator: str, expected: str) -> None:
    assert telling_path(locator, ENGLISH, DateOrder.MDY) == expected
    assert told(locator) == told(expected)
