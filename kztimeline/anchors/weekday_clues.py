"""What a weekday tells of an article's day: the press names the days just behind and ahead.

A report speaks from its dateline's day, also in the paper of the day after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from math import log2

from msgspec import Struct

from kztimeline.anchors.clues import Ground
from kztimeline.anchors.cuts import PRINTED_DAYS
from kztimeline.anchors.mentions import DayMention, Kind
from kztimeline.model import Citation, Reason, Side
from kztimeline.temporal import Interval

_WEEK = 7

# Days from the weekday last told to the article's own: 0 the same day, 1 the day after …
_SAID_AT_HEAD = (0.76, 0.17, 0.03, 0.02, 0.005, 0.01, 0.005)  # “…, the ministry said on Tuesday”
_AT_HEAD = (0.46, 0.30, 0.09, 0.04, 0.03, 0.04, 0.04)
_DATELINED = (0.93, 0.03, 0.01, 0.01, 0.005, 0.005, 0.01)  # “OSLO, March 3 – … on Thursday”
_SAID = (0.23, 0.36, 0.16, 0.11, 0.05, 0.05, 0.04)
_TOLD = (0.19, 0.28, 0.18, 0.12, 0.09, 0.06, 0.08)
_TO_COME = (0.25, 0.10, 0.06, 0.09, 0.15, 0.18, 0.17)
_BESIDE_TODAY = (0.20, 0.20, 0.25, 0.17, 0.09, 0.05, 0.04)  # who says “today” names other days
_BESIDE_YESTERDAY = (0.22, 0.32, 0.25, 0.10, 0.06, 0.03, 0.02)
_LATER_WEIGHT = 0.6  # of a second and third weekday: they hang together with the first


class WeekdayClue(Struct, frozen=True):
    """One weekday that an article names, and how the press uses such a name.

    `sent`: the day that its dateline gives, without the year.
    """

    article_id: str
    mention: DayMention
    shares: tuple[float, ...]
    weight: float
    sent: DayMention | None = None

    def floor(self, year: int) -> float:  # noqa: ARG002  the protocol's
        """Weekdays are spread evenly."""
        return 0.0

    def bits(self, day: date) -> float:
        """By the days from the weekday to `day`."""
        behind = (self._spoken(day).weekday() - (self.mention.weekday or 0)) % _WEEK
        return self.weight * log2(self.shares[behind] * _WEEK)

    def days(self) -> Iterator[date]:
        """None: a weekday alone is any week's."""
        return iter(())

    def ground(self, day: date) -> Ground | None:
        """The weekday, and its day in an article of `day`."""
        named = self.mention.on(self._spoken(day))
        interval = Interval.on(named) if named else None
        cite = Citation(self.article_id, self.mention.span)
        return Ground(Reason.WEEKDAY_USAGE, cite, interval, self.bits(day))

    def _spoken(self, day: date) -> date:
        """The day from which an article of `day` speaks: the dateline's, if it is just before."""
        sent = self.sent.on(day) if self.sent else None
        return sent if sent and 0 <= (day - sent).days <= PRINTED_DAYS else day


def weekday_clues(article_id: str, mentions: Sequence[DayMention]) -> list[WeekdayClue]:
    """One clue a weekday and side, from its most telling mention; the most telling one first."""
    best: dict[tuple[int | None, bool], tuple[float, int, DayMention, tuple[float, ...]]] = {}
    near = {
        each.offset
        for each in mentions
        if each.kind is Kind.OFFSET and each.is_head and not each.is_quoted
    }
    sent = next((each for each in mentions if each.is_own and each.kind is Kind.DATE), None)
    told = [each for each in mentions if _is_told(each)]
    for at, mention in enumerate(mentions):
        if mention.kind is not Kind.WEEKDAY:
            continue
        is_first = bool(told) and mention is told[0] and mention.is_head
        shares = _DATELINED if sent and is_first else _shares(mention, near)
        key = (mention.weekday, mention.side is Side.FUTURE)
        found = (-max(shares), at, mention, shares)
        best[key] = min(best.get(key, found), found, key=lambda each: each[:2])
    ranked = sorted(best.values(), key=lambda each: each[:2])
    return [
        WeekdayClue(article_id, mention, shares, _LATER_WEIGHT if rank else 1.0, sent)
        for rank, (_, _, mention, shares) in enumerate(ranked)
    ]


def _is_told(mention: DayMention) -> bool:
    return mention.kind is Kind.WEEKDAY and mention.side is not Side.FUTURE


def _shares(mention: DayMention, near: AbstractSet[int]) -> tuple[float, ...]:
    """`near` are the offsets that the head of the article names: 0 today, −1 yesterday."""
    if mention.side is Side.FUTURE:
        return _TO_COME
    if 0 in near:
        return _BESIDE_TODAY
    if -1 in near:
        return _BESIDE_YESTERDAY
    if mention.is_head:
        return _SAID_AT_HEAD if mention.is_said else _AT_HEAD
    return _SAID if mention.is_said else _TOLD
