"""The closed vocabulary of calendar reasoning: flat operands in, one interval out, or `None`.

Operands are intervals, numbers and words, so that a recorded step can be applied again (`apply`)
and must give the same outcome. Operators follow SCATE (Bethard & Parker 2016) where it has them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from kztimeline.temporal import repeating
from kztimeline.temporal.granularity import Granularity, advance, truncate
from kztimeline.temporal.interval import Interval, Qualifier

UNITS = {
    "minute": (Granularity.MINUTE, 1),
    "hour": (Granularity.HOUR, 1),
    "day": (Granularity.DAY, 1),
    "week": (Granularity.WEEK, 1),
    "weekend": (Granularity.WEEK, 1),
    "fortnight": (Granularity.WEEK, 2),
    "month": (Granularity.MONTH, 1),
    "quarter": (Granularity.QUARTER, 1),
    "year": (Granularity.YEAR, 1),
    "decade": (Granularity.DECADE, 1),
    "century": (Granularity.CENTURY, 1),
}
_MIDDAY, _LAST_HOUR = 12, 23
_HUNDRED, _MILLENNIUM, _OURS = 100, 2000, 20  # “the ’10s” are ours, “the ’20s” are not yet told of


def stated(year: int, month: int | None = None, day: int | None = None) -> Interval | None:
    """The year, month or day with these numbers; `None` for 30 February."""
    try:
        return Interval.of(year, month, day)
    except ValueError:
        return None


def latest(kind: str, first: int | str, second: int, base: Interval) -> Interval | None:
    """The last such date on or before the base's day.

    Of a month or longer, on or before its last day: an article of some day in January that tells of
    5 January means this one.
    """
    if base.start is None:
        return None
    is_long = base.granularity > Granularity.WEEK
    day = (base.last_day if is_long else None) or _day(base)
    return repeating.latest(kind, first, second, day)


def before(kind: str, first: int | str, second: int, base: Interval) -> Interval | None:
    """The last one that is over before the base begins: “last Tuesday” is never today."""
    if base.start is None:
        return None
    found = repeating.latest(kind, first, second, _day(base))
    while found and found.end and found.end > base.start and found.start:
        eve = advance(found.start, -1, Granularity.DAY)
        found = repeating.latest(kind, first, second, eve.date()) if eve else None
    return found


def following(kind: str, first: int | str, second: int, base: Interval) -> Interval | None:
    """The first such date after the base's first day."""
    return repeating.following(kind, first, second, _day(base)) if base.start else None


def on_weekday(weekday: int, month: int, day: int, base: Interval) -> Interval | None:
    """The day of that month and weekday nearest to the base."""
    return repeating.on_weekday(weekday, month, day, _day(base)) if base.start else None


def shift(base: Interval, count: int, unit: str) -> Interval | None:
    """The unit that lies `count` units from the one that holds the base's start.

    A base known less finely than the unit cannot be counted from: it is the answer itself.
    """
    granularity, times = UNITS[unit]
    if base.start is None:
        return None
    if base.granularity > granularity:
        return base
    start = advance(truncate(base.start, granularity), count * times, granularity)
    if start is None:
        return None
    if unit == "weekend":
        return repeating.weekend(start)
    return Interval.unit_at(start, granularity)


def move(base: Interval, count: int, unit: str) -> Interval | None:
    """The base as it is, `count` units away: “a year ago today” is a day."""
    granularity, times = UNITS[unit]
    start = advance(base.start, count * times, granularity) if base.start else None
    if start and base.part in repeating.SEASON_MONTHS:
        return repeating.season(base.part, start.year)
    return Interval.unit_at(start, base.granularity) if start else None


def holding(base: Interval, unit: str) -> Interval | None:
    """The unit that holds the base's start: “that month”."""
    return shift(base, 0, unit)


def named(name: str, year: int) -> Interval | None:
    """A moving feast in a year."""
    return repeating.named(name, year)


def nth(count: int, what: str, inside: Interval) -> Interval | None:
    """The `count`-th `what` inside, from 1; of ``weekday``, the first one (`count` 0 Monday–6)."""
    if inside.start is None:
        return None
    if what == "half":
        return _half(count, inside.start) if count in (1, 2) else None
    if what == "weekday":
        week_on = advance(inside.start, 6, Granularity.DAY)
        found = repeating.latest("weekday", count, 0, week_on.date()) if week_on else None
    else:
        granularity, times = UNITS[what]
        start = advance(inside.start, (count - 1) * times, granularity)
        found = Interval.unit_at(start, granularity) if start else None
    return found if found and found.overlaps(inside) else None


