"""The seventh room: merged events in the order of the chronology."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kztimeline.model import (
    Account,
    Merged,
    MergedEvent,
    Note,
    Review,
    Settings,
    Teller,
    Timeline,
    picked,
    seen_as,
)
from kztimeline.temporal import Granularity, Interval

_BITS = 32  # hold any day, place or count


def assemble_timeline(
    merged: Merged,
    accounts: Sequence[Account],
    notes: Sequence[Note],
    settings: Settings,
) -> Timeline:
    """The chronology: earliest first, finer first, by the clock, then in order of telling.

    Undated and hidden events are apart.

    An event with an open start stands at its last day, one that no article tells behind those of
    its day. Notes of the articles come first, in order of input.
    """
    tellers = seen_as(Teller, accounts)
    ordered = _ordered(merged.events, tellers)
    return Timeline(
        events=picked(merged.events, ordered.dated),
        undated=picked(merged.events, ordered.undated),
        accounts=accounts,
        figures=merged.figures,
        notes=(*(note for teller in tellers for note in teller.notes), *notes),
        settings=settings,
        hidden=picked(merged.events, ordered.hidden),
        days=merged.days,
    )


class _Ordered(NamedTuple):
    """Places of events in the order of the chronology."""

    dated: Sequence[int]
    undated: Sequence[int]
    hidden: Sequence[int]


def _ordered(events: Sequence[MergedEvent], tellers: Sequence[Teller]) -> _Ordered:
    told: dict[str, int] = {}
    for place, teller in enumerate(tellers):
        told.setdefault(teller.article.id, place)
    dated: list[int] = []
    undated: list[int] = []
    hidden: list[int] = []
    for at, event in enumerate(events):
        if event.review is Review.HIDDEN:
            kind, placed = hidden, (0, 0, 0)
        elif event.when is None:
            kind, placed = undated, (0, 0, 0)
        else:
            kind, placed = dated, _place(event.when)
        kind.append(_joint(*placed, *_first_told(event, told), at))
    return _Ordered(*map(_places, (dated, undated, hidden)))


def _joint(*ranks: int) -> int:
    """Some numbers as one that sorts as they do one after another: a tenth of the memory."""
    joint = 0
    for rank in ranks:
        joint = joint << _BITS | rank
    return joint


def _places(joint: Iterable[int]) -> array[int]:
    return array("i", (each & (1 << _BITS) - 1 for each in sorted(joint)))


def _first_told(event: MergedEvent, told: Mapping[str, int]) -> tuple[int, int]:
    """The place of its first telling: articles in order of input, events in order of telling."""
    places = ((told[member.article_id], member.order) for member in event.members)
    return min(places, default=(len(told), 0))


def _place(when: Interval) -> tuple[int, int, int]:
    """Its day, how finely it is known, and of clock times the minute of the day."""
    day = when.first_day or when.last_day or date.max
    is_clock = when.granularity < Granularity.DAY and when.start is not None
    minute = when.start.hour * 60 + when.start.minute if is_clock and when.start else 0
    return day.toordinal(), when.granularity, minute
