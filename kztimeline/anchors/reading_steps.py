"""How a cue's day was read, step by step, with year or order from another cue where they lack."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from kztimeline.anchors.own_cues import HeardCue
from kztimeline.anchors.written_days import WrittenDay, apart
from kztimeline.model import Citation, Reason, Step
from kztimeline.temporal import Interval

Steps = tuple[Step, ...]


class OtherCues(NamedTuple):
    """How the other cues of an article were read, best first.

    `dated` are those that state a year, `firm` of these the ones in which day and month cannot be
    mistaken; within `tolerance` of one of them a reading is borne out by it.
    """

    dated: Steps = ()
    firm: Steps = ()
    tolerance: timedelta = timedelta(days=1)


def read_steps(heard: HeardCue, article_id: str, others: OtherCues) -> tuple[HeardCue, Steps]:
    """The cue with its day as it is to be understood, and the steps to it; none without a year.

    Of several days that the words can mean, ``nearest`` takes the one closest to a known day.
    """
    cite = Citation(article_id, heard.claim.span, heard.claim.name)
    raw, day = heard.claim.value, heard.day
    if day is None:
        return heard, ()
    if day.lacks_year:
        return heard, _with_year(raw, day, cite, others)
    near, reference = _borne_out(day, others)
    if near:
        heard = heard._replace(day=day._replace(interval=near, other=None))
    if reference and near == day.other:
        return heard, _nearest(raw, reference, near, Reason.ORDER_FROM_OTHER_CUE, cite)
    return heard, (Step("read", (raw,), day.interval, heard.cue.reason, (cite,)),)


def _with_year(raw: str, day: WrittenDay, cite: Citation, others: OtherCues) -> Steps:
    for reference in others.dated:
        known = reference.outcome
        if isinstance(known, Interval) and (found := day.nearest_to(known)):
            return _nearest(raw, reference, found, Reason.YEAR_FROM_OTHER_CUE, cite)
    return ()


def _borne_out(day: WrittenDay, others: OtherCues) -> tuple[Interval | None, Step | None]:
    """Of the two readings of a day in figures the one that another cue shares, and that cue."""
    if day.interval is None or day.other is None:
        return None, None
    for reference in others.firm:
        known = reference.outcome
        if isinstance(known, Interval):
            near = [
                each for each in (day.interval, day.other) if apart(each, known) <= others.tolerance
            ]
            if len(near) == 1:
                return near[0], reference
    return None, None


def _nearest(
    raw: str, reference: Step, day: Interval | None, reason: Reason, cite: Citation
) -> Steps:
    near = Step("nearest", (raw, reference.outcome), day, reason, (cite, *reference.cites))
    return (reference, near)
