"""What a run came to, in three lines: what was read, what was made of it, what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from kztimeline.outputs.lead import is_firm
from kztimeline.outputs.records import Timeline, Warn


def summary(timeline: Timeline, again: str) -> Iterator[str]:
    """Three lines; `again` are the arguments that read the same articles again."""
    yield _read(timeline)
    yield _made(timeline)
    yield _next(timeline, again)


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


def _made(timeline: Timeline) -> str:
    events = timeline.events
    told = sum(len(event.sources) for event in events)
    parts = [f"{count_events(timeline)} from {count(told, 'passage')}"]
    loose = sum(not is_firm(event) for event in events)
    disputed = sum(event.status == "conflict" for event in events)
    ambiguous = sum(warning.code.startswith("ambiguous") for warning in timeline.warnings)
    reviewed = sum(event.review != "unreviewed" for event in (*events, *timeline.undated))
    for number, words in (
        (len(timeline.undated), "undated"),
        (loose, "with an inferred date"),
        (disputed, "disputed"),
        (ambiguous, "ambiguous"),
        (reviewed, "confirmed or edited by hand"),
        (len(timeline.hidden), "hidden by hand"),
    ):
        if number:
            parts.append(f"{number} {words}")
    return ", ".join(parts)


def _next(timeline: Timeline, again: str) -> str:
    if not timeline.events:
        return f"next: kztimeline anchors {again}"
    telling = max(timeline.events, key=lambda event: (event.source_count, event.salience))
    return f"next: kztimeline why {telling.id} {again}"


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
