"""How an article is set: a paper's quotation marks and dashes change with its presses and systems.

Which go with which years, the dated articles of the folder show; where they show nothing, or all
are set alike, nothing follows.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import log2
from typing import TypeAlias

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.year_counts import near
from kztimeline.model import Article, Citation, Reason
from kztimeline.temporal import Interval
from kztimeline.textual import Span

_KINDS = frozenset({"Pi", "Pf", "Pd"})  # opening and closing quotes, dashes
_TYPED = frozenset("\"'`…•")  # of other kinds, and chosen alike
_FEWEST = 5  # dated articles; by fewer nothing is shown
_EXPECTED = 3.0  # articles; as many speak for what all years share before a year's own are counted
_WEIGHT = 0.9  # the marks of one article hang together a little
_MOST_BITS = 4.0

Marks: TypeAlias = Mapping[str, int]  # each mark, and where it first stands


def marks_of(text: str) -> Marks:
    """The quotation marks, dashes, ellipses and bullets of a text.

    >>> sorted(marks_of("“No” – she'd said"))
    ["'", '–', '“', '”']
    """
    return {mark: text.index(mark) for mark in sorted(set(text)) if _is_chosen(mark)}


def _is_chosen(mark: str) -> bool:
    return mark in _TYPED or unicodedata.category(mark) in _KINDS


class Typography:
    """How the dated articles of a folder are set, by year."""

    def __init__(self, articles: Iterable[tuple[int, Marks]]) -> None:
        """From the year and the marks of each."""
        self._years: Counter[int] = Counter()
        self._with: dict[str, Counter[int]] = {}
        for year, marks in articles:
            self._years[year] += 1
            for mark in marks:
                self._with.setdefault(mark, Counter())[year] += 1
        self._bits: dict[tuple[str, int], tuple[float, float]] = {}

    def clue(self, article: Article) -> TypographyClue | None:
        """What its marks say; `None` where too few articles show anything."""
        enough = self._years.total() >= _FEWEST
        return TypographyClue(article.id, marks_of(article.text), self) if enough else None

    def bits(self, marks: Marks, year: int) -> float:
        """How much likelier an article with these marks, and no others, is of that year."""
        total = sum(self.bits_of(mark, year)[mark not in marks] for mark in self._with)
        return max(-_MOST_BITS, min(_MOST_BITS, _WEIGHT * total))

    def bits_of(self, mark: str, year: int) -> tuple[float, float]:
        """What it says of a year that an article has a mark, and what, that it has none."""
        key = (mark, year)
        if key not in self._bits:
            told = self._with.get(mark, Counter())
            everywhere = (told.total() + 0.5) / (self._years.total() + 1.0)
            share = (near(told, year) + _EXPECTED * everywhere) / (
                near(self._years, year) + _EXPECTED
            )
            self._bits[key] = log2(share / everywhere), log2((1.0 - share) / (1.0 - everywhere))
        return self._bits[key]


class TypographyClue(Struct, frozen=True):
    """How an article is set, beside dated ones."""

    article_id: str
    marks: Marks
    typography: Typography

    def floor(self, year: int) -> float:
        """By how articles of that year are set."""
        return self.typography.bits(self.marks, year)

    def bits(self, day: date) -> float:
        """All days of a year are alike."""
        return self.floor(day.year)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The mark that speaks loudest for the year; none where only what is missing speaks."""
        told = {mark: self.typography.bits_of(mark, day.year)[0] for mark in self.marks}
        loudest = max(told, key=lambda mark: (told[mark], mark), default=None)
        if loudest is None or told[loudest] <= 0.0:
            return None
        at = self.marks[loudest]
        cite = Citation(self.article_id, Span(at, at + len(loudest)))
        return Ground(Reason.TYPOGRAPHY, cite, Interval.of(day.year), self.bits(day))
