"""A meaning in a context, step by step: each operator of the tables as one small function."""

from __future__ import annotations

from collections.abc import Callable

from kztimeline.languages import read_numeric
from kztimeline.model import (
    Certainty,
    Meaning,
    Reason,
    Side,
)
from kztimeline.temporal import (
    UNITS,
    DateKind,
    Granularity,
    Interval,
    Length,
    Recurrence,
    length_value,
    recurrence_value,
)
from kztimeline.times.context import Focus
from kztimeline.times.near import NEED_A_DAY, place_near
from kztimeline.times.scene import Scene, Unplaced

Term = Meaning | str | int
Found = Interval | str | int | None


def evaluate(term: Term, scene: Scene) -> Found:
    """The value of a term: an interval for places, the slot's own value for slots."""
    if isinstance(term, Meaning):
        return _OPERATORS[term.operator](term, scene)
    if term == "anchor":
        return scene.anchor()
    if term == "day_told":
        return _day_told(scene)
    if isinstance(term, str):
        return scene.slots.get(term, term)
    return term


def place(term: Term, scene: Scene) -> Interval:
    """The interval of a term that must be a place."""
    found = evaluate(term, scene)
    if not isinstance(found, Interval):
        raise Unplaced(Reason.NO_PLACE)
    return found


def _number(term: Term, scene: Scene) -> int | None:
    found = evaluate(term, scene)
    return found if isinstance(found, int) else None


def _word(term: Term, scene: Scene) -> str:
    return str(evaluate(term, scene))


def _date(meaning: Meaning, scene: Scene) -> Interval:
    scene.has_stated_year = True
    return scene.take(
        "date",
        tuple(_number(argument, scene) for argument in meaning.arguments),
        Reason.STATED_IN_WORDS,
    )


def _near(meaning: Meaning, scene: Scene) -> Interval:
    names = [str(argument) for argument in meaning.arguments]
    values = [_plain(evaluate(argument, scene)) for argument in meaning.arguments]
    return place_near(names, values, scene)


def _plain(value: Found) -> int | str:
    if isinstance(value, Interval) or value is None:
        raise Unplaced(Reason.NO_PLACE)
    return value


def _this(meaning: Meaning, scene: Scene) -> Interval:
    name, value = _named(meaning, scene)
    if name == "unit":
        return scene.take("holding", (scene.anchor(), str(value)), Reason.COUNTED_FROM_ANCHOR)
    anchor = scene.anchor(for_day=name in NEED_A_DAY)
    if name == "weekday":
        week = scene.take("holding", (anchor, "week"), Reason.COUNTED_FROM_ANCHOR)
        return scene.take("nth", (value, "weekday", week), Reason.COUNTED_FROM_ANCHOR)
    year = scene.take("holding", (anchor, "year"), Reason.COUNTED_FROM_ANCHOR)
    if name == "month":
        return scene.take("nth", (value, "month", year), Reason.COUNTED_FROM_ANCHOR)
    return scene.take("part", (value, year), Reason.COUNTED_FROM_ANCHOR)


def _last(meaning: Meaning, scene: Scene) -> Interval:
    if len(meaning.arguments) > 1:
        month, day = (_number(argument, scene) for argument in meaning.arguments)
        inputs = ("month-day", month, day, scene.anchor())
        return scene.take("before", inputs, Reason.COUNTED_FROM_ANCHOR)
    return _beside(meaning, scene, -1, "before")


def _next(meaning: Meaning, scene: Scene) -> Interval:
    return _beside(meaning, scene, 1, "following")


def _beside(meaning: Meaning, scene: Scene, count: int, operator: str) -> Interval:
    name, value = _named(meaning, scene)
    anchor = scene.anchor(for_day=name in NEED_A_DAY)
    if name == "unit":
        return scene.take("shift", (anchor, count, str(value)), Reason.COUNTED_FROM_ANCHOR)
    return scene.take(operator, (name, value, 0, anchor), Reason.COUNTED_FROM_ANCHOR)


