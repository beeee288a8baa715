"""A pair of events to the bits that speak for one happening, and to a labelled match."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from kztimeline.clusters.levels import COMPARISONS, NEVER, Comparison
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.model import Match, Weight

_PAIRS_KEPT = 262_144  # of which the bits are remembered
_LOOKED_BACK = 24  # members told before, in a cluster so large that all would be too many
# What tells much for its cost is asked first: most pairs are no match, and soon seen to be none.
_ASKED_FIRST = (
    "time", "numbers", "act", "words", "standing", "telling", "places", "names", "negation",
    "story", "modality",
)  # fmt: skip

# A question, the floors of its levels from low to high, the bits from each floor on behind those
# of no floor at all, and what all questions behind it can add at most.
_Rung: TypeAlias = tuple[
    Callable[[Profile, Profile, Corpus], float], tuple[float, ...], tuple[float, ...], float
]
_NOT_ASKED = 0xFF  # what an event lacks, before it is looked at


class _Ladder(NamedTuple):
    """What two events are asked: the bits they have without, the most they can have, questions."""

    start: float
    most: float
    rungs: tuple[_Rung, ...]


class Comparer:
    """Compares the events of one corpus; a pair is weighed once, as long as it is remembered."""

    def __init__(self, corpus: Corpus) -> None:
        """Keep the profiles by rank, and what is known of pairs."""
        self._corpus = corpus
        self._known: dict[tuple[int, int], float] = {}
        self._lacking = bytearray([_NOT_ASKED]) * len(corpus.profiles)
        self._needs = [each.needs for each in COMPARISONS if each.needs]
        self._ladders = [_ladder(lacking) for lacking in range(1 << len(self._needs))]

    def bits(self, left: int, right: int) -> float:
        """Sum of the weights of two events by rank; `NEVER` where something forbids."""
        pair = (left, right) if left < right else (right, left)
        bits = self._known.get(pair)
        if bits is None:
            if len(self._known) >= _PAIRS_KEPT:
                self._known.clear()
            bits = self._known[pair] = self._weigh(*pair, NEVER)
        return bits

    def above(self, left: int, right: int, threshold: float) -> float | None:
        """The bits of two events, the lower rank first, if they are more than `threshold`."""
        bits = self._weigh(left, right, threshold)
        return bits if bits > threshold else None

    def _weigh(self, left: int, right: int, threshold: float) -> float:
        """The sum; or some number up to `threshold` as soon as the sum cannot be more."""
        corpus, lacking = self._corpus, self._lacking
        one, other = corpus.profiles[left], corpus.profiles[right]
        if lacking[left] == _NOT_ASKED:
            lacking[left] = self._lacks(one)
        if lacking[right] == _NOT_ASKED:
            lacking[right] = self._lacks(other)
        total, most, rungs = self._ladders[lacking[left] | lacking[right]]
        if most <= threshold:
            return most
        for grading, floors, bits, rest in rungs:  # the innermost loop of a large folder
            total += bits[bisect_right(floors, grading(one, other, corpus))]
            if total + rest <= threshold:
                break
        return total

    def _lacks(self, profile: Profile) -> int:
        """One bit for each thing that some comparison needs and an event has not."""
        return sum(1 << bit for bit, needs in enumerate(self._needs) if not needs(profile))

    def match(self, left: int, right: int) -> Match:
        """The pair with its labelled weights; levels that weigh nothing are left out."""
        sides = self._corpus.profiles[left], self._corpus.profiles[right]
        fired = ((c.name, c.fires(*sides, self._corpus)) for c in COMPARISONS)
        weights = tuple(
            Weight(name, level.label, level.bits) for name, level in fired if level.bits
        )
        return Match(sides[0].event.id, sides[1].event.id, weights)

    def matches(self, cluster: tuple[int, ...]) -> tuple[Match, ...]:
        """Each member's best match to one told before it: what holds a cluster together."""
        best = (
            max((self.bits(left, right), -left, right) for left in cluster[:at][-_LOOKED_BACK:])
            for at, right in enumerate(cluster)
            if at
        )
        return tuple(self.match(-left, right) for bits, left, right in best if bits != NEVER)


def _ladder(lacking: int) -> _Ladder:
    """The comparisons of two events of which one lacks these needs, first those asked first.

    Bits are multiples of a half, so that no order of adding them shows.
    """
    needy = [comparison for comparison in COMPARISONS if comparison.needs]
    idle = [comparison for bit, comparison in enumerate(needy) if lacking >> bit & 1]
    start = sum(comparison.levels[-1].bits for comparison in idle)
    asked = sorted(
        (comparison for comparison in COMPARISONS if comparison not in idle),
        key=lambda comparison: _ASKED_FIRST.index(comparison.name),
    )
    best = [max(level.bits for level in comparison.levels) for comparison in asked]
    rests = [sum(best) - before for before in accumulate(best)]
    rungs = tuple(_rung(comparison, rest) for comparison, rest in zip(asked, rests, strict=True))
    return _Ladder(start, start + sum(best), rungs)


def _rung(comparison: Comparison, rest: float) -> _Rung:
    rising = comparison.levels[::-1]
    bits = (NEVER, *(level.bits for level in rising))
    return comparison.grade, tuple(float(level.floor) for level in rising), bits, rest
