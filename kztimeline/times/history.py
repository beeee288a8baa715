"""Whether a text tells history: of years far from its own day, and hardly of that day's week."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kztimeline.model import Meaning, Side, TimeExpression, TimexType
from kztimeline.temporal import Interval

FAR_YEARS = 2  # from the anchor; what lies nearer is background of news
SEVERAL = 3  # years a text must state before it can be a history
MOST = 0.7  # share of the stated years that must lie far away
FEW = 0.2  # at most so many times counted from the day of writing for each far year

_FROM_THE_DAY = frozenset({"last", "next", "this"})  # operators; and what others count from:
_BASES = frozenset({"anchor", "weekday", "bare_weekday"})
_YEARS = frozenset({"year", "first", "last"})  # slots that may hold one
_LAST_DAY = 31  # larger numbers in such slots are years


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
        if name in _YEARS and isinstance(value, int) and value > _LAST_DAY
    ]
    far = sum(abs(year - anchor.start.year) > FAR_YEARS for year in years)
    near = sum(map(_speaks_from_the_day, expressions))
    return len(years) >= SEVERAL and far >= MOST * len(years) and near <= FEW * far


def speaks_from_its_day(expressions: Sequence[TimeExpression]) -> bool:
    """Whether a text counts anything from the day of writing, as a guide or a manual does not."""
    return any(map(_speaks_from_the_day, expressions))


def _speaks_from_the_day(expression: TimeExpression) -> bool:
    """Whether a time is counted from the day of writing; “today” may also mean these days."""
    if expression.type is TimexType.SET:
        return False
    if expression.meaning.operator == "today":
        return not may_be_these_days(expression)
    if not _is_from_the_day(expression.meaning):
        return False
    number = dict(expression.slots).get("number", 0)
    return not isinstance(number, int) or number <= _LONG_AGO


_LONG_AGO = 31  # of whatever unit: four thousand years ago tells of no news


def may_be_these_days(today: TimeExpression) -> bool:
    """Whether a “today” need not be the day of writing: news tells that day's at its head."""
    return today.side is Side.UNKNOWN or today.sentence >= _HEAD


_HEAD = 3  # sentences


@cache
def _is_from_the_day(meaning: Meaning) -> bool:
    if meaning.operator == "some":  # “a Tuesday”: any
        return False
    return meaning.operator in _FROM_THE_DAY or any(
        _is_from_the_day(argument) if isinstance(argument, Meaning) else argument in _BASES
        for argument in meaning.arguments
    )
