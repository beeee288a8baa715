"""The day that a clock time, a part of day or “today” hangs on."""

from __future__ import annotations

from kztimeline.model import Certainty, Reason, Side, Signal
from kztimeline.temporal import Granularity, Interval, apply
from kztimeline.times.context import Focus
from kztimeline.times.history import FAR_YEARS, may_be_these_days
from kztimeline.times.near import place_near
from kztimeline.times.scene import Scene, Unplaced
from kztimeline.times.years import chronicle_above

_NIGHT_DAYS = 1  # a night lies on two days
_CLOCK_REACH = 1  # paragraphs back that “at 6:40 p.m.” looks for its day


def today(scene: Scene) -> Interval:
    """The anchor's day; in a history these days, but where news would tell of its own."""
    context = scene.context
    is_news = context.has_own_day and scene.expression.side is Side.PAST
    may_be = may_be_these_days(scene.expression) and not is_news
    if context.is_history and context.anchor and may_be:
        raise Unplaced(Reason.NOT_ON_CALENDAR, "PRESENT_REF")  # “the mint is a museum today”
    return scene.take("shift", (scene.anchor(), 0, "day"), Reason.COUNTED_FROM_ANCHOR)


def focus_of_day(scene: Scene) -> Focus | None:
    """The day told of near by."""
    focus = scene.story_focus(Granularity.DAY, with_asides=False)
    if focus is None or focus.is_bare_clock:
        return None
    if scene.context.paragraph - focus.paragraph > _CLOCK_REACH or _is_aside(focus, scene):
        return None
    first, last = focus.interval.first_day, focus.interval.last_day
    is_wide = first is None or last is None or (last - first).days > _NIGHT_DAYS
    return None if is_wide else focus  # “in late July”: which day is not said


def _is_aside(focus: Focus, scene: Scene) -> bool:
    """“To mark the fire of 19 May 1985. ¶ At 7 a.m. …”: a day of years ago, named in passing."""
    context, start = scene.context, focus.interval.start
    if focus.paragraph == context.paragraph or context.is_history or context.anchor is None:
        return False
    now = context.anchor.start
    is_far = start is not None and now is not None and now.year - start.year >= FAR_YEARS
    return is_far and chronicle_above(scene) is None


def tells_of_years(scene: Scene) -> bool:
    """“He came back in 1984 and studied at night”: of no night that was told of before."""
    context, day = scene.context, focus_of_day(scene)
    latest = context.foci[0] if context.foci else None
    if latest is None or latest.sentence != context.sentence:
        return False
    is_near = day is not None and day.paragraph == context.paragraph
    is_now = context.anchor is None or latest.interval.overlaps(context.anchor)
    return latest.interval.granularity > Granularity.MONTH and not (is_near or is_now)


def weekday_told(scene: Scene) -> Interval:
    """“The siege began on 3 May. On the Sunday …”: the day told of or the next, else by the anchor.

    In a year told of, of whose days none was named, that weekday has no place.
    """
    weekday = int(scene.slots["weekday"])
    focus, latest = focus_of_day(scene), scene.context.foci[:1]
    day = focus.interval.first_day if focus else None
    is_history = scene.context.history is Certainty.DERIVED
    is_told = focus is not None and (is_history or focus.interval.overlaps(latest[0].interval))
    if focus is None or day is None or not is_told:
        _refuse_far(f"XXXX-WXX-{weekday + 1}", scene)
        return place_near(["weekday"], [weekday], scene)
    operator = "latest" if day.weekday() == weekday else "following"
    inputs = ("weekday", weekday, 0, focus.interval)
    found = apply(operator, inputs)
    is_plan = found is None or scene.context.is_ahead(found)
    if is_plan and scene.expression.side is not Side.FUTURE:
        return place_near(["weekday"], [weekday], scene)
    scene.is_relative = True
    scene.weaken(Certainty.DERIVED)
    scene.has_stated_year = focus.has_stated_year
    return scene.take(operator, inputs, Reason.COUNTED_FROM_FOCUS)


def season_told(scene: Scene) -> Interval | None:
    """The second year of “1978-79” in this sentence: “they lost, and fell the following spring”."""
    latest = scene.context.foci[0] if scene.context.foci else None
    if latest is None or latest.sentence != scene.context.sentence or latest.opened is None:
        return None
    first, last = latest.opened.start, latest.interval.start
    is_season = first and last and last.year - first.year == 1
    if not is_season or latest.interval.granularity is not Granularity.YEAR:
        return None
    scene.is_relative = True
    scene.weaken(Certainty.DERIVED)
    scene.has_stated_year = latest.has_stated_year
    return latest.interval


def refuse_far_day(unit: Granularity, scene: Scene) -> None:
    """`Unplaced` for “that night” where a far year is told of, and none of its days."""
    if unit is not Granularity.DAY:
        return
    focus, latest = scene.story_focus(unit), scene.context.foci[:1]
    is_old = focus is not None and focus.paragraph != scene.context.paragraph
    if focus is None or (is_old and not _same_year(focus.interval, latest[0].interval)):
        _refuse_far("XXXX-XX-XX", scene)


