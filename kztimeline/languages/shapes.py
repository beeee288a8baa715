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
from functools import cache, cached_property
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


class _Scan:
    """One pattern of a row; compiled when a text first holds the `marks` that it cannot do without.

    Half of the patterns meet no such text in a folder, and compiling all costs longer than reading
    a dozen articles.
    """

    __slots__ = ("__dict__", "_expression", "_where", "marks", "shape")

    def __init__(self, shape: Shape, pattern: str, expression: str, where: str) -> None:
        """Keep the expression that the pattern means."""
        self.shape, self.marks = shape, _marks(pattern, where)
        self._expression, self._where = expression, f"`{pattern}` in {where}"

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled; a broken one is a `TableError`."""
        try:
            return re.compile(self._expression, re.IGNORECASE)
        except re.error as error:
            message = f"cannot read the pattern {self._where}: {error}"
            raise TableError(message) from error


class ShapeTable:
    """All rows of one table; of rows that fit at one place the earlier wins."""

    def __init__(self, shapes: Sequence[Shape], table: Mapping[str, Any], where: str) -> None:
        """Compile the rows; a broken pattern is a `TableError` that names table › row."""
        self.shapes = tuple(shapes)
        self._names: Mapping[str, str] = table.get("parts", {})
        known = _unfold(table.get("classes", {}), where)
        edge = {**_EDGES, **table.get("edges", {})}
        self._scans = [
            _Scan(shape, pattern, _regex(pattern, known, edge, place), place)
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
        """The row that fits from the start of the stretch."""
        for scan in self._fitting(span.of(text)):
            if found := scan.regex.match(text, *span):
                return self._hit(scan.shape, found)
        return None

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


def _regex(pattern: str, known: Mapping[str, str], edge: Mapping[str, str], where: str) -> str:
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
    return f"{edge['before']}(?:{''.join(out)}){edge['after']}"


def _marks(pattern: str, where: str) -> tuple[frozenset[str], ...]:
    """Sets of words and marks, in small letters: what the pattern fits holds one of each set.

    >>> [sorted(some) for some in _marks("[first ](aired|shown[ live]) on {when}", "")]
    [['aired', 'shown'], ['on']]
    """
    open_ways: list[list[list[frozenset[str]]]] = [[[]]]  # per bracket: what each way through needs
    for piece in _PIECE.finditer(pattern):
        mark = piece["mark"]
        if mark in ("(", "["):
            open_ways.append([[]])
        elif mark == "|":
            open_ways[-1].append([])
        elif mark:
            inner = open_ways.pop()
            if not open_ways:
                break
            open_ways[-1][-1] += _common(inner) if mark == ")" else ()
        elif written := piece["escaped"] or piece["word"]:
            open_ways[-1][-1].append(frozenset({written.lower()}))
    if len(open_ways) != 1:
        message = f"cannot read the pattern `{pattern}` in {where}: unmatched bracket"
        raise TableError(message)
    return tuple(_common(open_ways[0]))


def _common(ways: Sequence[Sequence[frozenset[str]]]) -> Sequence[frozenset[str]]:
    """What all ways through a choice need: one set of what tells most in each."""
    if len(ways) == 1:
        return ways[0]
    if not all(ways):
        return ()
    telling = (max(way, key=lambda some: len(min(some, key=len))) for way in ways)
    return (frozenset().union(*telling),)


@cache
def load_shapes(code: str, name: str) -> ShapeTable:
    """The shape table `name`.toml of the language with this ISO 639-1 code."""
    table = read_toml(code, name)
    where = f"{code}/{name}.toml"
    inherited = read_toml(code, table["uses"]).get("classes", {}) if "uses" in table else {}
    shapes = [read_row(Shape, row, where) for row in table.get("shape", ())]
    classes = {**inherited, **table.get("classes", {})}
    return ShapeTable(shapes, {**table, "classes": classes}, where)
