"""Units counted away from a time: by halves, and from the period that results are told of."""

from __future__ import annotations

from kztimeline.model import Certainty, Reason
from kztimeline.temporal import PARTS, UNITS, Interval
from kztimeline.times.context import Focus
from kztimeline.times.scene import Scene, Unplaced


def moved(period: Focus, count: int, scene: Scene) -> Interval:
    """A period that the text tells of, `count` years away: named beside it, not told of."""
    scene.is_relative = scene.is_comparison = True
    scene.weaken(Certainty.DERIVED)
    return scene.take("move", (period.interval, count, "year"), Reason.COUNTED_FROM_FOCUS)


def shift_in_parts(count: float, unit: str, scene: Scene) -> Interval:
    """“Two and a half years ago”: counted in months, and known as a year."""
    granularity, times = UNITS[unit]
    many, finer = PARTS.get(granularity, (0, granularity))
    if not many:
        raise Unplaced(Reason.NO_PLACE)
    anchor = scene.anchor()
    if anchor.granularity > finer:  # “two and a half days ago” of a day: the hours are not known
        return scene.take("shift", (anchor, int(count * times), unit), Reason.COUNTED_FROM_ANCHOR)
    inputs = (anchor, round(count * times * many), finer.word)
    moved = scene.take("shift", inputs, Reason.COUNTED_FROM_ANCHOR)
    return scene.take("holding", (moved, unit), Reason.COUNTED_FROM_ANCHOR)
