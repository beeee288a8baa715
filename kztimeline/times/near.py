"""Repeating dates put on the calendar: which “Tuesday”, which “12 March” is meant."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.model import Certainty, Named, Reason, Side, Signal, TimeExpression
from kztimeline.temporal import Granularity, Interval, apply
from kztimeline.times.context import Focus
from kztimeline.times.direction import (
    WEEKDAY_TRUST_DAYS,
    Candidates,
    Choice,
    choose,
    is_ahead_nearer,
    is_within,
    neighbours,
)
from kztimeline.times.scene import Scene, Unplaced
from kztimeline.times.years import Repeating, chronicle_above, year_of_text

RETOLD_DAYS = 45  # a story's days lie near each other
LONG_PAST_DAYS = 333  # a month that long past is rarely named without “last” or its year
CLOSE_BEHIND = 30  # characters between a date that opens a sentence and its verb
NEXT_TO = 4  # characters between a verb and the month it governs: “closed in April”

_WEEKDAY_MONTH_DAY, _MONTH_DAY = 3, 2  # how many things name such a date
_YEARLY = ("month-day", "month", "season", "feast")
NEED_A_DAY = ("weekday", "weekend", "day-of-month")
_KINDS_OF_SLOTS = {"nth_day": "day-of-month", "ordinal": "quarter"}


def place_near(names: Sequence[str], values: Sequence[int | str], scene: Scene) -> Interval:
    """The date that the slots name, on the side and in the year the text speaks of."""
    if len(names) == _WEEKDAY_MONTH_DAY:
        return _on_weekday(*(int(value) for value in values), scene=scene)
    date = _repeating(names, values)
    if date.kind in _YEARLY and (year := year_of_text(date, scene)):
        return _in_year(date, year[0], scene, year[1])
    if date.kind == "day-of-month" and (told := _day_told(scene)):
        return _in_month_told(int(date.first), told, scene)
    if date.kind == "weekday" and scene.is_entry and (above := scene.context.entry_day()):
        return _below_entry(date, above, scene)
    anchor = _anchor(date, scene)
    if date.kind in _YEARLY and anchor.granularity >= Granularity.YEAR:
        return _in_year(date, anchor, scene, Certainty.INFERRED)
    if date.kind in NEED_A_DAY and anchor.granularity > Granularity.DAY:
        raise Unplaced(Reason.NEEDS_ANCHOR, date.open_value)
    return _beside_anchor(date, anchor, scene)


def _below_entry(date: Repeating, above: Interval, scene: Scene) -> Interval:
    """“Monday, 4 November: … Tuesday: …”: the next such day.

    In a list that ends with what came first, the one before: there the next would be to come, or
    it names the day before (“Thursday, 7 March: … Wednesday: …”).
    """
    scene.is_relative = True
    scene.weaken(Certainty.DERIVED)
    found = scene.take("following", (*date, above), Reason.COUNTED_FROM_FOCUS)
    today, day, following = (
        each.last_day if each else None for each in (scene.context.anchor, above, found)
    )
    is_to_come = bool(today and day and following and day <= today < following)
    is_eve = bool(day and following and (following - day).days == _WEEK_LESS_ONE)
    if is_to_come or is_eve:
        scene.steps.pop()
        found = scene.take("before", (*date, above), Reason.COUNTED_FROM_FOCUS)
    return found


_WEEK_LESS_ONE = 6  # days


def _day_told(scene: Scene) -> Focus | None:
    """The day or month this paragraph tells of, where that is not the anchor's month."""
    context = scene.context
    focus = context.focus(Granularity.MONTH, with_plans=True)
    is_here = focus is not None and focus.paragraph == context.paragraph
    if not is_here and context.history is Certainty.DERIVED:
        return context.focus(Granularity.DAY, with_plans=True)  # it goes on where its days stopped
    if not is_here and (above := chronicle_above(scene)):
        return above
    if focus is None or not is_here or focus.interval.start is None:
        return None
    start, anchor = focus.interval.start, context.anchor
    is_now = anchor is not None and anchor.start is not None and anchor.start.month == start.month
    is_now = is_now and anchor is not None and anchor.granularity <= Granularity.MONTH
    return None if is_now else focus


