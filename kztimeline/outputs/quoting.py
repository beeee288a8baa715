"""A cited sentence in pieces: what its date governs, and the words that date it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Source


class Piece(NamedTuple):
    """Words of a quote; `is_time` are the words that date it, `is_aside` what they do not date."""

    words: str
    is_time: bool
    is_aside: bool


def pieces(source: Source) -> Iterator[Piece]:
    """The sentence from its first word to its last, every character in one piece."""
    quote, begin = source.selector.exact, source.position.start
    clause = (source.clause.start - begin, source.clause.end - begin)
    found = source.expression
    time = (found.start - begin, found.end - begin) if found else (0, 0)
    within = {cut for cut in (*clause, *time) if 0 < cut < len(quote)}
    edges = [0, *sorted(within), len(quote)]
    for start, end in pairwise(edges):
        words = _inert_part(quote[start:end])
        yield Piece(words, _holds(time, start, end), not _holds(clause, start, end))


def dated_elsewhere(source: Source) -> bool:
    """Whether the words that date it stand outside the cited sentence."""
    found, place = source.expression, source.position
    return found is not None and not (place.start <= found.start and found.end <= place.end)


def _holds(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] <= start < end <= span[1]


def _inert_part(text: str) -> str:
    """Inert words that keep the space they begin or end with."""
    bare = inert(text)
    if not bare:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{bare}{' ' if text[-1].isspace() else ''}"
