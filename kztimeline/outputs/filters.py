"""The part of a chronology that was asked for: since, until, words, number of sources."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from kztimeline.outputs.publish import days_of
from kztimeline.outputs.records import Event, Figure, Timeline


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to keep; `since` and `until` are full days, inclusive; `None` and `""` set no bound."""

    since: str | None = None
    until: str | None = None
    words: str = ""
    min_sources: int = 1

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
    """The same chronology with the wanted events, and the figures that they give."""
    if wanted.is_everything:
        return timeline
    events = tuple(event for event in timeline.events if wanted.keeps(event))
    undated = tuple(event for event in timeline.undated if wanted.keeps(event))
    told = {s.mention for event in (*events, *undated) for s in event.sources}
    return msgspec.structs.replace(
        timeline,
        events=events,
        undated=undated,
        days=days_of(events, timeline.days),
        hidden=tuple(event for event in timeline.hidden if wanted.keeps(event)),
        figures=tuple(figure for figure in timeline.figures if _is_told(figure, told)),
    )


def _is_told(figure: Figure, told: set[str]) -> bool:
    return any(s.mention in told for reading in figure.readings for s in reading.sources)