def _in_month_told(day: int, focus: Focus, scene: Scene) -> Interval:
    """“In July the army came; on the 18th …”; “it rained from 28 April; by the 3rd …” is in May.

    Of a range of days any may be told: “from 3 to 9 May the sluice was shut; on the 5th …”.
    """
    told = focus.opened or focus.interval
    is_next = told.granularity <= Granularity.DAY and told.start and day < told.start.day
    scene.is_relative = True
    scene.has_stated_year = focus.has_stated_year
    scene.weaken(Certainty.DERIVED)
    inputs = (told, 1 if is_next else 0, "month")
    month = scene.take("shift", inputs, Reason.COUNTED_FROM_FOCUS)
    return scene.take("nth", (day, "day", month), Reason.COUNTED_FROM_FOCUS)


def _repeating(names: Sequence[str], values: Sequence[int | str]) -> Repeating:
    if len(names) == _MONTH_DAY:
        return Repeating("month-day", values[0], int(values[1]))
    name = "month" if "month" in names[0] else names[0]
    return Repeating(_KINDS_OF_SLOTS.get(name, name), values[0])


def _anchor(date: Repeating, scene: Scene) -> Interval:
    if scene.context.anchor is None:
        reason = Reason.NEEDS_YEAR if date.kind in _YEARLY else Reason.NEEDS_ANCHOR
        raise Unplaced(reason, date.open_value)
    return scene.anchor()


def _beside_anchor(date: Repeating, anchor: Interval, scene: Scene) -> Interval:
    beside = neighbours(*date, anchor)
    side = _side(date, beside, anchor, scene)
    choice = choose(date.kind, beside, anchor, side, is_bound=_is_bound(scene.expression))
    if choice is None:
        raise Unplaced(Reason.NOT_ON_CALENDAR)
    if choice.reason is Reason.PRESS_USAGE and _is_deadline(scene.expression):
        choice = Choice("following", Reason.PRESS_USAGE)
    if choice.reason is Reason.PRESS_USAGE and _is_open(scene.expression):
        is_ahead = is_ahead_nearer(beside, anchor)
        choice = Choice("following" if is_ahead else "latest", Reason.NEAREST)
    if choice.reason in _LOOKING_BACK and _lies_ahead(date, beside, anchor, scene.expression):
        choice = Choice("following", Reason.FORESEEN)
    is_since = scene.expression.signal is Signal.SINCE and beside.past is not None
    if is_since and choice.operator != "latest":  # however far back: it has held ever since
        choice = Choice("latest", Reason.TENSE_PAST)
    if choice.reason is Reason.NEAREST and _is_retold(date, anchor, scene):
        choice = Choice("latest", Reason.TEXT_YEAR)
    is_guess = choice.reason in (Reason.NEAREST, Reason.PRESS_USAGE, Reason.FORESEEN)
    if is_guess or anchor.granularity > Granularity.DAY:
        scene.weaken(Certainty.INFERRED)
    return scene.take(choice.operator, (*date, anchor), choice.reason)


def _side(date: Repeating, beside: Candidates, anchor: Interval, scene: Scene) -> Side:
    """The side of the verbs, but where the words around the date say more."""
    expression = scene.expression
    side, signal, cue = expression.side, expression.signal, expression.side_cue
    if signal is Signal.UNTIL and date.kind == "weekday" and not expression.is_range_end:
        gap = expression.span.start - cue.end if side is Side.PAST and cue else _LONGEST_GAP
        # “The search went on until Tuesday”, but “flights were suspended until Tuesday”
        return Side.PAST if gap < _LONGEST_GAP else Side.FUTURE
    is_loose = (
        signal in (Signal.BY, Signal.UNTIL, Signal.FROM)  # sold 300 by May: the nearest
        or (
            date.kind == "month"
            and _is_next_month(beside, anchor)
            and not (_is_governed(expression) or _leads(expression))
        )
    )
    if side is Side.PAST and is_loose:
        return Side.UNKNOWN
    if expression.names is Named.SUDDEN:
        return Side.PAST  # the dead of the March attack will be honoured
    is_thing = expression.names is Named.ANY and date.kind == "weekday"  # fight Monday’s ruling
    if side is Side.FUTURE and is_thing and not is_ahead_nearer(beside, anchor):
        return Side.UNKNOWN
    return side


_LONGEST_GAP = 2  # characters before a date from a verb group that takes “until” in
_LOOKING_BACK = (Reason.TENSE_PAST, Reason.PRESS_USAGE)


