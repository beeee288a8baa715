"""Which events need a human: disputed or ambiguous dates, weak merges, inferred days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from kztimeline.model import Review, Status
from kztimeline.outputs.inert import inert
from kztimeline.outputs.lead import is_firm
from kztimeline.outputs.records import Event, Timeline, Warn
from kztimeline.outputs.rows import DoubtRow
from kztimeline.outputs.telling import date_column, places

BARELY = 1.0  # bits above what two events need: a merge that one name less would not have made
NEIGHBOURS = 8  # that are offered for a merge
_ANY = ("0001-01-01", "9999-12-31")


class Doubt(StrEnum):
    """What a human is to look at, the most pressing first."""

    CONFLICT = "conflict"
    AMBIGUOUS = "ambiguous"
    MERGE = "merge"
    INFERRED = "inferred"


IN_WORDS: Mapping[Doubt, str] = {
    Doubt.CONFLICT: "sources disagree on the date",
    Doubt.AMBIGUOUS: "a date can be read in two ways",
    Doubt.MERGE: "barely alike enough to be one event",
    Doubt.INFERRED: "the date is inferred",
}


class Doubtful(NamedTuple):
    """An event and why somebody should look at it, at least one reason."""

    event: Event
    doubts: tuple[Doubt, ...]
    reasons: tuple[str, ...]


def doubtful(timeline: Timeline, needed: float) -> list[Doubtful]:
    """All that nobody has reviewed: the most pressing doubt first, then the most salient event.

    `needed` are the bits that two mentions needed to be taken for one event.
    """
    unclear = _ambiguous(timeline.warnings)
    found = [
        Doubtful(event, tuple(doubt for doubt, _ in told), tuple(words for _, words in told))
        for event in timeline.events
        if event.review is Review.UNREVIEWED and (told := list(_doubts(event, unclear, needed)))
    ]
    order = list(Doubt)
    return sorted(found, key=lambda each: (order.index(each.doubts[0]), -each.event.salience))


def doubt_row(each: Doubtful) -> DoubtRow:
    """The event as a line of a list."""
    event = each.event
    return DoubtRow(
        id=event.id,
        doubts=tuple(doubt.value for doubt in each.doubts),
        date=date_column(event),
        title=event.title,
        reasons=each.reasons,
        places=places(event),
    )


def neighbours(event: Event, timeline: Timeline) -> list[Event]:
    """Events of the same days that it may be one with, those that share most words first."""
    words = _words(event)
    near = [other for other in timeline.events if other.id != event.id and _meet(event, other)]
    near.sort(key=lambda other: -len(words & _words(other)))
    return near[:NEIGHBOURS]


def _doubts(
    event: Event, unclear: Mapping[tuple[str, int | None], Sequence[Warn]], needed: float
) -> Iterator[tuple[Doubt, str]]:
    if event.status is Status.CONFLICT:
        told = " · ".join(inert(reading.display_date) for reading in event.readings)
        yield Doubt.CONFLICT, f"{IN_WORDS[Doubt.CONFLICT]}: {told}"
    yield from ((Doubt.AMBIGUOUS, words) for words in _readings(event, unclear))
    if event.merge and event.merge.bits < needed + BARELY:
        bits = f"{event.merge.bits:+.1f} bits, where {needed:.1f} are needed"
        yield Doubt.MERGE, f"{IN_WORDS[Doubt.MERGE]}: {bits}"
    if not is_firm(event):
        yield Doubt.INFERRED, IN_WORDS[Doubt.INFERRED]


def _ambiguous(warnings: Sequence[Warn]) -> Mapping[tuple[str, int | None], Sequence[Warn]]:
    found: dict[tuple[str, int | None], list[Warn]] = {}
    for warning in warnings:
        if warning.code.startswith("ambiguous") and warning.path:
            found.setdefault((warning.path, warning.line), []).append(warning)
    return found


def _readings(
    event: Event, unclear: Mapping[tuple[str, int | None], Sequence[Warn]]
) -> Iterator[str]:
    """What is said of the very words that date it."""
    said = (
        warning.message
        for source in event.sources
        if (words := source.expression)
        for warning in unclear.get((source.path, words.line), ())
        if f"`{words.text}`" in warning.message
    )
    yield from map(inert, dict.fromkeys(said))


def _meet(one: Event, other: Event) -> bool:
    first, last = one.earliest or _ANY[0], one.latest or _ANY[1]
    return (other.earliest or _ANY[0]) <= last and first <= (other.latest or _ANY[1])


def _words(event: Event) -> set[str]:
    return {word for word in event.title.casefold().split() if word.isalnum()} | {
        *event.who,
        *event.where,
    }
