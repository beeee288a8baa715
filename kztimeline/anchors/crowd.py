"""Where in time the dated articles of a folder lie, there an undated one is likelier to lie too.

That much is known before a word of it is read: a folder is of a story, of a person, of some years.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import exp, log2

from msgspec import Struct

from kztimeline.anchors.closeness import FADING_DAYS, mass
from kztimeline.anchors.clues import WINDOW_DAYS, Ground

_SHARES = (0.1, 0.25, 0.2, 0.35)  # of articles that lie a day, days, weeks, months from another
_ANYWHERE = 1.0 - sum(_SHARES)
_WEIGHT = 0.7  # articles like it have told part of it
_FEWEST = 3  # articles; fewer are no crowd
_QUARTERS = (2, 5, 8, 11)  # months in whose middle a year is asked


class Crowd:
    """The stated days of a folder, asked how many of them lie around a day."""

    def __init__(self, days: Iterable[date]) -> None:
        """Of all articles whose day is stated."""
        counts = Counter(day.toordinal() for day in days)
        self._size = counts.total()
        self._days = sorted(counts)
        numbers = [counts[day] for day in self._days]
        self._before = [_faded(self._days, numbers, days) for days in FADING_DAYS]
        mirrored = [-day for day in reversed(self._days)]
        self._after = [_faded(mirrored, numbers[::-1], days)[::-1] for days in FADING_DAYS]
        self._bits: dict[int, float] = {}

    def clue(self) -> CrowdClue | None:
        """What it says of the day of any article; `None` where too few show anything."""
        return CrowdClue(self) if self._size >= _FEWEST else None

    def bits(self, day: date) -> float:
        """How much likelier an article is of that day than of any."""
        at = day.toordinal()
        if at not in self._bits:
            share = sum(part * near for part, near in zip(_SHARES, self._near(at), strict=True))
            self._bits[at] = _WEIGHT * log2(_ANYWHERE + share * WINDOW_DAYS / self._size)
        return self._bits[at]

    def _near(self, at: int) -> Iterator[float]:
        """How many articles lie around a day, for each reach."""
        place = bisect_right(self._days, at)
        for days, before, after in zip(FADING_DAYS, self._before, self._after, strict=True):
            near = before[place - 1] * exp((self._days[place - 1] - at) / days) if place else 0.0
            if place < len(self._days):
                near += after[place] * exp((at - self._days[place]) / days)
            yield near / mass(days)


def _faded(days: Sequence[int], numbers: Sequence[int], fading: float) -> list[float]:
    """The number of each day and of those before it, which fade."""
    gaps = (after - before for before, after in pairwise(days))
    kept = (exp(-gap / fading) for gap in gaps)
    found = [float(numbers[0])] if numbers else []
    for number, share in zip(numbers[1:], kept, strict=True):
        found.append(number + share * found[-1])
    return found


class CrowdClue(Struct, frozen=True):
    """The days around which the dated articles of a folder lie."""

    crowd: Crowd

    def floor(self, year: int) -> float:
        """By the middle of its quarters."""
        days = [date(year, month, 15) for month in _QUARTERS]
        return sum(self.crowd.bits(day) for day in days) / len(days)

    def bits(self, day: date) -> float:
        """By how many lie around `day`."""
        return self.crowd.bits(day)

    def days(self) -> Iterator[date]:
        """None: it only weighs those of others."""
        return iter(())

    def ground(self, day: date) -> Ground | None:  # noqa: ARG002  the protocol's
        """None: it is of no article's words."""
        return None
