"""The seventh room: merged events in the order of the chronology."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kztimeline.model import Account, Merged, MergedEvent, Note, Review, Settings, Timeline
from kztimeline.temporal import Granularity, Interval


def assemble_timeline(
    merged: Merged,
    accounts: Sequence[Account],
    notes: Sequence[Note],
    settings: Settings,
) -> Timeline:
    """The chronology: earliest first, finer first, then order of telling; undated and hidden apart.

    An event with an open start stands at its last day, one that no article tells behind those of
    its day. Notes of the articles come first, in order of input.
    """
    told = _order_of_telling(accounts)
    ordered = sorted(merged.events, key=lambda event: _first_told(event, told))
    shown = [event for event in ordered if not _is_hidden(event)]
    dated = [(event.when, event) for event in shown if event.when is not None]
    dated.sort(key=lambda pair: _place(pair[0]))
    return Timeline(
        events=tuple(event for _, event in dated),
        undated=tuple(event for event in shown if event.when is None),
        accounts=tuple(accounts),
        figures=merged.figures,
        notes=(*(note for account in accounts for note in account.notes), *notes),
        settings=settings,
        hidden=tuple(event for event in ordered if _is_hidden(event)),
        days=merged.days,
    )


def _order_of_telling(accounts: Sequence[Account]) -> Mapping[str, int]:
    """The place of each mention: articles in order of input, events in order of telling."""
    mentions = (event.id for account in accounts for event in account.events)
    places: dict[str, int] = {}
    for place, mention in enumerate(mentions):
        places.setdefault(mention, place)
    return places


def _first_told(event: MergedEvent, told: Mapping[str, int]) -> int:
    return min((told[member.id] for member in event.members), default=len(told))


def _place(when: Interval) -> tuple[date, Granularity]:
    return (when.first_day or when.last_day or date.max, when.granularity)


def _is_hidden(event: MergedEvent) -> bool:
    return event.review is Review.HIDDEN