def _refuse_far(value: str, scene: Scene) -> None:
    """`Unplaced` with a TIMEX3 value where this paragraph tells of another year than the anchor's.

    What hangs on a day of it that was not named hangs on none near the anchor.
    """
    context = scene.context
    latest = context.foci[0] if context.foci else None
    if latest is None or latest.paragraph != context.paragraph or not latest.has_stated_year:
        return
    if context.anchor is None or not _same_year(latest.interval, context.anchor):
        raise Unplaced(Reason.NEEDS_FOCUS, value)


def _same_year(one: Interval, other: Interval) -> bool:
    return bool(one.start and other.start and one.start.year == other.start.year)


def some_weekday(scene: Scene) -> Interval:
    """“On 12 March, a Tuesday, …” is that day; on “a Tuesday” alone nothing is dated."""
    weekday = int(scene.slots["weekday"])
    focus = focus_of_day(scene)
    is_named = focus is not None and focus.sentence == scene.context.sentence
    day = focus.interval.first_day if focus and is_named else None
    if focus is None or day is None or day.weekday() != weekday:
        raise Unplaced(Reason.NOT_ON_CALENDAR, f"XXXX-WXX-{weekday + 1}")
    scene.is_relative = True
    scene.weaken(Certainty.DERIVED)
    scene.has_stated_year = focus.has_stated_year
    return scene.take("holding", (focus.interval, "day"), Reason.COUNTED_FROM_FOCUS)


def midnight_after(day: Interval, scene: Scene) -> Interval:
    """“The fire broke out at 9 p.m.; by midnight …”: what follows an evening ends its day.

    What was “shortly before midnight” was on it still.
    """
    focus = focus_of_day(scene)
    if scene.expression.signal is Signal.BEFORE or focus is None:
        return day
    if focus.interval.start is None or not _is_late(focus.interval):
        return day
    return scene.take("shift", (day, 1, "day"), Reason.COUNTED_FROM_FOCUS)


def morning_after(day: Interval, scene: Scene) -> Interval:
    """“It burned on the night of 2 March; at 4 a.m. …”: small hours end the night told of."""
    focus = focus_of_day(scene)
    if focus is None or (focus.paragraph != scene.context.paragraph and not _is_clock(focus)):
        return day
    if day.first_day != focus.interval.first_day or not _is_night(focus.interval):
        return day
    return scene.take("shift", (day, 1, "day"), Reason.COUNTED_FROM_FOCUS)


def _is_clock(focus: Focus) -> bool:
    """Whether a time was told to the hour: “at 11 p.m. on Friday. ¶ Shortly after 3 a.m. …”."""
    return focus.interval.granularity < Granularity.DAY and not focus.interval.part


def _is_night(interval: Interval) -> bool:
    """Whether a time goes on into the next day: 2/3 March, that night, 11 p.m."""
    lasts = interval.last_day != interval.first_day
    is_clock = interval.granularity < Granularity.DAY
    late = is_clock and interval.start is not None and interval.start.hour >= _EVENING
    return lasts or late or interval.part == "NI"


def _is_late(interval: Interval) -> bool:
    """Whether a time lies in the second half of its day."""
    is_clock = interval.granularity < Granularity.DAY
    start = interval.start
    late = is_clock and start is not None and start.hour >= _MIDDAY
    return late or interval.part in _SECOND_HALF


_MIDDAY, _EVENING = 12, 18
_SECOND_HALF = ("AF", "EV", "NI")


def is_of_focus(unit: Granularity, scene: Scene) -> bool:
    """Whether “the end of the month” ends the month told of, and not the anchor's own.

    So in a history; in news where a sentence of the past has one behind it in its paragraph.
    """
    context = scene.context
    if context.is_history:
        return context.focus(max(unit, Granularity.DAY), with_plans=True) is not None
    focus = context.focus(max(unit, Granularity.DAY), with_plans=False)
    is_near = focus is not None and focus.paragraph == context.paragraph
    return is_near and scene.expression.side is Side.PAST


def day_told(scene: Scene) -> Interval:
    """The day of a clock time or part of day: its paragraph's, else the article's own."""
    context = scene.context
    focus = focus_of_day(scene)
    if context.day and not (focus and focus.paragraph == context.paragraph):
        focus = context.day
    elif focus is None:
        return scene.anchor()
    elif scene.opens_paragraph and focus.paragraph != context.paragraph:
        return scene.anchor()  # the stamp of a live-blog entry
    elif _is_bygone(focus, scene):
        return scene.anchor()  # “They lost on 2 March. The party will meet at 3 p.m.”
    scene.is_relative = True
    is_same = focus.sentence == scene.context.sentence
    scene.weaken(Certainty.DERIVED if is_same else Certainty.INFERRED)
    scene.has_stated_year = focus.has_stated_year
    return scene.take("holding", (focus.interval, "day"), Reason.COUNTED_FROM_FOCUS)


def _is_bygone(focus: Focus, scene: Scene) -> bool:
    """Whether what is to come at a clock time has another paragraph's or day's past before it."""
    context, anchor = scene.context, scene.context.anchor
    if scene.expression.side is not Side.FUTURE or anchor is None or context.is_history:
        return False
    is_here = focus.sentence == context.sentence
    last, now = focus.interval.last_day, anchor.first_day
    return not is_here and bool(last and now and last < now)
