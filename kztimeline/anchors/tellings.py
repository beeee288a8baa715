"""When the articles around name a date: a date that all of them name is the story's, not their own.

“He died on 25 June” is told for years. Whoever names that day is as far from it as the others are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from math import exp
from typing import NamedTuple, TypeAlias

from kztimeline.anchors.distances import RECALLED


class Telling(NamedTuple):
    """The days of the articles that name a date, in order, and how many without a day recall it."""

    days: tuple[date, ...]
    recalled: int = 0


Tellings: TypeAlias = Mapping[date, Telling]

# Share, days to a third; who is of the very same day is heard where articles are alike.
_FADING = ((0.4, 6.0), (0.4, 30.0), (0.2, 400.0))
_LONG_AGO = 730  # days; a date told so long after is told for ever: a birth, a war
_FADING_OF_LORE = ((0.1, 6.0), (0.3, 60.0), (0.6, 800.0))
_OWN_VOICES = 3.0  # how the article itself tells the date counts as much as three others that do


def tellings_of(told: Iterable[tuple[date, date | None]]) -> Tellings:
    """Who names each date, from pairs of the date and the article's day, where that is known."""
    found: dict[date, tuple[list[date], list[None]]] = {}
    for named, day in told:
        days, recalled = found.setdefault(named, ([], []))
        recalled.append(None) if day is None else days.append(day)
    return {named: Telling(tuple(sorted(days)), len(rest)) for named, (days, rest) in found.items()}


def told_share(told: Tellings, named: date, day: date, own: float) -> float:
    """Share of `day` among the days of articles that name `named`; `own` is that by its words."""
    if named not in told:
        return own
    others, recalled = told[named]
    away = (day - named).days
    beside = sum(
        _faded(abs((day - other).days), abs((other - named).days) > _LONG_AGO) for other in others
    )
    beside += recalled * RECALLED.share(away)
    return (_OWN_VOICES * own + beside) / (_OWN_VOICES + len(others) + recalled)


@cache
def _faded(away: int, is_lore: bool) -> float:  # noqa: FBT001  one of two tables
    return sum(
        share * exp(-away / days) * (1.0 - exp(-1.0 / days)) / (1.0 + exp(-1.0 / days))
        for share, days in (_FADING_OF_LORE if is_lore else _FADING)
    )
