"""JSON: the whole record, indented, for programs that want everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from kztimeline.outputs.records import Timeline

_TOGETHER = 32  # records that are put into text at once
_BEFORE, _BEHIND = "[\n [\n", "\n ]\n]"  # a list in a list


def write_json(timeline: Timeline) -> Iterator[str]:
    """One JSON object and a line end, in pieces: a large one is never in memory as a whole."""
    config = timeline.__struct_config__
    yield f"{{\n {_indented(config.tag_field, 1)}: {_indented(config.tag, 1)}"
    for name in timeline.__struct_fields__:
        yield f",\n {_indented(name, 1)}: "
        yield from _value(getattr(timeline, name))
    yield "\n}\n"


def write_rows_json(rows: Iterable[msgspec.Struct]) -> Iterator[str]:
    """Rows as one JSON array."""
    yield _indented(list(rows), 0) + "\n"


def _value(value: object) -> Iterator[str]:
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        yield _indented(value, 1)
        return
    waiting, mark = iter(value), "["
    while items := list(islice(waiting, _TOGETHER)):
        # Where they stand, so that their lines need not be moved there: in a list in a record.
        told = msgspec.json.format(msgspec.json.encode([items]), indent=1).decode()
        yield f"{mark}\n{told[len(_BEFORE) : -len(_BEHIND)]}"
        mark = ","
    yield "\n ]"


def _indented(value: object, depth: int) -> str:
    """A value as it stands so deep in a record; a line end in it is never one of its strings."""
    told = msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
    return told.replace("\n", "\n" + " " * depth)
