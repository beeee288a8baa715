"""A pair of events to the bits that speak for one happening, and to a labelled match."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TypeAlias

from kztimeline.clusters.levels import COMPARISONS, NEVER
from kztimeline.clusters.profiles import Corpus, Profile
from kztimeline.model import Match, Weight

_PAIRS_KEPT = 262_144  # of which the bits are remembered
_LOOKED_BACK = 24  # members told before, in a cluster so large that all would be too many
# What tells much for its cost is asked first: most pairs are no match, and soon seen to be none.
_ASKED_FIRST = (
    "time", "numbers", "act", "words", "standing", "telling", "places", "names", "negation",
    "story", "modality",
)  # fmt: skip

_Steps: TypeAlias = tuple[tuple[float, float], ...]
_Ladder: TypeAlias = tuple[Callable[[Profile, Profile, Corpus], float], _Steps, float]


class Comparer:
    """Compares the events of one corpus; a pair is weighed once, as long as it is remembered."""

    def __init__(self, corpus: Corpus) -> None:
        """Keep the profiles by rank, and what is known of pairs."""
        self._corpus = corpus
        self._known: dict[tuple[int, int], float] = {}
        self._ladders = _ladders()

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
        total = 0.0
        corpus = self._corpus
        one, other = corpus.profiles[left], corpus.profiles[right]
        for grading, steps, rest in self._ladders:
            grade = grading(one, other, corpus)
            for floor, bits in steps:  # written out: this is the innermost loop of a large folder
                if grade >= floor:
                    total += bits
                    break
            if total + rest <= threshold:
                break
        return total

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


def _ladders() -> tuple[_Ladder, ...]:
    """Grades with their steps, first those asked first; and what all after each can add at most.

    Bits are multiples of a half, so that no order of adding them shows.
    """
    asked = sorted(COMPARISONS, key=lambda comparison: _ASKED_FIRST.index(comparison.name))
    best = [max(level.bits for level in comparison.levels) for comparison in asked]
    rests = [sum(best) - before for before in accumulate(best)]
    return tuple(
        (comparison.grade, tuple((level.floor, level.bits) for level in comparison.levels), rest)
        for comparison, rest in zip(asked, rests, strict=True)
    )
