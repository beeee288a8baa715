"""How far an article's day lies from a date it names, by where and how the date is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from kztimeline.anchors.mentions import DayMention
from kztimeline.model import Named, Side


class Distances(NamedTuple):
    """How far an article's day lies from a date it names: shares of single days and of stretches.

    `near` are shares by days behind; `behind` and `ahead` pairs of (last day of the stretch, share
    of the stretch).
    """

    near: dict[int, float]
    behind: tuple[tuple[int, float], ...]
    ahead: tuple[tuple[int, float], ...]

    def share(self, distance: int) -> float:
        """Share of one day, `distance` days behind the article's own (below 0: ahead)."""
        if distance in self.near:
            return self.near[distance]
        first = 1
        for last, share in self.behind if distance > 0 else self.ahead:
            if first <= abs(distance) <= last:
                return share / (last - first + 1)
            first = last + 1
        return 0.0


# By where a date stands, the side it is told from, and what stands in its words.
_OVER_LEAD_IN_FULL = Distances(  # “15 November 2011”, “Thursday, January 13 –”
    {0: 0.93, 1: 0.02, -1: 0.01},
    ((7, 0.01), (32, 0.01), (90, 0.005), (365, 0.005)),
    ((7, 0.003), (37, 0.003), (365, 0.002)),
)
_OVER_LEAD = Distances(  # “LONDON, Jan 14 –”
    {0: 0.65, 1: 0.12, 2: 0.02, 3: 0.02, -1: 0.01},
    ((7, 0.03), (32, 0.07), (90, 0.02), (365, 0.02)),
    ((7, 0.01), (37, 0.02), (365, 0.01)),
)
_IN_LEAD = Distances(  # told there: “the airport reopened on 5 January”
    {0: 0.45, 1: 0.16, 2: 0.02, -1: 0.02},
    ((7, 0.05), (32, 0.17), (90, 0.05), (365, 0.03)),
    ((7, 0.01), (37, 0.02), (365, 0.02)),
)
_TOLD_IN_FULL_IN_LEAD = Distances(  # “…, who died on 25 June 2009”
    {0: 0.08, 1: 0.02, 2: 0.01, 3: 0.01, -1: 0.01},
    ((7, 0.03), (32, 0.08), (90, 0.04), (365, 0.09)),
    ((7, 0.01), (37, 0.01), (365, 0.01)),
)
_TOLD_IN_LEAD = Distances(  # behind its verb: “the mine closed on 5 January after …”
    {0: 0.22, 1: 0.07, 2: 0.02, -1: 0.02},
    ((7, 0.05), (32, 0.30), (90, 0.08), (365, 0.05)),
    ((7, 0.02), (37, 0.05), (365, 0.08)),
)
_SAID_AT_HEAD = Distances(  # “the mayor said on Monday, 9 June 2014”
    {0: 0.76, 1: 0.12, 2: 0.01, -1: 0.01},
    ((7, 0.02), (32, 0.04), (90, 0.01), (365, 0.01)),
    ((7, 0.005), (37, 0.01), (365, 0.005)),
)
_AHEAD_AT_HEAD = Distances(
    {0: 0.17, 1: 0.02, 2: 0.02, -1: 0.03, -2: 0.04},
    ((7, 0.02), (32, 0.04), (90, 0.05), (365, 0.03)),
    ((7, 0.12), (37, 0.25), (365, 0.21)),
)
_BOUND = Distances(  # “in force until 19 January”
    {0: 0.02, -1: 0.05, -2: 0.05},
    ((7, 0.02), (32, 0.03), (90, 0.02), (365, 0.02)),
    ((7, 0.24), (37, 0.35), (365, 0.20)),
)
_PAST = Distances(
    {0: 0.015, 1: 0.02, 2: 0.015, 3: 0.01, -1: 0.02, -2: 0.01},
    ((7, 0.12), (32, 0.44), (90, 0.09), (365, 0.06)),
    ((7, 0.03), (37, 0.08), (365, 0.09)),
)
_OPEN = Distances(
    {0: 0.11, 1: 0.05, 2: 0.02, -1: 0.08, -2: 0.05},
    ((7, 0.03), (32, 0.09), (90, 0.05), (365, 0.04)),
    ((7, 0.08), (37, 0.27), (365, 0.13)),
)
_AHEAD = Distances(
    {0: 0.015, 1: 0.005, -1: 0.02, -2: 0.02},
    ((7, 0.02), (32, 0.07), (90, 0.03), (365, 0.03)),
    ((7, 0.12), (37, 0.48), (365, 0.19)),
)
RECALLED = Distances(  # told deep in a text with its year: three of four are of years long gone
    {0: 0.01, 1: 0.01, -1: 0.02},
    ((7, 0.04), (32, 0.05), (90, 0.05), (365, 0.04)),
    ((7, 0.02), (37, 0.02), (365, 0.03)),
)
_FULL = Distances(  # with its year and weekday, or where somebody spoke: a reader's stamp, say
    {0: 0.12, 1: 0.02, -1: 0.05},
    ((7, 0.02), (32, 0.05), (90, 0.04), (365, 0.10)),
    ((7, 0.10), (37, 0.10), (365, 0.05)),
)
_START = Distances(  # “shut since 3 June”: it has lasted for a while
    {0: 0.01, 1: 0.02, -1: 0.002},
    ((7, 0.17), (32, 0.30), (90, 0.18), (365, 0.22)),
    ((7, 0.005), (37, 0.01), (365, 0.03)),
)
_OF_FORESEEN = Distances(  # “the 4 June vote”: spoken of for months, hardly on its day
    {0: 0.01, 1: 0.01, -1: 0.03},
    ((7, 0.02), (32, 0.16), (90, 0.06), (365, 0.05)),
    ((7, 0.12), (37, 0.24), (365, 0.30)),
)
_OF_SUDDEN = Distances(  # “the 4 June blast”: of the last few days one says “Monday's blast”
    {0: 0.01, 1: 0.01, -1: 0.002},
    ((7, 0.07), (32, 0.57), (90, 0.18), (365, 0.08)),
    ((7, 0.003), (37, 0.005), (365, 0.04)),
)
_FEAST = Distances(  # “before Christmas”: spoken of weeks ahead and weeks behind
    {0: 0.04, 1: 0.03, -1: 0.04},
    ((7, 0.07), (32, 0.17), (90, 0.10), (365, 0.10)),
    ((7, 0.10), (37, 0.20), (365, 0.15)),
)