def _named(meaning: Meaning, scene: Scene) -> tuple[str, Found]:
    """What the argument of this/last/next is: a unit, or a repeating date and its number."""
    argument = str(meaning.arguments[0])
    if argument not in scene.slots or argument == "unit":
        return ("weekend" if argument == "weekend" else "unit"), evaluate(argument, scene)
    return ("month" if "month" in argument else argument), scene.slots[argument]


def _shift(meaning: Meaning, scene: Scene) -> Interval:
    base_term, count_term, unit_term = meaning.arguments
    unit = _word(unit_term, scene)
    count = _number(count_term, scene)
    if count is None or unit not in UNITS:
        raise Unplaced(Reason.NO_PLACE)
    if isinstance(base_term, Meaning):
        base = place(base_term, scene)
        scene.is_comparison = base.granularity is Granularity.QUARTER
        return scene.take("move", (base, count, unit), Reason.COUNTED_FROM_ANCHOR)
    if unit == "year" and (kin := scene.context.kin(Granularity.QUARTER)) and _is_near(kin, scene):
        scene.is_relative = True  # results are told by the quarter: “a year ago” is that one then
        scene.is_comparison = True
        scene.weaken(Certainty.DERIVED)
        return scene.take("move", (kin.interval, count, unit), Reason.COUNTED_FROM_FOCUS)
    if base_term == "focus":
        base = scene.focus(max(UNITS[unit][0], Granularity.DAY))
        if base is scene.context.anchor and count > 0 and scene.expression.side is Side.PAST:
            raise Unplaced(Reason.NEEDS_FOCUS)  # “ten years later it stopped” is not yet to come
        return scene.take("shift", (base, count, unit), Reason.COUNTED_FROM_FOCUS)
    return scene.take("shift", (scene.anchor(), count, unit), Reason.COUNTED_FROM_ANCHOR)


def _is_near(focus: Focus, scene: Scene) -> bool:
    return scene.context.paragraph - focus.paragraph <= _KIN_REACH


_KIN_REACH = 3  # paragraphs; results are told in short ones


def _nth(meaning: Meaning, scene: Scene) -> Interval:
    count = _number(meaning.arguments[0], scene)
    what = str(meaning.arguments[1])
    inside = place(meaning.arguments[2], scene)
    if what == "weekday" and inside.granularity > Granularity.WEEK:
        raise Unplaced(Reason.NEEDS_ANCHOR)
    return scene.take("nth", (count, what, inside), Reason.STATED_IN_WORDS)


def _part(meaning: Meaning, scene: Scene) -> Interval:
    letters = _word(meaning.arguments[0], scene)
    whole = place(meaning.arguments[1], scene)
    return scene.take("part", (letters, whole), Reason.STATED_IN_WORDS)


def _counted(meaning: Meaning, scene: Scene) -> Interval:
    scene.has_stated_year = True
    return scene.take(
        meaning.operator, (_number(meaning.arguments[0], scene),), Reason.STATED_IN_WORDS
    )


def _between(meaning: Meaning, scene: Scene) -> Interval:
    first, last = (place(argument, scene) for argument in meaning.arguments)
    scene.kind = DateKind.SPAN if meaning.operator == "between" else DateKind.ONE_OF
    return scene.take(meaning.operator, (first, last), Reason.STATED_IN_WORDS)


def _same(meaning: Meaning, scene: Scene) -> Interval:
    unit = _word(meaning.arguments[0], scene)
    base = scene.focus(max(UNITS[unit][0], Granularity.DAY))
    return scene.take("holding", (base, unit), Reason.COUNTED_FROM_FOCUS)


def _feast(meaning: Meaning, scene: Scene) -> Interval:
    name = str(meaning.arguments[0])
    if len(meaning.arguments) == 1:
        return place_near(["feast"], [name], scene)
    scene.has_stated_year = True
    inputs = (name, _number(meaning.arguments[1], scene))
    return scene.take("named", inputs, Reason.STATED_IN_WORDS)


def _holding(meaning: Meaning, scene: Scene) -> Interval:
    base = place(meaning.arguments[0], scene)
    unit = _word(meaning.arguments[1], scene)
    return scene.take("holding", (base, unit), Reason.STATED_IN_WORDS)


