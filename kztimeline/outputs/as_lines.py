"""Plain lines: one event a line, tabs between date, title and places; what a pipe gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import AnchorRow, DateRow, Event, Timeline
from kztimeline.outputs.telling import caveats, date_column, places


def write_lines(timeline: Timeline) -> Iterator[str]:
    """`date<TAB>title<TAB>path:line; …`; a plan or a claim says so after the title."""
    for event in timeline.events:
        yield _joined(date_column(event), _title(event), places(event))


def _title(event: Event) -> str:
    words = ", ".join(caveats(event))
    return f"{event.title} ({words})" if words else event.title


def write_date_lines(rows: Iterable[DateRow]) -> Iterator[str]:
    """`path:line<TAB>words<TAB>type<TAB>value<TAB>rule`."""
    for row in rows:
        yield _joined(f"{row.path}:{row.line}", row.text, row.type, row.value or "-", row.rule)


def write_anchor_lines(rows: Iterable[AnchorRow]) -> Iterator[str]:
    """`path<TAB>date<TAB>certainty<TAB>source<TAB>words`."""
    for row in rows:
        known = row.certainty or "unknown"
        yield _joined(row.path, row.date or "-", known, row.source, row.raw or "-")


def _joined(*columns: str) -> str:
    return "\t".join(inert(column) for column in columns) + "\n"
