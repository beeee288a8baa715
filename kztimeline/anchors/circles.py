"""The few articles that are alike at all: a story that a hand has picked, told by several desks.

Where many are alike, the likest of them say more than all; of a few, each has its say of the year.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kztimeline.anchors.closeness import year_of_story
from kztimeline.anchors.folder import Folder
from kztimeline.anchors.offices import Holding
from kztimeline.anchors.peers import Member

_MOST = 12  # articles of a small story
_ASKED = 30  # likest articles of one


class Told(NamedTuple):
    """Years and offices held that articles of a story have named."""

    years: frozenset[int] = frozenset()
    offices: frozenset[Holding] = frozenset()


NOTHING_TOLD = Told()


class Circles:
    """The small stories of a folder, each found when one of its articles is first asked for."""

    def __init__(self, folder: Folder) -> None:
        """All of its articles."""
        self._folder = folder
        self._found: dict[int, Mapping[int, float]] = {}

    def of(self, at: int) -> Mapping[int, float]:
        """The articles of its story, itself among them, with the likeness of each to its likest.

        None where there are many, or it is alone.
        """
        if at not in self._found:
            circle = self._around(at)
            small = circle if 1 < len(circle) <= _MOST else {}
            self._found |= dict.fromkeys(small or (at,), small)
        return self._found[at]

    def _around(self, at: int) -> dict[int, float]:
        found = {at: 0.0}
        asked = [at]
        for place in asked:
            for likeness, other in self._folder.circle(place, _ASKED):
                if other not in found:
                    asked.append(other)
                for each in (place, other):
                    found[each] = max(found.get(each, 0.0), likeness)
            if len(found) > _MOST:
                break
        return dict(sorted(found.items()))


def members_of(
    circle: Mapping[int, float],
    folder: Folder,
    says: Callable[[int, Told], Mapping[int, float]],
) -> list[Member]:
    """What each article of a story `says` of the year, in order of place.

    A year, or who held an office, that all of them tell counts once: of one time, they would all
    tell it, be it long gone or nearly so.
    """
    members, told = [], NOTHING_TOLD
    for at, likeness in circle.items():
        members.append(Member(at, year_of_story(likeness), says(at, told)))
        held = (each.holding for each in folder.offices(at))
        told = Told(told.years | folder.mentions(at).years_told, told.offices.union(held))
    return members
