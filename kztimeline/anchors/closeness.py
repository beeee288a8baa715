"""How close in time two articles lie that are so alike, as those around them show.

In one folder all is of one week, in another articles as alike lie years apart. So the table that
holds of all folders is bent by the dated articles near the one that is asked about: how far each of
them lies from the one likest to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple, TypeAlias

Shares: TypeAlias = tuple[float, ...]
_Table: TypeAlias = tuple[tuple[float, Shares], ...]  # likeness, shares within each reach
Pair: TypeAlias = tuple[float, int]  # likeness of two articles, days between them

REACHES = (1, 7, 31, 365)  # days: what “close” can mean
# Likeness of an article to its likest other, and how many of such pairs lie within a day, a week,
# a month, a year of each other: counted on dated articles of many folders.
_CLOSENESS: _Table = (
    (0.00, (0.00, 0.00, 0.00, 0.00)),  # nothing in common: no evidence
    (0.03, (0.02, 0.05, 0.10, 0.30)),
    (0.05, (0.08, 0.18, 0.28, 0.52)),
    (0.07, (0.18, 0.40, 0.55, 0.78)),
    (0.09, (0.30, 0.55, 0.74, 0.91)),
    (0.12, (0.47, 0.67, 0.80, 0.94)),
    (0.17, (0.60, 0.78, 0.89, 0.97)),
    (0.25, (0.77, 0.87, 0.93, 0.985)),
    (0.40, (0.80, 0.92, 0.98, 0.99)),
    (0.75, (0.85, 0.96, 0.99, 0.995)),
    (1.00, (0.88, 0.97, 0.99, 0.995)),
)
_ALIKE = 5  # rows of the table that hold of a small story too: from 0.12 on
# The same of any two of a story that few articles tell: there each is as like the others as its
# desk and its length make it.
_OF_A_STORY: _Table = (
    (0.00, (0.05, 0.20, 0.30, 0.50)),
    (0.04, (0.15, 0.42, 0.56, 0.76)),
    (0.06, (0.20, 0.48, 0.62, 0.84)),
    (0.08, (0.28, 0.54, 0.70, 0.89)),
    *_CLOSENESS[_ALIKE:],
)
FADING_DAYS = (1.0, 5.0, 18.0, 150.0)  # how the parts thin out: in so many days to a third
_TRUST_IN_TABLE = 0.5  # the table counts as much as about two pairs, which bend it by log odds
_STEPS, _LONGEST_STEP, _STILL = 20, 1.0, 1e-4
_NEVER, _ALWAYS = 0.003, 0.997  # shares of a table are never so sure that pairs cannot bend them


class Bend(NamedTuple):
    """By how much the log odds of each reach differ around an article from those of the table.

    `is_story`: the article is one of few that are alike at all, all on one story.
    """

    shifts: Shares = (0.0, 0.0, 0.0, 0.0)
    is_story: bool = False

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Bend:
        """From pairs of dated articles, each of one with its likest other; the table for none."""
        return cls(tuple(_shift(pairs, at) for at in range(len(REACHES))))

    def parts(self, likeness: float) -> Shares:
        """Shares of pairs within a day, beyond it within a week, a month, a year, and farther."""
        within: list[float] = []
        table = _OF_A_STORY if self.is_story else _CLOSENESS
        for share, shift in zip(_within(likeness, table), self.shifts, strict=True):
            bent = share if not (share and shift) else _share(_log_odds(share) + shift)
            within.append(max(bent, within[-1]) if within else bent)
        return tuple(b - a for a, b in zip([0.0, *within], [*within, 1.0], strict=True))


def _shift(pairs: Sequence[Pair], at: int) -> float:
    """The likeliest shift of one reach, by Newton's method; 0 is likeliest beforehand."""
    seen = [
        (_log_odds(_within(likeness)[at]), days <= REACHES[at])
        for likeness, days in pairs
        if _within(likeness)[at]
    ]
    shift = 0.0
    for _ in range(_STEPS):
        shares = [_share(odds + shift) for odds, _ in seen]
        slope = sum(hit - share for (_, hit), share in zip(seen, shares, strict=True))
        bend = _TRUST_IN_TABLE + sum(share * (1.0 - share) for share in shares)
        step = (slope - _TRUST_IN_TABLE * shift) / bend
        shift += max(-_LONGEST_STEP, min(_LONGEST_STEP, step))
        if abs(step) < _STILL:
            break
    return shift


def _log_odds(share: float) -> float:
    bounded = min(max(share, _NEVER), _ALWAYS)
    return log(bounded / (1.0 - bounded))


def _share(log_odds: float) -> float:
    return 1.0 / (1.0 + exp(-log_odds))


@cache
def _within(likeness: float, table: _Table = _CLOSENESS) -> Shares:
    """Shares of pairs so alike that lie within each reach."""
    at = min(bisect_right(table, (likeness, (2.0,))), len(table) - 1)
    (low, before), (high, after) = table[at - 1], table[at]
    along = (likeness - low) / (high - low)
    return tuple(a + (b - a) * along for a, b in zip(before, after, strict=True))


@cache
def fading(away: int) -> Shares:
    """What one day, so many days away, has of each part but the last."""
    return tuple(exp(-away / days) / mass(days) for days in FADING_DAYS)


@cache
def mass(days: float) -> float:
    """Sum of a fading over all days to both sides."""
    fall = exp(-1.0 / days)
    return 1.0 + 2.0 * fall / (1.0 - fall)


def year_together(likeness: float) -> float:
    """Share of pairs so alike that lie within a year of each other because they are alike."""
    within = _within(round(likeness, 3))[-1]
    return max(0.0, within - _BY_CHANCE) / (1.0 - _BY_CHANCE)


_BY_CHANCE = 0.45  # of two articles of one folder that have little in common


def year_of_story(likeness: float) -> float:
    """The same where the two are among few articles that are alike at all."""
    within = _within(round(likeness, 3), _OF_A_STORY)[-1]
    return max(0.0, within - _BY_CHANCE) / (1.0 - _BY_CHANCE)
