"""A pair of events to the bits that speak for one happening, and to a labelled match."""

from __future__ import annotations

from kztimeline.clusters.levels import COMPARISONS, NEVER
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.model import Match, Weight

_LOOKED_BACK = 24  # members told before, in a cluster so large that all would be too many


class Comparer:
    """Compares the events of one corpus; a pair is weighed once."""

    def __init__(self, corpus: Corpus) -> None:
        """Keep the profiles by rank, and what is known of pairs."""
        self._profiles = corpus.profiles
        self._corpus = corpus
        self._known: dict[tuple[int, int], float] = {}
        self._ladders = tuple(
            (comparison.grade, tuple((level.floor, level.bits) for level in comparison.levels))
            for comparison in COMPARISONS
        )

    def bits(self, left: int, right: int) -> float:
        """Sum of the weights of two events by rank; `NEVER` where something forbids."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            self._known[pair] = self._weigh(self._profiles[pair[0]], self._profiles[pair[1]])
        return self._known[pair]

    def _weigh(self, left: Profile, right: Profile) -> float:
        total = 0.0
        for grading, steps in self._ladders:
            grade = grading(left, right, self._corpus)
            for floor, bits in steps:  # written out: this is the innermost loop of a large folder
                if grade >= floor:
                    total += bits
                    break
            if total == NEVER:
                break
        return total

    def match(self, left: int, right: int) -> Match:
        """The pair with its labelled weights; levels that weigh nothing are left out."""
        sides = self._profiles[left], self._profiles[right]
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
