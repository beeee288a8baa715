"""Datelines: the place, day and agency with which a wire report opens."""

from __future__ import annotations

from kztimeline.articles.head import Found, Line, spoken
from kztimeline.languages.shapes import ShapeHit, load_shapes
from kztimeline.model import Declaration
from kztimeline.textual import Span

OPENINGS = (
    8  # headline, subtitle, byline, location and a summary may stand above the first paragraph
)
LONGEST = 300  # characters of the longest dateline
_WRAPPED = 120  # characters it may run on behind its line
_PARTS = ("place", "date", "agency")


def read_dateline(text: str, lines: list[Line], language: str) -> Found:
    """The claims of the first line that opens with one; it stays part of the story."""
    table = load_shapes(language, "datelines")
    for line in spoken(lines, OPENINGS):
        start, end = line.span
        if hit := table.opening(text, Span(start, min(end + _WRAPPED, start + LONGEST, len(text)))):
            return Found(_claims(text, hit))
    return Found()


def _claims(text: str, hit: ShapeHit) -> tuple[Declaration, ...]:
    return tuple(
        Declaration(f"dateline:{part}", hit.parts[part].of(text), hit.parts[part])
        for part in _PARTS
        if part in hit.parts
    )
