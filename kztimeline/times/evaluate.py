"""A meaning in a context, step by step: each operator of the tables as one small function."""

from __future__ import annotations

from collections.abc import Callable

from kztimeline.languages import full_year, read_numeric
from kztimeline.model import Certainty, Meaning, Reason, Side
from kztimeline.temporal import (
    UNITS,
    DateKind,
    Granularity,
    Interval,
    Length,
    Recurrence,
    recurrence_value,
)
from kztimeline.times.counted import counterpart, moved, not_ahead, not_tomorrow, shift_in_parts
from kztimeline.times.near import NEED_A_DAY, place_near
from kztimeline.times.numbers import (
    amount,
    clock_figures,
    completed,
    is_before_day,
    length_told,
    letters,
    with_part,
)
from kztimeline.times.scene import Scene, Unplaced
from kztimeline.times.told import (
    day_told,
    focus_of_day,
    is_of_focus,
    midnight_after,
    morning_after,
    refuse_far_day,
    season_told,
    some_weekday,
    tells_of_years,
    today,
    weekday_told,
)

Term = Meaning | str | int
Found = Interval | str | int | None  # a part of a unit is text, as in TIMEX3: “5.5”


def evaluate(term: Term, scene: Scene) -> Found:
    """The value of a term: an interval for places, the slot's own value for slots."""
    if isinstance(term, Meaning):
        return _OPERATORS[term.operator](term, scene)
    if term == "anchor":
        return scene.anchor()
    if term == "day_told":
        return day_told(scene)
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
    if not isinstance(found, int):
        return None
    return full_year(found) if term == "short_year" else found


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
    if meaning.arguments[-1] == "day":
        month, day = (_number(argument, scene) for argument in meaning.arguments)
        inputs = ("month-day", month, day, scene.anchor())
        return scene.take("before", inputs, Reason.COUNTED_FROM_ANCHOR)
    return _beside(meaning, scene, -1, "before")


def _beside(meaning: Meaning, scene: Scene, count: int, operator: str) -> Interval:
    name, value = _named(meaning, scene)
    if meaning.arguments[-1] == "focus":
        # “It rained last weekend. The following Monday …”: a week is known finely enough.
        needed = Granularity.WEEK if name in NEED_A_DAY else Granularity.QUARTER
        base = season_told(scene) if name not in NEED_A_DAY else None
        inputs = (name, value, 0, base or scene.focus(needed))
        return not_ahead(scene.take(operator, inputs, Reason.COUNTED_FROM_FOCUS), scene)
    anchor = scene.anchor(for_day=name in NEED_A_DAY)
    if name == "unit":
        return scene.take("shift", (anchor, count, str(value)), Reason.COUNTED_FROM_ANCHOR)
    found = scene.take(operator, (name, value, 0, anchor), Reason.COUNTED_FROM_ANCHOR)
    is_base = scene.expression.meaning.operator == "shift"  # “a week on Saturday”
    return found if count < 0 or is_base else not_tomorrow(found, scene)


def _named(meaning: Meaning, scene: Scene) -> tuple[str, Found]:
    """What the argument of this/last/next is: a unit, or a repeating date and its number."""
    argument = str(meaning.arguments[0])
    if argument not in scene.slots or argument == "unit":
        return ("weekend" if argument == "weekend" else "unit"), evaluate(argument, scene)
    return ("month" if "month" in argument else argument), scene.slots[argument]


def _shift(meaning: Meaning, scene: Scene) -> Interval:
    base_term, count_term, unit_term = meaning.arguments
    unit = _word(unit_term, scene)
    count = evaluate(count_term, scene)
    if isinstance(count, str) and (parts := amount(count)) is not None:
        return shift_in_parts(parts, unit, base_term == "focus", scene)
    if not isinstance(count, int) or unit not in UNITS:
        raise Unplaced(Reason.NO_PLACE)
    if isinstance(base_term, Meaning):
        base = place(base_term, scene)
        scene.is_comparison = base.granularity is Granularity.QUARTER
        return scene.take("move", (base, count, unit), Reason.COUNTED_FROM_ANCHOR)
    is_year_before = unit == "year" and count == -1
    if is_year_before and (kin := scene.context.period(Granularity.QUARTER)):
        # results are told by the quarter: “a year ago” is that one then
        return moved(kin, count, scene)
    scene.is_comparison = is_year_before  # “up from 4 percent a year earlier”
    if base_term == "focus":
        scene.looks_back = count < 0
        base = scene.focus(max(UNITS[unit][0], Granularity.DAY), looking_back=scene.looks_back)
        found = scene.take("shift", (base, count, unit), Reason.COUNTED_FROM_FOCUS)
        return not_ahead(found, scene) if count > 0 else found
    return scene.take("shift", (scene.anchor(), count, unit), Reason.COUNTED_FROM_ANCHOR)


def _nth(meaning: Meaning, scene: Scene) -> Interval:
    count = _number(meaning.arguments[0], scene)
    what = str(meaning.arguments[1])
    inside = place(meaning.arguments[2], scene)
    if what == "weekday" and inside.granularity > Granularity.WEEK:
        raise Unplaced(Reason.NEEDS_ANCHOR)
    return scene.take("nth", (count, what, inside), Reason.STATED_IN_WORDS)


