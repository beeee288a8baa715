"""Which words stand side by side changes with the years: who is minister, what has a name by then.

One such phrase tells little; an article has dozens that dated articles of its folder have too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from math import log2
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.year_counts import REACH, near
from kztimeline.model import Article, Citation, Reason
from kztimeline.temporal import Interval
from kztimeline.textual import Span
from kztimeline.textual.related import Relatives

_FEWEST = 2  # dated articles with a phrase; what one alone has, its likeness tells
_EXPECTED = 8.0  # articles; as many speak for what all years share before a year's own are counted
_WEIGHT = 0.09  # the phrases of one article hang together
_MOST_BITS = 4.0
_GAP = r"\W+(?:\w{1,2}\W+)?"  # between the words of a phrase at most a small one


class Said(NamedTuple):
    """The years of the dated articles with one phrase, and what it says for a year, if anything.

    That is in bits, beyond what a phrase says that no article of that year has.
    """

    years: Counter[int]
    raised: Mapping[int, float]


class Phrases:
    """The phrases of a folder, and the years of the dated articles that have them."""

    def __init__(self, years: Mapping[int, int], relatives: Relatives) -> None:
        """`years` are those of the articles whose day is stated, by their place."""
        self._years = years
        self._relatives = relatives
        self._counts = Counter(years.values())
        self._said: dict[str, Said] = {}

    def clue(self, article: Article, at: int) -> PhrasesClue | None:
        """What the phrases of an article say; `None` where dated ones have none of them."""
        phrases = (term for term in self._relatives.terms(at) if " " in term)
        said = {phrase: self._of(phrase) for phrase in phrases}
        told = {phrase: each for phrase, each in said.items() if each.years.total() >= _FEWEST}
        return PhrasesClue.of(article, told, self._counts) if told else None

    def _of(self, phrase: str) -> Said:
        if phrase not in self._said:
            places = self._relatives.having(phrase)
            years = Counter(self._years[other] for other in places if other in self._years)
            around = {year + away for year in years for away in range(-REACH, REACH + 1)}
            expected = _EXPECTED * years.total() / (self._counts.total() or 1)
            raised = {year: log2(1.0 + near(years, year) / expected) for year in sorted(around)}
            self._said[phrase] = Said(years, raised)
        return self._said[phrase]


class PhrasesClue(Struct, frozen=True):
    """What the phrases of one article say.

    `counts` are the years of all dated articles; `raised` is what the phrases say together.
    """

    article: Article
    told: Mapping[str, Said]
    counts: Counter[int]
    raised: Mapping[int, float]

    @classmethod
    def of(cls, article: Article, told: Mapping[str, Said], counts: Counter[int]) -> PhrasesClue:
        """From the phrases, at least one, and the years of all dated articles."""
        raised: dict[int, float] = {}
        for said in told.values():
            for year, bits in said.raised.items():
                raised[year] = raised.get(year, 0.0) + bits
        return cls(article, told, counts, raised)

    def floor(self, year: int) -> float:
        """By how much oftener articles of that year have them than others."""
        missing = log2(_EXPECTED / (near(self.counts, year) + _EXPECTED))
        total = len(self.told) * missing + self.raised.get(year, 0.0)
        return max(-_MOST_BITS, min(_MOST_BITS, _WEIGHT * total))

    def bits(self, day: date) -> float:
        """All days of a year are alike."""
        return self.floor(day.year)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The phrase that speaks loudest for the year."""
        said = {phrase: each.raised.get(day.year, 0.0) for phrase, each in self.told.items()}
        loudest = max(said, key=lambda phrase: (said[phrase], phrase))
        words = _GAP.join(map(re.escape, loudest.split()))
        hit = re.search(words, self.article.text, re.IGNORECASE)
        if hit is None or not said[loudest]:
            return None
        cite = Citation(self.article.id, Span(*hit.span()))
        return Ground(Reason.PHRASE, cite, Interval.of(day.year), self.bits(day))
