"""Listings of dates, anchors, settings, doubts: columns on a screen, tabs in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from rich.text import Text

from kztimeline.outputs.inert import inert
from kztimeline.outputs.look import Look, hanging
from kztimeline.outputs.rows import AnchorRow, DateRow, DoubtRow, SettingRow

_GAP = 2
_WIDEST = 34  # a column that is wider is let run over


def _date_cells(row: DateRow) -> tuple[str, ...]:
    return f"{row.path}:{row.line}", row.value or "-", row.type, row.text, row.rule


def _anchor_cells(row: AnchorRow) -> tuple[str, ...]:
    known = row.certainty or "unknown"
    return row.path, row.date or "-", known, row.source, row.raw or "-"


def _setting_cells(row: SettingRow) -> tuple[str, ...]:
    value = "" if row.value is None else str(row.value)
    value = value.lower() if isinstance(row.value, bool) else value
    return row.name, value or "-", row.source, row.place or "-"


def _doubt_cells(row: DoubtRow) -> tuple[str, ...]:
    return row.id, row.date or "-", ", ".join(row.doubts), row.title, row.places or "-"


_CELLS: dict[type, Callable[[Any], tuple[str, ...]]] = {
    DateRow: _date_cells,
    AnchorRow: _anchor_cells,
    SettingRow: _setting_cells,
    DoubtRow: _doubt_cells,
}


def write_lines(rows: Iterable[object]) -> Iterator[str]:
    """One row a line, tabs between its cells: place, value, and what they rest on."""
    for row in rows:
        yield "\t".join(inert(cell) for cell in _CELLS[type(row)](row)) + "\n"


def write_screen(rows: Iterable[object], look: Look) -> Iterator[str]:
    """Rows in columns; the last one takes what is left and wraps under itself."""
    table = [[look.text(inert(cell)) for cell in _CELLS[type(row)](row)] for row in rows]
    widths = [max(cell.cell_len for cell in column) for column in zip(*table, strict=True)][:-1]
    limits = [min(width, _WIDEST) for width in widths]
    return look.lines(chain.from_iterable(_aligned(cells, limits, look) for cells in table))


def _aligned(cells: list[Text], widths: list[int], look: Look) -> list[Text]:
    opening = Text()
    for cell, width in zip(cells, widths, strict=False):
        opening.append_text(cell)
        opening.append(" " * max(0, width - cell.cell_len + _GAP))
    indent = min(opening.cell_len, look.measure * 2 // 3)
    opening.rstrip()
    return hanging(look, opening, cells[-1], indent)
