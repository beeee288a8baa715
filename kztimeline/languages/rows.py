"""Rows of tables whose patterns give a word: what cue and shape tables share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec import Struct

from kztimeline.model.errors import TableError


class Row(Struct, frozen=True):
    """A pattern row; `examples` and `pending` are pairs of a text and what is read in it."""

    name: str
    gives: str
    patterns: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    never: tuple[str, ...] = ()
    pending: tuple[tuple[str, str], ...] = ()


_Row = TypeVar("_Row", bound=Row)
_PLAIN = ("name", "gives", "language")


def read_row(kind: type[_Row], row: Mapping[str, Any], where: str) -> _Row:
    """A row of this kind as its table has it; `TableError` names table › row and the key."""
    known = {*kind.__struct_fields__}
    if unknown := sorted(set(row) - known):
        message = f"unknown key `{unknown[0]}` in {where} › {row.get('name', '?')}"
        raise TableError(message, hint=f"keys are {', '.join(sorted(known))}")
    if missing := [key for key in ("name", "gives", "patterns", "examples") if key not in row]:
        message = f"missing key '{missing[0]}' in {where} › {row.get('name', '?')}"
        raise TableError(message)
    values: dict[str, Any] = {
        key: value if key in _PLAIN else _frozen(value) for key, value in row.items()
    }
    return kind(**values)


def _frozen(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
