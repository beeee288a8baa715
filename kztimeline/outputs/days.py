"""Events gathered under the headings of a chronology: days, months, years and spans."""

from __future__ import annotations

from collections.abc import Iterable

from kztimeline.outputs.records import Event


def headings(events: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """Each heading with its events, in the published order; equal headings are gathered."""
    groups: dict[tuple[str | None, str], list[Event]] = {}
    for event in events:
        groups.setdefault((event.earliest, heading(event)), []).append(event)
    return [(words, told) for (_, words), told in groups.items()]


def heading(event: Event) -> str:
    """The heading an event stands under: “Thursday 13 January 2022”, “By 19 January 2022”."""
    words, _ = _parted(event)
    words = words.replace("day, ", "day ", 1)
    return words[:1].upper() + words[1:]


def moment(event: Event) -> str | None:
    """What its line says of the time of day: the clock as stated, or the part: “night”."""
    return event.time or _parted(event)[1] or None


def _parted(event: Event) -> tuple[str, str]:
    """The date in words without its part of day, and that part."""
    words = event.display_date or "Date not known"
    day, comma, part = words.rpartition(", ")
    return (day, part) if comma and part.isalpha() else (words, "")
