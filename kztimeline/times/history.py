"""Whether a text tells history: of years far from its own day, and hardly of that day's week."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.model import Meaning, TimeExpression
from kztimeline.temporal import Interval

FAR_YEARS = 2  # from the anchor; what lies nearer is background of news
SEVERAL = 3  # years a text must state before it can be a history
MOST = 0.7  # share of the stated years that must lie far away
FEW = 0.2  # at most so many times counted from the day of writing for each far year

_FROM_THE_DAY = frozenset({"anchor", "last", "next", "this", "weekday", "bare_weekday"})


def is_history(expressions: Sequence[TimeExpression], anchor: Interval | None) -> bool:
    """Whether dates without a year belong to the running year of the text.

    So it is where nothing says when the article speaks; else where most stated years are far from
    the anchor and next to nothing is counted from it: no “on Tuesday”, no “last week”.
    """
    if anchor is None or anchor.start is None:
        return True
    years = [
        value
        for expression in expressions
        for name, value in expression.slots
        if name == "year" and isinstance(value, int)
    ]
    far = sum(abs(year - anchor.start.year) > FAR_YEARS for year in years)
    near = sum(_is_from_the_day(expression.meaning) for expression in expressions)
    return len(years) >= SEVERAL and far >= MOST * len(years) and near <= FEW * far


def _is_from_the_day(meaning: Meaning) -> bool:
    return meaning.operator in _FROM_THE_DAY or any(
        _is_from_the_day(argument) if isinstance(argument, Meaning) else argument in _FROM_THE_DAY
        for argument in meaning.arguments
    )
