"""How much of the story hangs on a happening: a sum of four parts, each from 0.0 to 1.0."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from kztimeline.clusters.profiles import Profile
from kztimeline.model import Certainty
from kztimeline.temporal import Granularity, Interval

# Set by hand: being told by many says most, then standing at the top, then being known well.
_SUPPORT, _LEAD, _CERTAINTY, _PRECISION = 0.5, 0.25, 0.15, 0.1
_MANY_VOICES = 16  # more voices than that add nothing


def salience(
    members: Sequence[Profile], voices: int, certainty: Certainty, when: Interval | None
) -> float:
    """From 0.0 to 1.0, rounded to four places: voices, place in article, certainty, precision."""
    support = min(1.0, log2(voices) / log2(_MANY_VOICES)) if voices else 0.0
    lead = 1.0 / (1 + min(member.event.order for member in members))
    known = (certainty - Certainty.GUESSED) / (Certainty.STATED - Certainty.GUESSED)
    precise = 0.0 if when is None else 1.0 if when.granularity <= Granularity.DAY else 0.5
    total = _SUPPORT * support + _LEAD * lead + _CERTAINTY * known + _PRECISION * precise
    return round(total, 4)
