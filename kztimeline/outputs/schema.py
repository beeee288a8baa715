"""The published JSON Schema (draft 2020-12), made from the records' own types."""

from __future__ import annotations

from typing import Any

import msgspec

from kztimeline.outputs.changes import Diff
from kztimeline.outputs.records import EventLine, Timeline
from kztimeline.outputs.rows import AnchorRow, DateRow, DoubtRow, SettingRow

SHAPES: dict[str, type[msgspec.Struct]] = {
    "timeline": Timeline,
    "event": EventLine,
    "dates": DateRow,
    "anchors": AnchorRow,
    "review": DoubtRow,
    "config": SettingRow,
    "diff": Diff,
}
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(shape: str) -> dict[str, Any]:
    """The schema of one shape: ``timeline`` is the JSON, the others are lines of JSONL."""
    (root,), parts = msgspec.json.schema_components((SHAPES[shape],), ref_template="#/$defs/{name}")
    return {"$schema": _DRAFT, "$id": f"urn:kztimeline:{shape}:1", **root, "$defs": parts}


def write_schema(shape: str) -> str:
    """The schema as indented JSON."""
    encoded = msgspec.json.encode(schema_of(shape), order="sorted")
    return msgspec.json.format(encoded, indent=1).decode() + "\n"
