"""Which side of the anchor a repeating date means, and why: the only judge of past or future."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kztimeline.model import Reason, Side
from kztimeline.temporal import Granularity, Interval, apply

# Beyond this a writer names the year: “Jan. 20” in a text of 11 January is nine days ahead,
# whatever the verb. A month alone is used up to a year back: “in May” in a text of March.
REACH_DAYS = {"month-day": 300, "feast": 300, "day-of-month": 31}
REACH_AHEAD = REACH_DAYS | {"quarter": 200}  # results are told by the quarter that is over
# Right beside its verb a date is told by it: “died on Dec. 7” in a text of 1 November.
REACH_BOUND = REACH_DAYS | {"month-day": 335}
_NO_LIMIT = 366  # days: what comes again each year is never further
LOOK_BACK = ("weekday", "weekend", "quarter")
WEEKDAY_TRUST_DAYS = 550  # a year and a half: beyond it writers name the year


class Candidates(NamedTuple):
    """The two neighbours of the anchor among the dates that fit; either may be missing."""

    past: Interval | None
    future: Interval | None


class Choice(NamedTuple):
    """The chosen side as the operator that gives it, and why."""

    operator: str
    reason: Reason


@lru_cache(maxsize=8192)  # asked for several times for each date
def neighbours(kind: str, first: int | str, second: int, anchor: Interval) -> Candidates:
    """The last such date that has begun on the anchor's day, and the first one after it."""
    return Candidates(
        apply("latest", (kind, first, second, anchor)),
        apply("following", (kind, first, second, anchor)),
    )


def choose(
    kind: str, candidates: Candidates, anchor: Interval, side: Side, *, is_bound: bool = False
) -> Choice | None:
    """Best first: the anchor's own day; the only candidate; tense within reach; the nearest.

    `is_bound`: the verb that shows the side stands right beside the date.

    Press usage: a weekday or date that is the publication day's own means that day, whatever the
    tense; a weekday or quarter without a telling verb lies behind.
    """
    past, future = candidates
    if past and past.overlaps(anchor):
        is_day = anchor.granularity <= Granularity.DAY
        return Choice("latest", Reason.SAME_DAY if is_day else Reason.NEAREST)
    if past is None or future is None:
        return Choice("latest" if past else "following", Reason.NEAREST) if past or future else None
    reach = REACH_BOUND if is_bound else REACH_DAYS
    if side is Side.PAST and _days(past, anchor) <= reach.get(kind, _NO_LIMIT):
        return Choice("latest", Reason.TENSE_PAST)
    ahead = max(REACH_AHEAD.get(kind, _NO_LIMIT), reach.get(kind, 0))
    if side is Side.FUTURE and _days(future, anchor) <= ahead:
        return Choice("following", Reason.TENSE_FUTURE)
    if kind in LOOK_BACK:
        return Choice("latest", Reason.PRESS_USAGE)
    is_ahead = is_ahead_nearer(candidates, anchor)
    return Choice("following" if is_ahead else "latest", Reason.NEAREST)


def is_ahead_nearer(candidates: Candidates, anchor: Interval, *, times: int = 1) -> bool:
    """Whether the later neighbour lies nearer, so many times; of equally near ones the earlier."""
    past, future = candidates
    if past is None or future is None:
        return past is None
    return _days(future, anchor) * times < _days(past, anchor)


def is_within(one: Interval, other: Interval, days: int) -> bool:
    """Whether the first days of two intervals lie at most so many days apart."""
    return _days(one, other) <= days


def _days(one: Interval, other: Interval) -> int:
    first, second = one.first_day, other.first_day
    return abs((first - second).days) if first and second else 0
