"""Timesketch: a CSV whose first columns its importer asks for, beside our own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

import msgspec

from kztimeline.model import Action, DateKind
from kztimeline.outputs.by_hand import was
from kztimeline.outputs.inert import inert, inert_cell
from kztimeline.outputs.parts import Parts, parts_of, stretch, titled
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.telling import places

COLUMNS = (
    "message", "datetime", "timestamp_desc", "id", "date", "date_end", "edtf", "date_kind",
    "precision", "earliest", "latest", "time", "approximate", "uncertain", "status", "modality",
    "certainty", "display_date", "sources", "quotes", "who", "where", "tag", "review", "note",
    "was_date", "was_title",
)  # fmt: skip
_MOST = 32_000  # bytes of a cell: its index refuses more than 32,766


def write_timesketch(timeline: Timeline, *, guard: bool = False) -> Iterator[str]:
    """A header and one row an event that something bounds; `guard` as for any CSV.

    Timesketch knows only moments, in UTC: `datetime` is where the date starts, at midnight where no
    hour is known, and `timestamp_desc` says what it stands for: “Event date (month; no day known)”.
    """
    line = StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(COLUMNS)
    for event in timeline.events:
        if cells := _cells(event):
            writer.writerow([inert_cell(cell) for cell in cells] if guard else cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _cells(event: Event) -> list[str] | None:
    when = stretch(event)
    if when is None:
        return None
    made: dict[str, object] = {
        "message": titled(event),
        "datetime": _moment(when.start),
        "timestamp_desc": _description(event),
        "sources": places(event),
        "quotes": tuple(dict.fromkeys(source.selector.exact for source in event.sources)),
        "was_date": was(event, Action.DATE),
        "was_title": was(event, Action.TITLE),
        "tag": _array(event.tags),  # an empty cell would be read as the tag “nan”
    }
    return [_cell(made.get(name, getattr(event, name, None))) for name in COLUMNS]


def _moment(start: Parts) -> str:
    """RFC 3339 with a zone, since its importer drops rows where zones are mixed."""
    day = f"{start.year:04}-{start.month or 1:02}-{start.day or 1:02}"
    return f"{day}T{start.hour or 0:02}:{start.minute or 0:02}:00+00:00"


def _description(event: Event) -> str:
    """What sort of moment `datetime` is, and how much of it is known."""
    marks = (("approximate", event.approximate), ("uncertain", event.uncertain))
    known = [_known(event), *(word for word, is_so in marks if is_so)]
    return f"{_role(event)} ({'; '.join(known)})"


def _role(event: Event) -> str:
    if event.earliest is None:
        return "Latest possible event date"
    if event.date_kind == DateKind.SPAN:
        return "Start of event"
    if event.date_kind == DateKind.ONE_OF:
        return "Earliest possible event date"
    return "Event time" if event.time else "Event date"


def _known(event: Event) -> str:
    if event.time and event.precision in {"minute", "hour"}:
        return event.precision
    if event.date is not None and parts_of(event.date).day is not None:
        return "day"
    return f"{event.precision or 'bounds'}; no day known"


def _array(texts: tuple[str, ...]) -> str:
    return msgspec.json.encode([inert(text) for text in texts]).decode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(inert(str(each)) for each in value) if isinstance(value, tuple) else str(value)
    raw = inert(text).encode()
    return raw.decode() if len(raw) <= _MOST else f"{raw[:_MOST].decode(errors='ignore')}…"
