"""Half-open stretches of one article's clean text, in code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters `[start, end)` of a clean text; a tuple, since millions cross between workers.

    >>> Span(4, 9).of("The court ruled.")
    'court'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside, borders included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
