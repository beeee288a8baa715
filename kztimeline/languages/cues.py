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
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kztimeline.languages.rows import Row
from kztimeline.model.errors import TableError
from kztimeline.textual.spans import Span

_PIECE = re.compile(
    r"\{(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<space>\s+)|(?P<word>[^\s\[\](){}|]+)"
)
_MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}


@dataclass(frozen=True, slots=True)
class Cue(Row):
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
        branches = [
            f"(?P<r{index}>{_branch(cue, classes, where)})" for index, cue in enumerate(self.cues)
        ]
        self._scan = re.compile(r"(?<!\w)(?=[^\W\d_]|[’'])(?:" + "|".join(branches) + r")(?!\w)")

    def find(self, text: str, within: Span) -> Iterator[CueHit]:
        """Hits inside a stretch of text, left to right, never overlapping."""
        low = _lowered(text)
        scan = self._scan if low is not None else re.compile(self._scan.pattern, re.IGNORECASE)
        for found in scan.finditer(text if low is None else low, within.start, within.end):
            cue = self.cues[int((found.lastgroup or "r0")[1:])]
            yield CueHit(cue, Span(found.start(), found.end()))


@lru_cache(maxsize=4)
def _lowered(text: str) -> str | None:
    """The text in small letters, four times as fast to search as with a pattern that ignores case.

    `None` for the rare text in which a small letter takes more characters than its capital (“İ”).
    """
    low = text.lower()
    return low if len(low) == len(text) else None


def _branch(cue: Cue, classes: Mapping[str, str], where: str) -> str:
    return "|".join(_compile(pattern, classes, f"{where} › {cue.name}") for pattern in cue.patterns)


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
    return _loosen("".join(out))


def _loosen(expression: str) -> str:
    r"""White space after an optional group vanishes with it: ``(?:x)?\s+`` to ``(?:x\s+)?``."""
    return re.sub(r"\)\?\\s\+", r"\\s+)?", expression)
