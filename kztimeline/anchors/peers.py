"""Undated articles of one story share their year, though none of them states it alone.

“Tuesday 12 March” leaves six years in one article, “last November, in 2023” two in another: told
of one story, they leave one. Each article speaks from its own words alone, so nothing is heard
twice. Where few articles are alike at all they are taken for one story, of whose year each has its
say; in a crowd an article asks those likest to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import log2, prod
from typing import NamedTuple

from msgspec import Struct

from kztimeline.anchors.clues import Clue, Ground
from kztimeline.anchors.cuts import Allowed
from kztimeline.anchors.odds import weights_of
from kztimeline.model import Citation, Reason
from kztimeline.temporal import Interval


class Peer(NamedTuple):
    """Another article: how likely it shares the year for being like it, what it says of its own.

    `years` are how much likelier each year is by its words than by chance. One peer may speak for
    a whole story.
    """

    together: float
    years: Mapping[int, float]
    title: Citation


class PeersClue(Struct, frozen=True):
    """What the articles like this one say of the year, where none near has a day."""

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
        loudest = max(self.peers, key=lambda peer: (_bits(peer, day.year), peer.together))
        year = Interval.of(day.year)
        return Ground(Reason.SAME_STORY, loudest.title, year, self.bits(day))


def _bits(peer: Peer, year: int) -> float:
    return log2(peer.together * peer.years.get(year, 0.0) + (1.0 - peer.together))


class Member(NamedTuple):
    """An article of a small story: how likely it is of the story's year, what it says of its own.

    `years` is empty where it says nothing.
    """

    at: int
    together: float
    years: Mapping[int, float]


def years_told(
    members: Sequence[Member], at: int, span: Sequence[int]
) -> tuple[int, float, Mapping[int, float]] | None:
    """What all others of a story say to its article `at`: who is loudest, how sure, the years.

    `span` are all years there may be. `None` where nobody says anything.
    """
    (own,) = (each for each in members if each.at == at)
    telling = [each for each in members if each.at != at and each.years]
    if not telling:
        return None
    raw = {
        year: prod(
            each.together * each.years.get(year, 0.0) + 1.0 - each.together for each in telling
        )
        for year in span
    }
    mean = sum(raw.values()) / len(span)
    best = max(raw, key=lambda year: (raw[year], -year))
    loudest = max(
        telling, key=lambda each: (each.together * (each.years.get(best, 0.0) - 1.0), -each.at)
    )
    years = {year: share / mean for year, share in raw.items()}
    return loudest.at, own.together, years


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
