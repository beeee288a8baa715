"""Patterns of shapes to regular expressions: one by one, or all of a table in one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from kztimeline.languages.expressions import as_regex
from kztimeline.model.errors import TableError

_PIECE = re.compile(
    r"\\(?P<escaped>.)|\{(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\s\[\](){}|\\]+)"
)
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}
_INNER = re.compile(r"\{([a-z_]+)\}")


def unfold(classes: Mapping[str, str], where: str) -> dict[str, str]:
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


def regex(pattern: str, known: Mapping[str, str], edge: Mapping[str, str], where: str) -> str:
    """One pattern to a regular expression; an unknown class is a `TableError`."""
    out: list[str] = []
    for kind, written in map(_piece, _PIECE.finditer(pattern)):
        if kind != "slot":
            out.append(written)
        elif f"(?P<{written}>" in "".join(out):
            out.append(f"(?P={written})")
        else:
            out.append(f"(?P<{written}>{_class(written, known, where)})")
    return f"{edge['before']}(?:{''.join(out)}){edge['after']}"


def marks(pattern: str, where: str) -> tuple[frozenset[str], ...]:
    """Sets of words and marks, in small letters: what the pattern fits holds one of each set.

    >>> [sorted(some) for some in marks("[first ](aired|shown[ live]) on {when}", "")]
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


_Unit: TypeAlias = tuple[tuple[str, str], ...]  # pieces, those in brackets with their brackets


class _Ways(dict[_Unit, "_Ways"]):
    """How patterns that begin alike go on, in the order of the table."""

    end = -1  # the number of the pattern that ends here


class Openings(NamedTuple):
    """All patterns of a table in one expression; those that begin alike part where they differ.

    `slots` are the slots by the groups of the expression. The group that closes last is called
    ``end`` and the number of the pattern that fits.
    """

    regex: re.Pattern[str]
    slots: Mapping[str, str]

    @classmethod
    def of(
        cls, patterns: Sequence[str], known: Mapping[str, str], edge: Mapping[str, str], where: str
    ) -> Openings:
        """Fold the patterns; a broken class is a `TableError`."""
        tree = _Ways()
        for number, pattern in enumerate(patterns):
            ways = tree
            for unit in _units(pattern):
                ways = ways.setdefault(unit, _Ways())
            ways.end = number if ways.end < 0 else ways.end
        slots: dict[str, str] = {}
        whole = f"{edge['before']}{_spelled(tree, {}, slots, known)}{edge['after']}"
        try:
            return cls(as_regex(whole, re.IGNORECASE), slots)
        except re.error as error:
            message = f"cannot read the patterns of {where}: {error}"
            raise TableError(message) from error


def _spelled(
    ways: _Ways, met: Mapping[str, str], slots: dict[str, str], known: Mapping[str, str]
) -> str:
    """An expression of all ways on; `met` are the groups of the slots on the way here."""
    out: list[str] = []
    for unit, further in ways.items():
        inner, words = dict(met), ""
        for kind, written in unit:
            if kind != "slot":
                words += written
            elif written in inner:
                words += f"(?P={inner[written]})"
            else:
                inner[written] = group = f"{written}_{len(slots)}"
                slots[group] = written
                words += f"(?P<{group}>{known[written]})"
        out.append(words + _spelled(further, inner, slots, known))
    if ways.end >= 0:
        out.append(f"(?P<end{ways.end}>)")
    return out[0] if len(out) == 1 else f"(?:{'|'.join(out)})"


def _units(pattern: str) -> list[_Unit]:
    """The pieces of a pattern, what stands in brackets in one unit."""
    units: list[list[tuple[str, str]]] = []
    depth = 0
    for found in _PIECE.finditer(pattern):
        mark = found["mark"]
        if mark == "|" and not depth:  # a choice without brackets is one unit
            return [tuple(map(_piece, _PIECE.finditer(pattern)))]
        if not depth:
            units.append([])
        units[-1].append(_piece(found))
        depth += (mark in {"(", "["}) - (mark in {")", "]"})
    return [tuple(unit) for unit in units]


def _piece(found: re.Match[str]) -> tuple[str, str]:
    """What a piece is, and how it is written in an expression; of a slot its name."""
    if slot := found["slot"]:
        return "slot", slot
    if mark := found["mark"]:
        return "mark", _MARKS[mark]
    if found["space"]:
        return "space", r"\s+"
    written = found["escaped"] or found["word"]
    return "word", " ?," if written == "," else re.escape(written)  # “15 , 2011”
