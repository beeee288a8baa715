"""The part of a chronology that was asked for: since, until, words, number of sources."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from kztimeline.outputs.choice import EVERYTHING, Choice, choose
from kztimeline.outputs.publish import days_of
from kztimeline.outputs.records import Event, Figure, Timeline


class Wanted(Struct, frozen=True):
    """What to keep; `since` and `until` are full days, inclusive; `None` and `""` set no bound."""

    since: str | None = None
    until: str | None = None
    words: str = ""
    min_sources: int = 1
    choice: Choice = EVERYTHING

    @property
    def is_everything(self) -> bool:
        """Whether nothing would be left out."""
        return self == Wanted()

    def keeps(self, event: Event) -> bool:
        """Whether the event is wanted; one that is known roughly is, if its bounds overlap."""
        return self._in_time(event) and self._in_words(event) and self._borne_out(event)

    def _in_time(self, event: Event) -> bool:
        if self.since is None and self.until is None:
            return True
        if event.edtf is None:
            return False
        starts_late = bool(self.until and event.earliest and event.earliest > self.until)
        ends_early = bool(self.since and event.latest and event.latest < self.since)
        return not starts_late and not ends_early

    def _in_words(self, event: Event) -> bool:
        told = (
            *(event.title, event.note or "", *event.tags),
            *(source.selector.exact for source in event.sources),
        )
        return any(self.words.casefold() in text.casefold() for text in told)

    def _borne_out(self, event: Event) -> bool:
        return event.source_count >= self.min_sources


def select(timeline: Timeline, wanted: Wanted) -> Timeline:
    """The same chronology with the wanted events, and the figures that they give.

    A choice is made among what the bounds leave.
    """
    if wanted.is_everything:
        return timeline
    return _with_what_is_told(choose(_within(timeline, wanted), wanted.choice))


def _within(timeline: Timeline, wanted: Wanted) -> Timeline:
    return msgspec.structs.replace(
        timeline,
        events=tuple(event for event in timeline.events if wanted.keeps(event)),
        undated=tuple(event for event in timeline.undated if wanted.keeps(event)),
        hidden=tuple(event for event in timeline.hidden if wanted.keeps(event)),
    )


def _with_what_is_told(timeline: Timeline) -> Timeline:
    """Days that have an event, and figures that an event gives."""
    told = {s.mention for event in (*timeline.events, *timeline.undated) for s in event.sources}
    return msgspec.structs.replace(
        timeline,
        days=days_of(timeline.events, timeline.days),
        figures=tuple(figure for figure in timeline.figures if _is_told(figure, told)),
    )


def _is_told(figure: Figure, told: set[str]) -> bool:
    return any(s.mention in told for reading in figure.readings for s in reading.sources)
