"""What a run came to, in three lines: what was read, what was made of it, what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kztimeline.outputs.lead import is_firm
from kztimeline.outputs.records import Event, Timeline, Warn


def summary(timeline: Timeline, again: str) -> Iterator[str]:
    """Three lines; `again` are the arguments that read the same articles again."""
    tally = _Tally.of(timeline.events)
    yield _read(timeline)
    yield _made(timeline, tally)
    yield _next(tally.most_told, again)


def _read(timeline: Timeline) -> str:
    """Articles that were read, files that were not, articles whose day is not known."""
    read = {article.path for article in timeline.articles}
    left_out = {w.path for w in timeline.warnings if w.path and not is_of_edit(w)} - read
    dayless = [article for article in timeline.articles if article.anchor.date is None]
    parts = [f"{count(len(timeline.articles), 'article')} read"]
    if left_out:
        parts.append(f"{count(len(left_out), 'file')} left out")
    if dayless:
        parts.append(f"{len(dayless)} without a publication day")
    return ", ".join(parts)


def is_of_edit(warning: Warn) -> bool:
    """Whether it is about a correction by hand, not about an article."""
    return warning.code.startswith("edit-")


class _Tally(NamedTuple):
    """What is told of the events, counted in one pass: a large folder's are read back from disk."""

    passages: int
    loose: int
    disputed: int
    reviewed: int
    most_told: Event | None

    @classmethod
    def of(cls, events: Iterable[Event]) -> _Tally:
        """Count; of events that as many articles tell, as strongly, the first is told most."""
        passages = loose = disputed = reviewed = 0
        most_told, most = None, (-1, 0.0)
        for event in events:
            passages += len(event.sources)
            loose += not is_firm(event)
            disputed += event.status == "conflict"
            reviewed += event.review != "unreviewed"
            standing = (event.source_count, event.salience)
            if standing > most:
                most_told, most = event, standing
        return cls(passages, loose, disputed, reviewed, most_told)


def _made(timeline: Timeline, tally: _Tally) -> str:
    parts = [f"{count_events(timeline)} from {count(tally.passages, 'passage')}"]
    ambiguous = sum(warning.code.startswith("ambiguous") for warning in timeline.warnings)
    reviewed = sum(event.review != "unreviewed" for event in timeline.undated)
    for number, words in (
        (len(timeline.undated), "undated"),
        (tally.loose, "with an inferred date"),
        (tally.disputed, "disputed"),
        (ambiguous, "ambiguous"),
        (tally.reviewed + reviewed, "confirmed or edited by hand"),
        (len(timeline.hidden), "hidden by hand"),
    ):
        if number:
            parts.append(f"{number} {words}")
    return ", ".join(parts)


def _next(most_told: Event | None, again: str) -> str:
    if most_told is None:
        return f"next: kztimeline anchors {again}"
    return f"next: kztimeline why {most_told.id} {again}"


def count_events(timeline: Timeline) -> str:
    """How many events there are; of a choice also out of how many: “30 of 2,040 events”."""
    if timeline.chosen is None:
        return count(len(timeline.events), "event")
    return f"{len(timeline.events):,} of {count(timeline.chosen.events, 'event')}"


def count(number: int, word: str) -> str:
    """A number with its word.

    >>> count(1, "event"), count(2_300, "event")
    ('1 event', '2,300 events')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"
