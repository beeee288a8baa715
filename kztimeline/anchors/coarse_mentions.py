"""Years, months and lengths that an article names: too coarse for its day, and telling of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, IntEnum
from typing import NamedTuple

from kztimeline.model import Meaning, Mod, Side, TimeExpression
from kztimeline.textual import Span

_YEARS = ("year", "first", "last")  # the slots that hold a year
_LAST_MONTH = 12


class YearForm(IntEnum):
    """How a year is named; of two mentions of one year the later form here is the fuller."""

    AHEAD = 0  # told as to come, without a day
    BARE = 1  # the 2019 budget
    PAST = 2  # was sold in 2019
    MONTH = 3  # March 2019
    TOLD = 4  # …, who was killed at his home on 12 March 2019
    DAY = 5  # 12 March 2019


class YearMention(NamedTuple):
    """A year named in an article, and how."""

    year: int
    side: Side
    span: Span
    form: YearForm


class MonthForm(Enum):
    """How a month is named without its year."""

    NAMED = "named"  # was sold in March
    LAST = "last"  # last March
    THIS = "this"  # this March


class MonthMention(NamedTuple):
    """A month, 1 to 12, named in an article without its year, and how."""

    month: int
    side: Side
    span: Span
    form: MonthForm = MonthForm.NAMED


def years_named(found: TimeExpression, slots: Mapping[str, str | int]) -> Iterator[YearMention]:
    """The years that stand in an expression; none that it only counts."""
    if _NAMING.isdisjoint(_operators(found.meaning)):
        return
    for name, value in slots.items():
        if name in _YEARS and isinstance(value, int):
            yield YearMention(value, found.side, found.span, _form(found.side, slots))


_NAMING = frozenset({"date", "counterpart"})  # “in 2023”, “the same period of 2023”


def _form(side: Side, slots: Mapping[str, str | int]) -> YearForm:
    if {"month", "day"} <= slots.keys():
        return YearForm.DAY  # to come or gone by: days that far off are rarely named
    if side is Side.FUTURE:
        return YearForm.AHEAD
    if "month" in slots:
        return YearForm.MONTH
    return YearForm.PAST if side is Side.PAST else YearForm.BARE


def month_named(found: TimeExpression, slots: Mapping[str, str | int]) -> MonthMention | None:
    """The month that an expression is, if it has neither day nor year."""
    meaning = found.meaning
    if len(meaning.arguments) != 1 or not isinstance(name := meaning.arguments[0], str):
        return None
    form, month = _MONTH_FORMS.get((meaning.operator, name)), slots.get(name)
    if form is None or not isinstance(month, int) or not 1 <= month <= _LAST_MONTH:
        return None
    return MonthMention(month, found.side, found.span, form)


class Phase(Enum):
    """What goes on while an article is written, and is told of by its part that has been."""

    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


class PhaseMention(NamedTuple):
    """The article's own month, year or week, the last or the next: `form` is this, last or next."""

    form: str
    unit: Phase
    side: Side
    span: Span


def phase_named(found: TimeExpression, slots: Mapping[str, str | int]) -> PhaseMention | None:
    """The month, year or week that an expression counts from the article's own."""
    meaning = found.meaning
    if meaning == _WEEKEND:  # “over the weekend” is the last one, unless told as to come
        is_ahead = found.side is Side.FUTURE
        return None if is_ahead else PhaseMention("last", Phase.WEEKEND, found.side, found.span)
    if meaning.operator not in _PHASE_FORMS or len(meaning.arguments) != 1:
        return None
    (name,) = meaning.arguments
    unit = slots.get(name, name) if isinstance(name, str) else name
    if unit not in _PHASES:
        return None
    side = found.side
    if side is Side.UNKNOWN and meaning.operator == "this":
        side = _SIDES.get(found.mod, side) if found.mod else side
    return PhaseMention(meaning.operator, Phase(unit), side, found.span)


_WEEKEND = Meaning("near", ("weekend",))
_PHASE_FORMS = frozenset({"this", "last", "next"})
_PHASES = frozenset(unit.value for unit in Phase)
_SIDES = {Mod.START: Side.PAST, Mod.END: Side.FUTURE}  # earlier, later this year


class Unit(Enum):
    """What a length is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


_DAYS = {Unit.DAY: 1.0, Unit.WEEK: 7.0, Unit.MONTH: 30.4}
_FEWEST_DAYS = 4  # “two days” are told of anything


class LengthMention(NamedTuple):
    """A length in days that an article tells: “shut for three weeks”, “two months ago”."""

    days: float
    unit: Unit
    span: Span


def length_told(found: TimeExpression, slots: Mapping[str, str | int]) -> LengthMention | None:
    """The length that an expression is, or how long ago it says, in days, weeks or months."""
    meaning, unit = found.meaning, slots.get("unit")
    if meaning.operator not in _SIGNS or unit not in _UNIT_NAMES:
        return None
    numbers = (_number(each, slots) for each in meaning.arguments)
    count = next((_SIGNS[meaning.operator] * number for number in numbers if number), 0)
    days = count * _DAYS[Unit(unit)]
    return LengthMention(days, Unit(unit), found.span) if days >= _FEWEST_DAYS else None


_SIGNS = {"lasting": 1, "shift": -1}  # “in three weeks” is shifted ahead
_UNIT_NAMES = frozenset(unit.value for unit in Unit)


def _number(argument: Meaning | str | int, slots: Mapping[str, str | int]) -> int:
    """As written or counted back; 0 for what is no number."""
    if isinstance(argument, Meaning):
        return -_number(argument.arguments[0], slots) if argument.operator == "minus" else 0
    number = slots.get(argument) if isinstance(argument, str) else argument
    return number if isinstance(number, int) else 0


_MONTH_FORMS = {
    ("near", "month"): MonthForm.NAMED,
    ("near", "bare_month"): MonthForm.NAMED,
    ("last", "month"): MonthForm.LAST,
    ("this", "month"): MonthForm.THIS,
}


def _operators(meaning: Meaning) -> Iterator[str]:
    yield meaning.operator
    for argument in meaning.arguments:
        if isinstance(argument, Meaning):
            yield from _operators(argument)
