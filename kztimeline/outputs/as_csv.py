"""CSV: one flat row an event, for spreadsheets and statistics (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

import msgspec

from kztimeline.model import Action
from kztimeline.outputs.by_hand import was
from kztimeline.outputs.inert import inert, inert_cell
from kztimeline.outputs.records import Event, Timeline
from kztimeline.outputs.telling import places

COLUMNS = (
    "id", "date", "date_end", "edtf", "date_kind", "precision", "earliest", "latest", "time",
    "approximate", "uncertain", "status", "modality", "display_date", "title", "source_count",
    "voice_count", "sources", "first_anchor", "expressions", "quotes", "who", "where", "tags",
    "review", "note", "was_date", "was_title",
)  # fmt: skip
_NESTED = frozenset({"rivals", "steps"})
_SEPARATOR = "; "


def write_csv(timeline: Timeline, *, guard: bool = False, bom: bool = False) -> Iterator[str]:
    """A header and one row an event; `guard` keeps a spreadsheet from running cells."""
    anchors = {article.id: article.anchor.date for article in timeline.articles}
    rows = (_cells(event, anchors) for event in timeline.events)
    return _table(COLUMNS, rows, guard=guard, bom=bom)


def write_rows_csv(
    rows: Iterable[msgspec.Struct],
    shape: type[msgspec.Struct],
    *,
    guard: bool = False,
    bom: bool = False,
) -> Iterator[str]:
    """Rows of one shape, without their nested columns."""
    columns = [name for name in shape.__struct_fields__ if name not in _NESTED]
    cells = ([_cell(getattr(row, name)) for name in columns] for row in rows)
    return _table(columns, cells, guard=guard, bom=bom)


def _cells(event: Event, anchors: dict[str, str | None]) -> list[str]:
    made: dict[str, object] = {
        "sources": places(event),
        "first_anchor": _first_anchor(event, anchors),
        "expressions": _expressions(event),
        "quotes": _quotes(event),
        "was_date": was(event, Action.DATE),
        "was_title": was(event, Action.TITLE),
    }
    return [_cell(made.get(name, getattr(event, name, None))) for name in COLUMNS]


def _first_anchor(event: Event, anchors: dict[str, str | None]) -> str | None:
    """The earliest day among the articles that tell the event."""
    days = [day for source in event.sources if (day := anchors.get(source.article))]
    return min(days, default=None)


def _expressions(event: Event) -> tuple[str, ...]:
    found = (source.expression for source in event.sources if source.expression)
    return tuple(dict.fromkeys(expression.text for expression in found))


def _quotes(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.selector.exact for source in event.sources))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _SEPARATOR.join(inert(str(part)) for part in value)
    return inert(str(value))


def _table(
    columns: Iterable[str], rows: Iterable[list[str]], *, guard: bool, bom: bool
) -> Iterator[str]:
    line = StringIO(newline="")
    writer = csv.writer(line, lineterminator="\n")
    if bom:
        line.write("\ufeff")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([inert_cell(cell) for cell in row] if guard else row)
        yield _taken(line)
    yield _taken(line)


def _taken(line: StringIO) -> str:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text
