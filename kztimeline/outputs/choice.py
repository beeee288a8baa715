"""The few events that carry a story: so many in all, so many days, so many a day, on a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import count
from math import sqrt

from msgspec import Struct
from msgspec.structs import replace

from kztimeline.outputs.by_hand import is_vouched
from kztimeline.outputs.days import headings
from kztimeline.outputs.records import Chosen, Event, Timeline
from kztimeline.outputs.relevance import on_topic, speaks_of_it
from kztimeline.outputs.repeats import Lines


class Choice(Struct, frozen=True):
    """How many to keep; `None` keeps all. `topic` are words that they should speak of."""

    top: int | None = None
    days: int | None = None
    per_day: int | None = None
    topic: str = ""

    @property
    def is_limit(self) -> bool:
        """Whether it leaves anything out."""
        return (self.top, self.days, self.per_day) != (None, None, None)


EVERYTHING = Choice()


def choose(timeline: Timeline, choice: Choice) -> Timeline:
    """The events that carry the chronology; what has no date is left out.

    Headings take turns: each by its weight over 1, 3, 5 … as it is told by more (Sainte-Laguë), and
    the weight is the root of what hangs on it (Penrose), so that the story is covered before its
    great days tell more. Under a heading the most salient comes
    first; none says what a chosen one says already. What people vouch for comes before all else.
    Ties go to what stands first.
    """
    asked = on_topic(timeline, choice.topic) if choice.topic else timeline
    if not choice.is_limit:
        return asked
    kept = {event.id for event in _taken(_columns(asked, choice), choice, Lines(timeline))}
    whole = timeline.chosen.events if timeline.chosen else len(timeline.events)
    return replace(
        asked,
        events=tuple(event for event in asked.events if event.id in kept),
        undated=(),
        chosen=Chosen(choice.top, choice.days, choice.per_day, choice.topic or None, whole),
    )


class _Column(Struct, frozen=True):
    """What stands under a heading, the best first, and its weight in the choice."""

    weight: float
    is_day: bool
    events: Sequence[Event]


def _columns(timeline: Timeline, choice: Choice) -> list[_Column]:
    """A column a heading, in order; of days only the foremost, where days are counted."""
    days = {day.date: day.salience for day in timeline.days}
    columns = [
        _column(events, days.get(events[0].date or "", 0.0), choice)
        for events in _by_heading(timeline.events)
    ]
    full = [column for column in columns if column.events]
    if choice.days is None:
        return full
    best = sorted((c for c in full if c.is_day), key=lambda column: -column.weight)[: choice.days]
    return [column for column in full if any(column is one for one in best)]


def _by_heading(events: Sequence[Event]) -> list[list[Event]]:
    """Events of one day together, “about” it too; else those of one heading."""
    groups: dict[str, list[Event]] = {}
    for words, under in headings(events):
        first = under[0]
        is_day = first.date is not None and first.date == first.earliest == first.latest
        groups.setdefault(first.date if is_day and first.date else words, []).extend(under)
    return list(groups.values())


def _column(events: Sequence[Event], on_day: float, choice: Choice) -> _Column:
    """What stands under one heading; what is no day weighs what its best told event does."""
    first = events[0]
    is_day = first.date is not None and first.date == first.earliest == first.latest
    wanted = [e for e in events if is_vouched(e) or not choice.topic or speaks_of_it(e)]
    wanted.sort(key=lambda event: (not is_vouched(event), -event.salience))
    own = max((event.source_count * event.salience for event in wanted), default=0.0)
    best = max((event.salience for event in wanted), default=0.0)
    return _Column(sqrt((on_day if is_day else own) * best), is_day, wanted)


def _taken(columns: Sequence[_Column], choice: Choice, lines: Lines) -> Iterator[Event]:
    """Events as they are taken, one turn after another."""
    turns = [(-_claim(column, 0), at, 0) for at, column in enumerate(columns)]
    heapify(turns)
    waiting = [iter(column.events) for column in columns]
    taken = count(1)
    while turns:
        _, at, had = heappop(turns)
        found = next((e for e in waiting[at] if is_vouched(e) or lines.is_new(e)), None)
        if found is None:
            continue
        lines.add(found)
        yield found
        if next(taken) == choice.top:
            return
        if had + 1 != choice.per_day:
            heappush(turns, (-_claim(columns[at], had + 1), at, had + 1))


def _claim(column: _Column, had: int) -> float:
    """What a heading that has had so many turns may claim of the next."""
    if had < len(column.events) and is_vouched(column.events[had]):
        return float("inf")
    return column.weight / (2 * had + 1)
