"""When the articles around name a date: a date that all of them name is the story's, not their own.

“He died on 25 June” is told for years. Whoever names that day is as far from it as the others are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from math import exp

Tellings = Mapping[date, tuple[date, ...]]

# Share, days to a third; who is of the very same day is heard where articles are alike.
_FADING = ((0.4, 6.0), (0.4, 30.0), (0.2, 400.0))
_LONG_AGO = 730  # days; a date told so long after is told for ever: a birth, a war
_FADING_OF_LORE = ((0.1, 6.0), (0.3, 60.0), (0.6, 800.0))
_OWN_VOICES = 3.0  # how the article itself tells the date counts as much as three others that do


def tellings_of(told: Iterable[tuple[date, date]]) -> Tellings:
    """The days of the articles that name each date, in order; pairs are (date, article's day)."""
    found: dict[date, list[date]] = {}
    for named, day in sorted(told):
        found.setdefault(named, []).append(day)
    return {named: tuple(days) for named, days in found.items()}


def told_share(told: Tellings, named: date, day: date, own: float) -> float:
    """Share of `day` among the days of articles that name `named`; `own` is that by its words."""
    others = told.get(named, ())
    if not others:
        return own
    beside = sum(
        _faded(abs((day - other).days), abs((other - named).days) > _LONG_AGO) for other in others
    )
    return (_OWN_VOICES * own + beside) / (_OWN_VOICES + len(others))


@cache
def _faded(away: int, is_lore: bool) -> float:  # noqa: FBT001  one of two tables
    return sum(
        share * exp(-away / days) * (1.0 - exp(-1.0 / days)) / (1.0 + exp(-1.0 / days))
        for share, days in (_FADING_OF_LORE if is_lore else _FADING)
    )
