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
    words = (event.display_date or "Date not known").replace("day, ", "day ", 1)
    return words[:1].upper() + words[1:]
