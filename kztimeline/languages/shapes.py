"""Shape tables: lines and phrases with named parts, such as a dateline or a date in a file name.

A row reads::

    [[shape]]
    name     = "published.label"
    gives    = "published"
    patterns = ['Published[:] [on ]{when}']
    examples = [["Published on 12 March 2024", "when = 12 March 2024"]]
    never    = ["Published authors met on 12 March 2024"]

In a pattern words are literal and caseless, a space is any white space, ``[x]`` may be missing (its
space with it, if it stands inside), ``(a|b)`` is a choice, a backslash makes a mark literal and
``{slot}`` is a part that can be asked for; where it comes again it must read the same words again.
Slots are the table's ``[classes]``, regular expressions that may be built of classes above them;
``uses`` takes over those of another table. ``[parts]`` gives slots the name of the part they are
(``dated = "date"``), ``[edges]`` says what may not stand ``before`` and ``after``: by default a
letter or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from kztimeline.languages.language import read_toml
from kztimeline.languages.rows import Row, read_row
from kztimeline.model.errors import TableError
from kztimeline.textual.spans import Span

_PIECE = re.compile(
    r"\\(?P<escaped>.)|\{(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\s\[\](){}|\\]+)"
)
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}
_INNER = re.compile(r"\{([a-z_]+)\}")
_EDGES = {"before": r"(?<!\w)", "after": r"(?!\w)"}


@dataclass(frozen=True, slots=True)
class Shape(Row):
    """One row; `language` is the ISO 639-1 code its words are read in, empty if the table's."""

    language: str = ""


class ShapeHit(NamedTuple):
    """A row that fits the text at `span`, and where its parts lie."""

    shape: Shape
    span: Span
    parts: Mapping[str, Span]


class ShapeTable:
    """All rows of one table; of rows that fit at one place the earlier wins."""

    def __init__(self, shapes: Sequence[Shape], table: Mapping[str, Any], where: str) -> None:
        """Compile the rows; a broken pattern is a `TableError` that names table › row."""
        self.shapes = tuple(shapes)
        self._names: Mapping[str, str] = table.get("parts", {})
        known = _unfold(table.get("classes", {}), where)
        edge = {**_EDGES, **table.get("edges", {})}
        self._scans = [
            (shape, _regex(pattern, known, edge, f"{where} › {shape.name}"))
            for shape in self.shapes
            for pattern in shape.patterns
        ]

    def find(self, text: str, within: Span | None = None) -> Iterator[ShapeHit]:
        """Hits left to right, never overlapping."""
        start, end = within or Span(0, len(text))
        while (found := self._first(text, start, end)) is not None:
            yield found
            start = max(found.span.end, start + 1)

    def whole(self, text: str, span: Span) -> ShapeHit | None:
        """The row that fits the whole stretch."""
        for shape, scan in self._scans:
            if found := scan.fullmatch(text, span.start, span.end):
                return self._hit(shape, found)
        return None

    def opening(self, text: str, span: Span) -> ShapeHit | None:
        """The row that fits from the start of the stretch."""
        for shape, scan in self._scans:
            if found := scan.match(text, span.start, span.end):
                return self._hit(shape, found)
        return None

    def _first(self, text: str, start: int, end: int) -> ShapeHit | None:
        best: ShapeHit | None = None
        for shape, scan in self._scans:
            found = scan.search(text, start, end)
            if found and (best is None or found.start() < best.span.start):
                best = self._hit(shape, found)
        return best

    def _hit(self, shape: Shape, found: re.Match[str]) -> ShapeHit:
        parts = {
            self._names.get(slot, slot): Span(*found.span(slot))
            for slot, words in found.groupdict().items()
            if words
        }
        return ShapeHit(shape, Span(*found.span()), parts)


def _unfold(classes: Mapping[str, str], where: str) -> dict[str, str]:
    """Classes with the classes in them written out; those they are built of stand before them."""
    known: dict[str, str] = {}
    for name, expression in classes.items():
        known[name] = _INNER.sub(lambda inner: f"(?:{_class(inner[1], known, where)})", expression)
    return known


def _class(name: str, known: Mapping[str, str], where: str) -> str:
    if name not in known:
        message = f"unknown class `{name}` in {where} › patterns"
        raise TableError(message, hint=f"classes are {', '.join(sorted(known))}")
    return known[name]


def _regex(
    pattern: str, known: Mapping[str, str], edge: Mapping[str, str], where: str
) -> re.Pattern[str]:
    """One pattern to a regular expression."""
    out: list[str] = []
    for piece in _PIECE.finditer(pattern):
        if (slot := piece["slot"]) and f"(?P<{slot}>" in "".join(out):
            out.append(f"(?P={slot})")
        elif slot:
            out.append(f"(?P<{slot}>{_class(slot, known, where)})")
        elif mark := piece["mark"]:
            out.append(_MARKS[mark])
        elif piece["space"]:
            out.append(r"\s+")
        else:
            written = piece["escaped"] or piece["word"]
            out.append(" ?," if written == "," else re.escape(written))  # “15 , 2011”
    try:
        return re.compile(f"{edge['before']}(?:{''.join(out)}){edge['after']}", re.IGNORECASE)
    except re.error as error:
        message = f"cannot read the pattern `{pattern}` in {where}: {error}"
        raise TableError(message) from error


@cache
def load_shapes(code: str, name: str) -> ShapeTable:
    """The shape table `name`.toml of the language with this ISO 639-1 code."""
    table = read_toml(code, name)
    where = f"{code}/{name}.toml"
    inherited = read_toml(code, table["uses"]).get("classes", {}) if "uses" in table else {}
    shapes = [read_row(Shape, row, where) for row in table.get("shape", ())]
    classes = {**inherited, **table.get("classes", {})}
    return ShapeTable(shapes, {**table, "classes": classes}, where)
