"""Datelines: the place, day and agency with which a wire report opens."""

from __future__ import annotations

import re

from kztimeline.articles.head import Found, Line, spoken
from kztimeline.languages.shapes import ShapeHit, load_shapes
from kztimeline.model import Declaration
from kztimeline.textual import Span

OPENINGS = (
    8  # headline, subtitle, byline, location and a summary may stand above the first paragraph
)
LONGEST = 300  # characters of the longest dateline
_WRAPPED = 120  # characters it may run on behind its line
_RUN_TOGETHER = 3  # lines in which a page's stamp may stand behind other words
_HEAD = 600  # characters of them
_SHORTEST = 60  # of a line with a headline, a stamp and a story in it
_STAMP = re.compile(r"\d[:.]\d\d\b|\d [ap]\.?m\b|(?:\)|-RRB-) ?[-–—]")  # none does without
_PARTS = ("place", "date", "agency")


def read_dateline(text: str, lines: list[Line], language: str) -> Found:
    """The claims of the first line that opens with one; it stays part of the story.

    Where no line does, a page's stamp inside the first lines counts.
    """
    table = load_shapes(language, "datelines")
    for line in spoken(lines, OPENINGS):
        start, end = line.span
        if hit := table.opening(text, Span(start, min(end + _WRAPPED, start + LONGEST, len(text)))):
            return Found(_claims(text, hit))
    return _run_together(text, lines, language)


def _run_together(text: str, lines: list[Line], language: str) -> Found:
    """The claims of a stamp or dateline inside the first lines: copied, a page is one line."""
    for line in spoken(lines, _RUN_TOGETHER):
        start, end = line.span.start, min(line.span.end, lines[0].span.start + _HEAD)
        if end - start >= _SHORTEST and _STAMP.search(text, start, end):
            table = load_shapes(language, "inner_stamps")
            if hit := next(table.find(text, Span(start, end)), None):
                return Found(_claims(text, hit))
    return Found()


def _claims(text: str, hit: ShapeHit) -> tuple[Declaration, ...]:
    return tuple(
        Declaration(f"dateline:{part}", hit.parts[part].of(text), hit.parts[part])
        for part in _PARTS
        if part in hit.parts
    )
