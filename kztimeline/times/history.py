"""Whether a text tells history: of years far from its own day, and hardly of that day's week."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kztimeline.model import Certainty, Meaning, Side, TimeExpression, TimexType
from kztimeline.temporal import Interval, apply
from kztimeline.times.direction import WEEKDAY_TRUST_DAYS, is_within

FAR_YEARS = 2  # from the anchor; what lies nearer is background of news
SEVERAL = 3  # years a text must state before it can be a history
MOST = 0.7  # share of the stated years that must lie far away
FEW = 0.2  # at most so many times counted from the day of writing for each far year

_FROM_THE_DAY = frozenset({"last", "next", "this"})  # operators; and what others count from:
_FROM_ELSEWHERE = frozenset({"some", "told"})  # “a Tuesday” is any, “the Tuesday” the story's
_BASES = frozenset({"anchor", "weekday", "bare_weekday", "weekend"})
_WEEKDAY_OF = ("weekday", "month")  # and the day
_YEARS = frozenset({"year", "first", "last"})  # slots that may hold one
_LAST_DAY = 31  # larger numbers in such slots are years


def history(expressions: Sequence[TimeExpression], anchor: Interval | None) -> Certainty | None:
    """How surely dates without a year belong to the running year of the text; `None`: it is news.

    Derived where most stated years are far from the anchor and next to nothing is counted from it:
    no “on Tuesday”, no “last week”. Where nothing says when the article speaks, the years told as
    past count for far ones, and what is to come speaks from its day; so few of them that it may
    as well be news leave it inferred.
    """
    years = [
        (value, expression)
        for expression in expressions
        for name, value in expression.slots
        if name in _YEARS and isinstance(value, int) and value > _LAST_DAY
    ]
    day = anchor.start if anchor else None
    if day is not None and len(years) < SEVERAL:
        return None
    near = sum(_speaks_from_the_day(each) and not _is_far(each, anchor) for each in expressions)
    if day is None:
        far = sum(_is_told(expression) for _, expression in years)
        near += sum(map(_is_to_come, expressions))
    else:
        far = sum(abs(year - day.year) > FAR_YEARS for year, _ in years)
    if len(years) >= SEVERAL and far >= MOST * len(years) and near <= FEW * far:
        return Certainty.DERIVED
    return Certainty.INFERRED if day is None and years and not near else None


def _is_far(expression: TimeExpression, anchor: Interval | None) -> bool:
    """Whether “Thursday, 13 April” fits no year near the day of writing."""
    if anchor is None or anchor.start is None or expression.meaning.arguments[:-1] != _WEEKDAY_OF:
        return False
    slots = dict(expression.slots)
    found = apply("on_weekday", (slots["weekday"], slots["month"], slots["day"], anchor))
    return found is None or not is_within(found, anchor, WEEKDAY_TRUST_DAYS)


def _is_told(year: TimeExpression) -> bool:
    """Whether something is told of a year: not what is expected by then or holds until then."""
    return year.side is Side.PAST or "month" in dict(year.slots)


def _is_to_come(expression: TimeExpression) -> bool:
    return expression.side is Side.FUTURE and expression.type in (TimexType.DATE, TimexType.TIME)


def speaks_from_its_day(expressions: Sequence[TimeExpression], past_told: Certainty | None) -> bool:
    """Whether a text counts anything from the day of writing, as a guide or a manual does not.

    A history does where it leads with that day: “The club named Eva Lind today”.
    """
    if past_told is None:
        return any(map(_speaks_from_the_day, expressions))
    return any(e.meaning.operator == "today" and not may_be_these_days(e) for e in expressions)


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
    if meaning.operator in _FROM_ELSEWHERE or "focus" in meaning.arguments:
        return False
    return meaning.operator in _FROM_THE_DAY or any(
        _is_from_the_day(argument) if isinstance(argument, Meaning) else argument in _BASES
        for argument in meaning.arguments
    )
