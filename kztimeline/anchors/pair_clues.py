"""What other articles say about an article's day: those like it, and those that date its news.

A link needs evidence: likeness counts as much as articles so alike were found to be close in time,
and a statement only where it is told in much the same words. So a folder of many stories does not
drag them together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import exp, log2, prod
from typing import NamedTuple

from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval, days_around, days_off

# ── articles that are alike ───────────────────────────────────────────────────────────────────────

# Likeness of an article to its likest other, and how many of such pairs lie within a day, a week,
# a month, a year of each other: counted on the same dated articles as the tables of `clues`.
_CLOSENESS = (
    (0.00, (0.00, 0.00, 0.00, 0.00)),  # nothing in common: no evidence
    (0.05, (0.15, 0.34, 0.50, 0.70)),
    (0.10, (0.25, 0.45, 0.60, 0.78)),
    (0.15, (0.33, 0.60, 0.78, 0.93)),
    (0.20, (0.55, 0.73, 0.85, 0.95)),
    (0.30, (0.66, 0.84, 0.90, 0.98)),
    (0.50, (0.75, 0.90, 0.97, 0.99)),
    (0.80, (0.85, 0.96, 0.99, 0.995)),
    (1.00, (0.88, 0.97, 0.99, 0.995)),
)
_FADING_DAYS = (1.0, 5.0, 18.0, 150.0)  # how the four parts thin out: in so many days to a third
_LIKEST_POWER = 2.5  # of twice the likeness, nearly six times the weight


class Neighbour(NamedTuple):
    """Another article whose day is known: how like it is and how sure its day, both 0 to 1.

    `likeness` has two decimals: what follows from it is worked out once for each.
    """

    likeness: float
    day: date
    trust: float
    title: Citation


@dataclass(frozen=True, slots=True)
class NeighboursClue:
    """The articles likest to this one, with their weights: news alike is of days alike."""

    weighed: tuple[tuple[float, Neighbour], ...]

    @classmethod
    def of(cls, neighbours: Sequence[Neighbour]) -> NeighboursClue:
        """Of neighbours, at least one."""
        weights = [each.likeness**_LIKEST_POWER for each in neighbours]
        total = sum(weights)
        shares = (weight / total for weight in weights)
        return cls(tuple(zip(shares, neighbours, strict=True)))

    def floor(self, year: int) -> float:
        """What is left for a day weeks from all of them; in a year of theirs, more."""
        share = sum(weight * _year_share(each, year) for weight, each in self.weighed)
        return log2(share * WINDOW_DAYS)

    def bits(self, day: date) -> float:
        """By the distance of `day` from theirs."""
        share = sum(weight * _share(each, day) for weight, each in self.weighed)
        return log2(share * WINDOW_DAYS)

    def days(self) -> Iterator[date]:
        """Theirs, and a week to both sides."""
        for _, each in self.weighed:
            yield from days_around(each.day, _REACH_DAYS, _REACH_DAYS)

    def ground(self, day: date) -> Ground | None:
        """The neighbour that speaks loudest for `day`."""
        _, best = max(
            self.weighed, key=lambda each: (each[0] * _share(each[1], day), each[1].likeness)
        )
        return Ground(Reason.LIKE_ARTICLE, best.title, Interval.on(best.day), self.bits(day))


_REACH_DAYS = 8


def _share(neighbour: Neighbour, day: date) -> float:
    return _share_away(neighbour, abs((day - neighbour.day).days))


def _share_away(neighbour: Neighbour, away: int) -> float:
    alike = _alike(neighbour.likeness, away)
    return neighbour.trust * alike + (1.0 - neighbour.trust) / WINDOW_DAYS


def _year_share(neighbour: Neighbour, year: int) -> float:
    """Share of a day of `year` that lies as far away as the year allows."""
    whole_years = max(abs(year - neighbour.day.year) - 1, 0)
    return _share_away(neighbour, max(365 * whole_years, _FAR_DAYS))


_FAR_DAYS = 60


@cache
def _alike(likeness: float, away: int) -> float:
    """Share of one day, `away` days from an article of this likeness."""
    *parts, rest = _parts(likeness)
    fading = zip(parts, _FADING_DAYS, strict=True)
    return sum(part * exp(-away / days) / _mass(days) for part, days in fading) + rest / WINDOW_DAYS


@cache
def _parts(likeness: float) -> tuple[float, ...]:
    """Shares of pairs within a day, beyond it within a week, a month, a year, and farther."""
    at = min(bisect_right(_CLOSENESS, (likeness, (2.0,))), len(_CLOSENESS) - 1)
    (low, before), (high, after) = _CLOSENESS[at - 1], _CLOSENESS[at]
    along = (likeness - low) / (high - low)
    within = [a + (b - a) * along for a, b in zip(before, after, strict=True)]
    return tuple(b - a for a, b in zip([0.0, *within], [*within, 1.0], strict=True))


def year_together(likeness: float) -> float:
    """Share of pairs so alike that lie within a year of each other because they are alike."""
    within = 1.0 - _parts(round(likeness, 2))[-1]
    return max(0.0, within - _BY_CHANCE) / (1.0 - _BY_CHANCE)


_BY_CHANCE = 0.45  # of two articles of one folder that have little in common


@cache
def _mass(days: float) -> float:
    """Sum of the fading over all days to both sides."""
    fall = exp(-1.0 / days)
    return 1.0 + 2.0 * fall / (1.0 - fall)


# ── statements told elsewhere ─────────────────────────────────────────────────────────────────────

_SAME_WORDS = 0.22  # cosine of two sentences; below it nearly all pairs told different things
_SURE_AT_LIKENESS = (
    1.2  # a link of likeness .25 is right in three of ten, of .5 in six, of .75 in nine
)
_SUREST = 0.9
_LINK_WEIGHT = 0.6  # likeness of the articles has told a part of it
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


@dataclass(frozen=True, slots=True)
class LinksClue:
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
            best[told_by] = max(best.get(told_by, 0.0), link.likeness)
        unsure = prod(1.0 - min(1.0, _SURE_AT_LIKENESS * each) for each in best.values())
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
