"""What articles state of their own day or year, by their places in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kztimeline.anchors.solutions import Known
from kztimeline.model import Anchor, Certainty
from kztimeline.temporal import Granularity

_TRUST = {
    Certainty.STATED: 1.0,
    Certainty.DERIVED: 0.97,
    Certainty.INFERRED: 0.85,
    Certainty.GUESSED: 0.5,
}


def known_days(anchors: Iterable[Anchor]) -> Iterator[tuple[int, Known]]:
    """The days that are stated, by place."""
    for at, anchor in enumerate(anchors):
        day = anchor.interval
        if day and day.first_day and day.granularity is Granularity.DAY:
            yield at, Known(day.first_day, _TRUST[anchor.certainty])


def years_stated(anchors: Iterable[Anchor]) -> Iterator[tuple[int, int]]:
    """The years of those of which at least that is stated."""
    for at, anchor in enumerate(anchors):
        when = anchor.interval
        if when and when.first_day and when.granularity <= Granularity.YEAR:
            yield at, when.first_day.year
