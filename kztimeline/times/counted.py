"""Units counted away from a time: by halves, and from the period that results are told of."""

from __future__ import annotations

from kztimeline.model import Certainty, Reason, Side
from kztimeline.temporal import PARTS, UNITS, Granularity, Interval
from kztimeline.times.context import Focus
from kztimeline.times.scene import Scene, Unplaced


def moved(period: Focus, count: int, scene: Scene) -> Interval:
    """A period that the text tells of, `count` years away: named beside it, not told of."""
    scene.is_relative = scene.is_comparison = True
    scene.weaken(Certainty.DERIVED)
    return scene.take("move", (period.interval, count, "year"), Reason.COUNTED_FROM_FOCUS)


def counterpart(number: int, scene: Scene) -> Interval:
    """The period told of, so many years away or in the year that is named; else that year."""
    period = scene.context.period()
    if period is not None and period.interval.start:
        count = number if number < 0 else number - period.interval.start.year
        return moved(period, count, scene)
    scene.is_comparison = True
    if number < 0:
        return scene.take("shift", (scene.anchor(), number, "year"), Reason.COUNTED_FROM_ANCHOR)
    scene.has_stated_year = True
    return scene.take("date", (number,), Reason.STATED_IN_WORDS)


def shift_in_parts(count: float, unit: str, is_told: bool, scene: Scene) -> Interval:  # noqa: FBT001
    """“Two and a half years ago”: counted in months, known as a year; a century as a decade.

    `is_told`: from the time told of, not from the anchor: “half an hour later”.
    """
    granularity, times = UNITS[unit]
    many, finer = PARTS.get(granularity, (0, granularity))
    if not many:
        raise Unplaced(Reason.NO_PLACE)
    reason = Reason.COUNTED_FROM_FOCUS if is_told else Reason.COUNTED_FROM_ANCHOR
    base = scene.focus(max(granularity, Granularity.DAY)) if is_told else scene.anchor()
    if base.granularity > finer:  # “two and a half days ago” of a day: the hours are not known
        return scene.take("shift", (base, int(count * times), unit), reason)
    inputs = (base, round(count * times * many), finer.word)
    moved = scene.take("shift", inputs, reason)
    known_as = "decade" if granularity is Granularity.CENTURY else unit
    return scene.take("holding", (moved, known_as), reason)


def not_ahead(found: Interval, scene: Scene) -> Interval:
    """“Ten years later it stopped” is not yet to come: it was counted from something else."""
    if scene.expression.side is Side.PAST and scene.context.is_ahead(found):
        raise Unplaced(Reason.NEEDS_FOCUS)
    return found


def not_tomorrow(found: Interval, scene: Scene) -> Interval:
    """“Next Saturday” told on a Friday is a week on: nobody calls tomorrow so."""
    first, now = found.first_day, scene.context.anchor and scene.context.anchor.last_day
    if found.granularity is not Granularity.DAY or not (first and now) or (first - now).days != 1:
        return found
    return scene.take("shift", (found, _WEEK, "day"), Reason.COUNTED_FROM_ANCHOR)


_WEEK = 7  # days
