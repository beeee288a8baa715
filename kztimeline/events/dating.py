"""A statement's own time turned into its interval: opened by “since”, closed to a range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kztimeline.model import (
    Anchor,
    Certainty,
    Citation,
    DateKind,
    Reason,
    ResolvedTime,
    Signal,
    Step,
    TimexType,
)
from kztimeline.temporal import Interval, apply, timex3_value


class Dated(NamedTuple):
    """When a statement was, how sure that is, and the steps that led there."""

    time: ResolvedTime | None
    when: Interval | None
    kind: DateKind
    certainty: Certainty
    steps: tuple[Step, ...]
    is_carried: bool = False


OF_DAY = frozenset({"clock", "part"})
_ENDING = {Signal.UNTIL, Signal.BY, Signal.BEFORE}
UNDATED = Dated(None, None, DateKind.INSTANT, Certainty.GUESSED, ())


def own_date(time: ResolvedTime, times: Sequence[ResolvedTime]) -> Dated:
    """The date that a statement's own time gives it; `times` hold the other end of a range."""
    closing = _closing(time, times)
    if closing is not None:
        return _range(time, closing)
    when = _opened(time)
    if when is time.interval:
        return Dated(time, when, time.kind, time.certainty, time.steps)
    signal = time.expression.signal
    kind = time.kind if signal in {Signal.BY, Signal.BEFORE} else DateKind.SPAN
    cites = (Citation(time.expression.article_id, time.expression.span),)
    step = Step(signal.value, (time.interval,), when, Reason.STATED_IN_WORDS, cites)
    return Dated(time, when, kind, time.certainty, (*time.steps, step))


def is_bare_clock(time: ResolvedTime, anchor: Anchor) -> bool:
    """Whether a clock time or part of day was put on the article's day for want of another."""
    first = time.steps[0] if time.steps else None
    return first is not None and first.operator in OF_DAY and anchor.interval in first.inputs


def is_still_ahead(time: ResolvedTime, anchor: Anchor) -> bool:
    """Whether a time that ends something lies behind the article's day: “until July”."""
    now = anchor.interval.end if anchor.interval else None
    start = time.interval.start
    is_ahead = now is not None and start is not None and start >= now
    return is_ahead and time.expression.signal in _ENDING


def on_day(time: ResolvedTime, day: Dated, times: Sequence[ResolvedTime]) -> Dated | None:
    """A bare clock time on another day; `None` where that is no one day.

    It is known no better than its day.
    """
    if day.when is None or day.when.only_day is None:
        return None
    steps: list[Step] = []
    new = Interval.on(day.when.only_day)
    old: object = next(i for i in time.steps[0].inputs if isinstance(i, Interval))
    for step in time.steps:
        inputs = tuple(new if operand == old else operand for operand in step.inputs)
        outcome = apply(step.operator, inputs)
        if outcome is None:
            return None
        steps.append(step._replace(inputs=inputs, outcome=outcome))
        old, new = step.outcome, outcome
    told = time._replace(
        interval=new,
        value=timex3_value(new),
        steps=(*day.steps, *steps),
        certainty=day.certainty,
    )
    return own_date(told, times)._replace(is_carried=True)


def _closing(time: ResolvedTime, times: Sequence[ResolvedTime]) -> ResolvedTime | None:
    end = time.expression.range_end
    return next((other for other in times if other.expression.span == end), None) if end else None


def _range(first: ResolvedTime, last: ResolvedTime) -> Dated:
    start, end = first.interval.start, last.interval.end
    if start is None or end is None or start >= end:
        return Dated(first, first.interval, first.kind, first.certainty, first.steps)
    coarser = max(first.interval.granularity, last.interval.granularity)
    when = first.interval._replace(start=start, end=end, granularity=coarser, part="")
    cites = tuple(Citation(t.expression.article_id, t.expression.span) for t in (first, last))
    step = Step("between", (first.interval, last.interval), when, Reason.JOINED, cites)
    steps = (*first.steps, *last.steps, step)
    return Dated(first, when, DateKind.SPAN, min(first.certainty, last.certainty), steps)


def _opened(time: ResolvedTime) -> Interval:
    interval = time.interval
    if time.expression.signal in {Signal.SINCE, Signal.FROM} and interval.start is not None:
        return interval._replace(end=None)
    is_within_day = (  # “shortly before 11 p.m.”, “by nightfall”: on that day
        time.expression.signal is not Signal.UNTIL and time.expression.type is TimexType.TIME
    )
    if time.expression.signal in _ENDING and interval.end is not None and not is_within_day:
        return interval._replace(start=None)
    return interval
