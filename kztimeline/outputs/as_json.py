"""JSON: the whole record, indented, for programs that want everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from kztimeline.outputs.records import Timeline


def write_json(timeline: Timeline) -> Iterator[str]:
    """One JSON object and a line end."""
    yield _indented(timeline)


def write_rows_json(rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """Rows as one JSON array."""
    yield _indented(list(rows))


def _indented(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"
