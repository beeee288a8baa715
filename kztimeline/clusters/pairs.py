"""The surest pairs of a block of events: what is looked for wherever there is room."""

from __future__ import annotations

from typing import NamedTuple

from kztimeline.clusters.blocking import Search
from kztimeline.clusters.compare import Comparer, Pair


class Survey(NamedTuple):
    """What a block of events is held against the others with."""

    search: Search
    comparer: Comparer


def surest(survey: Survey, first: int, last: int, threshold: float) -> list[Pair]:
    """The bits of all pairs above `threshold` that the events of these ranks name."""
    search, above = survey.search, survey.comparer.above
    found: list[Pair] = []
    named: dict[int, set[int]] = {}
    for rank in range(first, last):
        others = named[rank] = search.companions(rank)
        once = [other for other in others if other not in named or rank not in named[other]]
        found += above(rank, once, threshold)
    return found
