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
from functools import cache, cached_property
from typing import Any, NamedTuple

from kztimeline.languages.expressions import as_regex
from kztimeline.languages.language import read_toml
from kztimeline.languages.rows import Row, read_row
from kztimeline.languages.shape_patterns import Openings, marks, regex, unfold
from kztimeline.model.errors import TableError
from kztimeline.textual.spans import Span

_EDGES = {"before": r"(?<!\w)", "after": r"(?!\w)"}


class Shape(Row, frozen=True):
    """One row; `language` is the ISO 639-1 code its words are read in, empty if the table's."""

    language: str = ""


class ShapeHit(NamedTuple):
    """A row that fits the text at `span`, and where its parts lie."""

    shape: Shape
    span: Span
    parts: Mapping[str, Span]


class _Scan:
    """One pattern of a row; compiled when a text first holds the `marks` that it cannot do without.

    Half of the patterns meet no such text in a folder, and compiling all costs longer than reading
    a dozen articles.
    """

    __slots__ = ("__dict__", "_expression", "_where", "marks", "pattern", "shape")

    def __init__(self, shape: Shape, pattern: str, expression: str, where: str) -> None:
        """Keep the expression that the pattern means."""
        self.shape, self.pattern, self.marks = shape, pattern, marks(pattern, where)
        self._expression, self._where = expression, f"`{pattern}` in {where}"

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled; a broken one is a `TableError`."""
        try:
            return as_regex(self._expression, re.IGNORECASE)
        except re.error as error:
            message = f"cannot read the pattern {self._where}: {error}"
            raise TableError(message) from error


class ShapeTable:
    """All rows of one table; of rows that fit at one place the earlier wins."""

    def __init__(self, shapes: Sequence[Shape], table: Mapping[str, Any], where: str) -> None:
        """Compile the rows; a broken pattern is a `TableError` that names table › row."""
        self.shapes = tuple(shapes)
        self._names: Mapping[str, str] = table.get("parts", {})
        known = unfold(table.get("classes", {}), where)
        edge = {**_EDGES, **table.get("edges", {})}
        self._terms = known, edge, where
        self._scans = [
            _Scan(shape, pattern, regex(pattern, known, edge, place), place)
            for shape in self.shapes
            for place in [f"{where} › {shape.name}"]
            for pattern in shape.patterns
        ]

        self._marks = sorted({mark for scan in self._scans for some in scan.marks for mark in some})
        self._with_marks: dict[frozenset[str], list[_Scan]] = {}

    def find(self, text: str, within: Span | None = None) -> Iterator[ShapeHit]:
        """Hits left to right, never overlapping."""
        start, end = within or Span(0, len(text))
        while (found := self._first(text, start, end)) is not None:
            yield found
            start = max(found.span.end, start + 1)

    def whole(self, text: str, span: Span) -> ShapeHit | None:
        """The row that fits the whole stretch."""
        for scan in self._fitting(span.of(text)):
            if found := scan.regex.fullmatch(text, *span):
                return self._hit(scan.shape, found)
        return None

    def opening(self, text: str, span: Span) -> ShapeHit | None:
        """The row that fits from the start of the stretch; rows that begin alike go together."""
        found = self._openings.regex.match(text, *span)
        if found is None:
            return None
        shape = self._scans[int(str(found.lastgroup).removeprefix("end"))].shape
        return self._hit(shape, found, self._openings.slots)

    @cached_property
    def _openings(self) -> Openings:
        """All patterns in one: most lines open with none of them, and this is seen at once."""
        return Openings.of([scan.pattern for scan in self._scans], *self._terms)

    def _first(self, text: str, start: int, end: int) -> ShapeHit | None:
        best: ShapeHit | None = None
        for scan in self._fitting(text[start:end]):
            found = scan.regex.search(text, start, end)
            if found and (best is None or found.start() < best.span.start):
                best = self._hit(scan.shape, found)
                if found.start() == start:
                    break
        return best

    def _fitting(self, words: str) -> Sequence[_Scan]:
        """The patterns that lack none of their marks in a text."""
        low = words.lower()
        there = frozenset([mark for mark in self._marks if mark in low])
        if there not in self._with_marks:
            self._with_marks[there] = [
                scan for scan in self._scans if not any(map(there.isdisjoint, scan.marks))
            ]
        return self._with_marks[there]

    def _hit(
        self, shape: Shape, found: re.Match[str], slots: Mapping[str, str] | None = None
    ) -> ShapeHit:
        said = [group for group, words in found.groupdict().items() if words]
        parts = {
            self._names.get(slot, slot): Span(*found.span(group))
            for group in said
            for slot in [slots[group] if slots else group]
        }
        return ShapeHit(shape, Span(*found.span()), parts)


@cache
def load_shapes(code: str, name: str) -> ShapeTable:
    """The shape table `name`.toml of the language with this ISO 639-1 code."""
    table = read_toml(code, name)
    where = f"{code}/{name}.toml"
    inherited = read_toml(code, table["uses"]).get("classes", {}) if "uses" in table else {}
    shapes = [read_row(Shape, row, where) for row in table.get("shape", ())]
    classes = {**inherited, **table.get("classes", {})}
    return ShapeTable(shapes, {**table, "classes": classes}, where)
