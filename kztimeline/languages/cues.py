"""Cue tables: words that show tense, modality or attribution, compiled to one scan a table.

A row reads::

    [[cue]]
    name     = "modal.will"
    gives    = "planned"
    patterns = ["will [not] [be] {verb}"]
    examples = [["Ministers [will meet] on Friday.", "planned"]]
    never    = ["He left a will."]

In a pattern words are literal and caseless, a space is any white space, ``[x]`` may be missing,
``(a|b)`` is a choice, ``{name}`` a word class of the table's ``[classes]`` (each a regular
expression). Of rows that fit at one place the earlier in the file wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kztimeline.languages.alternatives import Branch, choice, opened
from kztimeline.languages.expressions import as_regex
from kztimeline.languages.rows import Row
from kztimeline.model.errors import TableError
from kztimeline.textual.spans import Span

_PIECE = re.compile(
    r"\{(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\s\[\](){}|]+)"
)
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


class Cue(Row, frozen=True):
    """One row of a cue table."""


class CueHit(NamedTuple):
    """A row that fits the text at `span`."""

    cue: Cue
    span: Span


class CueTable:
    """All rows of one table, found in one pass."""

    def __init__(self, cues: Sequence[Cue], classes: Mapping[str, str], where: str) -> None:
        """Compile the rows; a broken pattern is a `TableError` that names table › row."""
        self.cues = tuple(cues)
        patterns = [(cue, pattern) for cue in self.cues for pattern in cue.patterns]
        self._rows: dict[str | None, Cue] = {}
        branches: list[Branch] = []
        for cue, pattern in patterns:
            for head, rest in opened(_compile(pattern, classes, f"{where} › {cue.name}")):
                name = f"r{len(self._rows)}"
                branches.append((head, rf"{rest}(?!\w)(?P<{name}>)"))
                self._rows[name] = cue
        # with the mark before it, which is found in half the time of a place behind a mark
        self._scan = as_regex(rf"\W(?=[^\W\d_]|[’'])(?:{choice(branches)})")

    def find(self, text: str, within: Span) -> Iterator[CueHit]:
        """Hits inside a stretch of text, left to right, never overlapping."""
        rows, new = self._rows, tuple.__new__  # half the time of calling the classes
        start, end = within
        for found in self._scan.finditer(_lowered(text), start, end + 1):
            begin, after = found.span()
            yield new(CueHit, (rows[found.lastgroup], new(Span, (begin, after - 1))))

    def at(self, text: str, within: Span) -> CueHit | None:
        """The hit that begins where a stretch of text does."""
        found = self._scan.match(_lowered(text), within.start, within.end + 1)
        if found is None:
            return None
        return CueHit(self._rows[found.lastgroup], Span(found.start(), found.end() - 1))


@lru_cache(maxsize=4)
def _lowered(text: str) -> str:
    """A blank and the text in small letters, a quarter of the time to search of capitals and all.

    The one capital whose small letter takes more characters (“İ”) is an “i” here.
    """
    return " " + text.replace("İ", "i").lower()


def _compile(pattern: str, classes: Mapping[str, str], where: str) -> str:
    """One pattern to a regular expression; a space beside an optional part is optional with it."""
    out: list[str] = []
    for piece in _PIECE.finditer(pattern):
        if slot := piece["slot"]:
            if slot not in classes:
                known = ", ".join(sorted(classes))
                message = f"unknown class `{slot}` in {where} › patterns"
                raise TableError(message, hint=f"classes are {known}")
            out.append(f"(?:{classes[slot]})")
        elif mark := piece["mark"]:
            out.append(_MARKS[mark])
        elif piece["space"]:
            out.append(r"\s+")
        else:
            out.append(re.escape(piece["word"].lower()))
    return _repeated(_loosen("".join(out)))


def _loosen(expression: str) -> str:
    r"""White space after an optional group vanishes with it: ``(?:x)?\s+`` to ``(?:x\s+)?``."""
    return re.sub(r"\)\?\\s\+", r"\\s+)?", expression)


_OPTIONAL_TWICE = re.compile(r"(\(\?:(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))\?(?:\1\?)+")


def _repeated(expression: str) -> str:
    """An optional group that comes again and again is compiled once, with how often it may come.

    >>> _repeated("(?:x )?(?:x )?(?:x )?(?:y )?z")
    '(?:x ){0,3}(?:y )?z'
    """
    return _OPTIONAL_TWICE.sub(
        lambda found: f"{found[1]}{{0,{len(found[0]) // len(found[1] + '?')}}}", expression
    )