def _kin(meaning: Meaning, scene: Scene) -> Interval:
    unit = _word(meaning.arguments[0], scene)
    focus = scene.context.kin(UNITS[unit][0])
    if focus is None:
        return scene.take("shift", (scene.anchor(), -1, unit), Reason.COUNTED_FROM_ANCHOR)
    scene.is_relative = True
    scene.weaken(Certainty.DERIVED)
    return scene.take("holding", (focus.interval, unit), Reason.COUNTED_FROM_FOCUS)


def _clock(meaning: Meaning, scene: Scene) -> Interval:
    base_term, *rest = meaning.arguments
    base = place(base_term, scene)
    hour, minute, half = ([evaluate(term, scene) for term in rest] + ["", ""])[:3]
    numbers = (base, hour, minute if isinstance(minute, int) else 0, half or "")
    return scene.take("clock", numbers, Reason.STATED_IN_WORDS)


_CLOCK_REACH = 1  # paragraphs back that “at 6:40 p.m.” looks for its day


def _day_told(scene: Scene) -> Interval:
    """The day of a clock time or part of day: its paragraph's, else the article's own."""
    focus = scene.story_focus(Granularity.DAY)
    if focus is None or scene.context.paragraph - focus.paragraph > _CLOCK_REACH:
        return scene.anchor()
    if scene.opens_paragraph and focus.paragraph != scene.context.paragraph:
        return scene.anchor()  # the stamp of a live-blog entry
    scene.is_relative = True
    is_same = focus.sentence == scene.context.sentence
    scene.weaken(Certainty.DERIVED if is_same else Certainty.INFERRED)
    scene.has_stated_year = focus.has_stated_year
    return scene.take("holding", (focus.interval, "day"), Reason.COUNTED_FROM_FOCUS)


def _lasting(meaning: Meaning, scene: Scene) -> Interval:
    count, unit = (evaluate(argument, scene) for argument in meaning.arguments)
    is_counted = str(count).replace(".", "", 1).isdecimal()
    amount = float(str(count)) if is_counted else None
    granularity, times = UNITS[str(unit)]
    length = Length(amount * times if amount is not None else None, granularity)
    raise Unplaced(Reason.NOT_ON_CALENDAR, length_value(length))


def _every(meaning: Meaning, scene: Scene) -> Interval:
    unit = _word(meaning.arguments[0], scene)
    granularity, times = UNITS[unit]
    on = ""
    if len(meaning.arguments) > 1:
        on = str((_number(meaning.arguments[1], scene) or 0) + 1)
    recurrence = Recurrence(Length(times, granularity), on)
    raise Unplaced(Reason.NOT_ON_CALENDAR, recurrence_value(recurrence))


def _vague(meaning: Meaning, scene: Scene) -> Interval:
    raise Unplaced(Reason.NOT_ON_CALENDAR, _word(meaning.arguments[0], scene))


def _before_christ(meaning: Meaning, scene: Scene) -> Interval:
    raise Unplaced(Reason.NO_PLACE, f"BC{_number(meaning.arguments[0], scene) or 0:04d}")


def _minus(meaning: Meaning, scene: Scene) -> int:
    return -(_number(meaning.arguments[0], scene) or 0)


def _numeric(_meaning: Meaning, scene: Scene) -> Interval:
    found = read_numeric(scene.phrase, scene.order)
    if found is None or found.start is None:
        raise Unplaced(Reason.NO_PLACE)
    scene.has_stated_year = True
    day = found.start
    return scene.take("date", (day.year, day.month, day.day), Reason.STATED_IN_WORDS)


_OPERATORS: dict[str, Callable[[Meaning, Scene], Found]] = {
    "date": _date,
    "near": _near,
    "this": _this,
    "last": _last,
    "next": _next,
    "shift": _shift,
    "named": _feast,
    "nth": _nth,
    "part": _part,
    "decade": _counted,
    "century": _counted,
    "before_christ": _before_christ,
    "between": _between,
    "either": _between,
    "holding": _holding,
    "kin": _kin,
    "same": _same,
    "clock": _clock,
    "lasting": _lasting,
    "every": _every,
    "vague": _vague,
    "minus": _minus,
    "numeric": _numeric,
}
