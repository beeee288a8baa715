"""The same statement told with a date elsewhere: what its words here then say of the day.

A link needs evidence: a statement counts only where it is told in much the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import log2, prod
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval, days_around, days_off

_SAME_WORDS = 0.22  # cosine of two sentences; below it nearly all pairs told different things
# How often a link is right: least, and more with its likeness. “On Tuesday” links only where the
# day told is one; “today” fits any day: what comes back (talks, a hearing) is told so each time.
_SURE = {Kind.OFFSET: (0.04, 0.35), Kind.WEEKDAY: (0.6, 0.3)}
_SUREST = 0.9
_LIKEST_POWER = 2.5  # of twice the likeness, nearly six times the weight
_LINK_WEIGHT = 0.55  # likeness of the articles has told nearly half of it
_WEEKDAY_PAST = (0.50, 0.25, 0.09, 0.05, 0.03, 0.03, 0.05)  # days behind, all mentions together
_WEEKDAY_AHEAD = (0.25, 0.17, 0.15, 0.12, 0.11, 0.10, 0.10)
_EXACT, _A_DAY_OFF, _ELSEWHERE = 0.93, 0.03, 0.001


class Link(NamedTuple):
    """A statement of this article that another one tells too: the day it fell on there."""

    likeness: float
    mention: DayMention
    day: date
    own: Citation
    other: Citation


class LinksClue(Struct, frozen=True):
    """The same statements told with a date elsewhere."""

    links: tuple[Link, ...]

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """The statements are not the same."""
        return _LINK_WEIGHT * log2(1.0 - self._sureness)

    def bits(self, day: date) -> float:
        """By how well the words here fit the days told there."""
        total = sum(link.likeness**_LIKEST_POWER for link in self.links)
        share = sum(
            link.likeness**_LIKEST_POWER / total * fit(link.mention, link.day, day)
            for link in self.links
        )
        sure = self._sureness
        return _LINK_WEIGHT * log2((1.0 - sure) + sure * share * WINDOW_DAYS)

    @property
    def _sureness(self) -> float:
        """That one of them is the same statement; two of one article count as one."""
        best: dict[str, float] = {}
        for link in self.links:
            told_by = link.other.article_id
            least, more = _SURE[link.mention.kind]
            best[told_by] = max(best.get(told_by, 0.0), least + more * link.likeness)
        unsure = prod(1.0 - each for each in best.values())
        return min(_SUREST, 1.0 - unsure)

    def days(self) -> Iterator[date]:
        """All days on which the words here would mean the days told there."""
        for link in self.links:
            if link.mention.kind is Kind.OFFSET:
                day = days_off(link.day, -link.mention.offset)
                yield from (day,) if day else ()
            else:
                reach = (6, 0) if link.mention.side is Side.FUTURE else (0, 6)
                yield from days_around(link.day, *reach)

    def ground(self, day: date) -> Ground | None:
        """The statement that fits `day` best."""
        best = max(self.links, key=lambda link: link.likeness * fit(link.mention, link.day, day))
        return Ground(Reason.SAME_STATEMENT, best.other, Interval.on(best.day), self.bits(day))


def fit(mention: DayMention, told: date, day: date) -> float:
    """Share of articles of `day` among those whose words `mention` mean the day `told`."""
    behind = (day - told).days
    if mention.kind is Kind.OFFSET:
        miss = abs(behind + mention.offset)
        return _EXACT if miss == 0 else _A_DAY_OFF if miss == 1 else _ELSEWHERE
    shares = _WEEKDAY_AHEAD if mention.side is Side.FUTURE else _WEEKDAY_PAST
    away = -behind if mention.side is Side.FUTURE else behind
    return shares[away] if 0 <= away < len(shares) else _ELSEWHERE


def can_link(mention: DayMention, told: date) -> bool:
    """Whether the words can mean the day at all, and say something of the article's own."""
    if mention.kind is Kind.WEEKDAY:
        return mention.weekday == told.weekday()
    return mention.kind is Kind.OFFSET


def is_same(likeness: float) -> bool:
    """Whether two sentences are told in so much the same words that they may tell one thing."""
    return likeness >= _SAME_WORDS
