"""Undated articles of one story share their year, though none of them states it alone.

“Tuesday 12 March” leaves six years in one article, “last November, in 2023” two in another: told
of one story, they leave one. Each article speaks from its own words alone, so nothing is heard
twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log2
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.closeness import year_together
from kztimeline.anchors.clues import Clue, Ground
from kztimeline.anchors.cuts import Allowed
from kztimeline.anchors.odds import weights_of
from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval


class Peer(NamedTuple):
    """Another undated article: how like it is (0 to 1), what its words say of its year.

    `years` are how much likelier each year is by them than by chance.
    """

    likeness: float
    years: Mapping[int, float]
    title: Citation


class PeersClue(Struct, frozen=True):
    """What the undated articles like this one say of the year."""

    peers: tuple[Peer, ...]

    def floor(self, year: int) -> float:
        """By what that year is worth to each of them."""
        return sum(_bits(peer, year) for peer in self.peers)

    def bits(self, day: date) -> float:
        """All days of a year are alike."""
        return self.floor(day.year)

    def days(self) -> Iterator[date]:
        """None: a year is too wide."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The peer that speaks loudest for the year."""
        loudest = max(self.peers, key=lambda peer: (_bits(peer, day.year), peer.likeness))
        year = Interval.of(day.year)
        return Ground(Reason.SAME_STORY, loudest.title, year, self.bits(day))


def _bits(peer: Peer, year: int) -> float:
    together = year_together(peer.likeness)
    return log2(together * peer.years.get(year, 0.0) + (1.0 - together))


def years_of(clues: Sequence[Clue], allowed: Allowed) -> dict[int, float]:
    """How much likelier each allowed year is by an article's own clues than by chance."""
    weights = weights_of(clues, (day for clue in clues for day in clue.days()), allowed)
    by_year = dict(weights.elsewhere)
    for day, weight in weights.days.items():
        by_year[day.year] += weight
    total, first, last = sum(by_year.values()), allowed.days.first, allowed.days.last
    if first is None or last is None or not total:
        return {}
    chance = _DAYS_A_YEAR / ((last - first).days + 1)
    return {year: weight / total / chance for year, weight in by_year.items()}


_DAYS_A_YEAR = 365.25
