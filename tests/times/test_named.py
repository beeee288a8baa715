"""Which days the words of an article name."""

from __future__ import annotations

import pytest

from article_makers import anchored, article_of
from kztimeline.languages import load_language
from kztimeline.model import DateOrder
from kztimeline.times import named_days, resolve_times
from kztimeline.timexes import find_timexes


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It rained on Monday. It poured in March.", ["2024-03-11"]),
        ("It rained on Monday at 5 p.m. in Osh.", ["2024-03-11"]),
        ("It rained at 5 p.m. and stopped in the evening.", []),
    ],
)
def test_named_days(text: str, days: list[str]) -> None:
    article = article_of(text)
    expressions = find_timexes(article, load_language("en"))
    times = resolve_times(article, expressions, anchored(article), DateOrder.MDY)
    assert [str(named.day) for named in named_days(article, times)] == days
