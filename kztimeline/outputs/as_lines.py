"""Plain lines: one event a line, tabs between date, title and places; what a pipe gets."""

from __future__ import annotations

from collections.abc import Iterator

from kztimeline.outputs.by_hand import doings, remarks
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.telling import asides, date_column, places


def write_lines(timeline: Timeline) -> Iterator[str]:
    """`date<TAB>title<TAB>path:line; …`; a plan, a claim, an edit says so after the title."""
    for event in timeline.events:
        yield _joined(date_column(event), _title(event), places(event))


def _title(event: Event) -> str:
    words = "; ".join((", ".join(asides(event)), *doings(event), *remarks(event))).strip("; ")
    return f"{event.title} ({words})" if words else event.title


def _joined(*columns: str) -> str:
    return "\t".join(inert(column) for column in columns) + "\n"