def _lies_ahead(
    date: Repeating, beside: Candidates, anchor: Interval, expression: TimeExpression
) -> bool:
    """Whether a thing set beforehand is still to come, although what is told of it is past.

    “He withdrew from the March election”, “They met ahead of Sunday’s vote”.
    """
    if expression.names in (Named.NOTHING, Named.SUDDEN):
        return False
    if expression.signal is Signal.BEFORE:
        return is_ahead_nearer(beside, anchor)
    is_foreseen = expression.names is Named.FORESEEN and date.kind in _YEARLY
    return is_foreseen and is_ahead_nearer(beside, anchor, times=2)


def _is_governed(expression: TimeExpression) -> bool:
    """Whether the verb stands just before: “closed in April”, not “announced a cut in April”."""
    cue = expression.side_cue
    return cue is not None and 0 <= expression.span.start - cue.end <= NEXT_TO


def _is_bound(expression: TimeExpression) -> bool:
    """Whether the verb has it for itself: “closed it on 5 May”, “On 5 May it closed”."""
    is_at = expression.is_governed and expression.signal is Signal.AT
    return _leads(expression) or is_at or _is_governed(expression)


def _is_deadline(expression: TimeExpression) -> bool:
    """“Ballots that arrive by Friday count”, “Deal by Friday”: no verb tells of what is over."""
    is_told = expression.side is not Side.UNKNOWN or expression.side_cue is not None
    return expression.signal is Signal.BY and not is_told


def _is_open(expression: TimeExpression) -> bool:
    """Whether verbs say that it may have come, or not: “was due on Monday”."""
    return expression.side is Side.UNKNOWN and expression.side_cue is not None


def _leads(expression: TimeExpression) -> bool:
    """Whether the verb follows soon: “In April, a barge sank”."""
    cue = expression.side_cue
    return cue is not None and 0 <= cue.start - expression.span.end <= CLOSE_BEHIND


def _is_next_month(beside: Candidates, anchor: Interval) -> bool:
    """Whether such a month lies just ahead, or so far back that few would name it so."""
    return beside.past is not None and not is_within(beside.past, anchor, LONG_PAST_DAYS)


def _is_retold(date: Repeating, anchor: Interval, scene: Scene) -> bool:
    """A past told from afar: “on 9 January” lies near what was told, not near now."""
    if scene.expression.side is not Side.PAST or date.kind not in _YEARLY:
        return False
    past = neighbours(*date, anchor).past
    return past is not None and any(
        is_within(past, focus.interval, RETOLD_DAYS)
        for focus in scene.context.foci
        if focus.interval.granularity <= Granularity.MONTH
    )


def _on_weekday(weekday: int, month: int, day: int, *, scene: Scene) -> Interval:
    """“Thursday, January 13” fixes the year by itself, unless the writer slipped.

    Where the text tells of a year in which it fits, that is the one.
    """
    date = Repeating("month-day", month, day)
    told = year_of_text(date, scene)
    if told and _fits(weekday, date, told[0]):
        return _in_year(date, told[0], scene, told[1])
    anchor = _anchor(date, scene)
    found = scene.take("on_weekday", (weekday, month, day, anchor), Reason.WEEKDAY_FIXES_YEAR)
    if is_within(found, anchor, WEEKDAY_TRUST_DAYS):
        if scene.context.anchor_certainty is Certainty.STATED:
            scene.certainty = Certainty.STATED
        return found
    scene.steps.pop()  # the weekday fits no year near by, the date does
    scene.weaken(Certainty.INFERRED)
    if told:
        return _in_year(date, told[0], scene, Certainty.INFERRED)
    return _beside_anchor(date, anchor, scene)


def _fits(weekday: int, date: Repeating, year: Interval) -> bool:
    """Whether a date of that year falls on a weekday."""
    number = year.start.year if year.start else None
    found = apply("date", (number, date.first, date.second))
    return found is not None and found.start is not None and found.start.weekday() == weekday


def _in_year(date: Repeating, year: Interval, scene: Scene, certainty: Certainty) -> Interval:
    scene.is_relative = scene.is_relative or certainty is not Certainty.STATED
    scene.has_stated_year = certainty is not Certainty.INFERRED
    scene.weaken(certainty)
    number = year.start.year if year.start else None
    is_guess = certainty is Certainty.INFERRED and scene.context.anchor is None
    reason = Reason.LAST_YEAR_TOLD if is_guess else Reason.TEXT_YEAR
    if date.kind == "season":
        whole = scene.take("date", (number,), reason)
        return scene.take("part", (date.first, whole), reason)
    if date.kind == "feast":
        return scene.take("named", (date.first, number), reason)
    day = (date.second,) if date.kind == "month-day" else ()
    return scene.take("date", (number, date.first, *day), reason)