def which(count: int, what: str, number: int, inside: Interval) -> Interval | None:
    """The `count`-th of those inside, from 1, or the last one (-1): “the first Monday in May”.

    `what` is ``weekday`` (`number` 0 Monday–6), ``week``, ``weekend``, ``day``, ``month`` or
    another unit. A week is of the month that holds its Thursday (ISO 8601), a weekend of that of
    its Saturday.
    """
    if inside.start is None or inside.end is None or inside.last_day is None or count == 0:
        return None
    weekday = _BORNE_BY.get(what, number)
    if what in _BY_WEEKDAY and count > 0:
        days = (weekday - inside.start.weekday()) % _WEEK + _WEEK * (count - 1)
        start = advance(inside.start, days, Granularity.DAY)
    elif what in _BY_WEEKDAY:
        days = (inside.last_day.weekday() - weekday) % _WEEK + _WEEK * (-count - 1)
        start = advance(inside.end, -days - 1, Granularity.DAY)
    else:
        granularity, times = UNITS[what]
        base, steps = (inside.start, count - 1) if count > 0 else (inside.end, count)
        start = advance(base, steps * times, granularity)
    if start is None or not inside.start <= start < inside.end:
        return None
    if what == "weekend":
        return repeating.weekend(start)
    unit = Granularity.DAY if what == "weekday" else UNITS[what][0]
    return Interval.unit_at(truncate(start, unit), unit)


_WEEK = 7  # days
_BY_WEEKDAY = ("weekday", "week", "weekend")
_BORNE_BY = {"week": 3, "weekend": 5}  # the weekday that says which month it is of


def _half(count: int, start: datetime) -> Interval:
    begin = datetime(start.year, 1 if count == 1 else 7, 1)
    end = advance(begin, 6, Granularity.MONTH)
    return Interval(begin, end, Granularity.QUARTER, part=f"H{count}")


def part(letters: str, whole: Interval) -> Interval | None:
    """A named part: of a day (``NI``, the day's own borders), or the season of a year."""
    if letters in repeating.SEASON_MONTHS:
        return repeating.season(letters, whole.start.year) if whole.start else None
    return whole._replace(part=letters) if whole.granularity <= Granularity.DAY else whole


def decade(year: int) -> Interval | None:
    """The ten years from `year`; the 1600s are a century, the 2000s are not yet.

    Two figures are of the century before ours, but for 00 and 10.
    """
    full = year if year >= _HUNDRED else year + (_MILLENNIUM if year < _OURS else 1900)
    first = stated(full)
    is_century = full % _HUNDRED == 0 and full < _MILLENNIUM
    return first and holding(first, "century" if is_century else "decade")


def century(count: int) -> Interval | None:
    """The `count`-th century, 1 to 99, as people count it: the 19th is the 1800s."""
    if not 1 <= count < _HUNDRED:
        return None
    first = stated(max((count - 1) * _HUNDRED, 1))
    return first and holding(first, "century")


def between(first: Interval, last: Interval) -> Interval | None:
    """From the start of the first to the end of the last; `None` where that is backwards."""
    if first.start is None or (last.end is not None and last.end <= first.start):
        return None
    return Interval(first.start, last.end, max(first.granularity, last.granularity))


def clock(base: Interval, hour: int, minute: int, half: str) -> Interval | None:
    """A minute of the base's day; `half` is ``AM``, ``PM`` or empty; `None` for no such time."""
    if base.start is None or base.granularity > Granularity.DAY:
        return None
    turned = hour % _MIDDAY + (_MIDDAY if half == "PM" else 0) if half else hour
    if turned > _LAST_HOUR or (half and hour > _MIDDAY):
        return None
    return Interval.unit_at(
        truncate(base.start, Granularity.DAY).replace(hour=turned, minute=minute),
        Granularity.MINUTE,
    )


# Which third of a unit “early”, “mid” and “late” mean, in its next finer unit: (unit, first,
# after).
_THIRDS = {
    Granularity.MONTH: {"START": (0, 10), "MID": (10, 20), "END": (20, None)},
    Granularity.YEAR: {"START": (0, 4), "MID": (4, 8), "END": (8, None)},
    Granularity.DECADE: {"START": (0, 4), "MID": (3, 7), "END": (6, None)},
}
_FINER = {
    Granularity.MONTH: Granularity.DAY,
    Granularity.YEAR: Granularity.MONTH,
    Granularity.DECADE: Granularity.YEAR,
}


def narrow(mod: str, whole: Interval) -> Interval | None:
    """The third of a month, year or decade that a mod means; ``APPROX`` only marks the whole."""
    if mod == "APPROX":
        return whole.qualified(Qualifier.APPROXIMATE)
    thirds = _THIRDS.get(whole.granularity, {}) if whole.is_unit else {}
    if mod not in thirds or whole.start is None:
        return whole
    first, after = thirds[mod]
    finer = _FINER[whole.granularity]
    start = advance(whole.start, first, finer)
    end = whole.end if after is None else advance(whole.start, after, finer)
    return Interval(start, end, finer) if start else whole


def _day(base: Interval) -> date:
    return base.start.date() if base.start else date.min


OPERATORS: dict[str, Callable[..., Interval | None]] = {
    "date": stated,
    "latest": latest,
    "before": before,
    "following": following,
    "on_weekday": on_weekday,
    "shift": shift,
    "move": move,
    "holding": holding,
    "named": named,
    "nth": nth,
    "which": which,
    "part": part,
    "decade": decade,
    "century": century,
    "between": between,
    "either": between,
    "clock": clock,
    "narrow": narrow,
}


def apply(operator: str, inputs: tuple[Any, ...]) -> Interval | None:
    """Apply an operator by name: how a step is taken, and taken again when it is replayed."""
    return OPERATORS[operator](*inputs)