def _which(meaning: Meaning, scene: Scene) -> Interval:
    count = _number(meaning.arguments[0], scene)
    name, value = str(meaning.arguments[1]), evaluate(meaning.arguments[1], scene)
    what = (name, value) if name == "weekday" else (str(value), 0)
    inside = place(meaning.arguments[2], scene)
    return scene.take("which", (count, *map(_plain, what), inside), Reason.STATED_IN_WORDS)


def _part(meaning: Meaning, scene: Scene) -> Interval:
    letters = _word(meaning.arguments[0], scene)
    is_bare = meaning.arguments[1] == "day_told" and scene.expression.side is Side.UNKNOWN
    is_any = is_bare and not scene.context.has_own_day and focus_of_day(scene) is None
    if is_any or (meaning.arguments[1] == "day_told" and tells_of_years(scene)):
        raise Unplaced(Reason.NOT_ON_CALENDAR, f"XXXX-XX-XXT{letters}")  # on any day
    try:
        whole = place(meaning.arguments[1], scene)
    except Unplaced as answer:
        if answer.value is None and meaning.arguments[1] != "day_told":
            raise
        raise Unplaced(answer.reason, f"{answer.value or 'XXXX-XX-XX'}T{letters}") from None
    if letters == "MO" and meaning.arguments[1] == "day_told":
        whole = morning_after(whole, scene)
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
    needed = max(UNITS[unit][0], Granularity.DAY)
    refuse_far_day(needed, scene)
    base = scene.focus(needed, with_plans=needed >= Granularity.YEAR)
    return scene.take("holding", (base, unit), Reason.COUNTED_FROM_FOCUS)


def _told(meaning: Meaning, scene: Scene) -> Interval:
    if meaning.arguments[0] == "weekday":
        return weekday_told(scene)
    unit = _word(meaning.arguments[0], scene)
    if is_of_focus(UNITS[unit][0], scene):
        return _same(meaning, scene)
    return scene.take("holding", (scene.anchor(), unit), Reason.COUNTED_FROM_ANCHOR)


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
    said = [evaluate(term, scene) for term in rest]
    figures = clock_figures(said)
    if (base_term, rest[0], said[0]) == ("day_told", "noon", 0):
        base = midnight_after(base, scene)
    elif base_term == "day_told" and is_before_day(figures, scene.phrase):
        base = morning_after(base, scene)
    return scene.take("clock", (base, *figures), Reason.STATED_IN_WORDS)


def _lasting(meaning: Meaning, scene: Scene) -> Interval:
    count, unit = (str(evaluate(argument, scene)) for argument in meaning.arguments)
    raise Unplaced(Reason.NOT_ON_CALENDAR, length_told(count, unit))


def _every(meaning: Meaning, scene: Scene) -> Interval:
    unit = _word(meaning.arguments[0], scene)
    granularity, times = UNITS[unit]
    on = "".join(letters(str(name), scene.slots[str(name)]) for name in meaning.arguments[1:])
    recurrence = Recurrence(Length(times, granularity), on)
    raise Unplaced(Reason.NOT_ON_CALENDAR, recurrence_value(recurrence))


def _vague(meaning: Meaning, scene: Scene) -> Interval:
    raise Unplaced(Reason.NOT_ON_CALENDAR, _word(meaning.arguments[0], scene))


def _before_christ(meaning: Meaning, scene: Scene) -> Interval:
    raise Unplaced(Reason.NO_PLACE, f"BC{_number(meaning.arguments[0], scene) or 0:04d}")


def _minus(meaning: Meaning, scene: Scene) -> int | str:
    found = evaluate(meaning.arguments[0], scene)
    return f"-{found}" if isinstance(found, str) else -found if isinstance(found, int) else 0


def _plus(meaning: Meaning, scene: Scene) -> str:
    return with_part(*(_number(argument, scene) or 0 for argument in meaning.arguments))


def _completed(meaning: Meaning, scene: Scene) -> int:
    return completed(*(_number(argument, scene) or 0 for argument in meaning.arguments))


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
    "nearest": lambda term, scene: _near(term, scene.told_from_no_side()),
    "this": _this,
    "last": _last,
    "next": lambda term, scene: _beside(term, scene, 1, "following"),
    "shift": _shift,
    "named": _feast,
    "nth": _nth,
    "which": _which,
    "part": _part,
    "decade": _counted,
    "century": _counted,
    "before_christ": _before_christ,
    "between": _between,
    "either": _between,
    "holding": _holding,
    "kin": _kin,
    "counterpart": lambda term, scene: counterpart(_number(term.arguments[0], scene) or 0, scene),
    "today": lambda _, scene: today(scene),
    "same": _same,
    "told": _told,
    "some": lambda _, scene: some_weekday(scene),
    "clock": _clock,
    "lasting": _lasting,
    "every": _every,
    "vague": _vague,
    "minus": _minus,
    "plus": _plus,
    "completed": _completed,
    "numeric": _numeric,
}
