"""The first and last lines of a text: all that is looked at for what it says of itself."""

from __future__ import annotations

from collections.abc import Sequence
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
    limit = min(len(text), start + HEAD_CHARACTERS)
    if start >= limit:
        return []
    end = text.find("\n", limit - 1)  # the last line is whole
    head = text[start : len(text) if end < 0 else end]
    return _lines(head.split("\n", HEAD_LINES)[:HEAD_LINES], start)


def tail_lines(text: str, start: int = 0, head: Sequence[Line] = ()) -> list[Line]:
    """The last lines of the text that lie after `start`, in order of place.

    In a short text they are among those of its `head`, if that is at hand.
    """
    limit = max(start, len(text) - TAIL_CHARACTERS)
    if limit == start and 0 < len(head) < HEAD_LINES:
        return list(head[-TAIL_LINES:])
    tail = text[limit:].removeprefix("\n").split("\n") if limit < len(text) else []
    last = tail[-TAIL_LINES:]
    return _lines(last, len(text) + 1 - sum(len(line) + 1 for line in last))


def spoken(lines: list[Line], count: int) -> list[Line]:
    """The first `count` lines that are not blank."""
    return list(islice((line for line in lines if line.words), count))


def _lines(written: list[str], place: int) -> list[Line]:
    """Lines that follow one another from `place` on."""
    lines: list[Line] = []
    new = tuple.__new__  # half the time of calling the class
    for raw in written:
        words = raw.strip(_PADDING)
        begin = place if words == raw else place + raw.find(words)
        lines.append(new(Line, (new(Span, (begin, begin + len(words))), words)))
        place += len(raw) + 1
    return lines
