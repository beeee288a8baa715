"""Which words stand side by side changes with the years: who is minister, what has a name by then.

One such phrase tells little; an article has dozens that dated articles of its folder have too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import log2

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


class Phrases:
    """The phrases of a folder, and the years of the dated articles that have them."""

    def __init__(self, years: Mapping[int, int], relatives: Relatives) -> None:
        """`years` are those of the articles whose day is stated, by their place."""
        self._years = years
        self._relatives = relatives
        self._counts = Counter(years.values())

    def clue(self, article: Article, at: int) -> PhrasesClue | None:
        """What the phrases of an article say; `None` where dated ones have none of them."""
        told: dict[str, Counter[int]] = {}
        for term, others in self._relatives.sharing(at, least=_FEWEST):
            if " " in term:
                years = Counter(self._years[other] for other in others if other in self._years)
                if years.total() >= _FEWEST:
                    told[term] = years
        return PhrasesClue.of(article, told, self._counts) if told else None


@dataclass(frozen=True, slots=True)
class PhrasesClue:
    """The years of the dated articles that have the phrases of this one.

    `told` are those of each phrase, `counts` those of all articles; `raised` is what the phrases
    together say for a year beyond what none of them would.
    """

    article: Article
    told: Mapping[str, Counter[int]]
    counts: Counter[int]
    raised: Mapping[int, float]

    @classmethod
    def of(
        cls, article: Article, told: Mapping[str, Counter[int]], counts: Counter[int]
    ) -> PhrasesClue:
        """From the phrases, at least one."""
        raised: dict[int, float] = {}
        for years in told.values():
            around = {year + away for year in years for away in range(-REACH, REACH + 1)}
            for year in sorted(around):
                raised[year] = raised.get(year, 0.0) + _raised(years, counts, year)
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
        said = {term: _raised(years, self.counts, day.year) for term, years in self.told.items()}
        loudest = max(said, key=lambda term: (said[term], term))
        words = _GAP.join(map(re.escape, loudest.split()))
        hit = re.search(words, self.article.text, re.IGNORECASE)
        if hit is None or not said[loudest]:
            return None
        cite = Citation(self.article.id, Span(*hit.span()))
        return Ground(Reason.PHRASE, cite, Interval.of(day.year), self.bits(day))


def _raised(years: Counter[int], counts: Counter[int], year: int) -> float:
    expected = _EXPECTED * years.total() / counts.total()
    return log2(1.0 + near(years, year) / expected)
