"""What leads a chronology and what is folded: the stated and salient before the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kztimeline.outputs.by_hand import is_vouched
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.telling import FIRM

LEAD_PER_HEADING = 8  # what still reads as one day's news
BACKGROUND_LEAD = 6
BACKGROUND_DAYS = timedelta(days=60)  # what articles tell from before is mostly within two months
_WORTH_FOLDING = 2  # a line that says “1 more” takes the place of that one


class Told(NamedTuple):
    """The events that are shown, in order, and how many are folded behind them."""

    shown: tuple[Event, ...]
    folded: int


def is_firm(event: Event) -> bool:
    """Whether its date stands in the words, follows by the calendar alone, or is vouched for."""
    return event.certainty in FIRM or is_vouched(event)


def lead(events: Sequence[Event], limit: int, *, everything: bool = False) -> Told:
    """The events that speak for a heading: firmly dated or told by several, most salient ones.

    Where none is firm, the most salient one speaks. What people vouch for is never folded.
    `everything` folds nothing: of a chosen few all are shown.
    """
    if everything:
        return Told(tuple(events), 0)
    strong = [event for event in events if is_firm(event) or event.voice_count > 1]
    ranked = sorted(strong or events, key=lambda event: -event.salience)
    chosen = {event.id for event in ranked[: limit if strong else 1]}
    chosen |= {event.id for event in events if is_vouched(event)}
    folded = len(events) - len(chosen)
    if folded < _WORTH_FOLDING:
        return Told(tuple(events), 0)
    return Told(tuple(event for event in events if event.id in chosen), folded)


def split_background(timeline: Timeline) -> tuple[list[Event], list[Event]]:
    """Events from well before the story, and the story.

    The story starts two months before the first article; without a dated article, with the first
    event whose day is known.
    """
    cutoff = _story_start(timeline)
    before = [event for event in timeline.events if (event.latest or "9999") < cutoff]
    aside = {event.id for event in before}
    return before, [event for event in timeline.events if event.id not in aside]


def _story_start(timeline: Timeline) -> str:
    spoken = [day for article in timeline.articles if (day := article.anchor.earliest)]
    if spoken:
        first = date.fromisoformat(min(spoken))
        return (first - BACKGROUND_DAYS).isoformat() if first.year > 1 else ""
    return min(_exact_days(timeline.events), default="")


def _exact_days(events: Iterable[Event]) -> list[str]:
    return [event.date for event in events if event.date and event.date == event.latest]
