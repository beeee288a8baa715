"""JSON Lines: one record a line, for jq, Miller and databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from kztimeline.outputs.records import Event, EventLine, Timeline


def write_jsonl(timeline: Timeline) -> Iterator[str]:
    """One event a line, in the published order."""
    return write_rows_jsonl(_line(event) for event in timeline.events)


def write_rows_jsonl(rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """One row a line, many lines a piece."""
    encoder = msgspec.json.Encoder()
    waiting = iter(rows)
    while block := list(islice(waiting, _BLOCK)):
        yield encoder.encode_lines(block).decode()


_BLOCK = 64  # rows; what a piece costs no longer counts


def _line(event: Event) -> EventLine:
    return EventLine(**{name: getattr(event, name) for name in event.__struct_fields__})
