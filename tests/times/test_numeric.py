"""All-numeric dates: read by the article's own evidence, else by the setting, with a note."""

from __future__ import annotations

import pytest

from article_makers import anchored, article_of
from kztimeline.languages import load_language
from kztimeline.model import DateOrder
from kztimeline.times import doubtful_dates, resolve_times
from kztimeline.timexes import find_timexes

MDY, DMY = DateOrder.MDY, DateOrder.DMY
ENGLISH = load_language("en")

ROWS = [
    ("Filed on 02/03/2024.", MDY, ["2024-02-03"], ["02/03/2024"]),
    ("Filed on 02/03/2024.", DMY, ["2024-03-02"], ["02/03/2024"]),
    ("Filed on 25/12/2023 and on 02/03/2024.", MDY, ["2023-12-25", "2024-03-02"], []),
    ("Filed on 12/25/2023 and on 02/03/2024.", DMY, ["2023-12-25", "2024-02-03"], []),
    (
        "Filed on 25/12/2023, 12/25/2022 and 02/03/2024.",
        MDY,
        ["2023-12-25", "2022-12-25", "2024-02-03"],
        ["02/03/2024"],
    ),
    (
        "Filed on 05/12/2023 and on 12/12/2023.",
        DMY,
        ["2023-12-05", "2023-12-12"],
        ["05/12/2023"],
    ),
    ("Filed on 13/05/2023 and on 02/03/2024.", MDY, ["2023-05-13", "2024-03-02"], []),
    ("Filed on 12/05/2023.", MDY, ["2023-12-05"], ["12/05/2023"]),
    ("Filed on 02.03.2024.", MDY, ["2024-03-02"], []),
    ("Filed on 03/03/2024.", MDY, ["2024-03-03"], []),
]


@pytest.mark.parametrize(("text", "order", "values", "doubtful"), ROWS)
def test_order_of_day_and_month(
    text: str, order: DateOrder, values: list[str], doubtful: list[str]
) -> None:
    article = article_of(text)
    found = find_timexes(article, ENGLISH)
    times = resolve_times(article, found, anchored(article), order)
    notes = doubtful_dates(article, found, order)

    assert values == [time.value for time in times]
    assert doubtful == [note.text.split("`")[1] for note in notes]
    assert all(note.code == "ambiguous-date" and note.is_problem for note in notes)


@pytest.mark.parametrize(("order", "other"), [(MDY, DMY), (DMY, MDY)])
def test_the_note_names_both_orders(order: DateOrder, other: DateOrder) -> None:
    article = article_of("Filed on 02/03/2024.")
    (note,) = doubtful_dates(article, find_timexes(article, ENGLISH), order)

    assert note.text == f"`02/03/2024` is read as {order}, and could be {other}"
    assert f"--date-order {other}" in (note.hint or "")