def _opens_head(mention: DayMention) -> bool:
    return mention.is_head and mention.opens


def _is_full(mention: DayMention) -> bool:
    return mention.year is not None or mention.weekday is not None


def _is_told(mention: DayMention) -> bool:
    return mention.side is Side.PAST and not mention.opens


_Row: TypeAlias = tuple[Callable[[DayMention], bool], Distances]
_ROWS: tuple[_Row, ...] = (  # the first that fits
    (lambda it: it.names is Named.FORESEEN, _OF_FORESEEN),
    (lambda it: it.names is Named.SUDDEN, _OF_SUDDEN),
    (lambda it: it.is_start, _START),
    (lambda it: it.is_feast, _FEAST),
    (lambda it: _opens_head(it) and _is_full(it), _OVER_LEAD_IN_FULL),
    (_opens_head, _OVER_LEAD),
    (lambda it: it.is_bound, _BOUND),
    (lambda it: it.side is Side.FUTURE and it.is_head, _AHEAD_AT_HEAD),
    (lambda it: it.side is Side.FUTURE, _AHEAD),
    (lambda it: it.is_head and it.is_said and _is_full(it), _SAID_AT_HEAD),
    (lambda it: it.is_head and _is_told(it) and not _is_full(it), _TOLD_IN_LEAD),
    (lambda it: it.is_head and it.is_recalled, _TOLD_IN_FULL_IN_LEAD),
    (lambda it: it.is_head, _IN_LEAD),
    (lambda it: it.is_recalled, RECALLED),
    (lambda it: it.year is not None, _FULL),
    (lambda it: it.side is Side.PAST, _PAST),
    (lambda _: True, _OPEN),
)


def distances_of(mention: DayMention) -> Distances:
    """By its place, its side, and what stands in its words."""
    return next(found for fits, found in _ROWS if fits(mention))
