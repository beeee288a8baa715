"""What the dates an article names tell of its own day: near which, and on which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2
from types import MappingProxyType

from msgspec import Struct

from kztimeline.anchors.clues import WINDOW_DAYS, Ground
from kztimeline.anchors.distances import distances_of
from kztimeline.anchors.mentions import DayMention
from kztimeline.anchors.tellings import Tellings, told_share
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval, days_around

_LEAST_WEIGHT = 0.3  # of a date that is never the article's own: it is near some article's day
# How often an article's day has nothing to do with the dates it names, by how many of them lie
# within three weeks of each other: one may be an anniversary, three are a story.
_CHANCES = (0.25, 0.25, 0.14, 0.05)
_STORY_DAYS = 21
_MOST_DATES = 60  # the most telling; a calendar or a table of results names thousands
_YEARS_MEANT = 6  # that a date without its year may well mean, so much less does it tell
_NOWHERE: Tellings = MappingProxyType({})


class DatesClue(Struct, frozen=True):
    """All dates that an article names, each once: one of them is near its own day."""

    article_id: str
    dates: tuple[tuple[float, DayMention], ...]
    years: tuple[tuple[int, ...], ...]
    chance: float
    told: Tellings

    @classmethod
    def of(
        cls,
        article_id: str,
        mentions: Sequence[DayMention],
        years: Sequence[int],
        told: Tellings = _NOWHERE,
    ) -> DatesClue | None:
        """From all mentions of dates; `years` are those in play where the words have none.

        `told` says when articles around name the same dates.
        """
        once: dict[tuple[int | None, int, int], DayMention] = {}
        for mention in mentions:
            once.setdefault((mention.year, mention.month, mention.day), mention)
        if not once:
            return None
        loudest = sorted(once.values(), key=_weight, reverse=True)[:_MOST_DATES]
        once = {(each.year, each.month, each.day): each for each in loudest}
        weights = {key: _weight(mention) for key, mention in once.items()}
        total = sum(weights.values())
        dates = tuple((weights[key] / total, mention) for key, mention in once.items())
        fitting = tuple(_years_of(mention, years) for mention in once.values())
        return cls(article_id, dates, fitting, _chance(list(once.values())), told)

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """Only chance."""
        return log2(self.chance)

    def bits(self, day: date) -> float:
        """By the distances from `day` to the dates, each of which may be of any of its `years`."""
        share = sum(weight * self._share(at, day) for at, (weight, _) in enumerate(self.dates))
        return log2(self.chance + (1.0 - self.chance) * share * WINDOW_DAYS)

    def days(self) -> Iterator[date]:
        """Each date in its year or the years in play."""
        for (_, mention), years in zip(self.dates, self.years, strict=True):
            for year in years:
                if found := mention.in_year(year):
                    yield from days_around(found, *_SPREADS[mention.side])

    def ground(self, day: date) -> Ground | None:
        """The date that speaks loudest for `day`."""
        bits = self.bits(day)
        shares = [weight * self._share(at, day) for at, (weight, _) in enumerate(self.dates)]
        _, loudest = self.dates[shares.index(max(shares))]
        named = loudest.on(day)
        if named is None:
            return None
        cite = Citation(self.article_id, loudest.span)
        return Ground(Reason.DATE_NEARBY, cite, Interval.on(named), bits)

    def _share(self, at: int, day: date) -> float:
        mention = self.dates[at][1]
        named = mention.on(day)
        if named is None:
            return 0.0
        own = distances_of(mention).share((day - named).days)
        is_line = (
            mention.is_head and mention.opens
        )  # over the lead: nearly always the article's own
        share = own if is_line else told_share(self.told, named, day, own)
        return share if mention.year else share / _YEARS_MEANT


# Days before and behind a date on which an article may well name it.
_SPREADS = {Side.PAST: (0, 7), Side.FUTURE: (14, 0), Side.UNKNOWN: (1, 3)}


def _chance(mentions: Sequence[DayMention]) -> float:
    """By the most dates that lie together, whatever their year."""
    days = sorted(date(_LEAP_YEAR, each.month, each.day) for each in mentions if each.month)
    together = max(
        sum(0 <= (other - first).days <= _STORY_DAYS for other in days) for first in days
    )
    return _CHANCES[min(together, len(_CHANCES) - 1)]


_LEAP_YEAR = 2000  # has every day a date can name


def _years_of(mention: DayMention, years: Sequence[int]) -> tuple[int, ...]:
    """Its own year, or those in play in which the calendar has the date."""
    if mention.year:
        return (mention.year,)
    return tuple(year for year in years if mention.in_year(year))


def _weight(mention: DayMention) -> float:
    """By the odds that it is the article's own day: others never outvote a line over it."""
    share = distances_of(mention).near[0]
    return _LEAST_WEIGHT + share / (1.0 - share)


_SOON_DAYS = 60  # a date without its year, farther off than that, is told of another year
# Verbs mislead: share of dates that lie on the other side; a plan is rarely told when it is over.
_SLIPS_AT_HEAD, _SLIPS_OF_PLANS, _SLIPS = 0.1, 0.12, 0.25
_MOST_AGAINST = -6.0  # bits; dates of one passage hang together


class SidesClue(Struct, frozen=True):
    """Dates and years told as past lie behind the article, those told as to come before it."""

    article_id: str
    dates: tuple[DayMention, ...]
    years: tuple[tuple[int, Side], ...]

    @classmethod
    def of(
        cls, article_id: str, mentions: Sequence[DayMention], years: Sequence[tuple[int, Side]]
    ) -> SidesClue | None:
        """From the dates and years whose verbs show a side; each counts once."""
        sided = [each for each in mentions if each.side is not Side.UNKNOWN]
        once = {(each.year, each.month, each.day, each.side): each for each in reversed(sided)}
        first = sorted(once.values(), key=lambda each: each.span.start)[:_MOST_DATES]
        told = dict.fromkeys(each for each in years if each[1] is not Side.UNKNOWN)
        return cls(article_id, tuple(first), tuple(told)) if first or told else None

    def floor(self, year: int) -> float:
        """Against a year that lies wholly on the wrong side of one that is named."""
        return max(_MOST_AGAINST, self._year_against(year))

    def bits(self, day: date) -> float:
        """Against a day for which a date would lie on the wrong side of it."""
        against = sum(_against(mention, day) for mention in self.dates)
        return max(_MOST_AGAINST, against + self._year_against(day.year))

    def _year_against(self, year: int) -> float:
        wrong = sum(
            year < named if side is Side.PAST else year > named for named, side in self.years
        )
        return wrong * log2(_SLIPS)

    def days(self) -> Iterator[date]:
        """None: it only speaks against."""
        return iter(())

    def ground(self, day: date) -> Ground | None:  # noqa: ARG002  the protocol's
        """None: it only speaks against."""
        return None


def _against(mention: DayMention, day: date) -> float:
    named = mention.on(day)
    if named is None or (mention.year and mention.year != day.year):
        return 0.0  # another year speaks for itself
    ahead = (named - day).days if mention.side is Side.PAST else (day - named).days
    if ahead <= 0 or (ahead > _SOON_DAYS and not mention.year):
        return 0.0
    if mention.is_head or mention.weekday is not None:
        return log2(_SLIPS_AT_HEAD)
    return log2(_SLIPS_OF_PLANS if mention.side is Side.FUTURE else _SLIPS)
