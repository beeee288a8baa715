"""“{month} {day}[, {year}]” to the sequences of lexemes that fit it.

In a pattern a word or mark is literal and caseless, ``{class}`` a word class (``{name:class}``
names its slot), ``[x]`` may be missing, ``(a|b)`` is a choice. A space stands for white space;
where there is none the two parts touch.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kztimeline.model.errors import TableError

_PIECE = re.compile(
    r"\{(?:(?P<name>\w+):)?(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<space>\s+)"
    r"|(?P<word>[^\W\d_]+|\d+|[^\s\w\[\](){}|])"
)


class Element(NamedTuple):
    """A literal, or a class with the slot it fills; `is_glued` to the element before.

    `key` is the literal, or the class in braces.
    """

    literal: str
    word_class: str
    slot: str
    is_glued: bool
    key: str


class _Piece(NamedTuple):
    kind: str
    text: str
    name: str = ""


def sequences(pattern: str, where: str) -> list[tuple[Element, ...]]:
    """Every sequence of elements that the pattern allows; `TableError` for unmatched brackets.

    >>> [[e.literal or e.word_class for e in s] for s in sequences("[the] {month}", "en › month")]
    [['month'], ['the', 'month']]
    """
    pieces = [_piece(found) for found in _PIECE.finditer(pattern)]
    paths, rest = _choice(pieces, where)
    if rest:
        message = f"unmatched `{rest[0].text}` in {where} › pattern"
        raise TableError(message)
    unique = dict.fromkeys(_elements(path) for path in paths)
    return [sequence for sequence in unique if sequence]


def _piece(found: re.Match[str]) -> _Piece:
    kind = found.lastgroup or ""
    if found["slot"]:
        return _Piece("slot", found["slot"], found["name"] or found["slot"])
    return _Piece(kind, found.group().lower())


def _choice(pieces: list[_Piece], where: str) -> tuple[list[list[_Piece]], list[_Piece]]:
    """Alternatives up to a closing bracket or the end."""
    done: list[list[_Piece]] = []
    paths: list[list[_Piece]] = [[]]
    while pieces:
        piece, pieces = pieces[0], pieces[1:]
        if piece.kind != "mark":
            paths = [[*path, piece] for path in paths]
        elif piece.text in ")]":
            return [*done, *paths], [piece, *pieces]
        elif piece.text == "|":
            done, paths = [*done, *paths], [[]]
        else:
            paths, pieces = _group(piece, pieces, paths, where)
    return [*done, *paths], []


def _group(
    opening: _Piece, pieces: list[_Piece], paths: list[list[_Piece]], where: str
) -> tuple[list[list[_Piece]], list[_Piece]]:
    inner, rest = _choice(pieces, where)
    closing = ")" if opening.text == "(" else "]"
    if not rest or rest[0].text != closing:
        message = f"missing `{closing}` in {where} › pattern"
        raise TableError(message)
    options = inner if closing == ")" else [[], *inner]
    return [[*path, *option] for path in paths for option in options], rest[1:]


def _elements(path: list[_Piece]) -> tuple[Element, ...]:
    """Spaces become the `is_glued` of the next element; those at either end vanish."""
    out: list[Element] = []
    is_glued = False
    for piece in path:
        if piece.kind == "space":
            is_glued = False
            continue
        out.append(_element(piece, is_glued and bool(out)))
        is_glued = True
    return tuple(out)


@cache
def _element(piece: _Piece, is_glued: bool) -> Element:  # noqa: FBT001  one of two kinds
    if piece.kind == "slot":
        return Element("", piece.text, piece.name, is_glued, f"{{{piece.text}}}")
    return Element(piece.text, "", piece.name, is_glued, piece.text)
