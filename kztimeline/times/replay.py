"""A derivation taken again: each step re-applies, and rests on what was there before it."""

from __future__ import annotations

from collections.abc import Iterable

from kztimeline.model import ResolvedTime, Step
from kztimeline.temporal import Interval, apply


def replays(time: ResolvedTime, given: Iterable[Interval]) -> bool:
    """Whether every step gives its outcome again, and the last gives the time's own interval.

    `given` are the intervals a derivation may start from: the anchor and the foci.
    """
    known = set(given)
    for step in time.steps:
        if not _holds(step, known):
            return False
        if isinstance(step.outcome, Interval):
            known.add(step.outcome)
    return bool(time.steps) and time.steps[-1].outcome == time.interval


def _holds(step: Step, known: set[Interval]) -> bool:
    grounded = all(not isinstance(operand, Interval) or operand in known for operand in step.inputs)
    return grounded and apply(step.operator, step.inputs) == step.outcome
