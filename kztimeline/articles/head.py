"""The first and last lines of a text: all that is looked at for what it says of itself."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from kztimeline.model import Declaration, Note
from kztimeline.textual import Span

HEAD_LINES = 80  # an archive's header with its list of labels; bylines lie far above
HEAD_CHARACTERS = 8_000
TAIL_LINES = 25  # an archive's closing labels
TAIL_CHARACTERS = 3_000
_PADDING = " \t\r\xa0\ufeff"


class Line(NamedTuple):
    """A line without the white space around it; blank if its span is empty."""

    span: Span
    words: str


class Found(NamedTuple):
    """What one reader found: claims, stretches that are no story, where it goes on, doubts."""

    declarations: tuple[Declaration, ...] = ()
    spans: tuple[Span, ...] = ()
    end: int = 0
    notes: tuple[Note, ...] = ()


def head_lines(text: str, start: int = 0) -> list[Line]:
    """The first lines from `start` on, blank ones too, as far as an article's head can reach."""
    lines: list[Line] = []
    limit = min(len(text), start + HEAD_CHARACTERS)
    while start < limit and len(lines) < HEAD_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lines.append(_line(text, start, end))
        start = end + 1
    return lines


def tail_lines(text: str, start: int = 0) -> list[Line]:
    """The last lines of the text that lie after `start`, in order of place."""
    lines: list[Line] = []
    end = len(text)
    limit = max(start, end - TAIL_CHARACTERS)
    while end > limit and len(lines) < TAIL_LINES:
        begin = max(text.rfind("\n", limit, end) + 1, limit)
        lines.append(_line(text, begin, end))
        end = begin - 1
    return lines[::-1]


def spoken(lines: list[Line], count: int) -> list[Line]:
    """The first `count` lines that are not blank."""
    return list(islice((line for line in lines if line.words), count))


def _line(text: str, start: int, end: int) -> Line:
    if start == end:
        return Line(Span(start, end), "")
    raw = text[start:end]
    words = raw.strip(_PADDING)
    begin = start + (raw.index(words[0]) if words else 0)
    return Line(Span(begin, begin + len(words)), words)
